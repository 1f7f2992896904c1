// Excel as the client meets it: takes request batches, answers them, and tells of edits.

import { BatchHost, type Fault } from './batch.ts';
import type { Book, BookSheet } from './book.ts';
import { type Listening, Workbook } from './bookObjects.ts';
import { ACTION, type Action, type Batch, type BatchReply, PATH } from './wire.ts';

/** An edit as the client wants to be told of it. */
export interface EditEvent {
  readonly worksheetId: string;
  readonly address: string;
  readonly changeType: 'RangeEdited';
  readonly source: 'Local';
}

/** Excel on the web hands over no more at once. */
const PAYLOAD_LIMIT = 5_000_000;

export interface ExcelModel {
  readonly book: Book;
  /** Round trips so far, those that only let go of references left out. */
  readonly trips: readonly Batch[];
  execute(batch: Batch): BatchReply;
  /** A user or a co-author types into cells. */
  edit(sheet: BookSheet, address: string): void;
  /** Called before each round trip with its number, from 1 on: a co-author's turn. */
  beforeTrip: (trip: number) => void;
  fault: Fault;
  onEdit: (event: EditEvent) => void;
  /** The add-in asks for its pane: "Visible" or "Background". */
  onPane: (state: string) => void;
}

/** Opens a book. */
export function excelModel(book: Book): ExcelModel {
  const listening: Listening = { isOn: false, events: true };
  const trips: Batch[] = [];
  const tell = (sheet: BookSheet, address: string) => {
    const event = { worksheetId: sheet.id, address, changeType: 'RangeEdited', source: 'Local' } as const;
    if (listening.isOn && listening.events) model.onEdit(event);
  };
  const host = new BatchHost(new Workbook(book, listening, tell, (state) => model.onPane(state)));
  const model: ExcelModel = {
    book,
    trips,
    execute(batch) {
      if (isLettingGo(batch)) return host.execute(batch);
      trips.push(batch);
      model.beforeTrip(trips.length);
      if (book.isEditing && isOfWorkbook(batch)) return refused('InvalidOperationInCellEditMode');
      host.fault = model.fault;
      const reply = host.execute(batch);
      const isTooLarge = JSON.stringify(reply).length > PAYLOAD_LIMIT;
      return isTooLarge ? refused('ResponsePayloadSizeLimitExceeded') : reply;
    },
    edit: tell,
    beforeTrip: () => {},
    fault: () => {},
    onEdit: () => {},
    onPane: () => {},
  };
  return model;
}

/** The client lets go of references by itself, after the fact. */
function isLettingGo({ Actions }: Batch): boolean {
  const isQuiet = ({ ActionType, Name }: Action) =>
    ActionType === ACTION.trace || ActionType === ACTION.instantiate || Name === '_RemoveReference';
  return Actions.every(isQuiet) && Actions.some(({ Name }) => Name === '_RemoveReference');
}

/** Showing the pane needs no workbook, and goes on while a cell is being typed. */
function isOfWorkbook({ ObjectPaths }: Batch): boolean {
  return Object.values(ObjectPaths).some(({ ObjectPathType }) => ObjectPathType === PATH.global);
}

function refused(code: string): BatchReply {
  const error = { Code: code, Message: code, Location: '', ActionIndex: 0, HttpStatusCode: 400 };
  return { Results: [], TraceIds: [], Error: error };
}
