// Reads the prose that is to be compared, from the file named by --narrative.
import { extname } from 'node:path';
import type { ProseResult } from '../word/index.ts';
import { readBytes } from './files.ts';
import { UsageError } from './usage.ts';
import { readProseOf } from './word.ts';

const KINDS = ['.docx', '.txt', '.md'];

/** The paragraphs of a prose file, in order; throws UsageError with one sentence when it cannot be read. */
export async function readNarrative(path: string): Promise<Extract<ProseResult, { ok: true }>> {
  if (!KINDS.includes(extname(path).toLowerCase()))
    throw new UsageError(`--narrative nhận tệp .docx, .txt hoặc .md, không nhận “${path}”.`);
  const bytes = readBytes(path);
  const read = 'ok' in bytes ? bytes : await readProseOf(path, bytes);
  if (!read.ok) throw new UsageError(`${path}: ${read.message}`);
  return read;
}
