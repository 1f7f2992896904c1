// What is possible but unusual: copies, confusions of dossiers and procedures, shares that cannot be, slow progress.

import { AFTER_MERGER, LISTS_PUBLISHED_ANEW } from '../conditions.ts';
import { cell, LEFT, row, SIZE, say, total, v, when } from '../message.ts';
import { type Check, type Comparison, type Condition, compareForms, implies, isPositive, type Rule } from '../rule.ts';
import type { Key } from '../templates/index.ts';

export const sharesAbove100: Rule<'document-shares-above-100'> = {
  id: 'document-shares-above-100',
  title: 'Hai tỷ lệ văn bản điện tử cộng lại thường không quá 100%: 7.2.3.a + 7.2.3.b ≤ 100.',
  basis: 'Một văn bản hoặc gửi hoàn toàn điện tử, hoặc gửi song song bản giấy.',
  checks: [
    {
      key: '7.2.3',
      must: { left: ['7.2.3.a', '7.2.3.b'], is: '≤', right: [100], rounded: true },
      sides: { left: ['7.2.3.a', '7.2.3.b'], right: [100] },
      severity: 'warning',
      message: say`Hai tỷ lệ ở mục 7.2.3 cộng lại ${v('7.2.3.a')}% + ${v('7.2.3.b')}% = ${LEFT}%, thường không quá 100%. Vượt ${SIZE} điểm phần trăm.`,
      hint: {
        todo: say`văn bản chỉ gửi điện tử ghi ở dòng thứ nhất (${cell('7.2.3.a')}); văn bản gửi điện tử kèm bản giấy ghi ở dòng thứ hai (${cell('7.2.3.b')}); mỗi văn bản chỉ tính một dòng. Không gửi kèm bản giấy thì dòng thứ hai ghi 0.`,
        ifRight: say`giải trình cách tính.`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '7.2.3.a': 33.33, '7.2.3.b': 66.68 } }],
    fail: [
      { figures: { '7.2.3.a': 100, '7.2.3.b': 100 }, severity: 'warning', imbalance: 100 },
      {
        figures: { '7.2.3.a': 50, '7.2.3.b': 51 },
        shown: { '7.2.3.a': '50,00', '7.2.3.b': '51,00' },
        severity: 'warning',
        imbalance: 1,
      },
    ],
    undecided: [{ figures: { '7.2.3.b': null } }],
  },
};

export const sharesBelow100: Rule<'shares-below-100'> = {
  id: 'shares-below-100',
  title: 'Có văn bản đi thì hai tỷ lệ cộng lại thường đủ 100%: 7.2.3.a + 7.2.3.b ≥ 100.',
  basis: 'Phần còn lại là văn bản chỉ gửi giấy.',
  checks: [
    {
      key: '7.2.3',
      applies: { all: [{ filled: '7.2.3.a' }, { filled: '7.2.3.b' }] },
      must: implies(isPositive('7.2.3'), { left: ['7.2.3.a', '7.2.3.b'], is: '≥', right: [100], rounded: true }),
      sides: { left: ['7.2.3.a', '7.2.3.b'], right: [100] },
      severity: 'info',
      message: say`Hai tỷ lệ ở mục 7.2.3 cộng lại ${v('7.2.3.a')}% + ${v('7.2.3.b')}% = ${LEFT}%, còn ${SIZE}% văn bản không gửi điện tử, chỉ gửi bản giấy.`,
      hint: {
        todo: say`xác nhận có văn bản chỉ gửi bản giấy; nếu không, sửa hai tỷ lệ.`,
        ifRight: say`không phải sửa.`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '7.2.3.a': 33.33, '7.2.3.b': 66.66 } }],
    fail: [{ figures: { '7.2.3.a': 90.03, '7.2.3.b': 4.85 }, severity: 'info', imbalance: -5.12 }],
    undecided: [{ figures: { '7.2.3': null } }],
  },
};

function reachable(share: '7.2.3.a' | '7.2.3.b'): Check {
  return {
    key: share,
    must: { reachable: { share, total: '7.2.3' } },
    severity: 'info',
    message: say`${row(share)} ghi ${v(share)}%, nhưng không có số văn bản nào trong tổng số ${v('7.2.3')} văn bản đi cho đúng tỷ lệ này.`,
    hint: {
      todo: say`tính lại tỷ lệ: số văn bản chia cho tổng số văn bản đi ở ${row('7.2.3')}, làm tròn một lần.`,
      ifRight: say`không phải sửa.`,
    },
  };
}

export const shareNotReachable: Rule<'share-not-reachable'> = {
  id: 'share-not-reachable',
  title: 'Tỷ lệ văn bản thường là một số văn bản nguyên chia cho tổng số văn bản đi (7.2.3), trong phạm vi làm tròn.',
  basis: 'Tỷ lệ được tính từ số văn bản đếm được.',
  checks: [reachable('7.2.3.a'), reachable('7.2.3.b')],
  examples: {
    pass: [{}, { figures: { '7.2.3.a': 100, '7.2.3.b': 0 } }],
    fail: [{ figures: { '7.2.3': 7, '7.2.3.a': 95, '7.2.3.b': 5 }, severity: 'info' }],
    undecided: [{ figures: { '7.2.3': null } }],
  },
};

export const planAndAssigned: Rule<'plan-and-assigned-identical'> = {
  id: 'plan-and-assigned-identical',
  title: 'Nhiệm vụ theo Kế hoạch CCHC (1.1) và nhiệm vụ cấp trên giao (1.3) thường không giống hệt nhau.',
  basis: 'Hai mục đếm hai loại nhiệm vụ khác nhau.',
  checks: [
    {
      key: '1.1.1',
      must: {
        not: {
          all: [
            compareForms(['1.1.1'], '=', ['1.3.1']),
            compareForms(['1.1.2'], '=', ['1.3.2', '1.3.3']),
            isPositive('1.1.1'),
            isPositive('1.1.2'),
          ],
        },
      },
      severity: 'warning',
      message: say`Mục 1.3 (nhiệm vụ cấp trên giao) ghi ${v('1.3.1')} nhiệm vụ, hoàn thành ${v('1.3.2')} + ${v('1.3.3')} = ${total('1.3.2', '1.3.3')}; mục 1.1 (Kế hoạch CCHC) cũng ghi ${v('1.1.1')} nhiệm vụ, hoàn thành ${v('1.1.2')}. Hai mục giống hệt nhau.`,
      hint: {
        todo: say`mục 1.1 đếm nhiệm vụ trong Kế hoạch CCHC của UBND cấp xã, mục 1.3 đếm mọi nhiệm vụ UBND, Chủ tịch UBND cấp trên giao; ghi riêng từng loại.`,
        ifRight: say`giải trình “nhiệm vụ cấp trên giao trùng với nhiệm vụ trong Kế hoạch CCHC”.`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '1.3.1': 38, '1.3.2': 18, '1.3.3': 0 } }],
    fail: [{ figures: { '1.3.1': 38, '1.3.2': 17, '1.3.3': 2 }, severity: 'warning' }],
    undecided: [{ figures: { '1.3.2': null } }],
  },
};

export const wholeStockNew: Rule<'whole-stock-reported-new'> = {
  id: 'whole-stock-reported-new',
  title: 'TTHC công bố mới (3.1.1) thường không bằng toàn bộ TTHC đang áp dụng (3.1.3).',
  basis: 'Tổng số đang áp dụng đã có dòng riêng (3.1.3).',
  checks: [
    {
      key: '3.1.1',
      must: { not: { all: [compareForms(['3.1.1'], '=', ['3.1.3']), isPositive('3.1.3')] } },
      severity: [['info', LISTS_PUBLISHED_ANEW], ['warning']],
      message: say`${row('3.1.1')} ghi ${v('3.1.1')} thủ tục công bố mới, bằng toàn bộ ${v('3.1.3')} thủ tục đang áp dụng ở ${row('3.1.3')}.`,
      hint: {
        todo: say`mục 3.1.1 chỉ ghi số TTHC được công bố mới trong kỳ; không có thì ghi 0.`,
        ifRight: say`giải trình “Công bố lại toàn bộ danh mục TTHC tại Quyết định số …”.`,
      },
    },
  ],
  examples: {
    pass: [{}],
    fail: [
      { figures: { '3.1.1': 207 }, severity: 'warning' },
      { figures: { '3.1.1': 207 }, period: 'năm 2025', severity: 'info' },
      { figures: { '3.1.1': 207 }, period: 'quý III năm 2026', severity: 'warning' },
    ],
    undecided: [{ figures: { '3.1.1': null } }],
  },
};

const SAME_CHANNELS: readonly Comparison[] = (['a', 'b', 'c', 'd'] as const).map((part) =>
  compareForms([`3.3.2.${part}`], '=', [`3.3.1.${part}`]),
);
const LATE: Condition = { any: [isPositive('3.5'), compareForms(['L'], '>', [0])] };

export const channelsCopied: Rule<'return-channels-copied'> = {
  id: 'return-channels-copied',
  title: 'Bốn dòng trả kết quả của 3.3.2 không giống hệt bốn dòng tiếp nhận của 3.3.1 khi có hồ sơ quá hạn.',
  basis: 'Dòng 3.3.1 đếm hồ sơ tiếp nhận, dòng 3.3.2 đếm hồ sơ giải quyết đúng hẹn.',
  checks: [
    {
      key: '3.3.2',
      must: { not: { all: [...SAME_CHANNELS, LATE] } },
      severity: 'warning',
      cells: ['3.3.2.a', '3.3.2.b', '3.3.2.c', '3.3.2.d', '3.3.1.a', '3.3.1.b', '3.3.1.c', '3.3.1.d', '3.5', 'L'],
      message: say`Bốn dòng “Trong đó” của mục 3.3.2 giống hệt bốn dòng của mục 3.3.1 (${v('3.3.1.a')}, ${v('3.3.1.b')}, ${v('3.3.1.c')}, ${v('3.3.1.d')}), trong khi có ${when(compareForms(['L'], '>', [0]), say`${v('L')}`, say`${v('3.5')}`)} trường hợp quá hạn.`,
      hint: {
        todo: say`mục 3.3.1 đếm hồ sơ tiếp nhận, mục 3.3.2 đếm hồ sơ đã trả đúng hẹn (gồm cả trước hạn); ghi lại bốn dòng của mục 3.3.2.`,
        ifRight: say`giải trình.`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '3.3.2': 494, '3.3.2.a': 41, '3.3.2.b': 5, '3.3.2.c': 269, '3.3.2.d': 179, '3.5': 0 } }],
    fail: [
      { figures: { '3.3.2.a': 41, '3.3.2.b': 5, '3.3.2.c': 269, '3.3.2.d': 179 }, severity: 'warning' },
      {
        figures: { '3.3.2': 494, '3.3.2.a': 41, '3.3.2.b': 5, '3.3.2.c': 269, '3.3.2.d': 179, '3.5': 0 },
        inputs: { L: 2 },
        severity: 'warning',
      },
    ],
    undecided: [{ figures: { '3.3.1.a': null } }],
  },
};

export const resultsNotPublished: Rule<'results-not-published'> = {
  id: 'results-not-published',
  title: 'Có hồ sơ giải quyết đúng hẹn thì thường có hồ sơ công khai kết quả: 3.4.1 + 3.4.2 > 0.',
  basis: 'Kết quả giải quyết TTHC phải được công khai [căn cứ: cần đối chiếu].',
  checks: [
    {
      key: '3.4.1',
      must: implies(isPositive('3.3.2'), isPositive('3.4.1', '3.4.2')),
      severity: [['info', AFTER_MERGER], ['warning']],
      message: say`${row('3.3.2')} ghi ${v('3.3.2')} hồ sơ đã giải quyết đúng hẹn, trong khi ${row('3.4.1')} và ${row('3.4.2')} đều ghi 0 hồ sơ công khai kết quả.`,
      hint: {
        todo: say`ghi số hồ sơ đã công khai kết quả trên Cổng dịch vụ công và Trang thông tin điện tử; chưa công khai thì giữ 0.`,
        ifRight: say`giải trình lý do chưa công khai.`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '3.4.1': 0 } }],
    fail: [
      { figures: { '3.4.1': 0, '3.4.2': 0 }, severity: 'warning' },
      { figures: { '3.4.1': 0, '3.4.2': 0 }, period: 'quý III năm 2025', severity: 'info' },
    ],
    undecided: [{ figures: { '3.4.1': null } }],
  },
};

export const noOnlineDossiers: Rule<'no-online-dossiers'> = {
  id: 'no-online-dossiers',
  title: 'Có hồ sơ tiếp nhận thì thường có hồ sơ trực tuyến: 3.3.1.c + 3.3.1.d > 0.',
  basis: 'Phần lớn TTHC cấp xã đã cung cấp trực tuyến.',
  checks: [
    {
      key: '3.3.1',
      must: implies(isPositive('3.3.1'), isPositive('3.3.1.c', '3.3.1.d')),
      severity: 'warning',
      message: say`${row('3.3.1')} ghi ${v('3.3.1')} hồ sơ đã tiếp nhận, trong khi hai dòng tiếp nhận trực tuyến (${cell('3.3.1.c')}, ${cell('3.3.1.d')}) đều ghi 0.`,
      hint: {
        todo: say`đối chiếu số hồ sơ trực tuyến với Hệ thống thông tin giải quyết TTHC.`,
        ifRight: say`giải trình vì sao không có hồ sơ trực tuyến.`,
      },
    },
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '3.3.1.a': 489, '3.3.1.c': 0, '3.3.1.d': 0 }, severity: 'warning' }],
    undecided: [{ figures: { '3.3.1.d': null } }],
  },
};

export const surveyTooSmall: Rule<'survey-too-small'> = {
  id: 'survey-too-small',
  title: 'Khảo sát nên từ 30 phiếu trở lên.',
  basis: 'Kinh nghiệm chuyên môn, không phải quy định.',
  checks: [
    {
      key: '1.4.1',
      must: implies(isPositive('1.4.1'), compareForms(['1.4.1'], '≥', [30])),
      severity: 'info',
      message: say`${row('1.4.1')} ghi ${v('1.4.1')} phiếu, nên từ 30 phiếu trở lên để kết quả đủ tin cậy (kinh nghiệm chuyên môn, không phải quy định).`,
      hint: { todo: say`khảo sát thêm nếu còn thời gian.`, ifRight: say`không phải sửa.` },
    },
  ],
  examples: {
    pass: [{}, { figures: { '1.4.1': 30 } }, { figures: { '1.4.1': 0 } }],
    fail: [{ figures: { '1.4.1': 29 }, severity: 'info' }],
    undecided: [{ figures: { '1.4.1': null } }],
  },
};

function progress(months: number, percent: number, moment: string): Check {
  return {
    key: '1.1.2',
    applies: { months },
    must: compareForms([[100, '1.1.2']], '≥', [[percent, '1.1.1']]),
    severity: 'info',
    message: say`${moment}, ${row('1.1.2')} ghi ${v('1.1.2')} nhiệm vụ đã hoàn thành trên tổng số ${v('1.1.1')} nhiệm vụ ở ${row('1.1.1')}; thường đạt từ ${String(percent)}% trở lên.`,
    hint: {
      todo: say`kiểm lại số nhiệm vụ đã hoàn thành; đôn đốc nhiệm vụ còn chậm.`,
      ifRight: say`không phải sửa; nên nêu nguyên nhân trong báo cáo.`,
    },
  };
}

export const progressBehind: Rule<'progress-behind-year'> = {
  id: 'progress-behind-year',
  title: 'Tiến độ Kế hoạch CCHC (1.1.2 / 1.1.1): từ 40% khi hết 6 tháng, 60% khi hết 9 tháng, 90% khi hết năm.',
  basis: 'Kinh nghiệm chuyên môn, không phải quy định.',
  checks: [progress(6, 40, 'Hết 6 tháng'), progress(9, 60, 'Hết 9 tháng'), progress(12, 90, 'Hết năm')],
  examples: {
    pass: [
      {},
      { figures: { '1.1.2': 5 }, period: 'quý I năm 2024' },
      { figures: { '1.1.2': 5 }, period: '6 tháng cuối năm 2024' },
    ],
    fail: [
      { figures: { '1.1.2': 15 }, severity: 'info' },
      { figures: { '1.1.2': 22 }, period: '9 tháng năm 2024', severity: 'info' },
      { figures: { '1.1.2': 34 }, period: 'năm 2024', severity: 'info' },
    ],
    undecided: [{ figures: { '1.1.2': null } }],
  },
};

export const nothingSolved: Rule<'nothing-solved-ontime'> = {
  id: 'nothing-solved-ontime',
  title: 'Có hồ sơ tiếp nhận thì thường có hồ sơ giải quyết đúng hẹn: 3.3.2 > 0.',
  basis: '“Đúng hẹn” trong biểu gồm cả hồ sơ giải quyết trước hạn.',
  checks: [
    {
      key: '3.3.2',
      must: implies(isPositive('3.3.1'), isPositive('3.3.2')),
      severity: 'warning',
      message: say`${row('3.3.1')} ghi ${v('3.3.1')} hồ sơ đã tiếp nhận, trong khi ${row('3.3.2')} ghi 0 hồ sơ giải quyết đúng hẹn.`,
      hint: {
        todo: say`ghi số hồ sơ giải quyết đúng hẹn (“đúng hẹn” gồm cả trước hạn).`,
        ifRight: say`giải trình vì sao chưa có hồ sơ nào đúng hẹn.`,
      },
    },
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '3.3.2': 0 }, severity: 'warning' }],
    undecided: [{ figures: { '3.3.2': null } }],
  },
};

function countsDossiers(key: Key, dossiers: '3.3.1' | '3.3.1.c' | '3.3.1.d'): Check {
  return {
    key,
    must: { any: [compareForms([key], '≠', [dossiers]), compareForms([key], '<', [30])] },
    severity: 'warning',
    message: say`${row(key)} ghi ${v(key)}, đúng bằng số hồ sơ ở ${row(dossiers)}; dòng này đếm thủ tục.`,
    hint: { todo: say`ghi số thủ tục, không ghi số hồ sơ.`, ifRight: say`giải trình hai số bằng nhau.` },
  };
}

export const servicesEqualDossiers: Rule<'services-equal-dossiers'> = {
  id: 'services-equal-dossiers',
  title: 'Dòng đếm thủ tục không ghi bằng số hồ sơ (từ 30 trở lên).',
  basis: 'Đơn vị tính của dòng là thủ tục; một thủ tục có thể có nhiều hồ sơ.',
  checks: [
    countsDossiers('3.1.1', '3.3.1'),
    countsDossiers('3.1.2', '3.3.1'),
    countsDossiers('3.2.1', '3.3.1'),
    countsDossiers('3.2.2', '3.3.1'),
    countsDossiers('3.2.3', '3.3.1'),
    countsDossiers('3.4.3', '3.3.1'),
    countsDossiers('7.5.1', '3.3.1.c'),
    countsDossiers('7.5.2', '3.3.1.d'),
  ],
  examples: {
    pass: [{}, { figures: { '3.3.1.c': 12, '3.3.1.a': 298 } }],
    fail: [{ figures: { '7.5.2': 179 }, severity: 'warning' }],
    undecided: [{ figures: { '3.4.3': null } }],
  },
};
