// Hands a file to the user as a download.

/** How long the bytes stay for the browser to fetch. */
const KEPT_MILLISECONDS = 60_000;

/** False where a pane's browser has no downloads: by design, a click on the link does nothing in Excel for Mac and iPad. */
export async function saveFile(name: string, bytes: Uint8Array, mediaType: string): Promise<boolean> {
  const { Mac, iOS } = Office.PlatformType;
  if (Office.context.platform === Mac || Office.context.platform === iOS) return false;
  const link = document.createElement('a');
  // A copy of the bytes alone: they may be a view of something larger.
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: mediaType }));
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MILLISECONDS);
  return true;
}
