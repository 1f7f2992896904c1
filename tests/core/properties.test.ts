// What holds for every annex, not only for those written down: properties, on generated sheets with a fixed seed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../../core/decimal.ts';
import {
  type Analysis,
  analyze,
  type Cell,
  type Change,
  FIRST_FORM_ROW,
  type Finding,
  type Grid,
  type Key,
  pl01b2024,
  planCheck,
  toNumber,
  type Workbook,
} from '../../core/index.ts';
import { fold, readNumber, writeDecimal } from '../../core/vietnamese.ts';
import { consistentAnnex, type Figures } from '../sheets/consistentAnnexes.ts';
import { gridOf, gridOfTable, situationWorkbook, workbookOf } from './workbooks.ts';

const SETTINGS = { numRuns: 16 } as const;
const KEYS: readonly Key[] = pl01b2024.rows.map((row) => row.key);

/** A finding without its addresses. */
function substance({ rule, severity, key, left, right, imbalance }: Finding) {
  return { rule, severity, key, left, right, imbalance };
}

function substances(analysis: Analysis) {
  return analysis.findings.map(substance);
}

function errorsOf(analysis: Analysis): readonly string[] {
  return analysis.findings.filter(({ severity }) => severity === 'error').map(({ rule, key }) => `${rule} ${key}`);
}

function valuesOf(analysis: Analysis): readonly (readonly [Key, number | null])[] {
  return [...analysis.report.values()].map(({ key, value }) => [key, value && toNumber(value)]);
}

function annexOf(figures: Figures): Workbook {
  return situationWorkbook({ figures });
}

function gridIn(workbook: Workbook): Grid {
  return workbook.sheets[0] ?? gridOf('Trống', []);
}

/** Any figures, mostly contradictory ones. */
const anyAnnex = fc
  .array(fc.oneof(fc.nat(600), fc.constantFrom<Cell>(null, '04', '17 người', 'không', 0, -1, 2.5)), {
    minLength: KEYS.length,
    maxLength: KEYS.length,
  })
  .map((cells): Figures => Object.fromEntries(KEYS.map((key, index) => [key, cells[index] ?? null])));

describe('figures', () => {
  it('a consistent annex has no error', () => {
    fc.assert(
      fc.property(consistentAnnex, (figures) => {
        const analysis = analyze(annexOf(figures));
        expect(errorsOf(analysis)).toEqual([]);
        expect(analysis.undecided).toEqual([]);
      }),
      SETTINGS,
    );
  });

  it('one changed figure of an equality adds that error and no other', () => {
    const changed = fc.constantFrom<Key>('3.3.1', '3.3.1.a', '3.3.1.b', '3.3.1.c', '3.3.1.d');
    fc.assert(
      fc.property(consistentAnnex, changed, fc.integer({ min: 1, max: 40 }), (figures, key, size) => {
        const analysis = analyze(annexOf({ ...figures, [key]: Number(figures[key]) + size }));
        expect(errorsOf(analysis)).toEqual(['received-parts-differ-from-total 3.3.1']);
        const finding = analysis.findings.find(({ rule }) => rule === 'received-parts-differ-from-total');
        expect(finding?.imbalance).toBe(key === '3.3.1' ? size : -size);
      }),
      SETTINGS,
    );
  });
});

describe('place and typing', () => {
  it('an offset changes addresses and nothing else', () => {
    fc.assert(
      fc.property(anyAnnex, fc.nat(40), fc.nat(12), (figures, down, right) => {
        const plain = annexOf(figures);
        const moved = workbookOf(shifted(gridIn(plain), down, right));
        const [before, after] = [analyze(plain), analyze(moved)];
        expect(substances(after)).toEqual(substances(before));
        expect(valuesOf(after)).toEqual(valuesOf(before));
        expect(after.findings.map(({ at }) => at && { row: at.row - down, column: at.column - right })).toEqual(
          before.findings.map(({ at }) => at),
        );
      }),
      SETTINGS,
    );
  });

  it('combining marks change nothing', () => {
    fc.assert(
      fc.property(anyAnnex, (figures) => {
        const plain = annexOf(figures);
        const decomposed = workbookOf(mapTexts(gridIn(plain), (text) => text.normalize('NFD')));
        const [before, after] = [analyze(plain), analyze(decomposed)];
        expect(substances(after)).toEqual(substances(before));
        expect(after.findings.map(({ message }) => message)).toEqual(before.findings.map(({ message }) => message));
        expect([after.unit, after.period]).toEqual([before.unit, before.period]);
      }),
      SETTINGS,
    );
  });

  it('the place among other sheets changes nothing', () => {
    const other = gridOf('Danh sách', [
      ['STT', 'Nội dung'],
      [1, 'Họp giao ban'],
    ]);
    fc.assert(
      fc.property(anyAnnex, fc.nat(3), fc.boolean(), (figures, before, isActive) => {
        const annex = gridIn(annexOf(figures));
        const others = Array.from({ length: 3 }, (_, index) => ({ ...other, name: `Danh sách ${index}` }));
        const sheets = [...others.slice(0, before), annex, ...others.slice(before)];
        const active = isActive ? annex.name : (others[0]?.name ?? '');
        const { findings, sheet } = analyze({ sheets, active });
        expect(sheet).toBe(annex.name);
        expect(findings).toEqual(analyze(workbookOf(annex)).findings);
      }),
      SETTINGS,
    );
  });

  it('rows taken out and put in never give a key the label or the figure of another', () => {
    const junk = fc.constantFrom<readonly Cell[]>(
      [],
      [null, '(Số liệu tính đến ngày báo cáo)'],
      [null, 'Cộng', null, 9999],
      ['2.9', 'Số nghị quyết đã tham mưu', 'Văn bản', 9999],
      ['Số TT', 'Chỉ tiêu thống kê', 'Đơn vị tính', 'Số liệu', 'Ghi chú'],
      [null, 'Trong đó:'],
    );
    const taken = fc.uniqueArray(fc.nat(KEYS.length - 1), { maxLength: 50 });
    const put = fc.array(fc.tuple(fc.nat(KEYS.length - 1), junk), { maxLength: 8 });
    fc.assert(
      fc.property(taken, put, (without, added) => {
        const analysis = analyze(workbookOf(rearranged(without, added)));
        for (const [key, row] of analysis.layout?.rows ?? []) {
          const index = KEYS.indexOf(key);
          expect(row.label).toContain(pl01b2024.rows[index]?.label.replace(/\s+/g, ' '));
          const value = analysis.report.get(key)?.value;
          if (value) expect([key, toNumber(value)]).toEqual([key, 1000 + index]);
        }
        expect(without.filter((index) => analysis.layout?.rows.has(KEYS[index] ?? '1'))).toEqual([]);
        expect(analysis.layout?.rows.size).toBe(KEYS.length - without.length);
      }),
      SETTINGS,
    );
  });

  it('rows broken over two lines are found whole, wherever they break', () => {
    const breaks = fc.array(fc.record({ place: fc.nat(1000), below: fc.boolean() }), {
      minLength: KEYS.length,
      maxLength: KEYS.length,
    });
    fc.assert(
      fc.property(breaks, (places) => {
        const analysis = analyze(workbookOf(broken(places)));
        expect(valuesOf(analysis)).toEqual(KEYS.map((key, index) => [key, 1000 + index]));
        expect(analysis.findings.map(({ rule }) => rule)).not.toContain('label-changed');
      }),
      SETTINGS,
    );
  });

  it('one wrong letter in every label changes nothing', () => {
    const slips = fc.array(fc.record({ place: fc.nat(1000), letter: fc.constantFrom('', ...'aeiouynhgtcăâđêôơư') }), {
      minLength: KEYS.length,
      maxLength: KEYS.length,
    });
    fc.assert(
      fc.property(slips, (places) => {
        const labels = pl01b2024.rows.map(({ key, label }, index) => [key, misspelt(label, places[index])]);
        const analysis = analyze(situationWorkbook({ labels: Object.fromEntries(labels) }));
        expect(substances(analysis)).toEqual([]);
      }),
      SETTINGS,
    );
  });
});

function shifted(grid: Grid, down: number, right: number): Grid {
  const blank = (row: readonly Cell[]) => [...Array.from({ length: right }, () => null), ...row];
  return gridOf(grid.name, [...Array.from({ length: down }, () => []), ...grid.cells.map(blank)]);
}

function mapTexts(grid: Grid, change: (text: string) => string): Grid {
  const cells = grid.cells.map((row) => row.map((cell) => (typeof cell === 'string' ? change(cell) : cell)));
  return gridOf(grid.name, cells);
}

/** The form with 1000 + place as every figure, some rows taken out and some put in. */
function rearranged(without: readonly number[], added: readonly (readonly [number, readonly Cell[]])[]): Grid {
  const figures = Object.fromEntries(KEYS.map((key, index) => [key, 1000 + index]));
  const form = gridIn(annexOf(figures));
  const rows = KEYS.flatMap((_key, index) => {
    const own = without.includes(index) ? [] : [form.cells[FIRST_FORM_ROW + index] ?? []];
    return [...added.filter(([before]) => before === index).map(([, cells]) => cells), ...own];
  });
  return gridOf(form.name, [...form.cells.slice(0, FIRST_FORM_ROW), ...rows]);
}

/** The form with every label of three words or more broken at some word; the figure on the upper or the lower line. */
function broken(places: readonly { readonly place: number; readonly below: boolean }[]): Grid {
  const form = gridIn(annexOf(Object.fromEntries(KEYS.map((key, index) => [key, 1000 + index]))));
  const rows = KEYS.flatMap((_key, index) => {
    const [code = null, label, unit = null, figure = null] = form.cells[FIRST_FORM_ROW + index] ?? [];
    const words = String(label).split(' ');
    const { place = 0, below = false } = places[index] ?? {};
    if (words.length < 3) return [[code, words.join(' '), unit, figure]];
    const at = 1 + (place % (words.length - 1));
    const lines = [words.slice(0, at), words.slice(at)].map((part) => part.join(' '));
    return [
      [code, lines[0] ?? '', unit, below ? null : figure],
      [null, lines[1] ?? '', null, below ? figure : null],
    ];
  });
  return gridOf(form.name, [...form.cells.slice(0, FIRST_FORM_ROW), ...rows]);
}

/** One letter of one longer word replaced or left out. */
function misspelt(label: string, slip?: { readonly place: number; readonly letter: string }): string {
  const words = label.split(' ');
  const long = words.flatMap((word, index) => (/^\p{L}{4,}$/u.test(word) ? [index] : []));
  const chosen = long[(slip?.place ?? 0) % Math.max(1, long.length)];
  const word = words[chosen ?? -1];
  if (chosen === undefined || word === undefined || !slip) return label;
  const at = slip.place % word.length;
  const misspelled = word.slice(0, at) + slip.letter + word.slice(at + 1);
  return words.map((part, index) => (index === chosen ? misspelled : part)).join(' ');
}

describe('robustness', () => {
  const words = pl01b2024.rows.flatMap((row) => [row.key, row.label, row.unit ?? '']);
  const headings = ['Số TT', 'STT', 'Chỉ tiêu', 'Nội dung', 'ĐVT', 'Đơn vị tính', 'Số liệu', 'Kỳ trước', 'Kết quả'];
  const text = fc.oneof(
    fc.constantFrom(...headings, ...words),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('\u202E\u0000', 'Sè l\u00ADîng', 'ä'.repeat(3000), '1'.repeat(400), '\uD800', '=1+1', '١٢٣'),
  );
  const cell = fc.oneof(
    fc.constant<Cell>(null),
    text,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom('#REF!', '#DIV/0!', '').map((error): Cell => ({ error })),
  );
  const rows = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 40 });
  const junkGrid = fc
    .record({
      cells: rows,
      texts: fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 10 }),
      visible: fc.boolean(),
    })
    .map(({ cells, texts, visible }): Grid => ({ name: 'Trang', visible, cells, texts, formulas: [] }));

  it('no grid makes analyze throw, and the same grid gives the same analysis', () => {
    fc.assert(
      fc.property(junkGrid, (grid) => {
        const workbook = workbookOf(grid);
        expect(withoutFunctions(analyze(workbook))).toEqual(withoutFunctions(analyze(workbook)));
      }),
      { ...SETTINGS, numRuns: 100 },
    );
  });

  it('junk in the place of figures, codes, labels and units does not throw', () => {
    const spot = fc.tuple(fc.nat(KEYS.length - 1), fc.nat(3), cell);
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 60 }), (spots) => {
        const form = gridIn(annexOf({}));
        const cells = form.cells.map((row) => [...row]);
        for (const [row, column, junk] of spots) (cells[FIRST_FORM_ROW + row] ?? [])[column] = junk;
        const workbook = workbookOf(gridOf(form.name, cells));
        const analysis = analyze(workbook);
        expect(planCheck(analysis, workbook).length).toBe(analysis.layout ? 3 : 0);
      }),
      SETTINGS,
    );
  });
});

function withoutFunctions(analysis: Analysis) {
  // What is written when first read is no property of its own: it has to be named.
  const { findings, undecided, indicators } = analysis;
  const layout = analysis.layout && { ...analysis.layout, legible: analysis.layout.legible.legacy };
  return { ...analysis, findings, undecided, indicators, layout };
}

describe('plans', () => {
  it('with our sheets in the workbook the findings and the plan stay the same', () => {
    fc.assert(
      fc.property(anyAnnex, (figures) => {
        const workbook = annexOf(figures);
        const analysis = analyze(workbook);
        const plan = planCheck(analysis, workbook);
        const written = applied(workbook, plan);
        const again = analyze(written);
        expect(again.findings).toEqual(analysis.findings);
        expect(planCheck(again, written).map(content)).toEqual(plan.map(content));
      }),
      SETTINGS,
    );
  });
});

/** The workbook with the planned sheets in it; marks change no cell. */
function applied(workbook: Workbook, changes: readonly Change[]): Workbook {
  const tables = changes.filter((change) => change.kind === 'table').map(gridOfTable);
  const names = tables.map((table) => table.name);
  return { ...workbook, sheets: [...workbook.sheets.filter(({ name }) => !names.includes(name)), ...tables] };
}

function content(change: Change) {
  return change.kind === 'table' ? { ...change, expects: null } : change;
}

describe('text', () => {
  const decimals = fc
    .record({ digits: fc.integer({ min: -999_999_999, max: 999_999_999 }), decimals: fc.nat(4) })
    .map((value) => sum([[1, value]]));

  it('a number written is read again as the same number', () => {
    fc.assert(
      fc.property(decimals, (value) => {
        const reading = readNumber(writeDecimal(value));
        if (reading.kind === 'ambiguous') expect(value.decimals).toBe(3);
        else expect(reading).toEqual({ kind: 'number', value, unit: '' });
      }),
      { ...SETTINGS, numRuns: 100 },
    );
  });

  it('no text makes readNumber throw', () => {
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-+]?[\d., ]{0,12}(%| người)?$/));
    fc.assert(
      fc.property(typed, (text) => {
        expect(['number', 'ambiguous', 'none']).toContain(readNumber(text).kind);
      }),
      { ...SETTINGS, numRuns: 100 },
    );
  });

  it('folding is blind to the Unicode form, and folding twice is folding once', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aăâeêioôơuưyđAĐƯ \u0300\u0301\u0303\u0309\u0323bcht') });
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: 'binary' })), (text) => {
        expect(fold(text.normalize('NFC'))).toBe(fold(text.normalize('NFD')));
      }),
      { ...SETTINGS, numRuns: 100 },
    );
    fc.assert(
      fc.property(letters, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { ...SETTINGS, numRuns: 100 },
    );
  });
});
