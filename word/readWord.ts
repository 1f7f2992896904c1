// Reads the text of a .docx as Word shows it: what is deleted, hidden or only a field's code is no text.
import { DOCUMENTS, type FileFailure, INFLATE, refusing, type Unpackers } from '../ooxml/index.ts';
import { readText } from './documentText.ts';
import { type LegibleText, makeLegible } from './legacyText.ts';
import { openWordFile, type WordFile } from './wordFile.ts';
import { readStyles } from './wordStyles.ts';

export type ReadResult = ({ readonly ok: true } & LegibleText) | FileFailure;

/**
 * The paragraphs that have text, in their order, without numbers that Word would draw before them; a row of a table is
 * one, its cells joined by tabs. `legacy` names the old code (TCVN3, VNI) that text had to be decoded from.
 * Refuses what is no .docx with a code and a Vietnamese sentence; never throws.
 */
export function readWord(bytes: Uint8Array, unpackers: Unpackers = INFLATE): ReadResult {
  return refusing((): ReadResult => {
    const file = openWordFile(bytes, unpackers);
    const pieces = readText(file.pack.text(file.part), readStyles(stylesOf(file)));
    const { paragraphs, legacy } = makeLegible(pieces);
    const texts = paragraphs.map((text) => text.replace(/^\n+|\n+$/g, '')).filter((text) => text.trim() !== '');
    return { ok: true, paragraphs: texts, legacy };
  }, DOCUMENTS);
}

function stylesOf({ pack, part }: WordFile): string | null {
  const styles = pack.relationships(part).find(({ kind, external }) => kind === 'styles' && !external);
  return styles && pack.has(styles.target) ? pack.text(styles.target) : null;
}
