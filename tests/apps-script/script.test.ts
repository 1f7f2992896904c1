// The script as it is built: menu, rights, what the menu does with the sidebar closed, and how many calls it takes.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze, type Change, type MarksChange, type Workbook } from '../../core/index.ts';
import { sheetOf } from '../hosts/contract.ts';
import { bookOf, workbookOfBook } from './bookOf.ts';
import { pressMenu, runScript } from './builtScript.ts';
import type { Book } from './fakeBook.ts';
import { rulesOf } from './fakeRules.ts';
import { ANNEX, EXAMPLE, stateOf, usersBook } from './usersBook.ts';

interface Answer {
  readonly ok: boolean;
  readonly code?: string;
  readonly value: {
    readonly workbook: Workbook;
    readonly checksum: string;
    readonly outcome: { readonly code?: string };
  };
}

function rpc(book: Book, method: string, request: unknown = null): Answer {
  return JSON.parse(String(runScript(book, 'rpc', [method, JSON.stringify(request)])));
}

function apply(book: Book, changes: readonly Change[]): Answer['value']['outcome'] {
  return rpc(book, 'apply', { changes, formats: [] }).value.outcome;
}

/** The calls that reach Google's servers while `work` runs. */
function callsOf(book: Book, work: () => void): readonly string[] {
  const before = book.calls.length;
  work();
  return book.calls.slice(before);
}

const isWrite = (call: string) => /\.(set|insert|delete|hide|show|merge|break|clear)/.test(call);
const lastToast = (book: Book) => book.toasts[book.toasts.length - 1] ?? '';

describe('menu and rights', () => {
  it('is all that opening makes, before the user has allowed anything', () => {
    const book = usersBook();
    runScript(book, 'onOpen', [{}], 'NONE');
    expect(book.menus).toEqual([
      {
        title: 'Báo cáo CCHC',
        items: [
          ['Kiểm tra số liệu', 'checkFigures'],
          ['Soạn lời văn', 'writeNarrative'],
          ['Bỏ đánh dấu', 'clearMarks'],
          ['Mở khung kiểm tra', 'openPane'],
          ['Tạo Phụ lục 01b mới', 'createAnnex'],
        ],
      },
    ]);
    expect(book.calls).toEqual([]);
    runScript(book, 'onInstall', [{}], 'LIMITED');
    expect(book.menus).toHaveLength(2);
  });

  it('the fake refuses what Google refuses', () => {
    const book = usersBook();
    const read = () => runScript(book, 'rpc', ['read', 'null'], 'NONE');
    expect(JSON.parse(String(read()))).toMatchObject({ ok: false, code: 'failed' });
    book.files.set('sidebar', '<p>');
    expect(() => runScript(book, 'openPane', [], 'LIMITED')).toThrow(/script\.container\.ui/);
    runScript(book, 'openPane');
    expect(book.sidebars).toMatchObject([{ title: 'Khung kiểm tra' }]);
    expect(() => runScript(book, 'doGet')).toThrow('Script function not found');
  });

  it('answers a wrong method, wrong JSON and a wrong cell with data', () => {
    const book = usersBook();
    for (const given of [
      ['format', 'null'],
      ['constructor', 'null'],
      ['read', '{'],
      ['reveal', '{"sheet":"Không có","row":0,"column":0}'],
    ])
      expect(JSON.parse(String(runScript(book, 'rpc', given)))).toMatchObject({ ok: false, code: 'failed' });
  });
});

describe('the menu with the sidebar closed', () => {
  it('checks: marks, our sheets, and a message; a second time changes nothing', () => {
    const book = usersBook();
    pressMenu(book, 'Kiểm tra số liệu');
    expect(lastToast(book)).toContain('Lỗi 3 · Cảnh báo 7 · Gợi ý 1 · Chưa đủ số liệu 0.');
    expect(book.sheets.map(({ name }) => name)).toEqual([
      ANNEX,
      'Thông tin báo cáo',
      'Phiếu kiểm tra số liệu',
      'Tỷ lệ tính từ Phụ lục',
    ]);
    expect(book.sheets[book.active]?.name).toBe(ANNEX);
    const first = [stateOf(book), stateOf(book, 'Phiếu kiểm tra số liệu'), stateOf(book, 'Tỷ lệ tính từ Phụ lục')];
    pressMenu(book, 'Kiểm tra số liệu');
    expect([stateOf(book), stateOf(book, 'Phiếu kiểm tra số liệu'), stateOf(book, 'Tỷ lệ tính từ Phụ lục')]).toEqual(
      first,
    );
  });

  it('takes the marks off and leaves the sheet as it was', () => {
    const book = usersBook();
    const before = stateOf(book);
    pressMenu(book, 'Kiểm tra số liệu');
    expect(stateOf(book)).not.toEqual(before);
    pressMenu(book, 'Bỏ đánh dấu');
    expect(stateOf(book)).toEqual(before);
    expect(lastToast(book)).toBe('Đã bỏ đánh dấu.');
  });

  it('writes the text and shows it', () => {
    const book = usersBook();
    pressMenu(book, 'Soạn lời văn');
    expect(book.selected).toBe('Lời văn báo cáo!A1');
    expect(lastToast(book)).toContain('Còn 3 lỗi');
    const sheet = book.sheet('Lời văn báo cáo');
    expect([...sheet.hiddenColumns]).toEqual([4, 5, 6]);
    expect(sheet.frozenRows).toBe(3);
    const links = [...sheet.cells.values()].flatMap(({ link }) => link ?? []);
    expect(links.length).toBeGreaterThan(10);
    expect(links.every((link) => /^#gid=[01]&range=[A-Z]+\d+$/.test(link))).toBe(true);
  });

  it('makes a new annex with its drop-downs, and says so', () => {
    const book = bookOf({ sheets: [sheetOf('Trang 1', [['xin chào']])], active: 'Trang 1' });
    pressMenu(book, 'Tạo Phụ lục 01b mới');
    pressMenu(book, 'Tạo Phụ lục 01b mới');
    expect(book.sheets.map(({ name }) => name)).toEqual(['Trang 1', ANNEX, 'Thông tin báo cáo', `${ANNEX} (CCHC)`]);
    expect([...book.sheet(ANNEX).cells.values()].some(({ look }) => Array.isArray(look.list))).toBe(true);
    expect(analyze(workbookOfBook(book)).sheet).not.toBeNull();
  });

  it('says when there is no annex, when another is writing and when a sheet is protected, and writes nothing', () => {
    const none = bookOf({ sheets: [sheetOf('Trang 1', [['xin chào']])], active: 'Trang 1' });
    pressMenu(none, 'Kiểm tra số liệu');
    expect(lastToast(none)).toContain('Chưa thấy Phụ lục 01b trong tệp này.');
    const book = usersBook();
    const before = stateOf(book);
    book.lockedBy = 'khac@example.vn';
    pressMenu(book, 'Kiểm tra số liệu');
    expect(lastToast(book)).toContain('Có người khác đang chạy công cụ');
    book.lockedBy = null;
    book.sheet(ANNEX).protections.push({ box: null, free: [], canEdit: false });
    pressMenu(book, 'Kiểm tra số liệu');
    expect(lastToast(book)).toContain('đang được bảo vệ');
    expect(stateOf(book)).toEqual(before);
    expect(book.sheets).toHaveLength(2);
  });
});

describe('one batch, whole or not at all', () => {
  it('takes back what it wrote when Google stops half-way', () => {
    const book = usersBook();
    const before = stateOf(book);
    book.onCall = (name) => {
      if (name === 'Range.setBackgrounds') throw new Error('Service error: Spreadsheets');
    };
    pressMenu(book, 'Kiểm tra số liệu');
    expect(lastToast(book)).toContain('Chưa ghi được vào bảng');
    expect(book.sheets[book.active]?.name).toBe(ANNEX);
    expect(stateOf(book)).toEqual(before);
    expect(book.sheets).toHaveLength(2);
  });

  it('knows protected ranges from protected sheets with free ranges', () => {
    const cell = { kind: 'cell', sheet: ANNEX, at: { row: 60, column: 3 }, from: '04', to: 4 } as const;
    const box = { top: 60, left: 3, bottom: 60, right: 3 };
    const book = usersBook();
    const sheet = book.sheet(ANNEX);
    sheet.protections = [{ box, free: [], canEdit: false }];
    expect(apply(book, [cell])).toMatchObject({ applied: false, code: 'protected', at: { row: 60, column: 3 } });
    sheet.protections = [{ box: null, free: [box], canEdit: false }];
    expect(apply(book, [cell])).toEqual({ applied: true });
    sheet.protections = [{ box: null, free: [], canEdit: true }];
    expect(apply(book, [{ ...cell, from: 4, to: 5 }])).toEqual({ applied: true });
  });

  it('gives the six minutes up with nothing marked', () => {
    const book = usersBook();
    book.milliseconds = 100_000;
    expect(() => pressMenu(book, 'Kiểm tra số liệu')).toThrow('Exceeded maximum execution time');
    expect(book.sheet(ANNEX).rules).toHaveLength(2);
  });

  it('reads dates in the spreadsheet’s own time zone, once', () => {
    const book = usersBook();
    for (const row of [10, 11]) book.sheet(ANNEX).cell(row, 3).value = new Date(Date.UTC(2024, 5, 4));
    const { workbook } = rpc(book, 'read').value;
    expect(workbook.sheets[0]?.cells[10]?.[3]).toBe(45_447);
    expect(workbook.sheets[0]?.texts[10]?.[3]).toBe('4/6/2024');
    expect(book.calls.filter((call) => call.endsWith('getSpreadsheetTimeZone'))).toHaveLength(1);
  });
});

describe('findings', () => {
  it.each(['vi_VN', 'en_US'] as const)('are the golden ones of the example in %s', (locale) => {
    const { workbook } = rpc(Object.assign(usersBook(), { locale }), 'read').value;
    const analysis = analyze(workbook);
    const golden = readFileSync('examples/hoang-hop-2024-h1.findings.txt', 'utf8');
    const counted = golden.match(/^(Lỗi|Cảnh báo|Gợi ý) \(\d+\)$/gm);
    const { errors, warnings, infos } = analysis.summary;
    expect([`Lỗi (${errors})`, `Cảnh báo (${warnings})`, `Gợi ý (${infos})`]).toEqual(counted);
    const { findings, indicators, undecided, summary } = analyze(EXAMPLE);
    expect([analysis.findings, analysis.indicators]).toEqual([findings, indicators]);
    expect([analysis.undecided, analysis.summary]).toEqual([undecided, summary]);
    const flat = golden.replace(/\s+/g, ' ');
    for (const { message } of analysis.findings) expect(flat).toContain(message);
  });
});

describe('calls', () => {
  const all: MarksChange = {
    kind: 'marks',
    sheet: ANNEX,
    cells: { error: cells(0, 200), warning: cells(200, 400), info: cells(400, 499) },
  };

  /** Cells with gaps between, so that none are joined to ranges. */
  function cells(from: number, to: number): { row: number; column: number }[] {
    return Array.from({ length: to - from }, (_, i) => ({ row: (from + i) * 2, column: 3 }));
  }

  it('a whole read of two sheets takes at most 10', () => {
    const book = usersBook();
    expect(callsOf(book, () => rpc(book, 'read')).length).toBeLessThanOrEqual(10);
  });

  it('a checksum takes half of that', () => {
    const book = usersBook();
    expect(callsOf(book, () => rpc(book, 'checksum')).length).toBeLessThanOrEqual(5);
    const { checksum } = rpc(book, 'read').value;
    expect(rpc(book, 'checksum').value).toBe(checksum);
    book.sheet(ANNEX).type(44, 3, 498);
    expect(rpc(book, 'checksum').value).not.toBe(checksum);
  });

  it('marking 499 cells takes at most 12, the lock and its release among them', () => {
    const book = usersBook();
    const calls = callsOf(book, () => expect(apply(book, [all])).toEqual({ applied: true }));
    expect(calls.length).toBeLessThanOrEqual(12);
    expect(rulesOf(book.sheet(ANNEX).rules)[0]?.split(',')).toHaveLength(200);
  });

  it('marks that stand already are not written again', () => {
    const book = usersBook();
    apply(book, [all]);
    const calls = callsOf(book, () => apply(book, [all]));
    expect(calls.filter(isWrite)).toEqual([]);
  });

  it('writing the narrative anew takes at most 8, and with a sheet to lay out no more than 19', () => {
    const book = usersBook();
    const first = callsOf(book, () => pressMenu(book, 'Soạn lời văn')).filter(isWrite);
    expect(first.length).toBeLessThanOrEqual(19);
    book.sheet(ANNEX).type(44, 3, 498);
    const again = callsOf(book, () => pressMenu(book, 'Soạn lời văn')).filter(isWrite);
    expect(again.length).toBeGreaterThan(0);
    expect(again.length).toBeLessThanOrEqual(8);
  });
});
