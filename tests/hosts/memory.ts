// The reference host: a workbook held in memory, doing what a host must do and nothing else.
import {
  type Address,
  type Cell,
  type CellChange,
  type Change,
  cellAt,
  freeSheetName,
  type Grid,
  hashGrid,
  isCellError,
  type MarksChange,
  type Outcome,
  ownSheetId,
  type SpreadsheetHost,
  sheetMarker,
  type TableChange,
  tableFormula,
  tableValue,
  type Workbook,
} from '../../core/index.ts';

/** The host and what it has marked, by sheet. */
export interface MemoryHost extends SpreadsheetHost {
  readonly marks: ReadonlyMap<string, MarksChange['cells']>;
}

interface State {
  readonly workbook: Workbook;
  readonly marks: ReadonlyMap<string, MarksChange['cells']>;
}

type Next = State | Outcome;

/** A host over a workbook in memory. The workbook given is never changed. */
export function memoryHost(workbook: Workbook): MemoryHost {
  let state: State = { workbook, marks: new Map() };
  return {
    name: 'memory',
    get marks() {
      return state.marks;
    },
    readWorkbook: () => state.workbook,
    apply(changes) {
      let draft = state;
      for (const change of changes) {
        const next = carryOut(draft, change);
        if ('applied' in next) return next;
        draft = next;
      }
      state = draft;
      return { applied: true };
    },
    reveal: () => undefined,
  };
}

function carryOut(state: State, change: Change): Next {
  switch (change.kind) {
    case 'marks':
      return mark(state, change);
    case 'table':
      return writeTable(state, change);
    case 'remove':
      return remove(state, change.id);
    case 'cell':
      return setCell(state, change);
    default:
      return change satisfies never;
  }
}

function refuse(code: 'changed' | 'sheet-missing', at?: Address & { sheet: string }): Outcome {
  return at ? { applied: false, code, at } : { applied: false, code };
}

function withSheets(state: State, sheets: readonly Grid[]): State {
  return { ...state, workbook: { ...state.workbook, sheets } };
}

function replaced(state: State, old: Grid, fresh: Grid): State {
  return withSheets(
    state,
    state.workbook.sheets.map((sheet) => (sheet === old ? fresh : sheet)),
  );
}

function find(state: State, name: string): Grid | undefined {
  return state.workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}

function mark(state: State, change: MarksChange): Next {
  if (!find(state, change.sheet)) return refuse('sheet-missing');
  return { ...state, marks: new Map([...state.marks, [change.sheet, change.cells]]) };
}

function setCell(state: State, change: CellChange): Next {
  const { at, from, to } = change;
  const sheet = find(state, change.sheet);
  if (!sheet) return refuse('sheet-missing');
  const isSame = JSON.stringify(cellAt(sheet, at.row, at.column)) === JSON.stringify(from);
  if (!isSame || sheet.formulas[at.row]?.[at.column]) return refuse('changed', { ...at, sheet: change.sheet });
  const cells = put(sheet.cells, at, to, null);
  return replaced(state, sheet, { ...sheet, cells, texts: put(sheet.texts, at, show(to), '') });
}

function put<T>(rows: readonly (readonly T[])[], at: Address, value: T, blank: T): T[][] {
  const copy = rows.map((row) => [...row]);
  while (copy.length <= at.row) copy.push([]);
  const row = copy[at.row] ?? [];
  while (row.length < at.column) row.push(blank);
  row[at.column] = value;
  return copy;
}

function show(cell: Cell): string {
  if (cell === null) return '';
  if (isCellError(cell)) return cell.error;
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

function writeTable(state: State, change: TableChange): Next {
  const own = change.id === null ? undefined : state.workbook.sheets.find((sheet) => ownSheetId(sheet) === change.id);
  if ((own ? hashGrid(own) : null) !== change.expects) return refuse('changed');
  const name =
    own?.name ??
    freeSheetName(
      change.sheet,
      state.workbook.sheets.map((sheet) => sheet.name),
    );
  const cells = change.rows.map((row) => row.cells.map(tableValue));
  const width = Math.max(change.columns.length, ...cells.map((row) => row.length));
  const marked = change.id === null ? cells : put(cells, { row: 0, column: width }, sheetMarker(change.id), null);
  const sheet: Grid = {
    name,
    visible: own?.visible ?? true,
    cells: marked,
    texts: marked.map((row) => row.map(show)),
    formulas: change.rows.map((row) => row.cells.map(tableFormula)),
  };
  return own ? replaced(state, own, sheet) : withSheets(state, [...state.workbook.sheets, sheet]);
}

function remove(state: State, id: string): Next {
  const own = state.workbook.sheets.find((sheet) => ownSheetId(sheet) === id);
  if (!own) return refuse('sheet-missing');
  return withSheets(
    state,
    state.workbook.sheets.filter((sheet) => sheet !== own),
  );
}
