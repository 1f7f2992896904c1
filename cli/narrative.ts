// Reads a report's prose from a file into paragraphs: .docx, .txt and .md.
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { UsageError } from './usage.ts';
import { readDocument } from './word.ts';

export interface Prose {
  readonly paragraphs: readonly string[];
  /** Worth telling about the file: that it was typed for old fonts. */
  readonly warnings: readonly string[];
}

/** The paragraphs of a prose file, in order; throws UsageError with one sentence when it cannot be read. */
export async function readNarrative(path: string): Promise<Prose> {
  const extension = extname(path).toLowerCase();
  if (extension === '.docx') return readDocumentProse(path);
  if (extension !== '.txt' && extension !== '.md')
    throw new UsageError(`--narrative nhận tệp .docx, .txt hoặc .md, không nhận “${path}”.`);
  return { paragraphs: decode(bytesOf(path)).split(/\r\n|\r|\n/), warnings: [] };
}

async function readDocumentProse(path: string): Promise<Prose> {
  const read = await readDocument(path);
  if (!read.ok) throw new UsageError(`${path}: ${read.message}`);
  const legacy = `Văn bản gõ bằng phông chữ cũ (${read.legacy}); công cụ đã đọc được, nên chuyển sang Unicode.`;
  return { paragraphs: read.paragraphs, warnings: read.legacy === null ? [] : [legacy] };
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new UsageError(`Không đọc được tệp lời văn “${path}”; hãy kiểm tra lại tên và đường dẫn.`);
  }
}

/** Notepad saves "Unicode" as UTF-16; everything else is taken for UTF-8. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
