// A province's own annex: read from a file or from the sheet "Mẫu biểu", refused with every fault named by its row, and
// checked with what of the rules applies to it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  analyze,
  type Cell,
  codeOfRow,
  composeNarrative,
  consolidate,
  gatherSheet,
  type Key,
  pl01b2024,
  planAnnexForm,
  planTemplateSheet,
  readTemplate,
  readTemplateSheet,
  type Template,
  textOf,
} from '../../core/index.ts';
import { CONSISTENT } from './consistent.ts';
import { gridOfTable, PERIOD, UNIT, workbookOf } from './workbooks.ts';

type Row = Readonly<Record<string, unknown>>;
const FILE: { readonly rows: readonly Row[] } & Row = JSON.parse(readFileSync('examples/mau-bieu.json', 'utf8'));

/** The province's file with its rows changed. */
function file(rows: (rows: readonly Row[]) => readonly Row[], head: Row = {}): unknown {
  return { ...FILE, ...head, rows: rows(FILE.rows) };
}

function template(given: unknown): Template<Key> {
  const read = readTemplate(given);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.template;
}

function problems(given: unknown): readonly string[] {
  const read = readTemplate(given);
  return read.ok ? [] : read.problems;
}

const without =
  (...keys: readonly string[]) =>
  (rows: readonly Row[]) =>
    rows.filter(({ key }) => !keys.includes(String(key)));
const changed = (key: string, change: Row) => (rows: readonly Row[]) =>
  rows.map((row) => (row.key === key ? { ...row, ...change } : row));
const inserted = (key: string, added: Row) => (rows: readonly Row[]) =>
  rows.flatMap((row) => (row.key === key ? [row, added] : [row]));

/** The form of a template, filled so that nothing contradicts. */
function filled(own: Template<Key>, figures: Readonly<Record<string, Cell>> = {}) {
  const values = { figures: { ...CONSISTENT, ...figures }, unit: UNIT, period: PERIOD };
  return gridOfTable(planAnnexForm(own, values));
}

describe('the standard, as a file', () => {
  const own = template(FILE);
  it('has the rows of the standard, and its codes', () => {
    expect(own.rows.map(({ key, label, kind, unit, partOf }) => ({ key, label, kind, unit, partOf }))).toEqual(
      pl01b2024.rows.map(({ key, label, kind, unit, partOf }) => ({ key, label, kind, unit, partOf })),
    );
    expect(own.rows.map(codeOfRow)).toEqual(pl01b2024.rows.map(codeOfRow));
    expect(own.id).toMatch(/^mau-cua-tinh@[0-9a-f]{8}$/);
  });
  it('finds what the standard finds, and everything applies', () => {
    const grid = filled(own, { '3.3.1.a': 45, '3.5': '04' });
    const [mine, standard] = [analyze(workbookOf(grid), { template: own }), analyze(workbookOf(grid))];
    expect(mine.findings).toEqual(standard.findings);
    expect(mine.findings.length).toBeGreaterThan(1);
    expect(mine.inapplicable).toEqual([]);
    expect(mine.indicators).toEqual(standard.indicators);
  });
  it('two versions of one name are two templates', () => {
    expect(template(file(without('3.5'))).id).not.toBe(own.id);
  });
});

describe('rows left out', () => {
  const own = template(file(without('3.5', '3.3.1.c')));
  const analysis = analyze(workbookOf(filled(own)), { template: own });
  it('are not missed, and rules and rates that need them do not apply, each with its reason', () => {
    expect(analysis.findings).toEqual([]);
    const left = new Map(analysis.inapplicable.map((one) => [one.rule ?? one.indicator, one]));
    expect(left.get('apologies-without-late')?.lacks).toEqual(['3.5']);
    expect(left.get('apologies-without-late')?.why).toBe('mẫu này không có mục 3.5');
    expect(left.get('online-share')?.lacks).toEqual(['3.3.1.c']);
    expect(left.has('ontime-parts-differ-from-total')).toBe(false);
    expect(analysis.indicators.map(({ id }) => id)).not.toContain('online-share');
    expect(analysis.undecided).toEqual([]);
  });
  it('have no sentence', () => {
    const text = composeNarrative(analysis)
      .paragraphs.map(({ parts }) => textOf(parts))
      .join('\n');
    expect(text).not.toMatch(/xin lỗi|Chưa có số liệu: mục 3\.5/);
    expect(text).toContain('hồ sơ');
  });
  it('are missed where the workbook is checked by the standard', () => {
    expect(analyze(workbookOf(filled(own))).findings.map(({ rule }) => rule)).toContain('row-missing');
  });
});

describe('rows of the province’s own', () => {
  const part = {
    code: '-',
    label: 'Qua Trung tâm phục vụ hành chính công',
    unit: 'Số lượng hồ sơ',
    kind: 'count',
    partOf: '3.3.1',
  };
  const own = template(
    file((rows) =>
      inserted('3.3.1.d', part)(inserted('7.6', { code: '7.7', label: 'Số camera', kind: 'count' })(rows)),
    ),
  );
  it('have figures of their own', () => {
    const analysis = analyze(workbookOf(filled(own, { '7.7': 12, '3.3.1*': 5 })), { template: own });
    expect(analysis.findings).toEqual([]);
    expect(analysis.report.get('7.7' as Key)?.value).toEqual({ digits: 12, decimals: 0 });
    expect(analysis.report.get('3.3.1*' as Key)?.value).toEqual({ digits: 5, decimals: 0 });
  });
  it('may not be blank', () => {
    const { findings } = analyze(workbookOf(filled(own, { '7.7': null, '3.3.1*': 5 })), { template: own });
    expect(findings.map(({ rule, key }) => [rule, key])).toEqual([['value-blank', '7.7']]);
  });
  it('a total divided otherwise is not added up', () => {
    const { inapplicable } = analyze(workbookOf(filled(own)), { template: own });
    expect(inapplicable.map(({ rule, why }) => [rule, why])).toEqual([
      ['received-parts-differ-from-total', 'mẫu này chia mục 3.3.1 khác mẫu chuẩn'],
    ]);
  });
});

describe('rows numbered otherwise', () => {
  // "3.5" is the province's own now, and what the standard calls 3.5 is its 3.6.
  const own = template(
    file((rows) =>
      inserted('3.4.3', { code: '3.5', label: 'Số hồ sơ số hóa', unit: 'Hồ sơ', kind: 'count' })(
        changed('3.5', { code: '3.6' })(rows),
      ),
    ),
  );
  it('keep their meaning, and are named by the codes they have on the sheet', () => {
    const analysis = analyze(workbookOf(filled(own, { '3.5': '04', '3.5*': 1 })), { template: own });
    expect(analysis.report.get('3.5')?.value).toEqual({ digits: 4, decimals: 0 });
    expect(analysis.report.get('3.5*' as Key)?.value).toEqual({ digits: 1, decimals: 0 });
    const [finding] = analysis.findings.filter(({ rule }) => rule === 'number-stored-as-text');
    expect(finding?.message).toMatch(/mục 3\.6/i);
    expect(finding?.key).toBe('3.5');
  });
  it('in the words of a rule too', () => {
    const moved = template(file(changed('3.3.2', { code: '3.3.9' })));
    const { findings } = analyze(workbookOf(filled(moved, { '3.3.2': 700, '3.3.2.a': 252 })), { template: moved });
    const words = findings.map(({ message, hint }) => `${message} ${hint}`).join(' ');
    expect(words).toContain('3.3.9');
    expect(words).not.toMatch(/\b3\.3\.2\b/);
  });
});

describe('the sheet “Mẫu biểu”', () => {
  const own = template(
    file((rows) => without('3.5')(inserted('7.6', { code: '7.7', label: 'Số camera', kind: 'count' })(rows)), {
      to: '2026-06',
      basis: 'Công văn số 12/SNV-CCHC',
    }),
  );
  const sheet = gridOfTable(planTemplateSheet(own));
  it('gives the same template again', () => {
    expect(readTemplateSheet(workbookOf(sheet))).toEqual({ ok: true, template: own });
  });
  it('is what the workbook is checked by, and no annex itself', () => {
    const analysis = analyze(workbookOf(sheet, filled(own, { '7.7': 12 })));
    expect([analysis.template.id, analysis.sheet, analysis.otherSheets]).toEqual([own.id, own.sheet, []]);
    expect(analysis.findings).toEqual([]);
    expect(analysis.inapplicable.length).toBeGreaterThan(0);
  });
  it('may be made by hand, codes and months turned into numbers and dates by the spreadsheet', () => {
    const cells = sheet.cells.map((row) =>
      row.slice(0, 6).map((cell) => (cell === '1.1' ? 1.1 : cell === '2026-06' ? 46_174 : cell === '7.7' ? 7.7 : cell)),
    );
    const typed = { ...sheet, name: 'mẫu biểu', cells };
    expect(readTemplateSheet(workbookOf(typed))).toEqual({ ok: true, template: own });
  });
  it('with a fault stops the check, and says where', () => {
    const faulty = {
      ...sheet,
      cells: sheet.cells.map((row) => row.map((cell) => (cell === '7.5.2' ? '7.5.1' : cell))),
    };
    const { sheet: annex, findings, summary } = analyze(workbookOf(faulty, filled(own)));
    expect([annex, summary.errors]).toEqual([null, 1]);
    expect(findings[0]?.rule).toBe('template-unreadable');
    const row = sheet.cells.findIndex(([code]) => code === '7.5.2') + 1;
    expect(findings[0]?.message).toContain(
      `dòng ${row} (“7.5.1”): mục 7.5.1 của mẫu chuẩn đã dùng ở dòng ${row - 1} (“7.5.1”)`,
    );
  });
  it('is none where an annex stands on a sheet of that name', () => {
    const annex = { ...filled(pl01b2024, { '3.3.1.a': 45 }), name: 'Mẫu biểu' };
    const { sheet: found, template: used, findings } = analyze(workbookOf(annex));
    expect([found, used.id]).toEqual(['Mẫu biểu', 'pl01b-2024']);
    expect(findings.map(({ rule }) => rule)).toContain('received-parts-differ-from-total');
  });
  it('without its heading says so', () => {
    const empty = { ...sheet, cells: sheet.cells.slice(0, 5) };
    expect(readTemplateSheet(workbookOf(empty))).toMatchObject({ ok: false });
  });
});

describe('brought together', () => {
  const own = template(file((rows) => inserted('7.6', { code: '7.7', label: 'Số camera', kind: 'count' })(rows)));
  const sheet = gridOfTable(planTemplateSheet(own));
  const byHand = { ...sheet, cells: sheet.cells.map((row) => row.slice(0, 6)) };
  const annexes = ['An', 'Bình'].map((name, index) => ({ ...filled(own, { '7.7': index + 3 }), name }));
  it('sheets of a workbook are read by the template it brings, made by hand or not', () => {
    for (const brought of [sheet, byHand]) {
      const workbook = workbookOf(brought, ...annexes);
      const gathered = ['An', 'Bình'].flatMap((name) => gatherSheet(workbook, name, ['An', 'Bình']) ?? []);
      expect(gathered.flatMap(({ reports }) => reports.map((report) => report.template))).toEqual([own.id, own.id]);
      const units = gathered.map((one, index) => ({
        ...one,
        reports: one.reports.map((report) => ({ ...report, unit: `Xã ${index}` })),
      }));
      const total = consolidate(own, units).rows.find(({ key }) => key === ('7.7' as Key));
      expect(total).toMatchObject({ total: { way: 'sum', value: { digits: 7, decimals: 0 } }, present: 2 });
    }
  });
});

describe('what is wrong is named by its row', () => {
  const FAULTS: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['no object', 5, ['nội dung phải là một đối tượng { … }']],
    ['an unknown field', file((rows) => rows, { nam: 2025 }), ['không có mục “nam”']],
    [
      'the standard’s id',
      file((rows) => rows, { id: 'pl01b-2024' }),
      ['“id” không được là pl01b-2024, tên của mẫu chuẩn'],
    ],
    [
      'an id with spaces',
      file((rows) => rows, { id: 'Mẫu mới' }),
      ['“id” phải là 2–40 chữ thường không dấu, chữ số hoặc dấu “-”'],
    ],
    [
      'months',
      file((rows) => rows, { from: '7/2025', to: '2024-13' }),
      ['“from” phải là tháng dạng 2025-07', '“to” phải là tháng dạng 2025-07'],
    ],
    ['months the wrong way round', file((rows) => rows, { from: '2025-07', to: '2025-06' }), ['“to” sớm hơn “from”']],
    ['no rows', file(() => []), ['“rows” phải là danh sách từ 1 đến 500 dòng']],
    [
      'a misspelt field',
      file(changed('1.1.1', { unti: 'Nhiệm vụ' })),
      ['dòng 3 của rows (“1.1.1”): không có mục “unti”'],
    ],
    [
      'an empty label',
      file(changed('1.1.1', { label: ' ' })),
      ['dòng 3 của rows (“1.1.1”): “label” phải là chữ, không được để trống'],
    ],
    [
      'a kind',
      file(changed('1.1.1', { kind: 'number' })),
      ['dòng 3 của rows (“1.1.1”): “kind” chỉ nhận heading, count, percent và choice'],
    ],
    [
      'another kind than the standard’s',
      file(changed('1.1.1', { kind: 'percent' })),
      ['dòng 3 của rows (“1.1.1”): “kind” phải là count như mục 1.1.1 của mẫu chuẩn'],
    ],
    [
      'a key that is none',
      file(changed('1.1.1', { key: '1.1.9' })),
      ['dòng 3 của rows (“1.1.1”): mẫu pl01b-2024 không có mục “1.1.9”'],
    ],
    [
      'a key twice',
      file(changed('1.1.2', { key: '1.1.1' })),
      ['dòng 4 của rows (“1.1.2”): mục 1.1.1 của mẫu chuẩn đã dùng ở dòng 3 của rows (“1.1.1”)'],
    ],
    [
      'a code twice',
      file(changed('1.1.2', { code: '1.1.1.' })),
      ['dòng 4 của rows (“1.1.1.”): mã “1.1.1.” đã có ở dòng 3 của rows (“1.1.1”)'],
    ],
    [
      'a choice without codes',
      file(changed('1.5', { unit: 'Có/Không' })),
      ['dòng 17 của rows (“1.5”): “unit” phải liệt kê các mã, ví dụ “Không = 0 Có = 1”'],
    ],
    [
      'other codes',
      file(changed('1.5', { unit: 'Không = 1 Có = 2' })),
      ['dòng 17 của rows (“1.5”): các mã phải là 0 và 1 như mục 1.5 của mẫu chuẩn'],
    ],
    [
      'a part of nothing',
      file(changed('3.3.1.a', { partOf: '9.9' })),
      ['phía trên không có dòng mang mã “9.9” ghi ở “partOf”'],
    ],
    [
      'a part of another row',
      file(changed('3.3.1.a', { partOf: '3.1.3' })),
      ['mục 3.3.1.a của mẫu chuẩn là phần “Trong đó” của mục 3.3.1, không phải của dòng “3.1.3”'],
    ],
    [
      'a part without its whole',
      file(without('3.3.1')),
      ['mục 3.3.1.a là phần “Trong đó” của mục 3.3.1, phải đứng sau dòng của mục đó'],
    ],
    [
      'nothing of the standard',
      file((rows) => rows.map(({ key: _key, partOf: _partOf, ...row }) => row)),
      ['không dòng nào ứng với một mục của mẫu pl01b-2024'],
    ],
  ];
  it.each(FAULTS)('%s', (_name, given, expected) => {
    const found = problems(given);
    expect(found.length).toBeGreaterThanOrEqual(expected.length);
    for (const one of expected) expect(found.join('\n')).toContain(one);
  });
  it('all at once', () => {
    const given = file((rows) => changed('1.1.2', { key: '9' })(changed('1.1.1', { label: '' })(rows)));
    expect(problems(given)).toHaveLength(2);
  });
});
