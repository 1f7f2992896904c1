// A copy of the last form keeps its layout: what comes out must be what a search of its own would have found.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, type Grid, pl01b2024, type Situation } from '../../core/index.ts';
import { type Layout, locateOn } from '../../core/locate.ts';
import { locateForm } from '../../core/sameForm.ts';
import { gridOf, situationWorkbook } from './workbooks.ts';

function annex(situation: Situation): Grid {
  const [grid] = situationWorkbook(situation).sheets;
  if (!grid) throw new Error('A situation has an annex.');
  return grid;
}

function seen(layout: Layout | null) {
  if (!layout) return null;
  const { legible, rows, ...rest } = layout;
  return { ...rest, rows: [...rows], legacy: legible.legacy, first: legible.text(8, 1) };
}

/** Both ways, after another sheet of the form has been seen. */
function expectSame(before: Grid, grid: Grid): void {
  locateForm(before, pl01b2024);
  expect(seen(locateForm(grid, pl01b2024))).toEqual(seen(locateOn(grid, pl01b2024)));
}

const SITUATIONS: readonly (readonly [string, Situation])[] = [
  ['other figures', { figures: { '3.3.1': 7, '3.5': '04' } }],
  ['a blank', { figures: { '3.3.1': null } }],
  ['another period', { period: 'quý I năm 2025' }],
  ['another label', { labels: { '3.3.1': 'Hồ sơ' } }],
  ['a mangled code', { codes: { '1.1.2': 37623 } }],
  ['a row less', { without: ['3.5'] }],
  ['a row twice', { twice: ['3.5'] }],
  ['a figure in legacy text', { figures: { '1.5': 'Cã' } }],
  ['a word of headings for a figure', { figures: { '7.2': 'STT' } }],
];

describe('after a consistent annex', () => {
  it.each(SITUATIONS)('%s', (_name, situation) => {
    expectSame(annex({}), annex(situation));
    expectSame(annex(situation), annex({}));
  });
});

it('whatever cell changes to whatever', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.integer(),
    fc.constantFrom<Cell>('Số liệu', 'STT', '3.3.1', 'Sè liÖu', '', true),
  );
  fc.assert(
    fc.property(fc.nat(92), fc.nat(5), cell, (row, column, value) => {
      const { name, cells } = annex({});
      const changed = cells.map((line, r) => (r === row ? Object.assign([...line], { [column]: value }) : line));
      expectSame(
        annex({}),
        gridOf(
          name,
          changed.map((line) => Array.from(line, (one) => one ?? null)),
        ),
      );
    }),
    { numRuns: 300 },
  );
});
