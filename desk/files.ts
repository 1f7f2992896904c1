// Files from and to the user: chosen, dropped on the page, handed out as downloads.
import { page } from './page.ts';

/** Calls `take` with each file that is chosen or dropped. */
export function receiveFiles(take: (files: readonly File[]) => void): void {
  const input = document.querySelector<HTMLInputElement>('#file');
  page.open.addEventListener('click', () => input?.click());
  input?.addEventListener('change', () => {
    take([...(input.files ?? [])]);
    // Else choosing the same file again would not be noticed.
    input.value = '';
  });
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    page.drop.hidden = false;
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) page.drop.hidden = true;
  });
  addEventListener(
    'drop',
    (event) => {
      page.drop.hidden = true;
      if (!event.dataTransfer || event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      take([...event.dataTransfer.files]);
    },
    true,
  );
}

/** Hands a file out as a download. */
export async function download(name: string, bytes: Uint8Array, mediaType: string): Promise<boolean> {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the bytes by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return true;
}
