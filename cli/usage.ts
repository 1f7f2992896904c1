// The command line as a user types it: commands, options, and one clear sentence for what is wrong with them.
import { parseArgs } from 'node:util';

/** What is wrong with the command or a file, in one sentence; it ends the program with status 2. */
export class UsageError extends Error {}

export interface CheckCommand {
  readonly name: 'check';
  /** A JSON file that holds a province's own variant of the annex. */
  readonly template: string | null;
  readonly files: readonly string[];
  readonly sheet: string | null;
  readonly format: 'text' | 'json';
  readonly output: string | null;
  /** The report's prose, to be compared with the annex. */
  readonly narrative: string | null;
  readonly force: boolean;
  /** Worker threads; null for as many as suit the machine. */
  readonly jobs: number | null;
}

export interface NarrateCommand {
  readonly name: 'narrate';
  readonly template: string | null;
  readonly file: string;
  readonly sheet: string | null;
  readonly output: string | null;
  readonly wordTemplate: string | null;
  readonly force: boolean;
}

export interface ClearCommand {
  readonly name: 'clear';
  readonly template: string | null;
  readonly file: string;
  readonly output: string;
  readonly sheets: boolean;
  readonly force: boolean;
}

export interface NewCommand {
  readonly name: 'new';
  readonly template: string | null;
  readonly file: string;
  readonly values: string | null;
  readonly force: boolean;
}

export interface ConsolidateCommand {
  readonly name: 'consolidate';
  readonly template: string | null;
  readonly files: readonly string[];
  readonly output: string;
  readonly roster: string | null;
  /** As typed: "6 tháng đầu năm 2024". */
  readonly period: string | null;
  readonly resume: boolean;
  readonly format: 'text' | 'json';
  readonly force: boolean;
  readonly jobs: number | null;
}

export interface FactsCommand {
  readonly name: 'facts';
  readonly template: string | null;
  readonly files: readonly string[];
  readonly output: string;
  readonly force: boolean;
  readonly jobs: number | null;
}

export type Command =
  | CheckCommand
  | NarrateCommand
  | ClearCommand
  | NewCommand
  | ConsolidateCommand
  | FactsCommand
  | { readonly name: 'help' }
  | { readonly name: 'version' };

const OPTIONS = {
  check: ['sheet', 'template', 'format', 'output', 'narrative', 'force', 'jobs'],
  narrate: ['sheet', 'template', 'output', 'word-template', 'force'],
  clear: ['template', 'output', 'sheets', 'force'],
  new: ['template', 'values', 'force'],
  consolidate: ['template', 'output', 'roster', 'period', 'resume', 'format', 'force', 'jobs'],
  facts: ['template', 'output', 'force', 'jobs'],
} as const;

const ALL_OPTIONS = {
  sheet: { type: 'string' },
  template: { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  values: { type: 'string' },
  'word-template': { type: 'string' },
  narrative: { type: 'string' },
  jobs: { type: 'string' },
  roster: { type: 'string' },
  period: { type: 'string' },
  resume: { type: 'boolean' },
  force: { type: 'boolean' },
  sheets: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** Reads the arguments after the program's name; throws UsageError. */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [name, ...files] = positionals;
  if (values.version) return { name: 'version' };
  if (values.help || name === 'help' || name === undefined) return { name: 'help' };
  if (!isCommandName(name)) throw new UsageError(`Không có lệnh “${name}”; gõ cchc --help để xem các lệnh.`);
  const allowed: readonly string[] = OPTIONS[name];
  const stray = Object.keys(values).find((option) => !allowed.includes(option));
  if (stray !== undefined)
    throw new UsageError(`Lệnh ${name} không dùng tùy chọn --${stray}; gõ cchc --help để xem cách dùng.`);
  const common = { template: values.template ?? null, force: values.force === true };
  switch (name) {
    case 'check':
      return {
        name,
        files: atLeastOne(name, files),
        sheet: values.sheet ?? null,
        format: readFormat(values.format),
        output: values.output ?? null,
        narrative: values.narrative ?? null,
        ...common,
        jobs: readJobs(values.jobs),
      };
    case 'narrate': {
      const [sheet, output] = [values.sheet ?? null, values.output ?? null];
      const wordTemplate = values['word-template'] ?? null;
      return { name, file: exactlyOne(name, files), sheet, output, wordTemplate, ...common };
    }
    case 'clear': {
      if (values.output === undefined)
        throw new UsageError('Lệnh clear cần --output TỆP.xlsx để ghi bản đã bỏ đánh dấu.');
      return { name, file: exactlyOne(name, files), output: values.output, sheets: values.sheets === true, ...common };
    }
    case 'new':
      return { name, file: exactlyOne(name, files), values: values.values ?? null, ...common };
    case 'consolidate':
      return { name, ...common, ...consolidateOptions(values, files) };
    case 'facts':
      return { name, ...common, ...factsOptions(values, files) };
    default:
      return name satisfies never;
  }
}

type Values = ReturnType<typeof parse>['values'];

function consolidateOptions(
  values: Values,
  files: readonly string[],
): Omit<ConsolidateCommand, 'name' | 'template' | 'force'> {
  return {
    files: atLeastOne('consolidate', files),
    output: outputOf('consolidate', values.output, 'TỆP.xlsx'),
    roster: values.roster ?? null,
    period: values.period ?? null,
    resume: values.resume === true,
    format: readFormat(values.format),
    jobs: readJobs(values.jobs),
  };
}

function factsOptions(values: Values, files: readonly string[]): Omit<FactsCommand, 'name' | 'template' | 'force'> {
  return {
    files: atLeastOne('facts', files),
    output: outputOf('facts', values.output, 'TỆP.csv hoặc TỆP.parquet'),
    jobs: readJobs(values.jobs),
  };
}

function isCommandName(name: string): name is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, name);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: ALL_OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(explain(error));
  }
}

/** Node words these errors in English; the option it names is in quotes. */
function explain(error: unknown): string {
  const { code, message } =
    error instanceof Error ? { code: Reflect.get(error, 'code'), message: error.message } : { code: '', message: '' };
  const option = /'(--?[^ '<]+)/.exec(message)?.[1] ?? '';
  const known = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
  return `${known ? `Không có tùy chọn ${option}` : `Tùy chọn ${option} ghi chưa đúng`}; gõ cchc --help để xem cách dùng.`;
}

const EXAMPLES = {
  check: ['kiểm tra', 'cchc check bao-cao.xlsx'],
  consolidate: ['tổng hợp', 'cchc consolidate bao-cao --output tong-hop.xlsx'],
  facts: ['lấy số liệu', 'cchc facts bao-cao --output so-lieu.csv'],
} as const;

function atLeastOne(command: keyof typeof EXAMPLES, files: readonly string[]): readonly string[] {
  const [what, example] = EXAMPLES[command];
  if (files.length === 0) throw new UsageError(`Chưa ghi tệp cần ${what}, ví dụ: ${example}`);
  return files;
}

function outputOf(command: string, output: string | undefined, wanted: string): string {
  if (output === undefined) throw new UsageError(`Lệnh ${command} cần --output ${wanted} để ghi kết quả.`);
  return output;
}

function exactlyOne(command: string, files: readonly string[]): string {
  const [file] = files;
  if (file === undefined || files.length > 1) throw new UsageError(`Lệnh ${command} cần đúng một tệp.`);
  return file;
}

function readFormat(format: string | undefined): 'text' | 'json' {
  if (format === undefined || format === 'text') return 'text';
  if (format === 'json') return 'json';
  throw new UsageError(`--format chỉ nhận text hoặc json, không nhận “${format}”.`);
}

function readJobs(jobs: string | undefined): number | null {
  if (jobs === undefined) return null;
  if (!/^[1-9]\d?$/.test(jobs)) throw new UsageError(`--jobs là số luồng từ 1 đến 99, không nhận “${jobs}”.`);
  return Number(jobs);
}
