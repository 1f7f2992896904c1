// Word files on the command line: a report written by a template, the text of a document read.
import { extname } from 'node:path';
import type { ReportDocument } from '../core/index.ts';
import type { ProseResult } from '../word/index.ts';
import { readBytes } from './files.ts';
import { nodeUnpackers } from './inflate.ts';
import { UsageError } from './usage.ts';

/** Most runs need no Word: it is started only when asked for, out of the same file. */
function loadWord() {
  return import(/* webpackMode: "eager" */ '../word/index.ts');
}

/** The report as .docx, by the template of that name or else the default one. Throws UsageError for a wrong template. */
export async function writeReport(report: ReportDocument, template: string | null): Promise<Uint8Array> {
  const { writeWord } = await loadWord();
  const written = template === null ? writeWord(report) : writeWord(report, readTemplate(template), nodeUnpackers);
  if (written.ok) return written.bytes;
  throw new UsageError([`Mẫu Word “${template}” chưa dùng được:`, ...written.problems].join('\n- '));
}

function readTemplate(path: string): Uint8Array {
  if (extname(path).toLowerCase() !== '.docx') {
    throw new UsageError(
      `Mẫu Word “${path}” phải có đuôi .docx; hãy mở bằng Word, chọn Lưu thành… dạng .docx rồi thử lại.`,
    );
  }
  const bytes = readBytes(path);
  if ('ok' in bytes) throw new UsageError(`Mẫu Word “${path}”: ${bytes.message}`);
  return bytes;
}

/** The prose in the bytes of a file of that name. */
export async function readProseOf(name: string, bytes: Uint8Array): Promise<ProseResult> {
  return (await loadWord()).readProse(name, bytes, nodeUnpackers);
}
