// The rules between periods beyond their own examples: reasons, marks, missing values, and what holds for every annex.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Analysis,
  type AnalyzeOptions,
  analyze,
  BETWEEN,
  type Cell,
  type Change,
  type Finding,
  type Key,
  planMarks,
  planReason,
  presetsFor,
  type Workbook,
} from '../../core/index.ts';
import { outOfLine } from '../../core/outOfLine.ts';
import { memoryHost } from '../hosts/memory.ts';
import { consistentAnnex, type Figures } from '../sheets/consistentAnnexes.ts';
import { CONSISTENT } from './consistent.ts';
import { annexGrid, fileOf, withColumn } from './periods.ts';
import { workbookOf } from './workbooks.ts';

const IDS: ReadonlySet<string> = new Set(BETWEEN.map(({ id }) => id));
const QUARTER = 'quý I năm 2024';
const FALL = { '2.1': 9 } as const;

function betweenIn({ findings }: Analysis): readonly Finding[] {
  return findings.filter(({ rule }) => IDS.has(rule));
}

/** Without places: the same whether the earlier figures stand in a column, on a sheet or in a file. */
function substances(analysis: Analysis) {
  return betweenIn(analysis).map(({ rule, severity, key, left, right, imbalance }) => {
    return { rule, severity, key, left, right, imbalance };
  });
}

function applied(workbook: Workbook, changes: readonly Change[]): Workbook {
  const host = memoryHost(workbook);
  expect(host.apply(changes)).toEqual({ applied: true });
  return host.readWorkbook() as Workbook;
}

describe('where the earlier figures stand', () => {
  const earlier = { ...CONSISTENT, ...FALL };
  const column = workbookOf(withColumn({}, 'Quý I/2024', earlier));
  const sheet = workbookOf(annexGrid(), annexGrid({ name: 'Quý I', period: QUARTER, figures: FALL }));
  const file = fileOf({ period: QUARTER, figures: FALL });

  it('changes nothing of what is found', () => {
    const found = substances(analyze(workbookOf(annexGrid()), { previous: file }));
    expect(found.map(({ rule, key }) => `${rule} ${key}`)).toContain('cumulative-fell 2.1');
    expect(substances(analyze(column))).toEqual(found);
    expect(substances(analyze(sheet))).toEqual(found);
  });
  it.each([
    ['column', column, {}, { key: '2.1', address: 'E27', value: 9 }],
    ['sheet', sheet, {}, { key: '2.1', address: 'D27', value: 9, sheet: 'Quý I' }],
    [
      'file',
      workbookOf(annexGrid()),
      { previous: file },
      { key: '2.1', address: 'D27', value: 9, sheet: 'Phụ lục 01b', file: 'ky-truoc.xlsx' },
    ],
  ] as const)('%s: its cells say so, marks stand on the present annex alone', (_kind, workbook, options, cell) => {
    const analysis = analyze(workbook, options as AnalyzeOptions);
    const finding = betweenIn(analysis).find(({ rule }) => rule === 'cumulative-fell');
    expect(finding?.cells).toEqual([{ key: '2.1', address: 'D27', value: 1 }, cell]);
    const marks = planMarks(analysis);
    expect(marks?.sheet).toBe('Phụ lục 01b');
    expect(marks?.cells.warning).toContainEqual({ row: 26, column: 3 });
    expect(
      Object.values(marks?.cells ?? {})
        .flat()
        .every((at) => at.column === 3),
    ).toBe(true);
  });
});

describe('reasons', () => {
  const options = { previous: fileOf({ period: QUARTER, figures: FALL }) };
  const explainedIn = (workbook: Workbook, given: AnalyzeOptions) =>
    betweenIn(analyze(workbook, given)).find(({ rule }) => rule === 'cumulative-fell');
  const workbook = workbookOf(annexGrid());
  const analysis = analyze(workbook, options);
  const finding = betweenIn(analysis).find(({ rule }) => rule === 'cumulative-fell');
  if (!finding) throw new Error('Nothing fell.');
  const [preset = null] = presetsFor(finding);
  const reason = preset?.text ?? '';
  const explained = applied(workbook, planReason(analysis, workbook, finding, { text: reason, inNote: false, preset }));

  it('explain it, in the file and out of the counts', () => {
    expect(explainedIn(explained, options)?.explained?.reason).toBe(reason);
    expect(analyze(explained, options).summary.explained).toBe(1);
  });
  it('hold for a file of another name, and expire when the earlier figure changes', () => {
    const renamed = { previous: fileOf({ period: QUARTER, figures: FALL }, null, 'quy-1-ban-cuoi.xlsx') };
    expect(explainedIn(explained, renamed)?.explained?.reason).toBe(reason);
    const other = explainedIn(explained, { previous: fileOf({ period: QUARTER, figures: { '2.1': 8 } }) });
    expect(other?.explained).toBe(null);
    expect(other?.hint).toContain('9 → 8');
  });
});

describe('missing values', () => {
  const outcome = (now: Cell, before: Cell): string => {
    const previous = fileOf({ period: QUARTER, figures: { '2.1': before } });
    const analysis = analyze(workbookOf(annexGrid({ figures: { '2.1': now } })), { previous });
    const failed = betweenIn(analysis).some(({ rule, key }) => rule === 'cumulative-fell' && key === '2.1');
    const open = analysis.undecided.find(({ rule }) => rule === 'cumulative-fell');
    return failed ? 'fails' : open ? `undecided ${open.missing.join(' ')}` : 'passes';
  };
  it.each<[Cell, Cell, string]>([
    [0, 0, 'passes'],
    [0, 3, 'fails'],
    [3, 0, 'passes'],
    [null, 0, 'undecided 2.1'],
    [null, 3, 'undecided 2.1'],
    [0, null, 'undecided 2.1'],
    [3, null, 'undecided 2.1'],
    [null, null, 'undecided 2.1'],
    ['chưa rõ', 3, 'undecided 2.1'],
    [3, '1,234', 'undecided 2.1'],
    ['03', 4, 'fails'],
    [3, '04', 'fails'],
  ])('now %j, before %j: %s', (now, before, expected) => {
    expect(outcome(now, before)).toBe(expected);
  });
  it('says in which of the two the figure is missing', () => {
    const previous = fileOf({ period: QUARTER, figures: { '2.1': null } });
    const { undecided } = analyze(workbookOf(annexGrid()), { previous });
    const [open] = undecided.filter(({ rule }) => rule === 'cumulative-fell');
    expect(open?.message).toContain('ở quý I năm 2024 (tệp “ky-truoc.xlsx”) ô D27 đang trống');
  });
  it('without an earlier period no rule is undecided, nor counted', () => {
    const alone = analyze(workbookOf(annexGrid()));
    expect(alone.undecided).toEqual([]);
    const { summary } = analyze(workbookOf(annexGrid()), { previous: fileOf({ period: QUARTER }) });
    expect(summary.rulesRun).toBeGreaterThan(alone.summary.rulesRun);
  });
});

describe('Hidiroglou and Berthelot', () => {
  const pairs = (ratios: readonly (readonly [number, number])[]) =>
    ratios.map(([now, before], place) => ({ key: String(place), now, before }));
  const alike = Array.from({ length: 9 }, (_, place) => [20 + 2 * place, 10 + place] as const);

  it('all alike: nothing; one far above or below: that one, against the middle', () => {
    expect(outOfLine(pairs(alike))).toEqual([]);
    const far = outOfLine(pairs([...alike, [900, 10], [10, 300]]));
    expect(far.map(({ key }) => key)).toEqual(['9', '10']);
    expect(far[0]).toMatchObject({ ratio: { digits: 90, decimals: 0 }, median: { digits: 2, decimals: 0 } });
    expect(far[1]?.ratio).toEqual({ digits: 3, decimals: 2 });
  });
  it('small counts, twice the middle and fewer than eight figures are no news', () => {
    expect(outOfLine(pairs([...alike, [9, 1]]))).toEqual([]);
    expect(outOfLine(pairs([...alike, [400, 100]]))).toEqual([]);
    expect(outOfLine(pairs([...alike.slice(0, 6), [900, 10]]))).toEqual([]);
  });
  it('where all are spread wide, one at more than twice the middle is in line', () => {
    const wide = [30, 50, 80, 120, 180, 260, 300, 350].map((now) => [now, 100] as const);
    expect(outOfLine(pairs(wide))).toEqual([]);
  });
  it('the order changes nothing, and no number is too large', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 })), {
      minLength: 8,
      maxLength: 33,
    });
    fc.assert(
      fc.property(some, (ratios) => {
        const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key).sort();
        expect(keys(outOfLine(pairs(ratios).reverse()))).toEqual(keys(outOfLine(pairs(ratios))));
      }),
      { numRuns: 50 },
    );
  });
});

describe('for every annex', () => {
  const SETTINGS = { numRuns: 20 } as const;
  const flows = (BETWEEN.find(({ id }) => id === 'cumulative-fell')?.checks ?? []).map(({ key }) => key);

  /** Each flow grown by the same share, upwards to a whole number; nothing stays nothing. */
  const grown = (figures: Figures, percent: number): Figures => {
    const more = (key: Key) => Number(figures[key] ?? 0) + Math.ceil((Number(figures[key] ?? 0) * percent) / 100);
    return { ...figures, ...Object.fromEntries(flows.map((key) => [key, more(key)])) };
  };

  it('one year on with grown flows nothing is found', () => {
    fc.assert(
      fc.property(consistentAnnex, fc.integer({ min: 1, max: 60 }), (figures, percent) => {
        const previous = fileOf({ period: '6 tháng đầu năm 2023', figures });
        const analysis = analyze(workbookOf(annexGrid({ figures: grown(figures, percent) })), { previous });
        expect(betweenIn(analysis).map(({ message }) => message)).toEqual([]);
      }),
      SETTINGS,
    );
  });
  it('the order of sheets changes nothing', () => {
    fc.assert(
      fc.property(consistentAnnex, consistentAnnex, (now, before) => {
        const sheets = [
          annexGrid({ figures: now }),
          annexGrid({ name: 'Quý I', period: QUARTER, figures: before }),
          annexGrid({ name: '2023', period: '6 tháng đầu năm 2023', figures: now }),
        ];
        const one = analyze({ ...workbookOf(...sheets), active: 'Phụ lục 01b' });
        const other = analyze({ ...workbookOf(...[...sheets].reverse()), active: 'Phụ lục 01b' });
        expect(other.findings).toEqual(one.findings);
        expect(other.undecided).toEqual(one.undecided);
      }),
      SETTINGS,
    );
  });
  it('a finding names its cells in both, and is said in whole sentences', () => {
    fc.assert(
      fc.property(consistentAnnex, consistentAnnex, (now, before) => {
        const previous = fileOf({ period: QUARTER, figures: before });
        for (const finding of betweenIn(analyze(workbookOf(annexGrid({ figures: now })), { previous }))) {
          expect(finding.cells.some(({ file }) => file !== undefined)).toBe(true);
          expect(finding.cells.some(({ file }) => file === undefined)).toBe(true);
          expect(finding.message).toContain('quý I năm 2024');
          expect(finding.message).not.toMatch(/undefined|…|\{|\s{2}|\(\)/);
        }
      }),
      SETTINGS,
    );
  });
});
