// What an annex says against the one of an earlier period: flows, stocks, what was carried over, what was copied.
import {
  type BetweenCheck,
  type BetweenRule,
  balanceOver,
  before,
  EARLIER,
  grew,
  here,
  NOUN,
  now,
  ROSE,
  ROW,
  THERE,
  THERE_ADDED,
  THIS_PERIOD,
  there,
  WAS_ADDED,
  was,
} from '../betweenRule.ts';
import { LEFT, MORE_OR_LESS, RIGHT, row, SIGNED, SIZE, say, v, word } from '../message.ts';
import type { Key } from '../templates/index.ts';

/** What is counted anew in every period, by section of the annex. */
const SECTION_1: readonly Key[] = ['1.1.2', '1.1.3', '1.2.1', '1.2.2', '1.2.3', '1.3.1', '1.3.2', '1.3.3', '1.4.1'];
const SECTION_2: readonly Key[] = ['2.1', '2.2', '2.3', '2.4', '2.5'];
const SECTION_3: readonly Key[] = [
  '3.1.1',
  '3.1.2',
  '3.3.1',
  '3.3.1.a',
  '3.3.1.b',
  '3.3.1.c',
  '3.3.1.d',
  '3.3.2',
  '3.3.2.a',
  '3.3.2.b',
  '3.3.2.c',
  '3.3.2.d',
  '3.3.3',
  '3.3.4',
  '3.4.1',
  '3.4.2',
  '3.5',
];
/** Section 7 has one flow: fewer than are ever called copied. */
const FLOWS: readonly Key[] = [...SECTION_1, ...SECTION_2, ...SECTION_3, '7.2.3'];

function fell(key: Key): BetweenCheck {
  return {
    key,
    applies: { is: ['inside', 'sameYear'], not: ['acrossMerger'] },
    ...balanceOver([now(key)], '≥', [before(key)]),
    severity: [['error', { is: ['cumulative'] }], ['warning']],
    message: say`${ROW} ghi ${LEFT} ${NOUN} cho ${THIS_PERIOD}; ${EARLIER} đã ghi ${RIGHT} ${NOUN} (${THERE}). Giảm ${SIZE} ${NOUN}, trong khi kỳ này gồm cả các tháng của kỳ trước.`,
    hint: {
      todo: say`đối chiếu hai ô; số của kỳ này cộng cả số của các tháng đã báo cáo ở kỳ trước.`,
      ifRight: say`giải trình vì sao số kỳ trước được điều chỉnh giảm.`,
    },
  };
}

export const cumulativeFell: BetweenRule<'cumulative-fell'> = {
  id: 'cumulative-fell',
  title: 'Trong cùng một năm, số phát sinh của kỳ báo cáo thường không ít hơn số của một kỳ nằm gọn trong kỳ đó.',
  basis: 'Kỳ báo cáo tính từ đầu năm gồm cả các tháng đã báo cáo ở kỳ trước.',
  checks: [...FLOWS, '4.1.3', '5.4.5', '5.4.6'].map((key) => fell(key as Key)),
  examples: {
    pass: [
      { previous: {} },
      { figures: { '2.1': 4 }, previous: { figures: { '2.1': 3 } } },
      { period: 'quý II năm 2024', previous: { figures: { '2.1': 3 } } },
      { period: 'năm 2025', previous: { figures: { '2.1': 3 }, period: '6 tháng đầu năm 2025' } },
      { previous: { figures: { '2.1': 3 }, period: '6 tháng đầu năm 2023' } },
      {},
    ],
    fail: [
      { previous: { figures: { '2.1': 3 } }, severity: 'warning', imbalance: -2 },
      {
        period: 'quý III năm 2024 (lũy kế từ đầu năm)',
        previous: { figures: { '3.5': 6 }, period: '6 tháng đầu năm 2024' },
        severity: 'error',
        imbalance: -2,
      },
      { period: 'năm 2024', previous: { figures: { '4.1.3': 1 } }, severity: 'warning', imbalance: -1 },
    ],
    undecided: [{ figures: { '2.1': null }, previous: {} }, { previous: { figures: { '2.1': null } } }],
  },
};

export const stockRollForward: BetweenRule<'stock-roll-forward-broken'> = {
  id: 'stock-roll-forward-broken',
  title:
    'Tổng số TTHC đang áp dụng (3.1.3) thường bằng tổng số của kỳ trước cộng số công bố mới (3.1.1), trừ số bãi bỏ, thay thế (3.1.2).',
  basis: 'Cân đối danh mục TTHC giữa hai kỳ liền nhau.',
  checks: [
    {
      key: '3.1.3',
      applies: { is: ['adjacent'], not: ['acrossMerger'] },
      ...balanceOver([now('3.1.3')], '=', [before('3.1.3'), now('3.1.1'), now('3.1.2', -1)]),
      severity: 'warning',
      message: say`${row('3.1.3')} ghi ${LEFT} thủ tục; ${EARLIER} có ${was('3.1.3')} thủ tục (${THERE}), cộng ${v('3.1.1')} thủ tục công bố mới, trừ ${v('3.1.2')} thủ tục bãi bỏ, thay thế trong ${THIS_PERIOD} được ${RIGHT} thủ tục. Lệch ${SIGNED} (${MORE_OR_LESS} ${SIZE} thủ tục).`,
      hint: {
        todo: say`đối chiếu với các quyết định công bố danh mục trong kỳ, sửa mục 3.1.1, 3.1.2 hoặc 3.1.3 chưa khớp.`,
        ifRight: say`giải trình ${SIZE} thủ tục chênh kèm số quyết định công bố.`,
      },
    },
    {
      key: '3.1.3',
      applies: { is: ['nested'], not: ['acrossMerger'] },
      ...balanceOver([now('3.1.3')], '=', [
        before('3.1.3'),
        now('3.1.1'),
        before('3.1.1', -1),
        now('3.1.2', -1),
        before('3.1.2'),
      ]),
      severity: 'warning',
      message: say`${row('3.1.3')} ghi ${LEFT} thủ tục; ${EARLIER} có ${was('3.1.3')} thủ tục (${THERE}), cộng số công bố mới thêm ${grew('3.1.1')}, trừ số bãi bỏ, thay thế thêm ${grew('3.1.2')} đến hết ${THIS_PERIOD} được ${RIGHT} thủ tục. Lệch ${SIGNED} (${MORE_OR_LESS} ${SIZE} thủ tục).`,
      hint: {
        todo: say`đối chiếu với các quyết định công bố danh mục, sửa mục 3.1.1, 3.1.2 hoặc 3.1.3 chưa khớp; mục 3.1.1 và 3.1.2 tính từ đầu kỳ báo cáo.`,
        ifRight: say`giải trình ${SIZE} thủ tục chênh kèm số quyết định công bố.`,
      },
    },
  ],
  examples: {
    pass: [
      { previous: { figures: { '3.1.1': 2, '3.1.2': 1, '3.1.3': 206 } } },
      { period: 'quý II năm 2024', previous: { figures: { '3.1.3': 205 } } },
      { period: 'quý III năm 2024', previous: { figures: { '3.1.3': 150 } } },
      { period: 'quý III năm 2025', previous: { figures: { '3.1.3': 200 }, period: 'quý II năm 2025' } },
      {},
    ],
    fail: [
      { previous: { figures: { '3.1.3': 205 } }, severity: 'warning', imbalance: 2 },
      { period: 'quý II năm 2024', previous: {}, severity: 'warning', imbalance: -2 },
    ],
    undecided: [{ figures: { '3.1.2': null }, previous: {} }, { previous: { figures: { '3.1.3': null } } }],
  },
};

/** Five times the later against six and four times the earlier: a fifth more, a fifth less, in whole numbers. */
function jumped(key: Key, within: 'any' | 'year', severity: 'warning' | 'info'): BetweenCheck {
  return {
    key,
    applies: { ...(within === 'year' && { is: ['sameYear'] as const }), not: ['acrossMerger'] },
    must: {
      all: [
        { left: [now(key, 5)], is: '≤', right: [before(key, 6)] },
        { left: [now(key, 5)], is: '≥', right: [before(key, 4)] },
      ],
    },
    sides: { left: [now(key)], right: [before(key)] },
    severity,
    message: say`${ROW} ghi ${LEFT} ${NOUN}; ${EARLIER} ghi ${RIGHT} ${NOUN} (${THERE}). ${ROSE} ${SIZE} ${NOUN}${word('phần trăm')}, thường không quá 20% giữa hai kỳ.`,
    hint: {
      todo: say`đối chiếu hai ô với danh mục hoặc quyết định của từng kỳ; sửa ô chưa đúng.`,
      ifRight: say`giải trình nguyên nhân kèm số quyết định.`,
    },
  };
}

export const stockJumped: BetweenRule<'stock-jumped'> = {
  id: 'stock-jumped',
  title:
    'TTHC đang áp dụng (3.1.3), TTHC cung cấp trực tuyến (7.5.1, 7.5.2), trong cùng năm cả nhiệm vụ kế hoạch (1.1.1) và biên chế được giao (4.1.1), thường tăng, giảm không quá 20% giữa hai kỳ.',
  basis: 'Kinh nghiệm chuyên môn, không phải quy định; không xét qua mốc sắp xếp đơn vị hành chính 01/7/2025.',
  checks: [
    jumped('1.1.1', 'year', 'warning'),
    jumped('3.1.3', 'any', 'warning'),
    jumped('4.1.1', 'year', 'warning'),
    jumped('7.5.1', 'any', 'info'),
    jumped('7.5.2', 'any', 'info'),
  ],
  examples: {
    pass: [
      { previous: {} },
      { figures: { '7.5.1': 12 }, previous: { figures: { '7.5.1': 10, '7.5.2': 35 } } },
      { previous: { figures: { '4.1.1': 12 }, period: 'năm 2023' } },
      { period: 'quý III năm 2025', previous: { figures: { '3.1.3': 120 }, period: 'quý II năm 2025' } },
      {},
    ],
    fail: [
      { previous: { figures: { '3.1.3': 150 } }, severity: 'warning', imbalance: 57 },
      { previous: { figures: { '4.1.1': 14 } }, severity: 'warning', imbalance: 3 },
      { previous: { figures: { '7.5.2': 36 } }, severity: 'info', imbalance: -8 },
      { previous: { figures: { '7.5.1': 0 } }, severity: 'info', imbalance: 12 },
    ],
    undecided: [{ previous: { figures: { '7.5.1': null } } }],
  },
};

export const carryOver: BetweenRule<'carry-over-differs'> = {
  id: 'carry-over-differs',
  title:
    'Số hồ sơ kỳ trước chuyển sang thường bằng số hồ sơ kỳ trước còn đang giải quyết và chờ bổ sung; hai kỳ cùng tính từ một ngày thì cùng một số chuyển sang.',
  basis: 'Hồ sơ chưa giải quyết xong khi hết kỳ trước là hồ sơ chuyển sang kỳ này.',
  checks: [
    {
      key: '3.3.1',
      applies: { is: ['adjacent'], not: ['acrossMerger'] },
      known: [
        ['now', 'K'],
        ['before', 'P'],
      ],
      must: {
        all: [{ left: [now('K')], is: '=', right: [before('P'), before('B')] }],
        or: { left: [now('K')], is: '=', right: [before('P')] },
      },
      sides: { left: [now('K')], right: [before('P'), before('B')] },
      severity: 'warning',
      message: say`${here('K')} ghi ${LEFT} hồ sơ kỳ trước chuyển sang; hết ${EARLIER} còn ${WAS_ADDED} hồ sơ đang giải quyết, chờ bổ sung (${THERE_ADDED}). Lệch ${SIGNED} (${MORE_OR_LESS} ${SIZE} hồ sơ).`,
      hint: {
        todo: say`đối chiếu với Hệ thống thông tin giải quyết TTHC tại ngày cuối kỳ trước; sửa số chuyển sang của kỳ này hoặc số còn lại của kỳ trước.`,
        ifRight: say`giải trình ${SIZE} hồ sơ chênh.`,
      },
    },
    {
      key: '3.3.1',
      applies: { is: ['nested'], not: ['acrossMerger'] },
      known: [
        ['now', 'K'],
        ['before', 'K'],
      ],
      ...balanceOver([now('K')], '=', [before('K')]),
      severity: 'warning',
      message: say`${here('K')} ghi ${LEFT} hồ sơ kỳ trước chuyển sang; ${EARLIER} ghi ${RIGHT} hồ sơ (${there('K')}), trong khi hai kỳ cùng tính từ một ngày. Lệch ${SIGNED} (${MORE_OR_LESS} ${SIZE} hồ sơ).`,
      hint: {
        todo: say`ghi số hồ sơ chưa giải quyết xong tại ngày đầu kỳ báo cáo, cùng một số ở hai kỳ.`,
        ifRight: say`giải trình ${SIZE} hồ sơ chênh.`,
      },
    },
  ],
  examples: {
    pass: [
      { period: 'quý II năm 2024', inputs: { K: 5 }, previous: { inputs: { P: 4, B: 1 } } },
      { period: 'quý II năm 2024', inputs: { K: 4 }, previous: { inputs: { P: 4, B: 1 } } },
      { inputs: { K: 3 }, previous: { inputs: { K: 3, P: 9 } } },
      { period: 'quý II năm 2024', inputs: { K: 5 }, previous: {} },
      { period: 'quý II năm 2024', previous: { inputs: { P: 4 } } },
      { period: 'quý III năm 2025', inputs: { K: 9 }, previous: { inputs: { P: 4 }, period: 'quý II năm 2025' } },
    ],
    fail: [
      {
        period: 'quý II năm 2024',
        inputs: { K: 7 },
        previous: { inputs: { P: 4, B: 1 } },
        severity: 'warning',
        imbalance: 2,
      },
      { inputs: { K: 3 }, previous: { inputs: { K: 2 } }, severity: 'warning', imbalance: 1 },
    ],
    undecided: [],
  },
};

function copied(section: string, rows: readonly Key[], key: Key): BetweenCheck {
  return {
    key,
    must: { copied: rows, least: 5 },
    severity: 'warning',
    message: say`Phần ${section} có ${LEFT} số khác 0 giống hệt ${EARLIER} (${THERE}): ${word('các mục')}.`,
    hint: {
      todo: say`ghi số của ${THIS_PERIOD} theo sổ theo dõi, hệ thống thông tin của đơn vị; không giữ lại số cũ trên bảng.`,
      ifRight: say`giải trình, ví dụ “từ cuối kỳ trước đến nay không phát sinh thêm”.`,
    },
  };
}

export const sectionCopied: BetweenRule<'section-copied-from-previous'> = {
  id: 'section-copied-from-previous',
  title:
    'Một phần của Phụ lục thường không có từ 5 số khác 0 trở lên giống hệt kỳ trước (chỉ xét số phát sinh trong kỳ).',
  basis: 'Bảng của kỳ trước thường được chép lại để điền tiếp. Kinh nghiệm chuyên môn, không phải quy định.',
  checks: [copied('1', SECTION_1, '1.1.2'), copied('2', SECTION_2, '2.1'), copied('3', SECTION_3, '3.1.1')],
  examples: {
    pass: [
      { previous: { figures: changed(FLOWS) } },
      { previous: { figures: { ...changed(FLOWS), '2.1': 1, '2.2': 3, '2.3': 4, '2.4': 2 } } },
      { figures: { '2.1': 0 }, previous: { figures: { ...changed([...SECTION_1, ...SECTION_3]), '2.1': 0 } } },
      {},
    ],
    fail: [
      { previous: { figures: changed([...SECTION_1, ...SECTION_3]) }, severity: 'warning' },
      {
        period: 'quý III năm 2025',
        previous: { figures: changed([...SECTION_2, ...SECTION_3]), period: 'quý II năm 2025' },
        severity: 'warning',
      },
    ],
    undecided: [
      { figures: { '2.1': null }, previous: { figures: changed([...SECTION_1, ...SECTION_3]) } },
      { previous: { figures: { ...changed([...SECTION_1, ...SECTION_3]), '2.5': null } } },
    ],
  },
};

/** For examples: every row holds something else than the consistent annex. */
function changed(keys: readonly Key[]): Partial<Record<Key, number>> {
  return Object.fromEntries(keys.map((key, place) => [key, 1000 + place]));
}

export const outOfLine: BetweenRule<'out-of-line-with-previous'> = {
  id: 'out-of-line-with-previous',
  title: 'Số phát sinh của một mục thường tăng, giảm cùng nhịp với các mục khác so với kỳ trước.',
  basis:
    'Phương pháp Hidiroglou – Berthelot (Survey Methodology, 1986): tỷ số hai kỳ so với trung vị, có trọng số theo độ lớn; không phải quy định.',
  checks: [
    {
      key: '3.3.1',
      applies: { not: ['acrossMerger'] },
      must: { inLine: FLOWS },
      severity: 'info',
      message: say`${ROW} ghi ${LEFT} ${NOUN} cho ${THIS_PERIOD}, bằng ${word('tỷ số')} lần số của ${EARLIER} (${RIGHT} ${NOUN}, ${THERE}), trong khi các mục khác phần lớn bằng khoảng ${word('trung vị')} lần.`,
      hint: {
        todo: say`xem lại số của hai kỳ ở mục này: có thừa, thiếu chữ số hoặc khác cách đếm không.`,
        ifRight: say`không phải sửa.`,
      },
    },
  ],
  examples: {
    pass: [
      { previous: {} },
      { previous: { figures: { '3.3.4': 2 } } },
      { period: 'quý III năm 2025', previous: { figures: { '7.2.3': 20 }, period: 'quý II năm 2025' } },
      {},
    ],
    fail: [
      { previous: { figures: { '7.2.3': 20 } }, severity: 'info' },
      { previous: { figures: { '3.3.3': 700 } }, severity: 'info' },
    ],
    undecided: [{ figures: { '7.2.3': null }, previous: {} }],
  },
};

/** The rules between periods in their order. */
export const BETWEEN = [cumulativeFell, stockRollForward, stockJumped, carryOver, sectionCopied, outOfLine] as const;

export type BetweenRuleId = (typeof BETWEEN)[number]['id'];
