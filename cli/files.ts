// Files on disk: what a name, a directory or a pattern stands for; reading them whole.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { type FileErrorCode as FormatErrorCode, readSpreadsheet, type SpreadsheetRead } from '../xlsx/index.ts';
import { nodeUnpackers } from './inflate.ts';
import { UsageError } from './usage.ts';

const SPREADSHEETS = ['.xlsx', '.xlsm', '.csv', '.tsv'];

/**
 * The files meant, in the order given; those of a directory or pattern sorted by name. What stands for no file at all
 * is bad usage when it is all that was given, else it stays in the list and fails by itself.
 */
export function expandFiles(given: readonly string[]): readonly string[] {
  const files = given.flatMap((one) => {
    const found = expand(one);
    if (found.length === 0 && given.length === 1) throw new UsageError(nothingIn(one));
    return found.length === 0 ? [one] : found;
  });
  return [...new Set(files)];
}

function nothingIn(given: string): string {
  return existsSync(given)
    ? `Thư mục “${given}” không có tệp .xlsx, .xlsm, .csv hay .tsv nào.`
    : `Không có tệp nào khớp với “${given}”.`;
}

function expand(given: string): readonly string[] {
  if (existsSync(given)) return statSync(given).isDirectory() ? inDirectory(given) : [given];
  if (!/[*?[\]{}]/.test(given)) return [given];
  const found = globSync([given.replace(/\\/g, '/')], { dot: false, expandDirectories: false }).filter(isInput);
  return found.sort(byName);
}

function inDirectory(directory: string): readonly string[] {
  const found = globSync(['**/*.{xlsx,xlsm,csv,tsv}'], { cwd: directory, dot: false, caseSensitiveMatch: false });
  const files = found
    .map((file) => join(directory, file))
    .filter(isInput)
    .sort(byName);
  return files;
}

/** Excel's lock files ("~$…") are no workbooks. */
function isInput(file: string): boolean {
  return !basename(file).startsWith('~$');
}

/** By UTF-16 units: the same order on every machine. */
function byName(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

export type FileErrorCode = 'not-found' | FormatErrorCode;

export type Opened =
  | Extract<SpreadsheetRead, { ok: true }>
  | { readonly ok: false; readonly code: FileErrorCode; readonly message: string };

/** More than any report holds; a larger file is not read into memory. */
const LARGEST_FILE = 200 * 1024 * 1024;

/** Opens a spreadsheet by its name; what is wrong comes back with one sentence. `file` is null for .csv and .tsv. */
export function openFile(path: string): Opened {
  const bytes = readBytes(path);
  if ('ok' in bytes) return bytes;
  return readSpreadsheet(path, bytes, nodeUnpackers);
}

/** The whole of a file; what is wrong comes back with one sentence. */
export function readBytes(path: string): Uint8Array | Extract<Opened, { ok: false }> {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return failure('not-found', 'Thư mục không có tệp bảng tính nào.');
    if (stats.size > LARGEST_FILE)
      return failure('too-large', 'Tệp lớn hơn 200 MB; hãy lưu riêng trang tính Phụ lục 01b thành một tệp.');
    return readFileSync(path);
  } catch (error) {
    const missing = error instanceof Error && Reflect.get(error, 'code') === 'ENOENT';
    if (missing) return failure('not-found', 'Không có tệp này; hãy kiểm tra lại tên và đường dẫn.');
    return failure('corrupt', 'Không đọc được tệp; hãy kiểm tra quyền đọc và ổ đĩa.');
  }
}

function failure(code: FileErrorCode, message: string): Extract<Opened, { ok: false }> {
  return { ok: false, code, message };
}

/** What a JSON file holds; throws UsageError. */
export function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`Không đọc được tệp “${path}”; hãy kiểm tra lại tên và đường dẫn.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError(`Tệp “${path}” không phải là JSON hợp lệ.`);
  }
}

/** Refuses an output that exists, that is the input, or that has another extension than it should; throws UsageError. */
export function checkOutput(
  output: string,
  options: {
    readonly force: boolean;
    readonly input?: string;
    readonly or?: readonly string[];
    readonly only?: readonly string[];
  },
): void {
  const usual = options.input === undefined ? '.xlsx' : outputExtension(options.input);
  const wanted = options.only ?? [usual, ...(options.or ?? [])];
  if (!wanted.includes(extname(output).toLowerCase()))
    throw new UsageError(`Tệp ghi ra “${output}” phải có đuôi ${wanted.join(' hoặc ')}.`);
  if (options.input !== undefined && resolve(options.input) === resolve(output)) {
    throw new UsageError(
      `Tệp ghi ra trùng với tệp đầu vào “${output}”; tệp đầu vào không bao giờ bị sửa, hãy chọn tên khác.`,
    );
  }
  if (!existsSync(dirname(resolve(output)))) throw new UsageError(`Không có thư mục để ghi tệp “${output}”.`);
  if (existsSync(output) && !options.force) {
    throw new UsageError(`Đã có tệp “${output}”; thêm --force nếu muốn ghi đè, hoặc chọn tên khác.`);
  }
}

function outputExtension(input: string): string {
  const extension = extname(input).toLowerCase();
  return SPREADSHEETS.slice(0, 2).includes(extension) ? extension : '.xlsx';
}
