// Reads a report's prose from a file into paragraphs: .txt and .md here, .docx once its reader is there.
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { UsageError } from './usage.ts';

/** The paragraphs of a prose file, in order; throws UsageError with one sentence when it cannot be read. */
export function readNarrative(path: string): readonly string[] {
  const extension = extname(path).toLowerCase();
  // The one place where the paragraphs of a Word document come in.
  if (extension === '.docx')
    throw new UsageError(`Chưa đọc được lời văn từ tệp Word “${path}”; hãy lưu thành tệp .txt rồi chạy lại.`);
  if (extension !== '.txt' && extension !== '.md')
    throw new UsageError(`--narrative nhận tệp .txt hoặc .md, không nhận “${path}”.`);
  return decode(bytesOf(path)).split(/\r\n|\r|\n/);
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
