// What an official is told of each sentence of the pages that does not agree, word for word.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyze, type Finding } from '../../core/index.ts';
import { findingLines } from '../core/findingLines.ts';
import { situationOptions, situationWorkbook } from '../core/workbooks.ts';
import { paragraphsOf, type Row, rowsOf } from './table.ts';

const FOLDER = new URL('./', import.meta.url);
const pages = readdirSync(FOLDER).filter((file) => file.endsWith('.md') && file !== 'hoang-hop.md');

/** The rule beside its place. */
function linesOf(finding: Finding): readonly string[] {
  const [place, ...rest] = findingLines(finding);
  return [`${place}, \`${finding.rule}\``, ...rest];
}

function entry(row: Row): string {
  const options = { ...situationOptions(row.situation), narrative: paragraphsOf(row.text) };
  const { findings } = analyze(situationWorkbook(row.situation), options);
  const told = findings.filter(({ rule }) => rule.startsWith('text-'));
  return told.length === 0 ? '' : `${row.text}\n\n${told.flatMap(linesOf).join('\n')}`;
}

it.each(pages)('%s', async (file) => {
  const entries = rowsOf(readFileSync(new URL(file, FOLDER), 'utf8')).map(entry);
  const page = [
    '# Khi câu và Phụ lục không khớp',
    `Các câu của \`../${file}\` có điều phải báo, với lời báo đầy đủ và các ô liên quan.`,
    ...entries.filter((one) => one !== ''),
  ].join('\n\n');
  await expect(`${page}\n`).toMatchFileSnapshot(`wording/${file}`);
});
