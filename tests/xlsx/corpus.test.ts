// Two hundred workbooks of other programs: opened or refused as they should be, marked and cleared without a trace.
import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Change, MarksChange, TableChange } from '../../core/index.ts';
import { checkIntegrity, openWorkbook } from '../../xlsx/index.ts';
import { different, TOUCHED } from './opened.ts';

const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
const INDEX = new URL('index.csv', CORPUS);
const isHere = existsSync(INDEX);
if (!isHere) console.warn('corpus.test.ts: no corpus beside the repository, its tests are skipped');

interface Entry {
  readonly file: string;
  readonly expected: string;
}

const entries: readonly Entry[] = isHere
  ? readFileSync(INDEX, 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => {
        const fields = line.split(',');
        return { file: fields[0] ?? '', expected: fields.at(-1) ?? '' };
      })
  : [];

function read(file: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`xlsx/${file}`, CORPUS)));
}

function verdict(file: string): string {
  const result = openWorkbook(read(file));
  if (result.ok) return result.file.readWorkbook().sheets.length >= 0 ? 'open' : '';
  return result.message.startsWith('Tệp ') && result.message.endsWith('.')
    ? 'reject-clearly'
    : `unclear: ${result.message}`;
}

const TABLE: TableChange = {
  kind: 'table',
  sheet: 'Phiếu kiểm tra số liệu',
  id: 'check-sheet',
  expects: null,
  columns: [{ width: 10 }, { width: 60 }],
  frozenRows: 1,
  print: { landscape: true, repeat: { from: 0, to: 0 } },
  rows: [
    { look: 'heading', cells: ['Ô', 'Nội dung'] },
    { look: 'error', cells: ['D5', { formula: '1+1', value: 2, format: '0.0%' }] },
  ],
};

function marksOn(sheet: string, row: number): MarksChange {
  return { kind: 'marks', sheet, cells: { error: [{ row, column: 3 }], warning: [{ row: 0, column: 0 }], info: [] } };
}

/** Marks the first sheet and adds a table; gives what went wrong. */
function roundTrip(bytes: Uint8Array): string[] {
  const result = openWorkbook(bytes);
  const sheet = result.ok && result.file.readWorkbook().sheets[0]?.name;
  if (!result.ok || !sheet) return [];
  const outcome = result.file.apply([marksOn(sheet, 5), TABLE]);
  if (!outcome.applied) return [`refused: ${outcome.code}`];
  const written = result.file.save();
  const before = new Set(checkIntegrity(bytes));
  const breaches = checkIntegrity(written).filter((breach) => !before.has(breach));
  const clear: Change = { ...marksOn(sheet, 5), cells: { error: [], warning: [], info: [] } };
  const again = openWorkbook(written);
  const cleared = again.ok && again.file.apply([clear, { kind: 'remove', id: 'check-sheet' }]).applied;
  if (!again.ok || !cleared) return [...breaches, 'not cleared'];
  return [...breaches, ...different(bytes, written, TOUCHED), ...different(bytes, again.file.save(), /^$/)];
}

describe.skipIf(!isHere)('corpus', () => {
  it.each(['open', 'reject-clearly'])(
    'files to %s',
    (expected) => {
      const wrong = entries.filter((entry) => entry.expected === expected && verdict(entry.file) !== expected);
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it('files that may go either way are opened or refused clearly', () => {
    const verdicts = entries.filter((entry) => entry.expected === 'either').map((entry) => verdict(entry.file));
    expect(verdicts.filter((one) => one !== 'open' && one !== 'reject-clearly')).toEqual([]);
  }, 60_000);

  it.each([0, 1, 2, 3])(
    'marks and a table leave no trace (part %i of 4)',
    (part) => {
      const wrong = entries
        .filter((_, i) => i % 4 === part)
        .map(({ file }) => ({ file, wrong: roundTrip(read(file)) }))
        .filter((one) => one.wrong.length > 0);
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it('cut anywhere, a file is refused and nothing is thrown', () => {
    for (const { file } of entries.filter((entry) => entry.expected === 'open').slice(0, 20)) {
      const bytes = read(file);
      for (let tenth = 1; tenth < 10; tenth++) {
        const result = openWorkbook(bytes.subarray(0, Math.floor((bytes.length * tenth) / 10)));
        expect(result.ok).toBe(false);
      }
    }
  });

  it('values agree with the parts they stand in', () => {
    const vietnamese = entries.find((entry) => entry.file.includes('vietnamese'));
    const result = vietnamese && openWorkbook(read(vietnamese.file));
    const texts = result?.ok ? result.file.readWorkbook().sheets.flatMap((sheet) => sheet.texts.flat()) : [];
    const parts = vietnamese
      ? Object.values(unzipSync(read(vietnamese.file))).map((part) => new TextDecoder().decode(part))
      : [];
    const words = texts.filter((text) => /[ăâđêôơư]/.test(text));
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => !parts.some((part) => part.includes(word.slice(0, 5))))).toEqual([]);
  });
});
