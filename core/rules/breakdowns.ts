// Part–whole relations and balances: what must add up.

import { CARRY_OVER_UNKNOWN } from '../conditions.ts';
import { difference, LEFT, MORE_OR_LESS, RIGHT, row, SIGNED, SIZE, say, total, v, when } from '../message.ts';
import { balance, type Condition, compareForms, type Form, type Rule } from '../rule.ts';
import { partsOf } from '../template.ts';
import { pl01b2024 } from '../templates/index.ts';

const RECEIVED = partsOf(pl01b2024, '3.3.1');
const ONTIME = partsOf(pl01b2024, '3.3.2');

/** The imbalance is K or −K, and K is above 0. */
const CARRIED_OVER: Condition = {
  all: [
    compareForms(['K'], '>', [0]),
    {
      any: [compareForms(['3.3.1', 'K'], '=', RECEIVED), compareForms(['3.3.1'], '=', [...RECEIVED, 'K'])],
    },
  ],
};
const TOTAL_BELOW_PARTS = compareForms(['3.3.1'], '<', RECEIVED);

export const receivedParts: Rule<'received-parts-differ-from-total'> = {
  id: 'received-parts-differ-from-total',
  title: 'Hồ sơ đã tiếp nhận phải bằng tổng bốn hình thức tiếp nhận: 3.3.1 = a + b + c + d.',
  basis: 'Biểu chia hồ sơ tiếp nhận thành bốn hình thức; tổng phải bằng bốn dòng cộng lại.',
  checks: [
    {
      key: '3.3.1',
      whole: '3.3.1',
      ...balance(['3.3.1'], '=', RECEIVED),
      severity: [['warning', CARRIED_OVER], ['error']],
      message: say`${row('3.3.1')} ghi ${LEFT} hồ sơ đã tiếp nhận; cộng bốn dòng “Trong đó” ${v('3.3.1.a')} + ${v('3.3.1.b')} + ${v('3.3.1.c')} + ${v('3.3.1.d')} = ${RIGHT} hồ sơ. Lệch ${SIGNED} (tổng ${MORE_OR_LESS} ${SIZE} hồ sơ).`,
      hint: {
        before: say`${when(
          CARRIED_OVER,
          say`${when(TOTAL_BELOW_PARTS, say`Bốn dòng`, say`Dòng tổng`)} có thể đã gồm ${v('K')} hồ sơ kỳ trước chuyển sang.`,
        )}`,
        todo: say`đối chiếu cả năm ô với Hệ thống thông tin giải quyết TTHC tại cùng một ngày chốt số, sửa ô không khớp.`,
        // A total that holds what was carried over is not made less than its parts by it.
        ifRight: say`${when(
          { all: [{ told: 'carriedOverIncluded' }, TOTAL_BELOW_PARTS] },
          say`giải trình ${SIZE} hồ sơ chênh.`,
          say`${when(CARRY_OVER_UNKNOWN, say`ghi số hồ sơ kỳ trước chuyển sang vào “Thông tin báo cáo”, hoặc `)}giải trình “${when(TOTAL_BELOW_PARTS, say`bốn dòng`, say`tổng`)} gồm ${SIZE} hồ sơ kỳ trước chuyển sang”.`,
        )}`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '3.3.1': 0, '3.3.1.a': 0, '3.3.1.b': 0, '3.3.1.c': 0, '3.3.1.d': 0 } }],
    fail: [
      { figures: { '3.3.1.a': 45 }, severity: 'error', imbalance: -4 },
      { figures: { '3.3.1.a': 45 }, inputs: { K: 4 }, severity: 'warning', imbalance: -4 },
      { figures: { '3.3.1.a': 37 }, inputs: { K: 4 }, severity: 'warning', imbalance: 4 },
      { figures: { '3.3.1.a': 45 }, inputs: { K: 4, gomK: 'Rồi' }, severity: 'error', imbalance: -4 },
    ],
    undecided: [{ figures: { '3.3.1.b': null } }],
  },
};

const ONTIME_BELOW_PARTS = compareForms(['3.3.2'], '<', ONTIME);
/** The parts count the late ones too. */
const LATE_INCLUDED: Condition = {
  all: [compareForms(['L'], '>', [0]), compareForms(['3.3.2', 'L'], '=', ONTIME)],
};

export const ontimeParts: Rule<'ontime-parts-differ-from-total'> = {
  id: 'ontime-parts-differ-from-total',
  title: 'Hồ sơ giải quyết đúng hẹn phải bằng tổng bốn hình thức: 3.3.2 = a + b + c + d.',
  basis: '“Đúng hẹn” gồm cả trước hạn; bốn dòng là phần chia của dòng 3.3.2.',
  checks: [
    {
      key: '3.3.2',
      whole: '3.3.2',
      ...balance(['3.3.2'], '=', ONTIME),
      severity: [['warning', LATE_INCLUDED], ['error']],
      message: say`${row('3.3.2')} ghi ${LEFT} hồ sơ giải quyết đúng hẹn; cộng bốn dòng “Trong đó” ${v('3.3.2.a')} + ${v('3.3.2.b')} + ${v('3.3.2.c')} + ${v('3.3.2.d')} = ${RIGHT} hồ sơ. Lệch ${SIGNED} (tổng ${MORE_OR_LESS} ${SIZE} hồ sơ).`,
      hint: {
        before: say`${when(LATE_INCLUDED, say`Bốn dòng có thể đã gồm ${v('L')} hồ sơ giải quyết quá hạn.`)}`,
        todo: say`xem bốn dòng có tính cả hồ sơ quá hạn không, và có hồ sơ nào vừa tính ở “trực tuyến” vừa tính ở “trả trực tiếp” hoặc “trả qua BCCI” không; mỗi hồ sơ chỉ ghi một dòng. “Đúng hẹn” gồm cả trước hạn.`,
        ifRight: say`giải trình, ví dụ “${when(
          ONTIME_BELOW_PARTS,
          say`bốn dòng gồm ${SIZE} hồ sơ giải quyết quá hạn`,
          say`${SIZE} hồ sơ đã có kết quả, người dân chưa đến nhận`,
        )}”.`,
      },
    },
  ],
  examples: {
    pass: [{}],
    fail: [
      { figures: { '3.3.2.a': 49 }, severity: 'error', imbalance: -4 },
      { figures: { '3.3.2.a': 49 }, inputs: { L: 4 }, severity: 'warning', imbalance: -4 },
      { figures: { '3.3.2.a': 41 }, inputs: { L: 4 }, severity: 'error', imbalance: 4 },
    ],
    undecided: [{ figures: { '3.3.2.d': null } }],
  },
};

const READINGS: readonly Condition[] = [
  compareForms(['3.1.3'], '=', ['3.2.1', '3.2.2', '3.2.3']),
  { all: [compareForms(['3.1.3'], '=', ['3.2.1', '3.2.3']), compareForms(['3.2.2'], '≤', ['3.2.3'])] },
  { all: [compareForms(['3.1.3'], '=', ['3.2.1']), compareForms(['3.2.2', '3.2.3'], '≤', ['3.2.1'])] },
];

/** The second reading fits but for this: a part greater than its whole. */
const PART_ABOVE_WHOLE: Condition = {
  all: [compareForms(['3.1.3'], '=', ['3.2.1', '3.2.3']), compareForms(['3.2.2'], '>', ['3.2.3'])],
};

export const onestopSplit: Rule<'onestop-split-differs-from-stock'> = {
  id: 'onestop-split-differs-from-stock',
  title: 'Tổng số TTHC đang áp dụng thường bằng tổng các dòng một cửa, liên thông theo một trong ba cách đếm.',
  basis: 'Thường mỗi TTHC thuộc một trong các cách thực hiện.',
  checks: [
    {
      key: '3.1.3',
      must: { any: READINGS },
      severity: [['info', compareForms(['3.2.1', '3.2.2', '3.2.3'], '<', ['3.1.3'])], ['warning']],
      message: say`${when(
        PART_ABOVE_WHOLE,
        say`${row('3.2.2')} ghi ${v('3.2.2')} thủ tục, nhiều hơn ${v('3.2.3')} thủ tục ở ${row('3.2.3')} nên không thể nằm trong mục đó; cộng cả ba dòng ${v('3.2.1')} + ${v('3.2.2')} + ${v('3.2.3')} = ${total('3.2.1', '3.2.2', '3.2.3')}, trong khi ${row('3.1.3')} ghi ${v('3.1.3')} thủ tục. Lệch ${difference('3.1.3', [-1, '3.2.1'], [-1, '3.2.2'], [-1, '3.2.3'])} thủ tục.`,
        say`${row('3.1.3')} ghi ${v('3.1.3')} thủ tục; cộng một cửa và liên thông được ${v('3.2.1')} + ${v('3.2.3')} = ${total('3.2.1', '3.2.3')} (nếu mục 3.2.2 nằm trong mục 3.2.3) hoặc ${v('3.2.1')} + ${v('3.2.2')} + ${v('3.2.3')} = ${total('3.2.1', '3.2.2', '3.2.3')} thủ tục (nếu tách riêng). Lệch ${difference('3.1.3', [-1, '3.2.1'], [-1, '3.2.3'])} hoặc ${difference('3.1.3', [-1, '3.2.1'], [-1, '3.2.2'], [-1, '3.2.3'])} thủ tục.`,
      )}`,
      hint: {
        todo: say`xác định cách đếm: mục 3.2.2 có nằm trong mục 3.2.3 không, mục 3.2.1 có phải toàn bộ TTHC không; sửa ô không khớp.`,
        ifRight: say`giải trình, ví dụ “${when(
          compareForms(['3.2.1', '3.2.2', '3.2.3'], '<', ['3.1.3']),
          say`${total('3.1.3', [-1, '3.2.1'], [-1, '3.2.2'], [-1, '3.2.3'])} `,
        )}TTHC đặc thù không đưa vào Bộ phận Một cửa”.`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '3.1.3': 209 } }, { figures: { '3.2.1': 207, '3.2.2': 2, '3.2.3': 79 } }],
    fail: [
      { figures: { '3.1.3': 212 }, severity: 'info' },
      { figures: { '3.1.3': 200 }, severity: 'warning' },
      { figures: { '3.2.2': 90, '3.2.3': 79 }, severity: 'warning' },
    ],
    undecided: [{ figures: { '3.2.2': null } }],
  },
};

const HANDLED: Form = ['3.3.2', 'L', 'P', 'B', 'R'];

export const closingBalance: Rule<'closing-balance-broken'> = {
  id: 'closing-balance-broken',
  title: 'Số hồ sơ phải giải quyết phải bằng số đã giải quyết cộng số còn lại: 3.3.1 + K = (3.3.2 + L) + P + B + R.',
  basis: 'Số đầu vào phải bằng số đã giải quyết cộng số còn lại.',
  checks: [
    {
      key: '3.3.1',
      applies: { all: [{ known: 'K' }, { known: 'L' }, { known: 'P' }] },
      must: {
        any: [
          compareForms(['3.3.1', 'K'], '=', HANDLED),
          compareForms(['3.3.1', 'K'], '=', ['3.3.2', 'L', 'P']),
          compareForms(['3.3.1', 'K'], '=', ['3.3.2', 'L', 'P', 'B']),
          compareForms(['3.3.1', 'K'], '=', ['3.3.2', 'L', 'P', 'R']),
        ],
      },
      sides: { left: ['3.3.1', 'K'], right: HANDLED },
      severity: 'error',
      message: say`Số phải giải quyết ở ${row('3.3.1')} là ${when(compareForms(['K'], '>', [0]), say`${v('3.3.1')} + ${v('K')} kỳ trước chuyển sang = `)}${LEFT} hồ sơ; đã giải quyết và còn lại ${v('3.3.2')} đúng hẹn + ${v('L')} quá hạn + ${v('P')} đang giải quyết${plus('B', ' chờ bổ sung')}${plus('R', ' trả lại, xin rút')} = ${RIGHT} hồ sơ. Lệch ${SIGNED} (${when(compareForms(['3.3.1', 'K'], '>', HANDLED), say`còn thiếu`, say`thừa`)} ${SIZE} hồ sơ).`,
      hint: {
        todo: say`đối chiếu các số ở “Thông tin báo cáo” với Hệ thống thông tin giải quyết TTHC cùng ngày chốt số; kiểm tra hồ sơ chờ bổ sung, trả lại đã nằm trong số nào. “Đúng hẹn” gồm cả trước hạn.`,
        ifRight: say`giải trình ${SIZE} hồ sơ chênh.`,
      },
    },
  ],
  examples: {
    pass: [
      { inputs: { K: 4, L: 4, P: 4 } },
      { inputs: { K: 4, L: 4, P: 2, B: 2 } },
      { inputs: { K: 4, L: 4, P: 4, R: 1 } },
      { inputs: { K: 4, gomK: 'Rồi', L: 4, P: 0 } },
    ],
    fail: [{ inputs: { K: 4, L: 4, P: 1 }, severity: 'error', imbalance: 3 }],
    undecided: [{ figures: { '3.3.2': null }, inputs: { K: 4, L: 4, P: 1 } }],
  },
};

/** " + 4 chờ bổ sung", where the input is above 0. */
function plus(input: 'B' | 'R', what: string) {
  return when(compareForms([input], '>', [0]), say` + ${v(input)}${what}`);
}

export const headingDiffers: Rule<'heading-differs-from-children'> = {
  id: 'heading-differs-from-children',
  title: 'Số ghi ở dòng tiêu đề phải lấy được từ các dòng con: 4.1 bằng 4.1.1 hoặc 4.1.2; 5.4 = 5.4.5 + 5.4.6.',
  basis: 'Dòng tiêu đề không đếm thêm gì ngoài các dòng con của nó.',
  checks: [
    {
      key: '4.1',
      applies: { filled: '4.1' },
      must: { any: [compareForms(['4.1'], '=', ['4.1.1']), compareForms(['4.1'], '=', ['4.1.2'])] },
      severity: 'warning',
      message: say`${row('4.1')} là dòng tiêu đề, ghi ${v('4.1')}, trong khi ${row('4.1.1')} ghi ${v('4.1.1')} và ${row('4.1.2')} ghi ${v('4.1.2')}.`,
      hint: {
        todo: say`để trống dòng tiêu đề, hoặc ghi bằng số biên chế được giao (mục 4.1.1) hay số có mặt (mục 4.1.2).`,
        ifRight: say`giải trình số ghi ở dòng tiêu đề đếm gì.`,
      },
    },
    {
      key: '5.4',
      applies: { filled: '5.4' },
      must: compareForms(['5.4'], '=', ['5.4.5', '5.4.6']),
      severity: 'warning',
      message: say`${row('5.4')} là dòng tiêu đề, ghi ${v('5.4')}, trong khi hai dòng bị kỷ luật cộng lại ${v('5.4.5')} + ${v('5.4.6')} = ${total('5.4.5', '5.4.6')} người.`,
      hint: {
        todo: say`để trống dòng tiêu đề, hoặc ghi bằng tổng hai dòng 5.4.5 và 5.4.6.`,
        ifRight: say`giải trình số ghi ở dòng tiêu đề đếm gì.`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '4.1': null, '5.4': null } }, { figures: { '4.1': 16, '4.1.2': 16 } }],
    fail: [
      { figures: { '4.1': 15 }, severity: 'warning' },
      { figures: { '5.4': 1 }, severity: 'warning' },
    ],
    undecided: [{ figures: { '5.4.5': null } }],
  },
};
