// Reads one worksheet part into a grid.
import type { Grid } from '../core/index.ts';
import { type Package, XmlReader } from '../ooxml/index.ts';
import { readPlainSheet } from './plainSheet.ts';
import { SheetBuilder, type SheetContext } from './sheetBuilder.ts';
import { decodeCellText, type RichText, readRichText } from './strings.ts';
import type { SheetEntry } from './workbook.ts';

/** Reads the cells of a worksheet part. Throws FileError on XML or references that no spreadsheet would write. */
export function readSheet(pack: Package, sheet: SheetEntry, context: SheetContext): Grid {
  const part = sheet.part ?? '';
  const bytes = pack.unchangedBytes(part);
  const plain = new SheetBuilder(context);
  const builder = bytes && readPlainSheet(bytes, plain) ? plain : readXml(pack.text(part), new SheetBuilder(context));
  const { cells, texts, formulas, fonts } = builder.finish();
  const grid = { name: sheet.name, visible: sheet.visible, cells, texts, formulas };
  return context.withFonts ? { ...grid, fonts } : grid;
}

function readXml(xml: string, sheet: SheetBuilder): SheetBuilder {
  const reader = new XmlReader(xml);
  while (reader.next()) {
    if (reader.depth === 1 && reader.kind === 'open' && reader.is('sheetData')) readRows(reader, sheet);
    else if (reader.depth === 1) reader.skip();
  }
  return sheet;
}

function readRows(reader: XmlReader, sheet: SheetBuilder): void {
  while (reader.next() && reader.depth > 1) {
    if (reader.kind === 'close' || !reader.is('row')) continue;
    const number = reader.attribute('r');
    // Row 0 exists in no spreadsheet; what some program put there, every other passes over.
    if (number === '0') {
      reader.skip();
      continue;
    }
    sheet.startRow(number === null ? null : Number(number) - 1);
    if (reader.kind === 'open') readCells(reader, sheet);
  }
}

function readCells(reader: XmlReader, sheet: SheetBuilder): void {
  while (reader.next() && reader.depth > 2) {
    if (reader.kind === 'close' || !reader.is('c')) continue;
    sheet.startCell(reader);
    if (reader.kind === 'open') readContent(reader, sheet);
  }
}

function readContent(reader: XmlReader, sheet: SheetBuilder): void {
  if (takePlainContent(reader, sheet)) return;
  let value: string | null = null;
  let rich: RichText | null = null;
  let hasFormula = false;
  while (reader.next() && reader.depth > 3) {
    if (reader.kind === 'close') continue;
    if (reader.is('v')) value = reader.text();
    else if (reader.is('f')) {
      hasFormula = true;
      sheet.addFormula(reader);
    } else if (reader.is('is')) rich = readRichText(reader);
    else reader.skip();
  }
  if (value !== null || rich !== null || hasFormula) sheet.addValue(value, rich);
}

/** What nearly all cells hold, taken in one step; false when this one is written in another way. */
function takePlainContent(reader: XmlReader, sheet: SheetBuilder): boolean {
  if (sheet.isInline) {
    const text = reader.takeText('<is><t>', '</t></is></c>');
    if (text !== null) sheet.addValue(null, { text: decodeCellText(text), font: null });
    return text !== null;
  }
  const value = reader.takeText('<v>', '</v></c>');
  if (value !== null) sheet.addValue(value, null);
  return value !== null;
}
