// Copies a text where the page is allowed to.

export type CopyResult = 'copied' | 'refused';

/** Panes often have no right to the clipboard: then the text has to be copied by hand. */
export async function copyText(text: string): Promise<CopyResult> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'refused';
  }
}
