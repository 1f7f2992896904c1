// Files from and to the user: chosen or dropped on the page.
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
