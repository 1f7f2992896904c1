// Excel puts core, pane and word together behind Office.js.
export { excelHost } from './excelHost.ts';
