// What the ribbon's buttons do: by the pane where it is open, else straight in the workbook, since the user asked for it there.
import type { SpreadsheetHost } from '../core/index.ts';
import type { Pane, PaneCommand } from '../pane/index.ts';

export interface Commands {
  readonly host: SpreadsheetHost;
  readonly pane: Pane;
  readonly isPaneOpen: () => boolean;
  /** Opens the pane; where Excel cannot do that by itself, nothing happens. */
  readonly showPane: () => Promise<void>;
}

/** Carries a command out. What goes wrong is told by the pane, which opens for it. Never throws. */
export async function runCommand(commands: Commands, command: PaneCommand): Promise<void> {
  try {
    if (commands.isPaneOpen()) await commands.pane.run(command);
    else {
      // Loaded with the first such button: the pane alone starts with half of it.
      const { runInWorkbook } = await import('./runInWorkbook.ts');
      if (!(await runInWorkbook(commands.host, command))) await handOver(commands, command);
    }
  } catch {
    await handOver(commands, command);
  }
}

/** The pane tries the same again and says what is in the way. */
async function handOver({ pane, showPane }: Commands, command: PaneCommand): Promise<void> {
  try {
    await showPane();
    await pane.run(command);
  } catch (error) {
    // The workbook is as it was. The pane tells of what it can tell, as a part of it that could not be loaded.
    void Promise.reject(error);
  }
}
