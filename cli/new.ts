// `cchc new`: a fresh annex workbook, empty or filled from a JSON file.
import * as z from 'zod/mini';
import {
  INPUTS,
  type Key,
  pl01b2024,
  planAnnexForm,
  planInfoForm,
  planTemplateSheet,
  type Template,
} from '../core/index.ts';
import { makeWorkbook } from '../xlsx/index.ts';
import { checkOutput, readJson } from './files.ts';
import { templateOption } from './template.ts';
import { say } from './terminal.ts';
import { type NewCommand, UsageError } from './usage.ts';
import { writeWhole } from './wholeFile.ts';

const VALUE = z.union([z.number(), z.string(), z.null()]);
const inputKeys = INPUTS.map((input) => input.key).filter((key) => key !== 'unit' && key !== 'period');

/** `{"figures": {"3.3.1": 494, "3.5": "04"}, "unit": "…", "period": "…", "inputs": {"K": 4}}`, all optional. */
function valuesOf({ rows }: Template<Key>) {
  const keys = rows.map((row) => row.key);
  return z.strictObject({
    figures: z.optional(z.partialRecord(z.enum(keys as [Key, ...Key[]]), VALUE)),
    unit: z.optional(z.string()),
    period: z.optional(z.string()),
    inputs: z.optional(z.partialRecord(z.enum(inputKeys), VALUE)),
  });
}

type Values = z.infer<ReturnType<typeof valuesOf>>;

export function runNew(command: NewCommand): number {
  checkOutput(command.file, { force: command.force });
  const own = templateOption(command.template).template;
  const template = own ?? pl01b2024;
  const values: Values = command.values === null ? {} : readValues(command.values, template);
  const { figures = {}, unit, period, inputs = {} } = values;
  const names = { ...(unit !== undefined && { unit }), ...(period !== undefined && { period }) };
  const forms = [
    planAnnexForm(template, { figures, ...names }),
    planInfoForm({ ...inputs, ...names }),
    // Whoever opens the workbook has the template with it.
    ...(own ? [planTemplateSheet(own)] : []),
  ];
  writeWhole(command.file, makeWorkbook(forms));
  say(`Đã tạo: ${command.file}\n`);
  return 0;
}

function readValues(path: string, template: Template<Key>): Values {
  const parsed = valuesOf(template).safeParse(readJson(path));
  if (parsed.success) return parsed.data;
  throw new UsageError(`Tệp “${path}” có chỗ chưa đúng: ${parsed.error.issues.map(explain).join('; ')}.`);
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
