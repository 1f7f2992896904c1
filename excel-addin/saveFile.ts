// Hands a file to the user where Excel lets it.
import { download } from '../pane/index.ts';

/** False where a pane's browser has no downloads: by design, a click on the link does nothing in Excel for Mac and iPad. */
export async function saveFile(name: string, bytes: Uint8Array, mediaType: string): Promise<boolean> {
  const { Mac, iOS } = Office.PlatformType;
  const { platform } = Office.context;
  return platform !== Mac && platform !== iOS && (await download(name, bytes, mediaType));
}
