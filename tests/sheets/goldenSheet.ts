// Reads a golden sheet (README.md says how one is written) as the workbook that its tables describe.
import { readFileSync } from 'node:fs';
import { type Cell, type Grid, type Key, parseA1, pl01b2024, type Workbook } from '../../core/index.ts';
import { CONSISTENT } from '../core/consistent.ts';
import { gridOf } from '../core/workbooks.ts';
import { restyle, type Script } from './script.ts';
import { type FilledCell, type Filling, fillIn } from './typedCell.ts';

export type Figures = Readonly<Partial<Record<Key, Cell>>>;

export interface GoldenSheet {
  /** Everything above "## Kết quả", as written by hand. */
  readonly written: string;
  readonly base: Figures;
  /** What follows "Phải ra:". */
  readonly expected: string;
  readonly workbook: Workbook;
}

const RESULT = '\n## Kết quả\n';

const EXAMPLE = new URL('../../examples/hoang-hop-2024-h1.values.json', import.meta.url);

const BASES: Readonly<Record<string, Figures>> = {
  'mau-nhat-quan': CONSISTENT,
  'hoang-hop': (JSON.parse(readFileSync(EXAMPLE, 'utf8')) as { readonly figures: Figures }).figures,
};

export function readGoldenSheet(markdown: string): GoldenSheet {
  const [written = ''] = markdown.split(RESULT);
  const [head = '', ...sections] = written.split(/^## /m);
  const base = BASES[settingOf(head, 'Số liệu cơ sở')];
  if (!base) throw new Error('“Số liệu cơ sở” phải là mau-nhat-quan hoặc hoang-hop.');
  const sheets = sections.map((section) => readSection(section, base));
  const active = sheets.find((sheet) => sheet.isActive) ?? sheets[0];
  return {
    written: written.trimEnd(),
    base,
    expected: settingOf(head, 'Phải ra'),
    workbook: { sheets: sheets.map((sheet) => sheet.grid), active: active?.grid.name ?? '' },
  };
}

/** The whole file again, with its result. */
export function withResult(golden: GoldenSheet, result: string): string {
  return `${golden.written}\n${RESULT}\n${result}\n`;
}

/** "- Name: `value`" from a list. */
function settingOf(text: string, name: string): string {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`- ${name}: `));
  return (line ?? '')
    .slice(name.length + 4)
    .replace(/`/g, '')
    .trim();
}

interface Section {
  readonly grid: Grid;
  readonly isActive: boolean;
}

function readSection(section: string, base: Figures): Section {
  const heading = /^Trang tính “(.+)”(.*)$/.exec(section.split('\n')[0] ?? '');
  if (!heading?.[1]) throw new Error(`Tiêu đề trang tính chưa đúng: ${section.slice(0, 60)}`);
  const remarks = heading[2] ?? '';
  const cells = readTable(section, base);
  const script = settingOf(section, 'Kiểu chữ') as Script | '';
  const plain = gridOfCells(heading[1], script === '' ? cells : restyled(cells, script));
  const grid = {
    ...plain,
    visible: !remarks.includes('ẩn'),
    ...(remarks.includes('tệp csv') && { untyped: true }),
  };
  return { grid, isActive: remarks.includes('đang mở') };
}

function gridOfCells(name: string, rows: readonly (readonly FilledCell[])[]): Grid {
  const shown: Record<string, string> = {};
  rows.forEach((row, r) => {
    row.forEach((filled, c) => {
      if (filled.shown !== null) shown[`${r},${c}`] = filled.shown;
    });
  });
  const cells = Array.from(rows, (row) => Array.from(row ?? [], (filled) => filled?.cell ?? null));
  return gridOf(name, cells, shown);
}

function restyled(rows: readonly (readonly FilledCell[])[], script: Script): readonly (readonly FilledCell[])[] {
  return rows.map((row) =>
    row.map((filled) => (typeof filled.cell === 'string' ? { ...filled, cell: restyle(filled.cell, script) } : filled)),
  );
}

function readTable(section: string, base: Figures): readonly (readonly FilledCell[])[] {
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  const [letters = [], , ...body] = lines.map(splitLine);
  const columns = letters.slice(1).map((letter) => parseA1(`${letter}1`)?.column ?? 0);
  const rows: FilledCell[][] = [];
  for (const [head = '', ...texts] of body) {
    const jump = /^dòng (\d+)$/.exec(head);
    if (jump?.[1]) while (rows.length < Number(jump[1]) - 1) rows.push([]);
    for (const filling of fillingsOf(head, base)) {
      const row: FilledCell[] = [];
      columns.forEach((column, index) => {
        row[column] = fillIn(texts[index] ?? '', filling);
      });
      rows.push(row);
    }
  }
  return rows;
}

function splitLine(line: string): readonly string[] {
  return line
    .replace(/^\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map((text) => text.trim());
}

/** One row as it stands, the template rows "mục 1 → 3.5", or the same row "300 lần". */
function fillingsOf(head: string, base: Figures): readonly Filling[] {
  const times = /^(\d+) lần$/.exec(head);
  if (times?.[1]) return Array.from({ length: Number(times[1]) }, (_, index) => ({ number: index + 1 }));
  const range = /^mục (\S+)(?: → (\S+))?$/.exec(head);
  if (!range?.[1]) return [{ number: 1 }];
  const keys: readonly string[] = pl01b2024.rows.map((row) => row.key);
  const from = keys.indexOf(range[1]);
  const to = keys.indexOf(range[2] ?? range[1]);
  if (from < 0 || to < from) throw new Error(`Không có trong mẫu: ${head}`);
  return pl01b2024.rows
    .slice(from, to + 1)
    .map((row, index) => ({ number: index + 1, row, figure: base[row.key] ?? null }));
}
