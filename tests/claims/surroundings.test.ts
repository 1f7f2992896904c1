// What stands around each number of a report, by which its words are read: brackets, lists, "trong đó", sentences before.
import { expect, it } from 'vitest';
import { type Mention, mentionsIn } from '../../core/mention.ts';
import { readPassages } from '../../core/passage.ts';
import type { NamedPeriod } from '../../core/token.ts';
import { APPROXIMATE, printed } from './table.ts';

const CASES: readonly (readonly [title: string, ...paragraphs: string[]])[] = [
  [
    'Ngoặc trong ngoặc',
    'Tiếp nhận 494 hồ sơ (trực tuyến 448 hồ sơ (toàn trình 300 hồ sơ, một phần 148 hồ sơ), trực tiếp 46 hồ sơ), giải quyết 480 hồ sơ.',
  ],
  ['Ngoặc đóng thừa', 'Tiếp nhận 494 hồ sơ), giải quyết 480 hồ sơ), còn 14 hồ sơ.'],
  [
    'Ngoặc sâu quá sáu tầng',
    'Có 1 hồ sơ (2 hồ sơ (3 hồ sơ (4 hồ sơ (5 hồ sơ (6 hồ sơ (7 hồ sơ (8 hồ sơ), 9 hồ sơ), 10 hồ sơ), 11 hồ sơ.',
  ],
  [
    'Ngoặc không có số, trước và sau số',
    'Tiếp nhận (gồm cả kỳ trước chuyển sang) 494 hồ sơ (không tính hồ sơ trả lại), giải quyết (quý I năm 2024) 480 hồ sơ.',
  ],
  ['Ngoặc ngay sau số', 'Tổng số TTHC là 207 (theo quyết định công bố) thủ tục; 30 (cấp xã).'],
  ['“Trong đó” giữa câu', 'Không kể năm 2023, tiếp nhận 494 hồ sơ, trong đó trực tuyến 448 hồ sơ, trực tiếp 46 hồ sơ.'],
  ['“Trong đó” đầu câu', 'UBND xã tiếp nhận 494 hồ sơ. Trong đó: trực tuyến 448 hồ sơ. Trong đó toàn trình 300 hồ sơ.'],
  ['“Trong đó” đầu bài, không có gì phía trước', 'Trong đó: trực tuyến 448 hồ sơ, trực tiếp 46 hồ sơ.'],
  ['“Trong đó” trong ngoặc', 'Tiếp nhận 494 hồ sơ. Kỳ này (trong đó trực tuyến 448 hồ sơ) giải quyết 480 hồ sơ.'],
  [
    '“Trong đó” là dòng riêng, phía dưới là các dòng ngắn',
    'Tổng số hồ sơ tiếp nhận trong kỳ là 494 hồ sơ.',
    'Trong đó:',
    'Tiếp nhận trực tuyến 448 hồ sơ',
    'Tiếp nhận trực tiếp 46 hồ sơ',
    'Ngoài ra, Ủy ban nhân dân xã còn tiếp nhận, trả lời kịp thời 12 kiến nghị của công dân về thủ tục đất đai, hộ tịch và bảo trợ xã hội.',
    'Giải quyết 480 hồ sơ',
  ],
  [
    '“Trong đó” mở đầu dòng và có số',
    'Tổng số hồ sơ tiếp nhận trong kỳ là 494 hồ sơ.',
    'Trong đó: trực tuyến 448 hồ sơ',
    'Trực tiếp 46 hồ sơ',
  ],
  [
    'Danh sách hai tầng dưới một dòng có số',
    'Kết quả giải quyết hồ sơ năm 2024, tổng số 494 hồ sơ:',
    '- Tiếp nhận mới 480 hồ sơ:',
    '+ Trực tuyến 448 hồ sơ;',
    '+ Trực tiếp 32 hồ sơ;',
    '- Kỳ trước chuyển sang 14 hồ sơ.',
    'Đã giải quyết 470 hồ sơ.',
  ],
  [
    'Danh sách dưới một dòng nêu kỳ, không có số',
    'Kết quả quý I năm 2024:',
    '- Tiếp nhận 200 hồ sơ;',
    '- Tháng 3 tiếp nhận 70 hồ sơ.',
  ],
  [
    'Danh sách dưới đề mục',
    '1. Kết quả tiếp nhận:',
    'Trực tuyến 448 hồ sơ',
    '2. Kết quả 494 hồ sơ:',
    'Trực tiếp 46 hồ sơ',
  ],
  ['Kỳ nêu ở đầu câu, qua dấu chấm phẩy', 'Quý I năm 2024: tiếp nhận 200 hồ sơ; giải quyết 190 hồ sơ. Còn 10 hồ sơ.'],
  ['Kỳ nêu giữa câu, qua dấu chấm phẩy', 'Tiếp nhận 494 hồ sơ trong quý I năm 2024; giải quyết 480 hồ sơ.'],
  ['Kỳ nêu sau ba từ đầu câu', 'Ủy ban nhân dân xã trong quý I năm 2024 tiếp nhận 200 hồ sơ; giải quyết 190 hồ sơ.'],
  ['Kỳ nêu sau hai từ và dấu phẩy', 'Trong, quý I năm 2024, tiếp nhận 200 hồ sơ; giải quyết 190 hồ sơ.'],
  [
    'Việc của nơi khác, trước dấu hai chấm và dấu chấm phẩy',
    'Toàn huyện: tiếp nhận 9.000 hồ sơ; giải quyết 8.900 hồ sơ.',
  ],
  ['Việc của nơi khác, chỉ trong một vế', 'Toàn huyện tiếp nhận 9.000 hồ sơ; xã giải quyết 480 hồ sơ.'],
  [
    'Xã khác, những ngày khác',
    'Xã Tân Lập tiếp nhận 100 hồ sơ; từ ngày 01/7/2025 đến ngày 15/9/2025 tiếp nhận 50 hồ sơ (tháng 8: 20 hồ sơ).',
  ],
  ['“Kết quả:” đầu câu', 'Đã kiểm tra 12 bộ phận. Kết quả: 10 bộ phận đạt yêu cầu. Kết quả có 2 bộ phận phải sửa.'],
  [
    '“Kết quả:” giữa câu và trong ngoặc',
    'Đã kiểm tra 12 bộ phận, kết quả: 10 bộ phận đạt (kết quả: 2 bộ phận phải sửa).',
  ],
  ['“Kết quả” sau một số trong câu', 'Đã rà soát. Có 30 thủ tục, kết quả 28 thủ tục giữ nguyên.'],
  ['Dấu phẩy và gạch ngang đứng trước số', 'Tiếp nhận hồ sơ, – 494 hồ sơ, 480 hồ sơ đã giải quyết – 14 hồ sơ còn lại.'],
  ['Ước lượng', 'Khoảng 500 hồ sơ, gần 448 hồ sơ, hơn 46 hồ sơ, đúng 14 hồ sơ.'],
  ['Phân số và tỷ lệ', 'Giải quyết 480/494 hồ sơ (đạt 97,17%), trả đúng hạn 470/480 (97,9 %) hồ sơ.'],
  ['Đơn vị đếm của số đứng trước', 'Tiếp nhận 494 hồ sơ, trong đó trực tuyến: 448; trực tiếp: 46.'],
  ['Câu trước trong đoạn', 'Xã có 5 thôn. Cán bộ 20 người. Công chức, viên chức được tập huấn 3 lần.'],
];

function periods(named: readonly NamedPeriod[]): string {
  const parts = ({ month, quarter, months, part, year, days, place }: NamedPeriod) => [
    place,
    days && 'từ ngày, đến ngày',
    month && `tháng ${month}`,
    quarter && `quý ${quarter}`,
    months && `${months} tháng`,
    part,
    year,
  ];
  return named.map((one) => parts(one).filter(Boolean).join(' ')).join('; ');
}

function row(mention: Mention): string {
  const { approximate, linked, leadElsewhere, unit } = mention;
  const marks = [approximate && APPROXIMATE[approximate], linked && 'phần của', leadElsewhere && 'nơi khác, kỳ khác'];
  const cells = [
    printed(mention),
    unit ?? '–',
    mention.before.trim(),
    mention.after.trim(),
    mention.aside.trim(),
    mention.governors.map(printed).join(' < '),
    mention.chain.map((text) => text.trim()).join(' < '),
    mention.lead.trim(),
    mention.earlier.trim(),
    [periods(mention.periods), periods(mention.periodsAfter)].join(' → ').replace(/^ → $/, ''),
    `${mention.passage}.${mention.list}`,
    marks.filter(Boolean).join(', '),
    mention.quote,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '¦')).join(' | ')} |`;
}

const HEAD = `# Quanh mỗi số của lời văn

Từ ngữ đã bỏ dấu câu, từ ghép nối bằng gạch. “¦” là chỗ có dấu phẩy. “<”: gần trước, xa sau. Nhóm: đoạn.danh sách.`;

const COLUMNS = [
  'Số',
  'Đơn vị',
  'Trước',
  'Sau',
  'Trong ngoặc',
  'Thuộc số',
  'Văn cảnh',
  'Từ đầu vế',
  'Câu trước',
  'Kỳ trước → sau',
  'Nhóm',
  'Ghi chú',
  'Trích',
];

it('is remembered of the last twelve numbers, so that a list of hundreds stays quick to read', () => {
  const list = Array.from(
    { length: 40 },
    (_, index) => `nhóm ${'abcdefghijklmnopqrstuvwxyz'[index % 26]} ${index + 30} hồ sơ`,
  );
  const text = `Tiếp nhận 900 hồ sơ, gồm: ${list.join(', ')}. Trong đó trực tuyến 448 hồ sơ.`;
  const mentions = mentionsIn(readPassages([text]).passages);
  const [first, thirteenth, , last, next] = [0, 13, 14, 40, 41].map((at) => mentions[at]);
  expect(first?.governors).toHaveLength(0);
  expect(thirteenth?.governors.map(printed).at(-1)).toBe('30');
  expect(thirteenth?.chain).toHaveLength(12);
  expect(last?.governors.map(printed)).toEqual(list.slice(27, 39).map((_, index) => String(68 - index)));
  // Of the sentence before, as many again.
  expect(next?.governors.map(printed)).toEqual(list.slice(28, 40).map((_, index) => String(69 - index)));
  expect(next?.earlier.match(/nhom2/g)).toHaveLength(12);
});

it('is what the page says', async () => {
  const parts = CASES.map(([title, ...paragraphs]) => {
    const rows = mentionsIn(readPassages(paragraphs).passages).map(row);
    const table = [`| ${COLUMNS.join(' | ')} |`, `|${'---|'.repeat(COLUMNS.length)}`, ...rows].join('\n');
    return `## ${title}\n\n${paragraphs.map((text) => `> ${text}`).join('\n')}\n\n${table}`;
  });
  await expect(`${[HEAD, ...parts].join('\n\n')}\n`).toMatchFileSnapshot('binding/quanh-moi-so.md');
});
