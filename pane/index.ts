// The one task pane, shared by Excel, Google Sheets and the desk. It knows no host and no file format.
import type { Pane, PaneOptions } from './options.ts';

export type { Pane, PaneCommand, PaneOptions, TextRead } from './options.ts';

/** Draws the pane into an element. */
export function mountPane(root: HTMLElement, options: PaneOptions): Pane {
  root.textContent = options.host.name;
  return { run: async () => {}, reset: () => {}, close: () => root.replaceChildren() };
}
