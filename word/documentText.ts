// Walks the text of a document part: paragraphs and rows of tables in their order, each in pieces of one font.
import { XmlReader } from '../ooxml/index.ts';
import type { Piece, Pieces } from './legacyText.ts';
import { legacyFont, type RunLook, readRunProperties, type WordStyles } from './wordStyles.ts';

/** What is no text of the document: tracked deletions, what was moved away, settings, phonetic guides. */
const SKIPPED: ReadonlySet<string> = new Set(['del', 'moveFrom', 'sdtPr', 'sectPr', 'tblPr', 'tcPr', 'rt']);

/** Texts that one run element stands for, besides the text typed. A soft hyphen is none: it only says where to break. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['ptab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
]);

const TAB: Piece = { text: '\t', font: null };
const LINE: Piece = { text: '\n', font: null };

/** A paragraph being read; those of text boxes inside it follow when it is done. */
interface Open {
  pieces: Piece[];
  readonly boxes: Pieces[];
  style: string | null;
  removed: boolean;
}

/** Reads the part into paragraphs; throws FileError when it is not well formed. */
export function readText(xml: string, styles: WordStyles): readonly Pieces[] {
  return new DocumentText(new XmlReader(xml), styles).read();
}

class DocumentText {
  private readonly reader: XmlReader;
  private readonly styles: WordStyles;
  /** Where finished paragraphs go: the document, a cell, a text box. */
  private into: Pieces[] = [];
  private paragraph: Open | null = null;
  /** What a paragraph whose mark was deleted leaves to the next one. */
  private carried: Piece[] = [];
  /** A field's code is no text, its result is; fields nest. */
  private readonly fields: ('code' | 'result')[] = [];
  private readonly enterThis = (name: string): void => this.enter(name);

  constructor(reader: XmlReader, styles: WordStyles) {
    this.reader = reader;
    this.styles = styles;
  }

  read(): readonly Pieces[] {
    while (this.reader.next()) if (this.reader.kind !== 'close') this.enter(this.reader.local);
    this.leave(this.into);
    return this.into;
  }

  /** What was left to a next paragraph where there is none. */
  private leave(into: Pieces[]): void {
    if (this.carried.length > 0) into.push(this.carried);
    this.carried = [];
  }

  /** Reads the element whose opening tag the reader stands on, to its end or to its content. */
  private enter(name: string): void {
    if (SKIPPED.has(name)) this.reader.skip();
    else if (name === 'p') this.readParagraph();
    else if (name === 'pPr') this.readParagraphProperties();
    else if (name === 'r') this.readRun();
    else if (name === 'tbl') this.readTable();
    else if (name === 'sdt') this.readControl();
    else if (name === 'txbxContent') this.readBox();
    else if (name === 'AlternateContent') this.readAlternatives();
  }

  private inside(each: (local: string) => void): void {
    const { reader } = this;
    if (reader.kind === 'empty') return;
    const { depth } = reader;
    while (reader.next() && reader.depth > depth) if (reader.kind !== 'close') each(reader.local);
  }

  private readParagraph(): void {
    const around = this.paragraph;
    const open: Open = { pieces: this.carried, boxes: [], style: null, removed: false };
    this.carried = [];
    this.paragraph = open;
    this.inside(this.enterThis);
    this.paragraph = around;
    if (open.removed) this.carried = open.pieces;
    else this.into.push(open.pieces);
    this.into.push(...open.boxes);
  }

  private readParagraphProperties(): void {
    this.inside((local) => {
      if (local === 'pStyle' && this.paragraph) this.paragraph.style = this.reader.prefixedAttribute('val');
      else if (local === 'rPr' && this.paragraph) this.paragraph.removed = readRunProperties(this.reader).removed;
      else if (local !== 'pStyle') this.reader.skip();
    });
  }

  /** Formulas have runs too; their properties come under another name. */
  private readRun(): void {
    let look = this.styles.look({}, null, this.paragraph?.style ?? null);
    this.inside((local) => {
      if (local === 'rPr') {
        const own = readRunProperties(this.reader);
        look = this.styles.look(own.look, own.style, this.paragraph?.style ?? null);
      } else if (local === 't') this.write(this.reader.text(), look);
      else if (local === 'fldChar') this.readFieldMark();
      else if (local === 'sym') this.readSymbol(look);
      else if (SIGNS.has(local)) this.write(SIGNS.get(local) ?? '', look);
      else this.enter(local);
    });
  }

  private write(text: string, look: RunLook): void {
    if (look.hidden || this.fields.includes('code') || !this.paragraph) return;
    const font = legacyFont(look);
    const { pieces } = this.paragraph;
    const last = pieces.at(-1);
    const plain = font === null ? text : text.replace(/[\uf020-\uf0ff]/g, lowByte);
    if (last && last.font === font) pieces[pieces.length - 1] = { text: last.text + plain, font };
    else pieces.push({ text: plain, font });
  }

  /** A sign by its number: a letter when its font draws an old code, else an ornament. */
  private readSymbol(look: RunLook): void {
    const font = this.reader.prefixedAttribute('font') ?? undefined;
    const code = Number.parseInt(this.reader.prefixedAttribute('char') ?? '', 16);
    const drawn = { ...look, font };
    if (code > 0 && legacyFont(drawn) !== null) this.write(String.fromCharCode(code & 0xff), drawn);
  }

  private readFieldMark(): void {
    const kind = this.reader.prefixedAttribute('fldCharType');
    if (kind === 'begin') this.fields.push('code');
    else if (kind === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = 'result';
    else if (kind === 'end') this.fields.pop();
    this.reader.skip();
  }

  private readTable(): void {
    const around = this.paragraph;
    this.paragraph = null;
    this.leave(this.into);
    this.inside((local) => {
      if (local === 'tr') this.readRow();
    });
    this.paragraph = around;
  }

  /** A row is one text: its cells joined by tabs, the paragraphs of a cell by line ends. A deleted row is none. */
  private readRow(): void {
    const outer = this.into;
    const cells: Piece[][] = [];
    let deleted = false;
    this.inside((local) => {
      if (local === 'trPr') deleted = this.isDeletedRow();
      else if (local === 'tc') cells.push(this.readCell());
    });
    this.into = outer;
    if (!deleted) outer.push(joined(cells, TAB));
  }

  private isDeletedRow(): boolean {
    let deleted = false;
    this.inside((local) => {
      if (local === 'del') deleted = true;
      this.reader.skip();
    });
    return deleted;
  }

  private readCell(): Piece[] {
    const outer = this.into;
    const paragraphs: Pieces[] = [];
    this.into = paragraphs;
    this.inside(this.enterThis);
    this.leave(paragraphs);
    this.into = outer;
    return joined(paragraphs.filter(hasText), LINE);
  }

  /** A content control: what was filled in, not the prompt that asks for it. */
  private readControl(): void {
    let prompt = false;
    this.inside((local) => {
      if (local === 'sdtPr') {
        this.inside((property) => {
          if (property === 'showingPlcHdr') prompt = true;
          this.reader.skip();
        });
      } else if (local === 'sdtContent') {
        if (prompt) this.reader.skip();
      } else this.enter(local);
    });
  }

  private readBox(): void {
    const { into, paragraph, carried } = this;
    const boxed: Pieces[] = [];
    Object.assign(this, { into: boxed, carried: [] });
    this.inside(this.enterThis);
    this.leave(boxed);
    Object.assign(this, { into, paragraph, carried });
    (paragraph?.boxes ?? into).push(...boxed);
  }

  /** The same content in several ways: the first one is read. */
  private readAlternatives(): void {
    let taken = false;
    this.inside((local) => {
      const isWay = local === 'Choice' || local === 'Fallback';
      if (isWay && taken) this.reader.skip();
      else if (isWay) taken = this.reader.kind === 'open';
      else this.enter(local);
    });
  }
}

function joined(parts: readonly Pieces[], between: Piece): Piece[] {
  const pieces: Piece[] = [];
  for (const part of parts) {
    if (part !== parts[0]) pieces.push(between);
    for (const piece of part) pieces.push(piece);
  }
  return pieces;
}

function hasText(pieces: Pieces): boolean {
  return pieces.some(({ text }) => text.trim() !== '');
}

/** Symbol fonts keep their letters in a private range of Unicode. */
function lowByte(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) & 0xff);
}
