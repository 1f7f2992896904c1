// Loads every workbook of a directory with SheetJS and does nothing with it. It reads no styles unless asked to.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';

const [directory = '.'] = process.argv.slice(2);
for (const name of readdirSync(directory).sort()) {
  const workbook = read(readFileSync(join(directory, name)));
  if (workbook.SheetNames.length === 0) throw new Error(`${name}: nothing was loaded`);
}
