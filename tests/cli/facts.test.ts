// `cchc facts`: the same long table as CSV and as Parquet, and the queries of docs/so-lieu-lon.md run on both.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import { cchc, temporaryFolder } from './cchc.ts';
import { writeCommune } from './folderOfCommunes.ts';

const folder = temporaryFolder();
const COLUMNS = 'unit,period,period_end,key,value,text,findings,severity,file,sheet,address';

beforeAll(() => {
  writeCommune(join(folder, 'xa'), 'a.xlsx', 'UBND xã An', { '3.3.1.a': 45, '1.1.3': null });
  writeCommune(join(folder, 'xa'), 'b.xlsx', 'UBND xã Bình', {
    '1.1.3': '=1+1, "hai"',
    '2.1': "-1+cmd|' /C calc'!A0",
    '2.2': '-5',
    '3.2.4': 99.5,
  });
  writeFileSync(join(folder, 'xa', 'hong.xlsx'), 'x');
});

describe('cchc facts', () => {
  it('writes CSV: a row a figure, blanks empty, texts quoted and never a formula', () => {
    const run = cchc(folder, 'facts', 'xa', '--output', 'f.csv');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('hong.xlsx: ');
    expect(run.stderr).toContain('Đã ghi 120 dòng số liệu của 3 tệp: f.csv');
    const lines = readFileSync(join(folder, 'f.csv'), 'utf8').split('\r\n');
    const file = join('xa', 'a.xlsx');
    expect(lines[0]).toBe(COLUMNS);
    expect(lines).toHaveLength(122);
    const start = 'UBND xã An,6 tháng đầu năm 2024,2024-06';
    expect(lines).toContain(`${start},1.1.3,,,value-blank,warning,${file},Phụ lục 01b,D13`);
    expect(lines).toContain(`${start},3.3.1,494,494,received-parts-differ-from-total,error,${file},Phụ lục 01b,D45`);
    expect(lines.some((line) => line.includes(',1.1.3,,"\'=1+1, ""hai""",not-a-number,error,'))).toBe(true);
    expect(lines.some((line) => line.includes(",2.1,,'-1+cmd|' /C calc'!A0,"))).toBe(true);
    expect(lines.some((line) => /,2\.2,[^,]*,-5,/.test(line))).toBe(true);
  });

  it('writes the same as Parquet', async () => {
    cchc(folder, 'facts', 'xa', '--output', 'f.parquet');
    const bytes = readFileSync(join(folder, 'f.parquet'));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(120);
    expect(Object.keys(rows[0] ?? {}).join(',')).toBe(COLUMNS);
    expect(rows.find((row) => row.unit === 'UBND xã Bình' && row.key === '3.2.4')).toMatchObject({
      value: 99.5,
      findings: null,
    });
    expect(rows.find((row) => row.unit === 'UBND xã An' && row.key === '1.1.3')).toMatchObject({
      value: null,
      severity: 'warning',
    });
  });

  it('gives the same rows on two threads', () => {
    cchc(folder, 'facts', 'xa', '--output', 'f2.csv', '--jobs', '2');
    expect(readFileSync(join(folder, 'f2.csv'), 'utf8')).toBe(readFileSync(join(folder, 'f.csv'), 'utf8'));
  });
});

/** DuckDB's own program, or its Python package: whichever is there. */
const PROGRAMS: readonly (readonly [string, readonly string[]])[] = [
  ['duckdb', ['-json', '-c']],
  [
    'python3',
    [
      '-c',
      'import duckdb,json,sys; r=duckdb.sql(sys.argv[1]); print(json.dumps([dict(zip(r.columns,x)) for x in r.fetchall()]))',
    ],
  ],
];
const duckdb = PROGRAMS.find(([name, args]) => spawnSync(name, [...args, 'select 1 as a']).status === 0);

function query(sql: string): unknown {
  const [name, args] = duckdb ?? ['', []];
  const { stdout, stderr, status } = spawnSync(name, [...args, sql], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The queries as the page prints them, by the title above each; each once on CSV and once on Parquet. */
const page = readFileSync(resolve('docs/so-lieu-lon.md'), 'utf8');
const QUERIES = [...page.matchAll(/^### (.+)\n[\s\S]*?```sql\n([\s\S]*?)```/gm)].map(([, title = '', sql = '']) => ({
  title,
  sql,
}));

it('the page has its queries', () => {
  expect(QUERIES.length).toBeGreaterThanOrEqual(4);
});

describe.skipIf(!duckdb)('DuckDB', () => {
  it.each(QUERIES)('$title: CSV and Parquet say the same', ({ sql }) => {
    const [csv, parquet] = ['f.csv', 'f.parquet'].map((name) => query(sql.replaceAll('so-lieu.parquet', name)));
    // Only CSV has to keep a spreadsheet from running a text.
    expect(JSON.stringify(csv).replace(`"'=`, '"=')).toBe(JSON.stringify(parquet));
    expect(csv).not.toEqual([]);
  });

  it('adds up as cchc consolidate does', () => {
    expect(query("select sum(value) as total, count(value) as xa from 'f.parquet' where key = '3.3.1'")).toEqual([
      { total: 988, xa: 2 },
    ]);
  });
});
