// The heading of a table: which column it gives to codes, labels, units and figures, and which of several columns of figures.
import { describe, expect, it } from 'vitest';
import type { Cell, Grid } from '../../core/grid.ts';
import { columnName } from '../../core/grid.ts';
import { columnWords, findHeadings, namingOf, WANTED_HEADINGS } from '../../core/heading.ts';
import { gridOf } from './workbooks.ts';

type Rows = readonly (readonly Cell[])[];

function reader(grid: Grid) {
  return (row: number, column: number) => grid.texts[row]?.[column] ?? '';
}

/** "1–2: code A, label B, unit C, value D" for each heading; rows count from 1. */
function headings(rows: Rows): readonly string[] {
  const grid = gridOf('Sheet1', rows);
  return findHeadings(grid, reader(grid)).map(({ from, to, columns }) => {
    const named = Object.entries(columns).flatMap(([kind, column]) =>
      column === null ? [] : [`${kind} ${columnName(column)}`],
    );
    return `${from === to ? from + 1 : `${from + 1}–${to + 1}`}: ${named.join(', ')}`;
  });
}

const FORM = 'code A, label B, unit C, value D';

describe('one row', () => {
  it.each<[readonly Cell[], string]>([
    [['Số TT', 'Chỉ tiêu thống kê', 'Đơn vị tính', 'Số liệu'], FORM],
    [['STT', 'Nội dung', 'ĐVT', 'Kết quả'], FORM],
    [['Mã số', 'Tên chỉ tiêu', 'Đơn vị', 'Giá trị'], FORM],
    [['TT', 'Tiêu chí', 'Đ.V.T', 'Số lượng'], FORM],
    [['Mã', 'Danh mục chỉ tiêu', 'ĐV tính', 'Kết quả thống kê'], FORM],
    [['Mã chỉ tiêu', 'Nội dung', 'Đơn vị', 'Kết quả thực hiện'], FORM],
    [['Ký hiệu', 'Nội dung', 'Đơn vị', 'Kỳ báo cáo'], FORM],
    [['STT', 'Nội dung', 'ĐVT', 'Thực hiện trong kỳ'], FORM],
    [['So TT', 'Chi tieu', 'Don vi tinh', 'So lieu'], FORM],
    [['SỐ THỨ TỰ', 'NỘI DUNG CHỈ TIÊU', 'ĐƠN VỊ TÍNH', 'SỐ LIỆU THỐNG KÊ'], FORM],
    [['TT'.normalize('NFD'), 'Chỉ tiêu'.normalize('NFD'), 'ĐVT', 'Số liệu'.normalize('NFD')], FORM],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu', 'Ghi chú'], `${FORM}, note E`],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu', 'Giải trình của đơn vị'], `${FORM}, note E`],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu', 'Chú thích'], `${FORM}, note E`],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu', 'Cùng kỳ năm trước'], `${FORM}, previous E`],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu', 'Số liệu cùng kỳ'], `${FORM}, previous E`],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu', 'Quý trước'], `${FORM}, previous E`],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu', 'Số liệu kỳ báo cáo trước'], `${FORM}, previous E`],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch năm 2024', 'Thực hiện'], 'code A, label B, unit C, value E, previous D'],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu', 'So sánh'], `${FORM}, previous E`],
    // Columns that it does not know, and what was calculated beside it.
    [['TT', 'Chỉ tiêu', 'Cơ quan chủ trì', 'ĐVT', 'Số liệu'], 'code A, label B, unit D, value E'],
    [['TT', 'Chỉ tiêu', 'Nhận xét về nội dung', 'ĐVT', 'Kết quả'], 'code A, label B, unit D, value E'],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu', null, 12.5], FORM],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu', '30.06.2024'], FORM],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu', 'Biểu 1.2'], FORM],
    [[null, null, 'TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu'], 'code C, label D, unit E, value F'],
    // The surest column of figures.
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Kết quả', 'Số liệu'], 'code A, label B, unit C, value E'],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu thống kê', 'Số liệu'], 'code A, label B, unit C, value E'],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Kết quả', 'Số liệu thống kê'], 'code A, label B, unit C, value E'],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu lũy kế', 'Số liệu kỳ này'], 'code A, label B, unit C, value E'],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu năm trước', 'Số liệu kỳ này'], 'code A, label B, unit C, value E, previous D'],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu kỳ trước', 'Thực hiện'], 'code A, label B, unit C, value E, previous D'],
    // Of equal ones that of the latest period, where each names its own.
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2024'], FORM],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2022', 'Năm 2023', 'Năm 2024'], 'code A, label B, unit C, value F'],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu của xã', 'Năm 2024'], FORM],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2023', 'Năm 2024'], 'code A, label B, unit C, value E'],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2024', 'Năm 2023'], FORM],
    [['TT', 'Chỉ tiêu', 'ĐVT', 'Quý I', 'Quý II'], 'code A, label B, unit C, value E'],
    [['TT', 'Chỉ tiêu', 'ĐVT', '6 tháng đầu năm 2024', 'Quý I năm 2024'], FORM],
    // Then the nearest to the right of the unit.
    [['TT', 'Số liệu', 'Chỉ tiêu', 'ĐVT', 'Số liệu'], 'code A, label C, unit D, value E'],
    [['TT', 'Chỉ tiêu', 'Số liệu', 'Số liệu'], 'code A, label B, value C'],
    // Two named kinds are enough where code or label is one of them.
    [['TT', 'Chỉ tiêu'], 'code A, label B'],
    [['Chỉ tiêu', 'Số liệu'], 'label A, value B'],
    [['TT', 'Số liệu'], 'code A, value B'],
  ])('%j is %s', (cells, expected) => {
    expect(headings([cells])).toEqual([`1: ${expected}`]);
  });
  it.each<[string, readonly Cell[]]>([
    ['figures and a unit alone', ['ĐVT', 'Số liệu']],
    ['a note beside a label', ['Chỉ tiêu', 'Ghi chú']],
    ['one name', ['Chỉ tiêu', null]],
    ['one name twice', ['Chỉ tiêu', 'Nội dung']],
    ['one name beside words that only hold one', ['TT', 'Ý kiến về nội dung']],
    ['numbers', [1, 2, 3, 4]],
    ['a row of a plan of work', ['1', 'Nội dung công tác kiểm tra việc thực hiện cải cách hành chính', 'Quý II']],
    [
      'a sentence that tells a period',
      ['TT', 'Kết quả thực hiện nhiệm vụ cải cách hành chính nhà nước trên địa bàn xã 6 tháng đầu năm 2024'],
    ],
    ['nothing', []],
  ])('%s is no heading', (_name, cells) => {
    expect(headings([cells])).toEqual([]);
  });
  // "Nội dung", "Số liệu" beside it: a row of the table, told by its code.
  it.each(['1.1', ' 1.1', '1.1 ', '1.1.', '10.10', '3.3.1', '3.3.1.2'])(
    'a row with the code %j is no heading',
    (code) => {
      expect(headings([[code, 'Kế hoạch CCHC', 'Nội dung', 'Số liệu']])).toEqual([]);
    },
  );
  it('the headings that a message asks for are understood when they are typed', () => {
    const { code, label, unit, value } = WANTED_HEADINGS;
    expect(headings([[code, label, unit, value]])).toEqual([`1: ${FORM}`]);
  });
});

describe('more rows', () => {
  it.each<[string, Rows, readonly string[]]>([
    [
      'a group over its columns',
      [
        ['TT', 'Chỉ tiêu', 'Kết quả thống kê', null],
        [null, null, 'ĐVT', 'Số liệu'],
        ['1.1', 'Kế hoạch', 'Nhiệm vụ', 3],
      ],
      [`1–2: ${FORM}`],
    ],
    [
      'the earlier period left of this one',
      [
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Kỳ trước', 'Kỳ này'],
        [null, null, null, 'Số liệu', 'Số liệu'],
      ],
      ['1–2: code A, label B, unit C, value E, previous D'],
    ],
    [
      'a group over two columns of two years',
      [
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2023', null, 'Năm 2024', null],
        [null, null, null, 'Số liệu', 'Ghi chú', 'Số liệu', 'Ghi chú'],
      ],
      ['1–2: code A, label B, unit C, value F, note E'],
    ],
    [
      'a group that names no column',
      [
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Xã Hoằng Hợp', null],
        [null, null, null, 'Số liệu', 'Ghi chú'],
      ],
      [`1–2: ${FORM}, note E`],
    ],
    [
      'a group of a year beside one of no year: the nearer to the unit',
      [
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2024', 'Toàn huyện'],
        [null, null, null, 'Số liệu', 'Số liệu'],
      ],
      [`1–2: ${FORM}`],
    ],
    [
      'a code named in the second row only',
      [
        [null, 'Chỉ tiêu', 'ĐVT', 'Kết quả'],
        ['TT', null, null, 'Số liệu'],
      ],
      [`1–2: ${FORM}`],
    ],
    [
      'a cell with nothing but a space',
      [
        ['TT', 'Chỉ tiêu', 'Kết quả thống kê', null],
        [' ', null, 'ĐVT', 'Số liệu'],
      ],
      [`1–2: ${FORM}`],
    ],
    [
      'titles above it that name a period',
      [
        ['UBND XÃ HOẰNG HỢP', 'Quý II năm 2024', null, null],
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu'],
      ],
      [`2: ${FORM}`],
    ],
    [
      'a title above it that names a period, alone',
      [
        [null, 'Năm 2024', null, null],
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu'],
      ],
      [`2: ${FORM}`],
    ],
    [
      'three rows, no more',
      [
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Kết quả'],
        [null, null, null, 'Kỳ này'],
        [null, null, null, 'Số liệu'],
        [null, null, null, 'Giá trị'],
      ],
      [`1–3: ${FORM}`],
    ],
    [
      'a row below that is the table’s',
      [
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu'],
        [null, 'Kế hoạch CCHC', null, null],
      ],
      [`1: ${FORM}`],
    ],
    [
      'what the figures are of, below their name',
      [
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu'],
        [null, null, null, '(hồ sơ)'],
      ],
      [`1: ${FORM}`],
    ],
    [
      'a row below with a figure',
      [
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Kết quả'],
        [null, null, 'ĐVT', 5],
      ],
      [`1: ${FORM}`],
    ],
    [
      'a blank row below',
      [
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Kết quả'],
        [null, null, null, null],
        [null, null, null, 'Số liệu'],
      ],
      [`1: ${FORM}`],
    ],
    [
      'again after a page break',
      [
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu'],
        ['1.1', 'Kế hoạch', 'Nhiệm vụ', 3],
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Số liệu'],
      ],
      [`1: ${FORM}`, `3: ${FORM}`],
    ],
  ])('%s', (_name, rows, expected) => {
    expect(headings(rows)).toEqual(expected);
  });
});

describe('the words over a column', () => {
  const grid = gridOf('Sheet1', [
    ['TT', 'Kỳ trước', null, 'Kỳ này', null],
    [null, 'Số liệu', 'Ghi chú', 'Số liệu quý II/2024', 7],
  ]);
  const words = columnWords(grid, reader(grid), { from: 0, to: 1 });
  it('are its own from the top, and the group it lies under', () => {
    expect(words).toEqual([
      { own: ['TT', ''], group: 'TT' },
      { own: ['Kỳ trước', 'Số liệu'], group: 'Kỳ trước' },
      { own: ['', 'Ghi chú'], group: 'Kỳ trước' },
      { own: ['Kỳ này', 'Số liệu quý II/2024'], group: 'Kỳ này' },
      { own: ['', ''], group: '' },
    ]);
  });
  it('the first column is under no group, though only its second row is filled', () => {
    const below = gridOf('Sheet1', [
      [null, 'Kỳ này'],
      ['TT', 'Số liệu'],
    ]);
    expect(columnWords(below, reader(below), { from: 0, to: 1 })[0]).toEqual({ own: ['', 'TT'], group: '' });
  });
  it('name the column, by the lowest and the group', () => {
    expect(words.map(namingOf)).toEqual([
      { kind: 'code', sure: 3, period: '' },
      { kind: 'previous', sure: 3, period: '' },
      { kind: 'note', sure: 3, period: '' },
      { kind: 'value', sure: 3, period: '2024-06' },
      null,
    ]);
  });
});
