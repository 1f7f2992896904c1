// The add-in's one page: the pane, and what the ribbon's buttons call, in one runtime where Excel has that (SharedRuntime 1.1).
import './taskpane.css';
import { mountPane, type PaneCommand } from '../pane/index.ts';
import { type Commands, runCommand } from './commands.ts';
import { excelHost } from './excelHost.ts';
import { saveFile } from './saveFile.ts';

const COMMANDS: readonly PaneCommand[] = ['check', 'narrative', 'clear'];

void Office.onReady(({ host }) => {
  const root = document.getElementById('pane');
  if (!root) return;
  if (host !== Office.HostType.Excel) root.textContent = 'Trang này chạy trong Excel: hãy mở từ nút “Khung kiểm tra”.';
  else start(root);
});

function start(root: HTMLElement): void {
  const host = excelHost();
  const pane = mountPane(root, {
    host,
    makeWord: async (report) => (await import('../word/index.ts')).writeWord(report),
    readProse: async (name, bytes) => (await import('../word/index.ts')).readProse(name, bytes),
    readSpreadsheet: async (name, bytes) => (await import('../xlsx/index.ts')).readSpreadsheet(name, bytes),
    makeWorkbook: async (sheets) => (await import('../xlsx/index.ts')).makeWorkbook(sheets),
    saveFile,
  });
  const commands: Commands = { host, pane, isPaneOpen: watchPane(), showPane };
  for (const command of COMMANDS) {
    Office.actions.associate(command, async (event: Office.AddinCommands.Event) => {
      await runCommand(commands, command);
      event.completed();
    });
  }
}

function hasSharedRuntime(): boolean {
  return Office.context.requirements.isSetSupported('SharedRuntime', '1.1');
}

/** Tells whether the user sees the pane. Without a shared runtime the ribbon's page is never the one they see. */
function watchPane(): () => boolean {
  if (!hasSharedRuntime()) return () => false;
  let shown: boolean | null = null;
  void Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
    shown = visibilityMode === Office.VisibilityMode.taskpane;
  });
  // Until Excel tells of a change: a page that is started in the background has no size.
  return () => shown ?? (document.visibilityState === 'visible' && window.innerWidth > 0);
}

async function showPane(): Promise<void> {
  if (hasSharedRuntime()) await Office.addin.showAsTaskpane();
}
