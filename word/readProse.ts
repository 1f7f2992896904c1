// Reads a report's prose from any file it may come in: .docx, .txt, .md.
import { DOCUMENTS, decodeText, refusing, tooLarge, type Unpackers } from '../ooxml/index.ts';
import { readWord } from './readWord.ts';

export type ProseResult =
  | {
      readonly ok: true;
      readonly paragraphs: readonly string[];
      /** Worth telling about the file: that it was typed for old fonts. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/** Characters: some five hundred pages. Every number among them is looked at, so that more would take minutes. */
const LONGEST = 1_000_000;

/** The paragraphs in order; what cannot be read comes back with one Vietnamese sentence. Never throws. */
export function readProse(name: string, bytes: Uint8Array, unpackers?: Unpackers): ProseResult {
  const read = readAnyProse(name, bytes, unpackers);
  if (!read.ok) return read;
  return refusing((): ProseResult => {
    const length = read.paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
    if (length > LONGEST) throw tooLarge('quá nhiều chữ');
    return read;
  }, DOCUMENTS);
}

function readAnyProse(name: string, bytes: Uint8Array, unpackers?: Unpackers): ProseResult {
  switch (/\.[^.]*$/.exec(name)?.[0].toLowerCase()) {
    case '.docx':
      return readDocument(bytes, unpackers);
    case '.txt':
    case '.md':
      // Notepad saves “Unicode” as UTF-16.
      return { ok: true, paragraphs: decodeText(bytes).text.split(/\r\n|\r|\n/), warnings: [] };
    default:
      return { ok: false, message: `Lời văn phải ở tệp .docx, .txt hoặc .md; không nhận “${name}”.` };
  }
}

function readDocument(bytes: Uint8Array, unpackers?: Unpackers): ProseResult {
  const read = readWord(bytes, unpackers);
  if (!read.ok) return { ok: false, message: read.message };
  const legacy = `Văn bản gõ bằng phông chữ cũ (${read.legacy}); công cụ đã đọc được, nên chuyển sang Unicode.`;
  return { ok: true, paragraphs: read.paragraphs, warnings: read.legacy === null ? [] : [legacy] };
}
