// The journal beside the output of `cchc consolidate`: what has been read so far, so that an interrupted run can go on.
import { appendFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { type GatheredFile, RULES_VERSION } from '../core/index.ts';
import { type StampedFile, stampOf } from './gather.ts';
import { UsageError } from './usage.ts';
import { VERSION } from './version.ts';

const PERIOD = z.strictObject({ label: z.string(), year: z.number(), months: z.number(), end: z.string() });
const COUNT = z.number().check(z.nonnegative());

const REPORT = z.strictObject({
  file: z.string(),
  sheet: z.string(),
  unit: z.nullable(z.string()),
  period: z.nullable(PERIOD),
  template: z.string(),
  figures: z.array(z.nullable(z.union([z.number(), z.string()]))),
  addresses: z.string(),
  inputs: z.array(z.nullable(z.number())),
  errors: z.array(
    z.strictObject({
      rule: z.string(),
      key: z.nullable(z.string()),
      address: z.nullable(z.string()),
      message: z.string(),
    }),
  ),
  warnings: COUNT,
  infos: COUNT,
  explained: COUNT,
  otherSheets: z.array(z.string()),
});

const ENTRY = z.strictObject({
  /** Size and time of the file when it was read: another size or time, and it is read again. */
  size: COUNT,
  modified: z.number(),
  gathered: z.strictObject({
    file: z.string(),
    saved: z.nullable(z.string()),
    reports: z.array(REPORT),
    error: z.nullable(z.strictObject({ code: z.string(), message: z.string() })),
  }),
});

/** Another program, other rules or another template might read the same file otherwise. */
function headOf(template: string): string {
  return JSON.stringify({ journal: 'cchc consolidate', version: VERSION, rules: RULES_VERSION, template });
}

export class Journal {
  readonly path: string;
  private waiting = '';

  private readonly head: string;

  constructor(output: string, template: string) {
    this.head = headOf(template);
    this.path = `${output}.cchc-journal`;
  }

  get exists(): boolean {
    return existsSync(this.path);
  }

  /** What still holds of an earlier run, by file. A last line cut off by the interruption is dropped, from the file too. */
  resume(): ReadonlyMap<string, GatheredFile> {
    const text = this.attempt(() => (this.exists ? readFileSync(this.path, 'utf8') : ''));
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const [head, ...lines] = whole.split('\n').slice(0, -1);
    if (head !== this.head) {
      this.start();
      return new Map();
    }
    this.attempt(() => truncateSync(this.path, Buffer.byteLength(whole)));
    return new Map(lines.flatMap(readLine).map((gathered) => [gathered.file, gathered]));
  }

  /** Begins anew. */
  start(): void {
    this.attempt(() => writeFileSync(this.path, `${this.head}\n`));
  }

  add({ stamp, gathered }: StampedFile): void {
    if (!stamp) return;
    this.waiting += `${JSON.stringify({ ...stamp, gathered })}\n`;
    if (this.waiting.length > FLUSH_AT) this.flush();
  }

  flush(): void {
    const text = this.waiting;
    this.waiting = '';
    this.attempt(() => appendFileSync(this.path, text));
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }

  private attempt<T>(action: () => T): T {
    try {
      return action();
    } catch {
      throw new UsageError(`Không ghi được tệp nhật ký “${this.path}”; hãy kiểm tra quyền ghi và dung lượng ổ đĩa.`);
    }
  }
}

/** Characters kept back: a few dozen files are read again after an interruption at most. */
const FLUSH_AT = 100_000;

/** Nothing for a line that is damaged, or whose file has changed or gone since. */
function readLine(line: string): readonly GatheredFile[] {
  const entry = ENTRY.safeParse(parse(line));
  if (!entry.success) return [];
  const { size, modified, gathered } = entry.data;
  const now = stampOf(gathered.file);
  return now?.size === size && now.modified === modified ? [gathered] : [];
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
