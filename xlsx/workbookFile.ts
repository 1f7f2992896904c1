// The file as its users see it: open bytes, read, apply changes all or none, save.
import type { Change, Outcome, Workbook } from '../core/index.ts';
import {
  CONTENT_TYPES,
  type FileFailure,
  INFLATE,
  Package,
  refusing,
  type Unpackers,
  XML_HEAD,
} from '../ooxml/index.ts';
import { readAppearance, type WorkbookAppearance } from './appearance.ts';
import { type Book, changeBook, readBook, toWorkbook, UNPATCHABLE, withResults } from './book.ts';
import { refuseForeignBytes, refuseForeignPackage } from './recognize.ts';
import type { FormulaResult } from './results.ts';
import { OFFICIAL_FONT, plainStyles, STYLES_TYPE } from './stylesPart.ts';

/** Something worth telling about a file that can be read. */
export interface FileWarning {
  readonly code: 'signed' | 'damaged-sheet';
  readonly message: string;
}

export type OpenResult = { readonly ok: true; readonly file: WorkbookFile } | FileFailure;

/** An open workbook. Nothing is written anywhere: `save` gives the bytes. */
export class WorkbookFile {
  private book: Book;
  private shown: Workbook | null = null;

  constructor(book: Book) {
    this.book = book;
  }

  /** What an official should know before going by the file or changing it. */
  get warnings(): readonly FileWarning[] {
    const { pack, damagedSheets } = this.book;
    const signed = pack.hasFolder('_xmlsignatures/');
    const warnings: FileWarning[] = damagedSheets.map((name) => ({
      code: 'damaged-sheet',
      message: `Trang tính “${name}” bị hỏng nên không đọc được; các trang tính khác vẫn được đọc.`,
    }));
    if (signed) {
      const message = 'Tệp có chữ ký số; bản được ghi ra sẽ không còn chữ ký hợp lệ, tệp gốc vẫn giữ nguyên.';
      warnings.push({ code: 'signed', message });
    }
    return warnings;
  }

  /** All sheets that have cells, as they are after the changes applied so far. */
  readWorkbook(): Workbook {
    this.shown ??= toWorkbook(this.book);
    return this.shown;
  }

  /** How the sheets look, for a grid on the screen; null where the looks cannot be read: the values still can. */
  readAppearance(): WorkbookAppearance | null {
    const read = refusing(() => readAppearance(this.book));
    return 'ok' in read ? null : read;
  }

  /** Carries out all changes in order, or none: refused whole when what was read has changed. */
  apply(changes: readonly Change[]): Outcome {
    let book = this.book;
    for (const change of changes) {
      const next = refusing(() => changeBook(book, change));
      if ('ok' in next) return UNPATCHABLE;
      if (!next.outcome.applied) return next.outcome;
      book = next.book;
    }
    this.book = book;
    this.shown = null;
    return { applied: true };
  }

  /** What gives the file back as it is now, whatever is changed until then. */
  keep(): () => void {
    const { book, shown } = this;
    return () => {
      this.book = book;
      this.shown = shown;
    };
  }

  /**
   * Stores what the formulas of a sheet give, as calculated by a program that shows the file, so that readers that do
   * not calculate see the same. False when the sheet is such that it cannot be patched.
   */
  setResults(sheet: string, results: readonly FormulaResult[]): boolean {
    const next = refusing(() => withResults(this.book, sheet, results));
    if ('ok' in next) return false;
    this.book = next;
    this.shown = null;
    return true;
  }

  /** The whole file. Parts that no change touched keep their bytes. */
  save(): Uint8Array {
    // A workbook without any sheet is no valid file: a new one that stayed empty gets an empty sheet.
    if (this.book.workbook.sheets.length === 0) {
      this.apply([{ kind: 'table', sheet: 'Trang tính 1', id: null, expects: null, rows: [], columns: [] }]);
    }
    return this.book.pack.save();
  }
}

/**
 * Opens an .xlsx or .xlsm file. Never throws: what is wrong with the bytes comes back with a sentence for the user.
 * `unpackers` are the host's own inflate, where it has a faster one.
 */
export function openWorkbook(bytes: Uint8Array, unpackers: Partial<Unpackers> = {}): OpenResult {
  return refusing((): OpenResult => {
    refuseForeignBytes(bytes);
    const pack = Package.open(bytes, { ...INFLATE, ...unpackers });
    refuseForeignPackage(pack);
    return { ok: true, file: new WorkbookFile(readBook(pack)) };
  });
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const LISTS = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-';

function relationships(kind: string, target: string): string {
  const only = `<Relationship Id="rId1" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`;
  return `${XML_HEAD}<Relationships xmlns="${LISTS}/relationships">${only}</Relationships>`;
}

const NEW_PARTS: ReadonlyMap<string, string> = new Map([
  [
    CONTENT_TYPES,
    `${XML_HEAD}<Types xmlns="${LISTS}/content-types"><Default Extension="rels" ContentType="${TYPES}package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${STYLES_TYPE}"/></Types>`,
  ],
  ['_rels/.rels', relationships('officeDocument', 'xl/workbook.xml')],
  [
    'xl/workbook.xml',
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews><sheets></sheets></workbook>`,
  ],
  ['xl/_rels/workbook.xml.rels', relationships('styles', 'styles.xml')],
  ['xl/styles.xml', plainStyles(MAIN, OFFICIAL_FONT)],
]);

/** A new workbook without any sheet yet: table changes add them. */
export function newWorkbook(): WorkbookFile {
  return new WorkbookFile(readBook(Package.create(NEW_PARTS)));
}
