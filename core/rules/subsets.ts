// Parts that cannot be more than what they are part of.

import { AFTER_MERGER, BEFORE_MERGER, CARRY_OVER_UNKNOWN } from '../conditions.ts';
import { LEFT, type Message, MORE_OR_LESS, RIGHT, row, SIGNED, SIZE, say, v, when } from '../message.ts';
import { balance, type Check, type Condition, compareForms, isPositive, type Rule } from '../rule.ts';
import type { Key } from '../templates/index.ts';

/** "494 tiếp nhận + 4 kỳ trước chuyển sang = 498 hồ sơ", or "494 hồ sơ tiếp nhận" where nothing was carried over. */
const TO_SOLVE = when(
  compareForms(['K'], '>', [0]),
  say`${v('3.3.1')} tiếp nhận + ${v('K')} kỳ trước chuyển sang = ${RIGHT} hồ sơ`,
  say`${v('3.3.1')} hồ sơ tiếp nhận`,
);
const CHECK_BOTH = say`kiểm lại hai ô, sửa ô không đúng.`;

export const ontimeAboveReceived: Rule<'ontime-above-received'> = {
  id: 'ontime-above-received',
  title: 'Hồ sơ giải quyết đúng hẹn không nhiều hơn số phải giải quyết: 3.3.2 ≤ 3.3.1 + K.',
  basis: 'Không thể giải quyết nhiều hơn số phải giải quyết trong kỳ.',
  checks: [
    {
      key: '3.3.2',
      ...balance(['3.3.2'], '≤', ['3.3.1', 'K']),
      severity: [['warning', CARRY_OVER_UNKNOWN], ['error']],
      message: say`${row('3.3.2')} ghi ${LEFT} hồ sơ giải quyết đúng hẹn; số phải giải quyết ở ${row('3.3.1')} là ${TO_SOLVE}. Vượt ${SIZE} hồ sơ.`,
      hint: {
        todo: say`kiểm lại mục 3.3.1 và mục 3.3.2 cùng ngày chốt số (“đúng hẹn” gồm cả trước hạn)${when(CARRY_OVER_UNKNOWN, say`; chưa ghi số hồ sơ kỳ trước chuyển sang thì ghi vào “Thông tin báo cáo”`)}.`,
        ifRight: say`${when(CARRY_OVER_UNKNOWN, say`giải trình số hồ sơ kỳ trước chuyển sang`, say`giải trình ${SIZE} hồ sơ chênh`)}.`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '3.3.2': 494 } }, { figures: { '3.3.2': 498 }, inputs: { K: 4 } }],
    fail: [
      { figures: { '3.3.2': 500 }, severity: 'warning', imbalance: 6 },
      { figures: { '3.3.2': 500 }, inputs: { K: 4 }, severity: 'error', imbalance: 2 },
      { figures: { '3.3.2': 495 }, inputs: { K: 4, gomK: 'Rồi' }, severity: 'error', imbalance: 1 },
    ],
    undecided: [{ figures: { '3.3.1': null } }],
  },
};

export const channelOntime: Rule<'channel-ontime-above-received'> = {
  id: 'channel-ontime-above-received',
  title: 'Hồ sơ trực tuyến giải quyết đúng hẹn thường không nhiều hơn hồ sơ trực tuyến phải giải quyết.',
  basis:
    'Hồ sơ giải quyết trực tuyến là hồ sơ đã nộp trực tuyến; hồ sơ trả kết quả qua BCCI có thể nộp bằng bất kỳ hình thức nào, nên không so.',
  checks: [
    {
      key: '3.3.2.c',
      ...balance(['3.3.2.c', '3.3.2.d'], '≤', ['3.3.1.c', '3.3.1.d', 'K']),
      severity: 'warning',
      message: say`${row('3.3.2.c')} và ${row('3.3.2.d')} cộng lại ${v('3.3.2.c')} + ${v('3.3.2.d')} = ${LEFT} hồ sơ; ${row('3.3.1.c')} và ${row('3.3.1.d')} chỉ có ${v('3.3.1.c')} + ${v('3.3.1.d')}${when(compareForms(['K'], '>', [0]), say` + ${v('K')} kỳ trước chuyển sang`)} = ${RIGHT} hồ sơ. Vượt ${SIZE} hồ sơ.`,
      hint: {
        todo: say`kiểm lại bốn ô trực tuyến của mục 3.3.1 và mục 3.3.2 cùng ngày chốt số; “đúng hẹn” gồm cả trước hạn.`,
        ifRight: say`giải trình “gồm ${SIZE} hồ sơ trực tuyến kỳ trước chuyển sang”.`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '3.3.2.c': 271, '3.3.2.d': 181 }, inputs: { K: 4 } }],
    fail: [{ figures: { '3.3.2.c': 280 }, severity: 'warning', imbalance: 5 }],
    undecided: [{ figures: { '3.3.1.c': null } }],
  },
};

export const fieldOntime: Rule<'field-ontime-above-total'> = {
  id: 'field-ontime-above-total',
  title: 'Hồ sơ đất đai và xây dựng giải quyết đúng hẹn thường không nhiều hơn tổng: 3.3.3 + 3.3.4 ≤ 3.3.2.',
  basis: 'Hồ sơ đất đai và xây dựng thường là một phần của hồ sơ do UBND cấp xã tiếp nhận.',
  checks: [
    {
      key: '3.3.2',
      ...balance(['3.3.3', '3.3.4'], '≤', ['3.3.2']),
      severity: 'warning',
      message: say`${row('3.3.3')} và ${row('3.3.4')} cộng lại ${v('3.3.3')} + ${v('3.3.4')} = ${LEFT} hồ sơ; ${row('3.3.2')} chỉ có ${RIGHT} hồ sơ giải quyết đúng hẹn. Vượt ${SIZE} hồ sơ.`,
      hint: {
        todo: say`kiểm lại ba ô; “đúng hẹn” gồm cả trước hạn.`,
        ifRight: say`giải trình, ví dụ “gồm hồ sơ đất đai do Chi nhánh Văn phòng đăng ký đất đai giải quyết”.`,
      },
    },
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '3.3.3': 490 }, severity: 'warning', imbalance: 4 }],
    undecided: [{ figures: { '3.3.4': null } }],
  },
};

export const planDone: Rule<'plan-done-above-planned'> = {
  id: 'plan-done-above-planned',
  title: 'Nhiệm vụ đã hoàn thành không nhiều hơn nhiệm vụ đề ra: 1.1.2 ≤ 1.1.1.',
  basis: 'Nhiệm vụ đã hoàn thành là một phần của nhiệm vụ đề ra trong Kế hoạch CCHC.',
  checks: [
    {
      key: '1.1.2',
      ...balance(['1.1.2'], '≤', ['1.1.1']),
      severity: 'error',
      message: say`${row('1.1.2')} ghi ${LEFT} nhiệm vụ đã hoàn thành; ${row('1.1.1')} chỉ có ${RIGHT} nhiệm vụ đề ra. Vượt ${SIZE} nhiệm vụ.`,
      hint: {
        todo: CHECK_BOTH,
        ifRight: say`giải trình, ví dụ “gồm ${SIZE} nhiệm vụ bổ sung ngoài Kế hoạch CCHC”.`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '1.1.2': 38 } }],
    fail: [{ figures: { '1.1.2': 40 }, severity: 'error', imbalance: 2 }],
    undecided: [{ figures: { '1.1.1': null } }],
  },
};

export const assignedDone: Rule<'assigned-done-above-assigned'> = {
  id: 'assigned-done-above-assigned',
  title: 'Nhiệm vụ cấp trên giao đã hoàn thành không nhiều hơn tổng được giao: 1.3.2 + 1.3.3 ≤ 1.3.1.',
  basis: 'Mục 1.3.1 là tổng số nhiệm vụ được giao, gồm cả nhiệm vụ kỳ trước chuyển sang.',
  checks: [
    {
      key: '1.3.1',
      ...balance(['1.3.2', '1.3.3'], '≤', ['1.3.1']),
      severity: 'error',
      message: say`${row('1.3.2')} và ${row('1.3.3')} cộng lại ${v('1.3.2')} + ${v('1.3.3')} = ${LEFT} nhiệm vụ đã hoàn thành; ${row('1.3.1')} chỉ có ${RIGHT} nhiệm vụ được giao. Vượt ${SIZE} nhiệm vụ.`,
      hint: {
        todo: say`kiểm lại ba ô; nhiệm vụ kỳ trước chuyển sang thì cộng vào dòng 1.3.1.`,
        ifRight: say`giải trình “gồm ${SIZE} nhiệm vụ từ kỳ trước”.`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '1.3.2': 11 } }],
    fail: [{ figures: { '1.3.2': 12 }, severity: 'error', imbalance: 1 }],
    undecided: [{ figures: { '1.3.3': null } }],
  },
};

export const issuesResolved: Rule<'issues-resolved-above-found'> = {
  id: 'issues-resolved-above-found',
  title: 'Vấn đề đã xử lý xong thường không nhiều hơn vấn đề phát hiện: 1.2.3 ≤ 1.2.2.',
  basis: 'Vấn đề xử lý trong kỳ thường là vấn đề phát hiện trong kỳ; có thể gồm cả vấn đề từ kỳ trước.',
  checks: [
    {
      key: '1.2.3',
      ...balance(['1.2.3'], '≤', ['1.2.2']),
      severity: 'warning',
      message: say`${row('1.2.3')} ghi ${LEFT} vấn đề đã xử lý xong; ${row('1.2.2')} chỉ có ${RIGHT} vấn đề phát hiện. Vượt ${SIZE} vấn đề.`,
      hint: { todo: CHECK_BOTH, ifRight: say`giải trình “gồm ${SIZE} vấn đề từ kỳ trước”.` },
    },
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '1.2.3': 4 }, severity: 'warning', imbalance: 2 }],
    undecided: [{ figures: { '1.2.2': null } }],
  },
};

export const documentsProposed: Rule<'documents-proposed-above-examined'> = {
  id: 'documents-proposed-above-examined',
  title: 'VBQPPL kiến nghị xử lý thường không nhiều hơn số đã kiểm tra, rà soát: 2.4 ≤ 2.2 + 2.3.',
  basis: 'Kiến nghị xử lý được đưa ra sau khi kiểm tra, rà soát văn bản.',
  checks: [
    {
      key: '2.4',
      ...balance(['2.4'], '≤', ['2.2', '2.3']),
      severity: 'warning',
      message: say`${row('2.4')} ghi ${LEFT} văn bản kiến nghị xử lý; ${row('2.2')} và ${row('2.3')} chỉ có ${v('2.2')} + ${v('2.3')} = ${RIGHT} văn bản đã kiểm tra, rà soát. Vượt ${SIZE} văn bản.`,
      hint: {
        todo: say`kiểm lại ba ô 2.2, 2.3 và 2.4.`,
        ifRight: say`giải trình “gồm ${SIZE} văn bản từ kỳ trước”.`,
      },
    },
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '2.4': 9 }, severity: 'warning', imbalance: 2 }],
    undecided: [{ figures: { '2.3': null } }],
  },
};

export const documentsResolved: Rule<'documents-resolved-above-proposed'> = {
  id: 'documents-resolved-above-proposed',
  title: 'VBQPPL đã xử lý xong thường không nhiều hơn số đã kiến nghị: 2.5 ≤ 2.4.',
  basis: 'Văn bản được xử lý là văn bản đã có kiến nghị; có thể gồm cả kiến nghị từ kỳ trước.',
  checks: [
    {
      key: '2.5',
      ...balance(['2.5'], '≤', ['2.4']),
      severity: 'warning',
      message: say`${row('2.5')} ghi ${LEFT} văn bản đã được xử lý xong; ${row('2.4')} chỉ có ${RIGHT} văn bản đã kiến nghị. Vượt ${SIZE} văn bản.`,
      hint: { todo: CHECK_BOTH, ifRight: say`giải trình “gồm ${SIZE} văn bản kiến nghị từ kỳ trước”.` },
    },
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '2.5': 3 }, severity: 'warning', imbalance: 1 }],
    undecided: [{ figures: { '2.5': null } }],
  },
};

export const newProcedures: Rule<'new-procedures-above-stock'> = {
  id: 'new-procedures-above-stock',
  title: 'TTHC công bố mới không nhiều hơn tổng số TTHC đang áp dụng: 3.1.1 ≤ 3.1.3.',
  basis: 'TTHC công bố mới trong kỳ nằm trong tổng số TTHC đang áp dụng.',
  checks: [
    {
      key: '3.1.1',
      ...balance(['3.1.1'], '≤', ['3.1.3']),
      severity: 'error',
      message: say`${row('3.1.1')} ghi ${LEFT} thủ tục công bố mới; ${row('3.1.3')} chỉ có ${RIGHT} thủ tục đang áp dụng. Vượt ${SIZE} thủ tục.`,
      hint: {
        todo: say`đối chiếu với quyết định công bố danh mục TTHC, sửa ô không đúng.`,
        ifRight: say`giải trình kèm số quyết định công bố danh mục.`,
      },
    },
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '3.1.1': 208 }, severity: 'error', imbalance: 1 }],
    undecided: [{ figures: { '3.1.3': null } }],
  },
};

function aboveStock(key: Key, what: Message, severity: Check['severity'], todo: Message, ifRight: Message): Check {
  return {
    key,
    ...balance([key], '≤', ['3.1.3']),
    severity,
    message: say`${row(key)} ghi ${LEFT} thủ tục ${what}; ${row('3.1.3')} chỉ có ${RIGHT} thủ tục đang áp dụng. Vượt ${SIZE} thủ tục.`,
    hint: { todo, ifRight },
  };
}

const ONESTOP_TODO = say`kiểm lại hai ô; xem dòng này có gồm TTHC của cơ quan ngành dọc hoặc của cấp khác tiếp nhận tại Bộ phận Một cửa không.`;
const ONESTOP_IF_RIGHT = say`giải trình “gồm ${SIZE} TTHC của cơ quan khác tiếp nhận tại Bộ phận Một cửa”.`;
const ONESTOP_SEVERITY: Check['severity'] = [['error', BEFORE_MERGER], ['warning']];

export const onestopAboveStock: Rule<'onestop-above-stock'> = {
  id: 'onestop-above-stock',
  title:
    'Số TTHC một cửa, liên thông (3.2.1, 3.2.2, 3.2.3) mỗi dòng không nhiều hơn tổng số TTHC đang áp dụng (3.1.3).',
  basis: 'Mỗi dòng đếm một phần của TTHC đang áp dụng; từ 01/7/2025 Bộ phận Một cửa nhận cả TTHC của cấp khác.',
  checks: [
    aboveStock('3.2.1', say`một cửa`, ONESTOP_SEVERITY, ONESTOP_TODO, ONESTOP_IF_RIGHT),
    aboveStock('3.2.2', say`liên thông cùng cấp`, ONESTOP_SEVERITY, ONESTOP_TODO, ONESTOP_IF_RIGHT),
    aboveStock('3.2.3', say`liên thông giữa các cấp chính quyền`, ONESTOP_SEVERITY, ONESTOP_TODO, ONESTOP_IF_RIGHT),
  ],
  examples: {
    pass: [{}],
    fail: [
      { figures: { '3.2.1': 210 }, severity: 'error', imbalance: 3 },
      { figures: { '3.2.3': 208 }, period: '9 tháng năm 2025', severity: 'warning', imbalance: 1 },
    ],
    undecided: [{ figures: { '3.2.1': null } }],
  },
};

/** The figure of dossiers typed into a row of procedures: at least 30, so that chance is unlikely. */
const TYPED_DOSSIERS: Condition = {
  all: [
    compareForms(['3.2.6'], '=', ['3.3.1']),
    compareForms(['3.2.6'], '≥', [30]),
    compareForms(['3.2.6'], '>', ['3.1.3']),
  ],
};

const BOUNDARY_FREE: Pick<Check, 'key' | 'sides' | 'severity' | 'message' | 'hint'> = {
  key: '3.2.6',
  sides: { left: ['3.2.6'], right: ['3.1.3'] },
  severity: 'error',
  message: say`${row('3.2.6')} ghi ${LEFT} thủ tục; ${row('3.1.3')} chỉ có ${RIGHT} thủ tục đang áp dụng. Vượt ${SIZE} thủ tục.`,
  hint: {
    before: say`${when(TYPED_DOSSIERS, say`Số ${v('3.2.6')} đúng bằng số hồ sơ tiếp nhận ở ${row('3.3.1')}; dòng này đếm thủ tục.`)}`,
    todo: say`ghi số TTHC có trong danh mục tiếp nhận không phụ thuộc vào địa giới hành chính.`,
    ifRight: say`giải trình kèm số quyết định công bố danh mục.`,
  },
};

export const boundaryFree: Rule<'boundary-free-above-stock'> = {
  id: 'boundary-free-above-stock',
  title:
    'TTHC không phụ thuộc vào địa giới hành chính không nhiều hơn TTHC đang áp dụng (kỳ trước 01/7/2025); ở mọi kỳ không ghi bằng số hồ sơ.',
  basis: 'Đơn vị tính của dòng là “Thủ tục”.',
  checks: [
    {
      ...BOUNDARY_FREE,
      applies: { not: AFTER_MERGER },
      unless: { all: [{ not: BEFORE_MERGER }, TYPED_DOSSIERS] },
      must: compareForms(['3.2.6'], '≤', ['3.1.3']),
      severity: [['error', BEFORE_MERGER], ['warning']],
    },
    {
      ...BOUNDARY_FREE,
      applies: { not: BEFORE_MERGER },
      must: { not: TYPED_DOSSIERS },
      cells: ['3.2.6', '3.3.1', '3.1.3'],
      message: say`${row('3.2.6')} ghi ${LEFT} thủ tục, đúng bằng số hồ sơ tiếp nhận ở ${row('3.3.1')} và nhiều hơn ${RIGHT} thủ tục ở ${row('3.1.3')}; dòng này đếm thủ tục, đang ghi bằng số hồ sơ.`,
      hint: { todo: BOUNDARY_FREE.hint.todo, ifRight: BOUNDARY_FREE.hint.ifRight },
    },
  ],
  examples: {
    pass: [{}, { figures: { '3.2.6': 2010 }, period: '9 tháng năm 2025' }],
    fail: [
      { figures: { '3.2.6': 210 }, severity: 'error', imbalance: 3 },
      { figures: { '3.2.6': 494 }, period: '9 tháng năm 2025', severity: 'error', imbalance: 287 },
    ],
    undecided: [{ figures: { '3.2.6': null } }],
  },
};

const PUBLISHED_HINT = {
  todo: say`kiểm lại số hồ sơ đã công khai kết quả cùng ngày chốt số${when({ known: 'L' }, say`; “đúng hẹn” gồm cả trước hạn`)}.`,
  ifRight: say`giải trình, ví dụ “gồm ${SIZE} hồ sơ kỳ trước công khai trong kỳ này”.`,
};

/** Against all that was solved when the overdue ones are known, else against all that had to be solved. */
function publishedOn(key: '3.4.1' | '3.4.2', place: string): readonly Check[] {
  const opening = say`${row(key)} ghi ${LEFT} hồ sơ công khai kết quả trên ${place}`;
  return [
    {
      key,
      applies: { known: 'L' },
      ...balance([key], '≤', ['3.3.2', 'L']),
      severity: 'warning',
      message: say`${opening}; số đã giải quyết ở ${row('3.3.2')} chỉ có ${v('3.3.2')} đúng hẹn + ${v('L')} quá hạn = ${RIGHT} hồ sơ. Vượt ${SIZE} hồ sơ.`,
      hint: PUBLISHED_HINT,
    },
    {
      key,
      applies: { not: { known: 'L' } },
      ...balance([key], '≤', ['3.3.1', 'K']),
      severity: 'warning',
      message: say`${opening}; số phải giải quyết ở ${row('3.3.1')} chỉ có ${TO_SOLVE}. Vượt ${SIZE} hồ sơ.`,
      hint: PUBLISHED_HINT,
    },
  ];
}

export const publishedAboveSolved: Rule<'published-above-solved'> = {
  id: 'published-above-solved',
  title:
    'Hồ sơ công khai kết quả (3.4.1, 3.4.2) thường không nhiều hơn hồ sơ đã giải quyết: 3.3.2 + L; chưa có L thì 3.3.1 + K.',
  basis: 'Chỉ công khai kết quả của hồ sơ đã giải quyết.',
  checks: [...publishedOn('3.4.1', 'Cổng dịch vụ công'), ...publishedOn('3.4.2', 'Trang thông tin điện tử')],
  examples: {
    pass: [{}, { figures: { '3.4.1': 494 }, inputs: { L: 4 } }],
    fail: [
      { figures: { '3.4.1': 495 }, severity: 'warning', imbalance: 1 },
      { figures: { '3.4.2': 495 }, inputs: { L: 4 }, severity: 'warning', imbalance: 1 },
    ],
    undecided: [{ figures: { '3.4.2': null } }],
  },
};

export const paymentAboveStock: Rule<'payment-above-stock'> = {
  id: 'payment-above-stock',
  title: 'TTHC tích hợp thanh toán trực tuyến không nhiều hơn tổng số TTHC đang áp dụng: 3.4.3 ≤ 3.1.3.',
  basis: 'Dòng này đếm TTHC, là một phần của TTHC đang áp dụng.',
  checks: [
    aboveStock(
      '3.4.3',
      say`đã tích hợp thanh toán trực tuyến`,
      'error',
      say`ghi số TTHC đã tích hợp thanh toán trực tuyến, không ghi số lượt thanh toán.`,
      say`giải trình cách đếm.`,
    ),
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '3.4.3': 300 }, severity: 'error', imbalance: 93 }],
    undecided: [{ figures: { '3.4.3': null } }],
  },
};

const ONLINE_TODO = say`xem mục 7.5.1 có gồm cả TTHC toàn trình (đã đếm ở mục 7.5.2) không; mỗi TTHC chỉ ghi một dòng, không ghi số hồ sơ.`;
const ONLINE_IF_RIGHT = say`giải trình cách đếm.`;

const COUNTS_DOSSIERS: Condition = {
  any: [
    { all: [compareForms(['7.5.1'], '=', ['3.3.1.c']), isPositive('7.5.1')] },
    { all: [compareForms(['7.5.2'], '=', ['3.3.1.d']), isPositive('7.5.2')] },
  ],
};

export const onlineServices: Rule<'online-services-above-stock'> = {
  id: 'online-services-above-stock',
  title: 'TTHC cung cấp trực tuyến (7.5.1, 7.5.2 và tổng hai dòng) không nhiều hơn TTHC đang áp dụng (3.1.3).',
  basis: 'Dịch vụ công trực tuyến được cung cấp theo TTHC đang áp dụng.',
  checks: [
    aboveStock('7.5.1', say`cung cấp trực tuyến`, 'error', ONLINE_TODO, ONLINE_IF_RIGHT),
    aboveStock('7.5.2', say`cung cấp trực tuyến`, 'error', ONLINE_TODO, ONLINE_IF_RIGHT),
    {
      key: '7.5.1',
      ...balance(['7.5.1', '7.5.2'], '≤', ['3.1.3']),
      unless: { any: [compareForms(['7.5.1'], '>', ['3.1.3']), compareForms(['7.5.2'], '>', ['3.1.3'])] },
      severity: 'warning',
      message: say`${row('7.5.1')} và ${row('7.5.2')} cộng lại ${v('7.5.1')} + ${v('7.5.2')} = ${LEFT} thủ tục cung cấp trực tuyến; ${row('3.1.3')} chỉ có ${RIGHT} thủ tục. Vượt ${SIZE} thủ tục.`,
      hint: {
        before: say`${when(COUNTS_DOSSIERS, say`Số này đúng bằng số hồ sơ ở mục 3.3.1; mục 7.5 đếm thủ tục.`)}`,
        todo: ONLINE_TODO,
        ifRight: ONLINE_IF_RIGHT,
      },
    },
  ],
  examples: {
    pass: [{}],
    fail: [
      { figures: { '7.5.1': 208 }, severity: 'error', imbalance: 1 },
      { figures: { '7.5.1': 200 }, severity: 'warning', imbalance: 21 },
    ],
    undecided: [{ figures: { '7.5.2': null } }],
  },
};

/** What was not solved on time: all that can have been late. */
const REST = ['3.3.1', 'K', [-1, '3.3.2']] as const;

export const apologiesWithoutLate: Rule<'apologies-without-late'> = {
  id: 'apologies-without-late',
  title:
    'Trường hợp công khai xin lỗi thường không nhiều hơn số hồ sơ không giải quyết đúng hẹn: 3.5 ≤ 3.3.1 + K − 3.3.2.',
  basis: 'Xin lỗi khi giải quyết quá hạn; dòng 3.3.2 chỉ đếm hồ sơ đúng hẹn (gồm trước hạn).',
  checks: [
    {
      key: '3.5',
      ...balance(['3.5'], '≤', REST),
      unless: compareForms(REST, '<', [0]),
      severity: [['error', { all: [{ known: 'K' }, compareForms(REST, '=', [0])] }], ['warning']],
      message: say`${row('3.5')} ghi ${LEFT} trường hợp công khai xin lỗi; số hồ sơ không giải quyết đúng hẹn chỉ còn ${v('3.3.1')}${when(compareForms(['K'], '>', [0]), say` + ${v('K')}`)} − ${v('3.3.2')} = ${RIGHT} hồ sơ. Vượt ${SIZE} trường hợp.`,
      hint: {
        todo: say`xem dòng 3.3.2 có đang ghi cả hồ sơ quá hạn không (nếu có thì trừ ra; “đúng hẹn” gồm cả trước hạn)${when(CARRY_OVER_UNKNOWN, say`; ghi số hồ sơ kỳ trước chuyển sang và số quá hạn vào “Thông tin báo cáo”`)}.`,
        ifRight: say`giải trình, ví dụ “${SIZE} thư xin lỗi gửi cho hồ sơ kỳ trước chuyển sang”.`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '3.5': 8 }, inputs: { K: 4 } }, { figures: { '3.3.2': 500, '3.5': 4 } }],
    fail: [
      { figures: { '3.5': 6 }, severity: 'warning', imbalance: 2 },
      { figures: { '3.3.2': 494 }, severity: 'warning', imbalance: 4 },
      { figures: { '3.3.2': 494 }, inputs: { K: 0 }, severity: 'error', imbalance: 4 },
      { figures: { '3.5': 10 }, inputs: { K: 4 }, severity: 'warning', imbalance: 2 },
    ],
    undecided: [{ figures: { '3.5': null } }],
  },
};

export const staffAboveQuota: Rule<'staff-above-quota'> = {
  id: 'staff-above-quota',
  title: 'Biên chế có mặt thường không nhiều hơn biên chế được giao: 4.1.2 ≤ 4.1.1.',
  basis: 'Số có mặt thường nằm trong số được giao; có thời điểm vượt do sắp xếp.',
  checks: [
    {
      key: '4.1.2',
      ...balance(['4.1.2'], '≤', ['4.1.1']),
      severity: 'warning',
      message: say`${row('4.1.2')} ghi ${LEFT} người có mặt; ${row('4.1.1')} chỉ có ${RIGHT} biên chế được giao. Vượt ${SIZE} người.`,
      hint: { todo: CHECK_BOTH, ifRight: say`giải trình, ví dụ “${SIZE} người dôi dư do sắp xếp đơn vị hành chính”.` },
    },
  ],
  examples: {
    pass: [{}, { figures: { '4.1.2': 16 } }],
    fail: [{ figures: { '4.1.2': 18 }, severity: 'warning', imbalance: 1 }],
    undecided: [{ figures: { '4.1.2': null } }],
  },
};

export const cutsAboveQuota: Rule<'cuts-above-quota'> = {
  id: 'cuts-above-quota',
  title: 'Biên chế đã tinh giản không nhiều hơn biên chế được giao: 4.1.3 ≤ 4.1.1.',
  basis: 'Biên chế tinh giản trong kỳ thuộc số biên chế được giao trong năm.',
  checks: [
    {
      key: '4.1.3',
      ...balance(['4.1.3'], '≤', ['4.1.1']),
      severity: 'error',
      message: say`${row('4.1.3')} ghi ${LEFT} biên chế đã tinh giản; ${row('4.1.1')} chỉ có ${RIGHT} biên chế được giao. Vượt ${SIZE} biên chế.`,
      hint: { todo: CHECK_BOTH, ifRight: say`giải trình kèm số quyết định tinh giản.` },
    },
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '4.1.3': 20 }, severity: 'error', imbalance: 3 }],
    undecided: [{ figures: { '4.1.3': null } }],
  },
};

export const disciplinedAboveStaff: Rule<'disciplined-above-staff'> = {
  id: 'disciplined-above-staff',
  title: 'Số người bị kỷ luật không nhiều hơn số biên chế có mặt: 5.4.5 + 5.4.6 ≤ 4.1.2.',
  basis: 'Người bị kỷ luật thuộc số cán bộ, công chức có mặt.',
  checks: [
    {
      key: '5.4.5',
      ...balance(['5.4.5', '5.4.6'], '≤', ['4.1.2']),
      severity: 'error',
      message: say`${row('5.4.5')} và ${row('5.4.6')} cộng lại ${v('5.4.5')} + ${v('5.4.6')} = ${LEFT} người bị kỷ luật; ${row('4.1.2')} chỉ có ${RIGHT} người có mặt. Vượt ${SIZE} người.`,
      hint: {
        todo: say`kiểm lại ba ô; mỗi người chỉ đếm một lần.`,
        ifRight: say`giải trình, ví dụ “gồm người đã chuyển công tác”.`,
      },
    },
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '5.4': 18, '5.4.5': 18 }, severity: 'error', imbalance: 1 }],
    undecided: [{ figures: { '5.4.6': null } }],
  },
};

export const directivesAboveOutgoing: Rule<'directives-above-outgoing'> = {
  id: 'directives-above-outgoing',
  title: 'Văn bản chỉ đạo CCHC không nhiều hơn tổng số văn bản đi: 1.1.3 ≤ 7.2.3.',
  basis: 'Văn bản chỉ đạo CCHC cũng là văn bản đi của UBND cấp xã.',
  checks: [
    {
      key: '1.1.3',
      ...balance(['1.1.3'], '≤', ['7.2.3']),
      severity: 'info',
      message: say`${row('1.1.3')} ghi ${LEFT} văn bản chỉ đạo CCHC; ${row('7.2.3')} chỉ có ${RIGHT} văn bản đi. Vượt ${SIZE} văn bản.`,
      hint: { todo: CHECK_BOTH, ifRight: say`không phải sửa.` },
    },
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '1.1.3': 372 }, severity: 'info', imbalance: 1 }],
    undecided: [{ figures: { '7.2.3': null } }],
  },
};

const STILL_TO_SOLVE: Check['severity'] = [['warning', CARRY_OVER_UNKNOWN], ['error']];

function openDossiers(input: 'P' | 'L', what: string, applies: Check['applies'] & object): Check {
  return {
    key: '3.3.1',
    applies,
    ...balance(['3.3.2', input], '≤', ['3.3.1', 'K']),
    severity: STILL_TO_SOLVE,
    message: say`${row('3.3.2')} ghi ${v('3.3.2')} hồ sơ đúng hẹn, cộng ${v(input)} hồ sơ ${what} = ${LEFT} hồ sơ; số phải giải quyết ở ${row('3.3.1')} là ${TO_SOLVE}. Vượt ${SIZE} hồ sơ.`,
    hint: {
      todo: say`đối chiếu số ở “Thông tin báo cáo” với mục 3.3.1 và mục 3.3.2 cùng ngày chốt số; “đúng hẹn” gồm cả trước hạn.`,
      ifRight: say`${when(CARRY_OVER_UNKNOWN, say`ghi số hồ sơ kỳ trước chuyển sang vào “Thông tin báo cáo”`, say`giải trình ${SIZE} hồ sơ chênh`)}.`,
    },
  };
}

export const openDossiersAboveRemaining: Rule<'open-dossiers-above-remaining'> = {
  id: 'open-dossiers-above-remaining',
  title: 'Hồ sơ đúng hẹn cộng hồ sơ đang giải quyết (hoặc quá hạn) không nhiều hơn số phải giải quyết.',
  basis: 'Số phải giải quyết gồm hồ sơ tiếp nhận trong kỳ và kỳ trước chuyển sang.',
  checks: [
    openDossiers('P', 'đang giải quyết', { all: [{ known: 'P' }, { not: { known: 'L' } }] }),
    openDossiers('L', 'quá hạn', { all: [{ known: 'L' }, { not: { known: 'P' } }] }),
  ],
  examples: {
    pass: [{ inputs: { P: 4 } }, { inputs: { L: 4 } }, {}],
    fail: [
      { inputs: { P: 10 }, severity: 'warning', imbalance: 6 },
      { inputs: { L: 10, K: 2 }, severity: 'error', imbalance: 4 },
    ],
    undecided: [{ figures: { '3.3.1': null }, inputs: { P: 4 } }],
  },
};

/** Late when solved, and late while still in progress: both are owed an apology. */
const OVERDUE = ['L', 'Q'] as const;

export const apologiesDiffer: Rule<'apologies-differ-from-late'> = {
  id: 'apologies-differ-from-late',
  title: 'Số trường hợp công khai xin lỗi thường bằng số hồ sơ quá hạn: 3.5 = L + Q.',
  basis: 'Hồ sơ quá hạn được công khai xin lỗi, kể cả hồ sơ đang giải quyết [căn cứ: cần đối chiếu].',
  checks: [
    {
      key: '3.5',
      applies: { known: 'L' },
      ...balance(['3.5'], '=', OVERDUE),
      severity: [['warning', compareForms(['3.5'], '<', OVERDUE)], ['info']],
      message: say`${row('3.5')} ghi ${LEFT} trường hợp công khai xin lỗi; số hồ sơ quá hạn là ${when(compareForms(['Q'], '>', [0]), say`${v('L')} đã giải quyết + ${v('Q')} đang giải quyết = `)}${RIGHT} hồ sơ. Lệch ${SIGNED} (${MORE_OR_LESS} ${SIZE} trường hợp).`,
      hint: {
        before: say`${when(compareForms(['3.5'], '<', OVERDUE), say`Còn ${SIZE} hồ sơ quá hạn chưa xin lỗi.`)}`,
        todo: say`${when(
          compareForms(['3.5'], '<', OVERDUE),
          say`thực hiện xin lỗi đối với hồ sơ quá hạn còn lại, hoặc kiểm lại số ở “Thông tin báo cáo”.`,
          say`xem có thư xin lỗi cho hồ sơ đang giải quyết đã quá hạn không; nếu có, ghi số đó vào “Thông tin báo cáo”.`,
        )}`,
        ifRight: say`giải trình ${SIZE} trường hợp chênh.`,
      },
    },
  ],
  examples: {
    pass: [{ inputs: { L: 4 } }, { inputs: { L: 3, Q: 1 } }, {}],
    fail: [
      { inputs: { L: 6 }, severity: 'warning', imbalance: -2 },
      { inputs: { L: 2 }, severity: 'info', imbalance: 2 },
    ],
    undecided: [{ figures: { '3.5': null }, inputs: { L: 4 } }],
  },
};
