// What formulas give is stored beside them, and nothing else of the file changes.
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { checkIntegrity, openWorkbook } from '../../xlsx/index.ts';
import { oneSheet, worksheet } from './parts.ts';

const ROW =
  '<row r="1"><c r="A1" s="0" t="str"><f>B1&amp;"x"</f><v>old</v></c><c r="B1"><v>2</v></c><c r="C1"><f t="shared" ref="C1:D1" si="0">B1*2</f><v>4</v></c><c r="D1"><f t="shared" si="0"/></c></row>';

function set(values: readonly (readonly [number, string | number | boolean | null | { error: string }])[]): string {
  const opened = openWorkbook(oneSheet(worksheet(ROW)));
  if (!opened.ok) throw new Error(opened.message);
  const results = values.map(([column, value]) => ({ at: { row: 0, column }, value }));
  expect(opened.file.setResults('Sheet1', results)).toBe(true);
  const bytes = opened.file.save();
  expect(checkIntegrity(bytes)).toEqual([]);
  return new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
}

it('replaces the results of formulas, of every type', () => {
  expect(
    set([
      [0, 'a<b'],
      [2, 6],
      [3, { error: '#DIV/0!' }],
    ]),
  ).toBe(
    worksheet(
      '<row r="1"><c r="A1" s="0" t="str"><f>B1&amp;"x"</f><v>a&lt;b</v></c><c r="B1"><v>2</v></c><c r="C1"><f t="shared" ref="C1:D1" si="0">B1*2</f><v>6</v></c><c r="D1" t="e"><f t="shared" si="0"/><v>#DIV/0!</v></c></row>',
    ),
  );
  expect(
    set([
      [0, true],
      [2, null],
    ]),
  ).toContain('<c r="A1" s="0" t="b"><f>B1&amp;"x"</f><v>1</v></c>');
});

it('passes over cells without a formula, cells that are not there, and what no cell can hold', () => {
  expect(
    set([
      [1, 9],
      [7, 9],
      [2, Number.NaN],
    ]),
  ).toBe(worksheet(ROW));
});
