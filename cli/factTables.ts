// The long table of facts as CSV (RFC 4180, UTF-8) and as Parquet, written in pieces so that no table is held whole.
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { looksLikeFormula } from '../core/index.ts';
import { FACT_COLUMNS, type Fact } from './facts.ts';
import type { WholeFile } from './wholeFile.ts';

export interface FactTable {
  add(facts: readonly Fact[]): void;
  finish(): void;
}

const LINE_END = '\r\n';

export function csvTable(file: WholeFile): FactTable {
  const encoder = new TextEncoder();
  const write = (lines: readonly string[]) => {
    if (lines.length > 0) file.write(encoder.encode(lines.join(LINE_END) + LINE_END));
  };
  write([FACT_COLUMNS.join(',')]);
  return {
    add: (facts) => write(facts.map((fact) => FACT_COLUMNS.map((column) => field(fact[column])).join(','))),
    finish: () => file.finish(),
  };
}

/** A negative number, however it is typed, and nothing behind it: "-1+cmd|…" is a formula. */
const NUMBER = /^-\d[\d.,]*%?$/;

/** A number as a text must stay apart from one that spreadsheets would run as a formula: that one gets an apostrophe. */
function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = looksLikeFormula(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Rows a group: a few megabytes, and what a reader takes at a time. */
const GROUP = 50_000;

const SCHEMA: ConstructorParameters<typeof ParquetWriter>[0]['schema'] = [
  { name: 'facts', num_children: FACT_COLUMNS.length },
  ...FACT_COLUMNS.map((name) =>
    name === 'value'
      ? ({ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' } as const)
      : ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const),
  ),
];

/** Hands on what is in its buffer after every group of rows. */
class FlushingWriter extends ByteWriter {
  constructor(private readonly file: WholeFile) {
    super();
  }

  flush(): void {
    this.file.write(this.getBytes());
    this.index = 0;
  }
}

export function parquetTable(file: WholeFile): FactTable {
  const writer = new FlushingWriter(file);
  const table = new ParquetWriter({ writer, schema: SCHEMA, createdBy: 'cchc' });
  const waiting: Fact[] = [];
  const writeGroup = () => {
    const rows = waiting.splice(0);
    if (rows.length === 0) return;
    const columnData = FACT_COLUMNS.map((name) => ({ name, data: rows.map((row) => row[name]) }));
    table.write({ columnData, rowGroupSize: rows.length });
  };
  return {
    add(facts) {
      waiting.push(...facts);
      if (waiting.length >= GROUP) writeGroup();
    },
    finish() {
      writeGroup();
      table.finish();
      writer.flush();
      file.finish();
    },
  };
}
