// Hands a file to the user as a download.

/** How long the bytes stay for the browser to fetch. */
const KEPT_MILLISECONDS = 60_000;

export async function download(name: string, bytes: Uint8Array, mediaType: string): Promise<boolean> {
  const link = document.createElement('a');
  // A copy of the bytes alone: they may be a view of something larger.
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: mediaType }));
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MILLISECONDS);
  return true;
}
