// How cells are shown and typed in the grid: numbers as Excel in Vietnamese has them.
import { CellValueType, type ICellData, type IDisposable, InterceptorEffectEnum, type Nullable } from '@univerjs/core';
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, INTERCEPTOR_POINT } from '@univerjs/preset-sheets-core';
import { replacement } from './cellData.ts';
import { patternOf, type ShowText } from './gridReader.ts';
import { readTyped, writeTyped } from './typed.ts';
import type { Engine } from './univer.ts';

/** Takes over what Univer's own number formats would do; until the returned function is called. */
export function showAndReadNumbers({ interceptors }: Engine, show: ShowText): IDisposable {
  const shown = interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, location, next) => {
      if (!isNumber(cell)) return next(cell);
      // The text of a number stays marked as a number: it stands at the right.
      return next({ ...cell, v: show(Number(cell.v), patternOf(location.workbook, cell)) });
    },
  });
  const edited = interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    handler: (cell, { workbook, worksheet, row, col }, next) => {
      const raw = worksheet.getCellRaw(row, col);
      if (!isNumber(raw)) return next(cell);
      return next({ ...raw, v: writeTyped(Number(raw.v), patternOf(workbook, raw)) });
    },
  });
  const typed = interceptors.writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    handler: (cell, { workbook, worksheet, row, col }, next) => {
      const isText = patternOf(workbook, worksheet.getCellRaw(row, col)) === '@';
      if (!cell || typeof cell.v !== 'string' || cell.f || cell.t === CellValueType.FORCE_STRING) return next(cell);
      return next({ ...cell, ...replacement(isText ? cell.v || null : readTyped(cell.v)) });
    },
  });
  return {
    dispose() {
      shown.dispose();
      edited();
      typed();
    },
  };
}

function isNumber<T extends ICellData>(cell: Nullable<T>): cell is T {
  return !!cell && cell.t === CellValueType.NUMBER && Number.isFinite(Number(cell.v)) && cell.v !== '';
}
