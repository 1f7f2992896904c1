// Formulas of a table in rectangles: every formula in exactly one, nothing else in any.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formulaBlocks, type TableRow } from '../../core/index.ts';

function row(formulas: readonly (string | null)[]): TableRow {
  return { cells: formulas.map((formula) => (formula === null ? 1 : { formula, value: 0 })), look: 'row' };
}

it('same columns below each other are one block, whatever stands beside them', () => {
  const rows = [row([null, 'A', null, 'B']), row([null, 'C', null, 'D']), row(['E', 'F', null, 'G'])];
  expect(formulaBlocks(rows)).toEqual([
    { row: 0, column: 1, lines: [['=A'], ['=C']] },
    { row: 0, column: 3, lines: [['=B'], ['=D'], ['=G']] },
    { row: 2, column: 0, lines: [['=E', '=F']] },
  ]);
});

it('any table is covered once', () => {
  const cell = fc.option(fc.constantFrom('A1', 'B2'), { freq: 2 });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), (table) => {
      const drawn = formulaBlocks(table.map(row)).flatMap((block) =>
        block.lines.flatMap((line, r) => line.map((text, c) => `${block.row + r},${block.column + c}${text}`)),
      );
      const wanted = table.flatMap((cells, r) => cells.flatMap((one, c) => (one === null ? [] : [`${r},${c}=${one}`])));
      expect([...drawn].sort()).toEqual(wanted.sort());
    }),
  );
});
