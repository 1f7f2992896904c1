// Unzips every workbook of a directory with fflate and does nothing with it: the floor below any reader.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

const [directory = '.'] = process.argv.slice(2);
for (const name of readdirSync(directory).sort()) {
  const parts = unzipSync(readFileSync(join(directory, name)));
  if (parts['xl/workbook.xml'] === undefined) throw new Error(`${name}: no workbook`);
}
