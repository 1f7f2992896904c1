// Loads every workbook of a directory with ExcelJS and does nothing with it: what reading alone costs there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';

const [directory = '.'] = process.argv.slice(2);
for (const name of readdirSync(directory).sort()) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(readFileSync(join(directory, name)));
  if (workbook.worksheets.length === 0) throw new Error(`${name}: nothing was loaded`);
}
