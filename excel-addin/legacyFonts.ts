// Font names of sheets typed for the old Vietnamese fonts (TCVN3, VNI), where the font tells how the text is to be read.
import { detectLegacy, type Grid, isLegacyFontName } from '../core/index.ts';
import type { SheetHead } from './sheetList.ts';

/** A sheet typed for old fonts shows it early. */
const LOOKED_AT = 500;
/** Names for more cells than these would be a long answer for little. */
const MOST_CELLS = 20_000;

/** The grids, with fonts where old ones are used; one round trip more only for workbooks that have such sheets. */
export async function withLegacyFonts(
  context: Excel.RequestContext,
  heads: readonly SheetHead[],
  grids: readonly Grid[],
): Promise<readonly Grid[]> {
  const asked = grids.map((grid, i) => (looksLegacy(grid) ? askFonts(heads[i]) : null));
  if (asked.every((answer) => answer === null)) return grids;
  await context.sync();
  return grids.map((grid, i) => {
    const used = heads[i]?.used;
    const names = asked[i]?.value.map((row) => row.map((cell) => cell.format?.font?.name ?? null));
    if (!used || !names?.some((row) => row.some((name) => name !== null && isLegacyFontName(name)))) return grid;
    const before = Array.from({ length: used.column }, () => null);
    return {
      ...grid,
      fonts: [...grid.cells.slice(0, used.row).map(() => []), ...names.map((row) => [...before, ...row])],
    };
  });
}

function looksLegacy(grid: Grid): boolean {
  const texts = grid.cells.flat().filter((cell): cell is string => typeof cell === 'string');
  return texts.slice(0, LOOKED_AT).some((text) => detectLegacy(text) !== null);
}

function askFonts(head: SheetHead | undefined): OfficeExtension.ClientResult<Excel.CellProperties[][]> | null {
  const used = head?.used;
  if (!head || !used || used.rows * used.columns > MOST_CELLS) return null;
  const range = head.sheet.getRangeByIndexes(used.row, used.column, used.rows, used.columns);
  return range.getCellProperties({ format: { font: { name: true } } });
}
