// What travels with a workbook and may have been tampered with: the JSON on our sheets, "Mẫu biểu", --template, texts
// and names. None of it ever becomes a formula, gives a number another origin, or reaches a prototype.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Analysis,
  analyze,
  annexSheetsOf,
  type Cell,
  type Change,
  consolidate,
  type Grid,
  gatherSheet,
  gatherWorkbook,
  pl01b2024,
  planCheck,
  planConsolidation,
  planNarrative,
  planNarrativeSheets,
  planReason,
  planReportDocument,
  planTemplateSheet,
  readTemplate,
  reportText,
  type TableCell,
  type Workbook,
} from '../../core/index.ts';
import { writeWord } from '../../word/index.ts';
import { checkIntegrity, readSpreadsheet } from '../../xlsx/index.ts';
import { annexSheet } from '../core/annexes.ts';
import { gridOfTable, workbookOf } from '../core/workbooks.ts';
import { opened } from '../xlsx/opened.ts';
import { finishedWorkbook } from './seeds.ts';

const RUNS = { numRuns: Number(process.env.CCHC_FUZZ ?? 20) } as const;
const FINISHED = finishedWorkbook();
const WORKBOOK = opened(FINISHED).readWorkbook();
const HONEST = analyze(WORKBOOK);

const EVIL = [
  '=HYPERLINK("http://example.invalid","x")',
  "+cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '-1+1',
  '\t=1+1',
  '"&HYPERLINK("http://example.invalid")&"',
  '\'!A1)+WEBSERVICE("http://example.invalid")+(\'',
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '{constructor.constructor("x")()}',
  '__proto__',
  'constructor',
  'cchc:narrative',
  '\u202e\u0000\uD800',
] as const;
const evil = fc.constantFrom(...EVIL);

/** Functions that our own formulas use, and no others. */
const FUNCTIONS = new Set(
  'SUM IF COUNT COUNTIF COUNTIFS SUMPRODUCT ROUND ISNUMBER COLUMNS N MIN MAX MEDIAN AND OR NOT ABS TEXT AVERAGE IFERROR'.split(
    ' ',
  ),
);

/** What in a formula is neither a name of a sheet, a text, one of our functions, an address, a number nor a sign. */
function strangeIn(formula: string): string {
  return formula
    .replace(/'(?:[^']|'')*'!|"(?:[^"]|"")*"/g, (quoted) => {
      return quoted.startsWith('"') && EVIL.some((one) => quoted.includes(one)) ? quoted : '';
    })
    .replace(/[A-Z]+(?=\()/g, (name) => (FUNCTIONS.has(name) ? '' : name))
    .replace(/\$?[A-Z]{1,3}\$?\d+/g, '')
    .replace(/[\d.,;:()<>=*/+\-&%{}\s]/g, '');
}

function formulasIn(changes: readonly Change[]): readonly string[] {
  const cells = changes.flatMap((change) => (change.kind === 'table' ? change.rows.flatMap((row) => row.cells) : []));
  return cells.flatMap((cell: TableCell) =>
    cell && typeof cell === 'object' && 'formula' in cell ? [cell.formula] : [],
  );
}

const OBJECT = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));

/** Plans everything there is to plan, and checks what must hold of it. */
function expectHarmless(workbook: Workbook): readonly Change[] {
  const analysis = analyze(workbook);
  const plan = planNarrative(analysis, workbook);
  const sheets = annexSheetsOf(analysis, workbook);
  const files = [
    gatherWorkbook('tệp.xlsx', null, workbook),
    ...sheets.flatMap((one) => gatherSheet(workbook, one, sheets) ?? []),
  ];
  const [first] = analysis.findings;
  const changes = [
    ...planCheck(analysis, workbook),
    ...(plan ? planNarrativeSheets(plan, analysis, workbook) : []),
    ...planConsolidation(consolidate(pl01b2024, files), workbook),
    ...(first && analysis.sheet
      ? planReason(analysis, workbook, first, { text: EVIL[0], inNote: true, preset: null })
      : []),
  ];
  expect(formulasIn(changes).filter((formula) => strangeIn(formula) !== '')).toEqual([]);
  expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(OBJECT);
  if (plan) {
    expect(reportText(plan)).toMatch(/\n$/);
    const written = writeWord(planReportDocument(analysis, plan, workbook));
    expect(written.ok).toBe(true);
  }
  return changes;
}

/** Any JSON, and what our own looks like with anything in it. */
const part = fc.oneof(
  fc.string(),
  evil,
  fc.tuple(
    fc.oneof(evil, fc.constantFrom('3.3.1', '1.1.1', 'unit')),
    fc.option(fc.double()),
    fc.oneof(evil, fc.nat().map(String)),
  ),
);
const base = fc.oneof(
  fc.json(),
  fc.constantFrom(
    '',
    '{',
    '[]',
    'null',
    '{"v":2}',
    '{"__proto__":{"polluted":1},"v":1}',
    `${'['.repeat(20_000)}`,
    '9'.repeat(30_000),
  ),
  fc
    .record({
      v: fc.constant(1),
      variant: evil,
      parts: fc.array(part),
      figures: fc.dictionary(fc.oneof(evil, fc.string()), fc.option(fc.double())),
    })
    .map((one) => JSON.stringify(one).replace('"figures":{', '"__proto__":{"polluted":1},"figures":{"constructor":1,')),
  fc
    .record({
      v: fc.constant(1),
      of: fc.array(fc.string()),
      figures: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double())),
      issued: fc.array(fc.oneof(evil, fc.constantFrom('P1.1', 'P2.1'))),
    })
    .map((one) => JSON.stringify(one)),
);

/** A cell of one of our sheets, and what is written over it. */
const tampering = fc.record({
  sheet: fc.nat(9),
  row: fc.nat(130),
  column: fc.nat(9),
  to: fc.oneof(base, evil, fc.constant(null), fc.double()),
});

function tampered(
  workbook: Workbook,
  tamperings: readonly { sheet: number; row: number; column: number; to: Cell }[],
): Workbook {
  const sheets = workbook.sheets.map((grid) => ({ ...grid, cells: grid.cells.map((row) => [...row]) }));
  for (const { sheet, row, column, to } of tamperings) {
    const grid = sheets[sheet % sheets.length];
    const cells = grid?.cells[row % grid.cells.length];
    if (cells) cells[column] = to;
  }
  return { ...workbook, sheets };
}

it('the judge of formulas sees what it is there to see', () => {
  const formulas = formulasIn(expectHarmless(WORKBOOK));
  expect(formulas.length).toBeGreaterThan(50);
  expect(formulas.some((formula) => /'[^']+'!/.test(formula))).toBe(true);
  for (const text of EVIL.slice(0, 3)) expect(strangeIn(`SUM(${text})`)).not.toBe('');
  for (const text of EVIL.slice(0, 7)) expect(strangeIn(`IF(A1="${text}",1)`)).not.toBe('');
});

describe('what is stored on our sheets', () => {
  it('tampered with anyhow: no formula of its own, no prototype, still a report', () => {
    fc.assert(
      fc.property(fc.array(tampering, { minLength: 1, maxLength: 12 }), (tamperings) => {
        expectHarmless(tampered(WORKBOOK, tamperings));
      }),
      RUNS,
    );
  });

  it('a base that lies gives no number another origin: “Ô lấy số” is told of the figures alone', () => {
    const honest = originsOf(WORKBOOK, HONEST);
    expect(honest.size).toBeGreaterThan(10);
    fc.assert(
      fc.property(base, fc.boolean(), (lie, isEdited) => {
        const sheets = WORKBOOK.sheets.map((grid): Grid => {
          if (grid.name !== 'Lời văn báo cáo') return grid;
          const cells = grid.cells.map((row, at) =>
            at < 3
              ? row
              : row.map((cell, column) =>
                  column === 4 ? lie : column === 2 ? 'Z99' : column === 1 && isEdited ? `${cell} (sửa)` : cell,
                ),
          );
          return { ...grid, cells };
        });
        for (const [id, origin] of originsOf({ ...WORKBOOK, sheets }, HONEST)) expect(origin).toEqual(honest.get(id));
      }),
      RUNS,
    );
  });
});

/** By paragraph: what the planned sheet says of where its numbers come from. */
function originsOf(workbook: Workbook, analysis: Analysis): ReadonlyMap<string, TableCell> {
  const plan = planNarrative(analysis, workbook);
  const generated = new Set(plan?.paragraphs.filter((one) => one.generated !== null).map(({ id }) => id));
  const rows = plan?.change.rows.map(({ cells }) => [String(cells[5]), cells[2] ?? null] as const) ?? [];
  return new Map(rows.filter(([id]) => generated.has(id)));
}

describe('texts and names of the official’s', () => {
  const names = fc.uniqueArray(fc.oneof(evil, fc.constantFrom("Xã 'An'", 'Xã "B"', 'Xã An', "'")), {
    minLength: 2,
    maxLength: 3,
  });

  it('sheets of any name, units and labels of any text: in formulas they are names and texts only', () => {
    fc.assert(
      fc.property(names, evil, fc.nat(70), evil, (sheets, unit, row, label) => {
        const grids = sheets.map((sheet) => {
          const grid = annexSheet({ sheet, unit: `UBND xã ${unit}`, figures: { '1.1.3': label } });
          return {
            ...grid,
            cells: grid.cells.map((cells, at) =>
              at === row + 8 ? [cells[0] ?? null, label, ...cells.slice(2)] : cells,
            ),
          };
        });
        expectHarmless(workbookOf(...grids));
      }),
      RUNS,
    );
  });

  it('in a file: text stays text', () => {
    for (const text of EVIL) {
      const file = opened(FINISHED);
      const at = { row: 8, column: 4 };
      const sheet = HONEST.sheet ?? '';
      const from = WORKBOOK.sheets.find(({ name }) => name === sheet)?.cells[at.row]?.[at.column] ?? null;
      expect(file.apply([{ kind: 'cell', sheet, at, from, to: text }])).toEqual({ applied: true });
      const grid = opened(file.save())
        .readWorkbook()
        .sheets.find(({ name }) => name === sheet);
      expect([grid?.cells[at.row]?.[at.column], grid?.formulas[at.row]?.[at.column] ?? null]).toEqual([text, null]);
      expect(checkIntegrity(file.save())).toEqual([]);
    }
  });
});

describe('templates of a province', () => {
  it('any JSON is read or refused with sentences, and pollutes nothing', () => {
    const row = fc.record(
      {
        code: fc.oneof(evil, fc.string()),
        label: fc.oneof(evil, fc.string()),
        kind: fc.oneof(evil, fc.constantFrom('count', 'heading', 'percent', 'choice')),
        key: fc.oneof(evil, fc.constantFrom('3.3.1', '1.1.1')),
        partOf: evil,
        unit: evil,
      },
      { requiredKeys: ['label', 'kind'] },
    );
    const whole = fc.record({
      id: fc.oneof(fc.constant('x'.repeat(3)), evil),
      name: evil,
      sheet: evil,
      title: fc.array(evil),
      basis: evil,
      from: fc.constant('2025-07'),
      rows: fc.array(row),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          whole,
          fc.constant(JSON.parse('{"__proto__":{"polluted":1},"rows":[{"__proto__":{"x":1}}]}')),
        ),
        (given) => {
          const read = readTemplate(given);
          if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
          expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(OBJECT);
        },
      ),
      RUNS,
    );
  });

  it('“Mẫu biểu” with anything in its cells: used or refused in a finding', () => {
    const sheet = gridOfTable(planTemplateSheet(pl01b2024));
    const cell = fc.record({
      sheet: fc.constant(1),
      row: fc.nat(200),
      column: fc.nat(6),
      to: fc.oneof(evil, fc.constant(null), fc.double(), fc.string()),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 10 }), (tamperings) => {
        const annex = annexSheet({ sheet: 'Phụ lục 01b', unit: 'UBND xã An' });
        expectHarmless(tampered(workbookOf(annex, sheet), tamperings));
      }),
      RUNS,
    );
  });
});

it('delimited text of any bytes is opened or refused with a sentence', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc
      .array(fc.oneof(evil, fc.constantFrom('"', ';', ',', '\t', '\r\n', '\n', '\ufeff', '494', '3.3.1')), {
        maxLength: 300,
      })
      .map((parts) => new TextEncoder().encode(parts.join(''))),
  );
  fc.assert(
    fc.property(bytes, fc.constantFrom('a.csv', 'a.tsv', '=cmd.csv', '../../<b>.csv', '.csv'), (given, name) => {
      const before = given.slice();
      const read = readSpreadsheet(name, given);
      if (read.ok) analyze(read.workbook);
      else expect(read.message).toMatch(/^Tệp .+\.$/);
      expect(given).toEqual(before);
    }),
    { numRuns: 10 * RUNS.numRuns },
  );
});
