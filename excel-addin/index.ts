// Excel puts core, pane and word together behind Office.js.
export { type Commands, runCommand } from './commands.ts';
export { excelHost } from './excelHost.ts';
