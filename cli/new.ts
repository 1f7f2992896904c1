// `cchc new`: a fresh annex workbook, empty or filled from a JSON file.
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { INPUTS, type Key, pl01b2024, planAnnexForm, planInfoForm } from '../core/index.ts';
import { makeWorkbook } from '../xlsx/index.ts';
import { checkOutput, writeWhole } from './files.ts';
import { type NewCommand, UsageError } from './usage.ts';

const VALUE = z.union([z.number(), z.string(), z.null()]);
const keys = pl01b2024.rows.map((row) => row.key);
const inputKeys = INPUTS.map((input) => input.key).filter((key) => key !== 'unit' && key !== 'period');

/** `{"figures": {"3.3.1": 494, "3.5": "04"}, "unit": "…", "period": "…", "inputs": {"K": 4}}`, all optional. */
const VALUES = z.strictObject({
  figures: z.optional(z.partialRecord(z.enum(keys as [Key, ...Key[]]), VALUE)),
  unit: z.optional(z.string()),
  period: z.optional(z.string()),
  inputs: z.optional(z.partialRecord(z.enum(inputKeys), VALUE)),
});

export function runNew(command: NewCommand): number {
  checkOutput(command.file, { force: command.force });
  const values = command.values === null ? {} : readValues(command.values);
  const { figures = {}, unit, period, inputs = {} } = values;
  const names = { ...(unit !== undefined && { unit }), ...(period !== undefined && { period }) };
  const forms = [planAnnexForm(pl01b2024, { figures, ...names }), planInfoForm({ ...inputs, ...names })];
  writeWhole(command.file, makeWorkbook(forms));
  process.stderr.write(`Đã tạo: ${command.file}\n`);
  return 0;
}

function readValues(path: string): z.infer<typeof VALUES> {
  const parsed = VALUES.safeParse(readJson(path));
  if (parsed.success) return parsed.data;
  throw new UsageError(`Tệp “${path}” có chỗ chưa đúng: ${parsed.error.issues.map(explain).join('; ')}.`);
}

function readJson(path: string): unknown {
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

function explain(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join(' → ');
  switch (issue.code) {
    case 'unrecognized_keys':
      return `không có mục “${issue.keys.join('”, “')}”${place === '' ? '' : ` trong ${place}`}`;
    case 'invalid_key':
      return `không có dòng “${String(issue.path[issue.path.length - 1] ?? '')}” trong ${String(issue.path[0] ?? '')}`;
    case 'invalid_type':
      return `“${place || 'nội dung tệp'}” phải là ${issue.expected === 'string' ? 'chữ' : 'một đối tượng { … }'}`;
    default:
      return `“${place}” phải là số, chữ hoặc null`;
  }
}
