// Coded rows and zeros: what one answer means for another row.

import { AFTER_MERGER } from '../conditions.ts';
import { cell, row, say, v } from '../message.ts';
import { type Check, compareForms, implies, isPositive, isZero, type Rule } from '../rule.ts';
import type { Key } from '../templates/index.ts';

function withoutService(service: '7.5.1' | '7.5.2', dossiers: '3.3.1.c' | '3.3.1.d'): Check {
  return {
    key: service,
    must: implies(isZero(service), isZero(dossiers)),
    severity: 'warning',
    message: say`${row(service)} ghi 0 thủ tục cung cấp trực tuyến, trong khi ${row(dossiers)} ghi ${v(dossiers)} hồ sơ.`,
    hint: {
      todo: say`ghi số TTHC cung cấp trực tuyến ở mức độ đó, hoặc xem lại hồ sơ đã ghi đúng dòng chưa.`,
      ifRight: say`giải trình, ví dụ “TTHC đã nâng từ một phần lên toàn trình trong kỳ”.`,
    },
  };
}

export const onlineWithoutService: Rule<'online-dossiers-without-service'> = {
  id: 'online-dossiers-without-service',
  title: 'Không cung cấp trực tuyến ở một mức độ (7.5.1 = 0 hoặc 7.5.2 = 0) thì không có hồ sơ ở mức độ đó.',
  basis: 'Hồ sơ chỉ nộp được trực tuyến khi TTHC được cung cấp trực tuyến.',
  checks: [withoutService('7.5.1', '3.3.1.c'), withoutService('7.5.2', '3.3.1.d')],
  examples: {
    pass: [{}],
    fail: [{ figures: { '7.5.1': 0 }, severity: 'warning' }],
    undecided: [{ figures: { '7.5.1': null } }],
  },
};

export const shareWithoutDocuments: Rule<'share-without-documents'> = {
  id: 'share-without-documents',
  title: 'Không có văn bản đi (7.2.3 = 0) thì hai dòng tỷ lệ để trống hoặc ghi 0.',
  basis: 'Tỷ lệ được tính trên tổng số văn bản đi.',
  checks: [
    {
      key: '7.2.3',
      must: implies(isZero('7.2.3'), { all: [{ blankOrZero: '7.2.3.a' }, { blankOrZero: '7.2.3.b' }] }),
      severity: 'warning',
      message: say`${row('7.2.3')} ghi 0 văn bản đi, trong khi dòng tỷ lệ (${cell('7.2.3.a')} hoặc ${cell('7.2.3.b')}) vẫn ghi số lớn hơn 0.`,
      hint: {
        todo: say`ghi tổng số văn bản đi, hoặc để trống hai dòng tỷ lệ.`,
        ifRight: say`giải trình cách tính tỷ lệ.`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '7.2.3': 0, '7.2.3.a': null, '7.2.3.b': 0 } }],
    fail: [{ figures: { '7.2.3': 0 }, severity: 'warning' }],
    undecided: [{ figures: { '7.2.3': null } }],
  },
};

export const surveyForm: Rule<'survey-form-mismatch'> = {
  id: 'survey-form-mismatch',
  title: 'Có phiếu khảo sát (1.4.1 > 0) thì cần ghi hình thức khảo sát (1.4.2).',
  basis: 'Đã khảo sát thì có hình thức khảo sát; số 0 ở dòng này nghĩa là trực tuyến.',
  checks: [
    {
      key: '1.4.2',
      must: implies(isPositive('1.4.1'), { filled: '1.4.2' }),
      severity: 'warning',
      message: say`${row('1.4.1')} ghi ${v('1.4.1')} phiếu khảo sát, trong khi ${row('1.4.2')} chưa ghi hình thức khảo sát.`,
      hint: {
        todo: say`ghi 0 = Trực tuyến, 1 = Phát phiếu hoặc 2 = Kết hợp.`,
        ifRight: say`giải trình vì sao không ghi hình thức khảo sát.`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '1.4.1': 0, '1.4.2': null } }, { figures: { '1.4.2': 0 } }],
    fail: [{ figures: { '1.4.2': null }, severity: 'warning' }],
    undecided: [{ figures: { '1.4.1': null } }],
  },
};

export const inspectionWithoutPlan: Rule<'inspection-without-plan'> = {
  id: 'inspection-without-plan',
  title: 'Chưa ban hành kế hoạch tự kiểm tra kỷ luật (5.4.1 = 0) thì thường chưa kiểm tra đơn vị nào (5.4.2 = 0).',
  basis: 'Việc tự kiểm tra thường theo kế hoạch; cũng có thể nằm trong Kế hoạch CCHC hoặc do cấp trên kiểm tra.',
  checks: [
    {
      key: '5.4.1',
      must: implies(isZero('5.4.1'), isZero('5.4.2')),
      severity: 'info',
      message: say`${row('5.4.1')} ghi 0 (không ban hành kế hoạch), trong khi ${row('5.4.2')} ghi ${v('5.4.2')}%.`,
      hint: {
        todo: say`xem kế hoạch tự kiểm tra có nằm trong Kế hoạch CCHC không; nếu có thì mục 5.4.1 ghi 1.`,
        ifRight: say`không phải sửa.`,
      },
    },
  ],
  examples: {
    pass: [{}, { figures: { '5.4.1': 0, '5.4.2': 0 } }],
    fail: [{ figures: { '5.4.1': 0 }, severity: 'info' }],
    undecided: [{ figures: { '5.4.1': null } }],
  },
};

export const documentsWithoutLink: Rule<'electronic-documents-without-link'> = {
  id: 'electronic-documents-without-link',
  title: 'Chưa kết nối Hệ thống quản lý văn bản và điều hành (7.2.1 = 0) thì chưa gửi văn bản hoàn toàn điện tử.',
  basis: 'Văn bản điện tử được gửi qua Hệ thống quản lý văn bản và điều hành.',
  checks: [
    {
      key: '7.2.1',
      must: implies(isZero('7.2.1'), isZero('7.2.3.a')),
      severity: 'warning',
      message: say`${row('7.2.1')} ghi 0 (chưa kết nối), trong khi ${row('7.2.3.a')} ghi ${v('7.2.3.a')}%.`,
      hint: {
        todo: say`xem lại mục 7.2.1; đã kết nối thì ghi 1.`,
        ifRight: say`giải trình văn bản điện tử được gửi bằng cách nào.`,
      },
    },
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '7.2.1': 0 }, severity: 'warning' }],
    undecided: [{ figures: { '7.2.1': null } }],
  },
};

export const onlineWithoutLink: Rule<'online-without-link'> = {
  id: 'online-without-link',
  title: 'Chưa kết nối Hệ thống một cửa điện tử (7.4.1 = 0) thì chưa có dịch vụ, hồ sơ trực tuyến.',
  basis: 'Hồ sơ trực tuyến được tiếp nhận qua Hệ thống một cửa điện tử đã kết nối.',
  checks: [
    {
      key: '7.4.1',
      must: implies(isZero('7.4.1'), {
        all: [compareForms(['7.5.1', '7.5.2'], '=', [0]), compareForms(['3.3.1.c', '3.3.1.d'], '=', [0])],
      }),
      severity: 'warning',
      message: say`${row('7.4.1')} ghi 0 (chưa kết nối), trong khi ${row('7.5.1')} và ${row('7.5.2')} ghi ${v('7.5.1')} + ${v('7.5.2')} thủ tục cung cấp trực tuyến, hai dòng trực tuyến của mục 3.3.1 (${cell('3.3.1.c')}, ${cell('3.3.1.d')}) ghi ${v('3.3.1.c')} + ${v('3.3.1.d')} hồ sơ.`,
      hint: {
        todo: say`xem lại mục 7.4.1; đã kết nối thì ghi 1.`,
        ifRight: say`giải trình hồ sơ trực tuyến được tiếp nhận qua hệ thống nào.`,
      },
    },
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '7.4.1': 0 }, severity: 'warning' }],
    undecided: [{ figures: { '7.4.1': null } }],
  },
};

export const isoWithoutSystem: Rule<'iso-procedures-without-system'> = {
  id: 'iso-procedures-without-system',
  title: 'Chưa áp dụng Hệ thống quản lý chất lượng (7.6 = 0) thì thường chưa có quy trình nội bộ theo ISO (3.2.4 = 0).',
  basis: 'Quy trình nội bộ theo ISO thuộc Hệ thống quản lý chất lượng; quy trình do cấp tỉnh phê duyệt thì không cần.',
  checks: [
    {
      key: '7.6',
      must: implies(isZero('7.6'), isZero('3.2.4')),
      severity: 'info',
      message: say`${row('7.6')} ghi 0 (không thực hiện), trong khi ${row('3.2.4')} ghi ${v('3.2.4')}%.`,
      hint: { todo: say`xem lại hai ô.`, ifRight: say`không phải sửa.` },
    },
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '7.6': 0 }, severity: 'info' }],
    undecided: [{ figures: { '7.6': null } }],
  },
};

export const meetingLevels: Rule<'meeting-levels-outdated'> = {
  id: 'meeting-levels-outdated',
  title: 'Từ 01/7/2025 không còn cấp huyện: Hệ thống họp trực tuyến “3 cấp” cần nêu rõ là những cấp nào.',
  basis: 'Từ 01/7/2025 chính quyền địa phương có hai cấp.',
  checks: [
    {
      key: '7.1',
      applies: AFTER_MERGER,
      must: compareForms(['7.1'], '≠', [2]),
      severity: 'info',
      message: say`${row('7.1')} ghi 2 (3 cấp), trong khi từ 01/7/2025 không còn cấp huyện.`,
      hint: {
        todo: say`xác nhận “3 cấp” là những cấp nào; nếu là cấp tỉnh và cấp xã thì ghi 1 (2 cấp).`,
        ifRight: say`giải trình ba cấp, ví dụ “Trung ương, tỉnh, xã”.`,
      },
    },
  ],
  examples: {
    pass: [{ figures: { '7.1': 1 }, period: '9 tháng năm 2025' }, { period: '6 tháng đầu năm 2025' }],
    fail: [{ period: 'quý III năm 2025', severity: 'info' }],
    undecided: [{ figures: { '7.1': null }, period: '9 tháng năm 2025' }],
  },
};

function notIssued(key: '6.1' | '6.2', what: string): Check {
  return {
    key,
    must: compareForms([key], '≠', [0]),
    severity: 'info',
    message: say`${row(key)} ghi 0: chưa ban hành ${what}.`,
    hint: { todo: say`đã ban hành thì ghi 1; nếu chưa, nên sớm ban hành.`, ifRight: say`không phải sửa.` },
  };
}

export const regulationNotIssued: Rule<'regulation-not-issued'> = {
  id: 'regulation-not-issued',
  title: 'UBND cấp xã nên có Quy chế chi tiêu nội bộ (6.1 = 1) và Quy chế quản lý, sử dụng tài sản công (6.2 = 1).',
  basis: 'Quy định về tự chủ tài chính và quản lý tài sản công [căn cứ: cần đối chiếu].',
  checks: [notIssued('6.1', 'Quy chế chi tiêu nội bộ'), notIssued('6.2', 'Quy chế quản lý, sử dụng tài sản công')],
  examples: {
    pass: [{}],
    fail: [{ figures: { '6.2': 0 }, severity: 'info' }],
    undecided: [{ figures: { '6.1': null } }],
  },
};

export const inspectionCount: Rule<'inspection-count-mismatch'> = {
  id: 'inspection-count-mismatch',
  title:
    'Đã kiểm tra kỷ luật (5.4.2 > 0) thì thường có bộ phận được kiểm tra (1.2.1 > 0); cuối năm, vấn đề phát hiện thường đã có xử lý.',
  basis: 'Kiểm tra kỷ luật, kỷ cương thường gắn với kiểm tra CCHC.',
  checks: [
    {
      key: '1.2.1',
      must: implies(isPositive('5.4.2'), isPositive('1.2.1')),
      severity: 'info',
      message: say`${row('5.4.2')} ghi ${v('5.4.2')}% đơn vị được kiểm tra, trong khi ${row('1.2.1')} ghi 0 bộ phận, công chức đã kiểm tra.`,
      hint: {
        todo: say`xem lại hai ô; đã kiểm tra thì ghi số bộ phận, công chức ở mục 1.2.1.`,
        ifRight: say`không phải sửa.`,
      },
    },
    {
      key: '1.2.1',
      applies: { months: 12 },
      must: implies(isPositive('1.2.2'), isPositive('1.2.3')),
      severity: 'info',
      message: say`Đến cuối năm, ${row('1.2.2')} ghi ${v('1.2.2')} vấn đề phát hiện qua kiểm tra, trong khi ${row('1.2.3')} ghi 0 vấn đề đã xử lý xong.`,
      hint: { todo: say`xem lại mục 1.2.3.`, ifRight: say`không phải sửa.` },
    },
  ],
  examples: {
    pass: [{}, { figures: { '1.2.3': 0 } }],
    fail: [
      { figures: { '1.2.1': 0 }, severity: 'info' },
      { figures: { '1.2.3': 0 }, period: 'năm 2024', severity: 'info' },
    ],
    undecided: [{ figures: { '5.4.2': null } }],
  },
};

export const issuesWithoutInspection: Rule<'issues-without-inspection'> = {
  id: 'issues-without-inspection',
  title: 'Chưa kiểm tra bộ phận nào (1.2.1 = 0) thì không có vấn đề phát hiện qua kiểm tra (1.2.2 = 0).',
  basis: 'Vấn đề ở mục 1.2.2 là vấn đề phát hiện qua kiểm tra.',
  checks: [
    {
      key: '1.2.2',
      must: implies(isZero('1.2.1'), isZero('1.2.2')),
      severity: 'error',
      message: say`${row('1.2.1')} ghi 0 bộ phận, công chức đã kiểm tra, trong khi ${row('1.2.2')} ghi ${v('1.2.2')} vấn đề phát hiện qua kiểm tra.`,
      hint: {
        todo: say`ghi số bộ phận, công chức đã kiểm tra ở mục 1.2.1, hoặc sửa mục 1.2.2.`,
        ifRight: say`giải trình vấn đề được phát hiện qua đợt kiểm tra nào.`,
      },
    },
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '1.2.1': 0 }, severity: 'error' }],
    undecided: [{ figures: { '1.2.1': null } }],
  },
};

export const workflowNotApproved: Rule<'workflow-digitised-not-approved'> = {
  id: 'workflow-digitised-not-approved',
  title: 'Chưa có quy trình nội bộ được phê duyệt (3.2.4 = 0) thì chưa có quy trình được điện tử hóa (3.2.5 = 0).',
  basis: 'Quy trình nội bộ được phê duyệt trước khi điện tử hóa.',
  checks: [
    {
      key: '3.2.4',
      must: implies(isZero('3.2.4'), isZero('3.2.5')),
      severity: 'warning',
      message: say`${row('3.2.4')} ghi 0%: chưa có quy trình nội bộ được phê duyệt, trong khi ${row('3.2.5')} ghi ${v('3.2.5')}% đã được điện tử hóa.`,
      hint: { todo: say`xem lại hai ô.`, ifRight: say`giải trình quy trình do cấp nào phê duyệt.` },
    },
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '3.2.4': 0 }, severity: 'warning' }],
    undecided: [{ figures: { '3.2.5': null } }],
  },
};

function notZero(key: Key, name: string): Check {
  return {
    key,
    must: compareForms([key], '≠', [0]),
    severity: 'warning',
    message: say`${row(key)} ghi 0, trong khi UBND cấp xã nào cũng có ${name}.`,
    hint: {
      todo: say`ghi số thực tế; nếu chưa có số liệu thì để trống, không ghi 0.`,
      ifRight: say`giải trình vì sao bằng 0.`,
    },
  };
}

export const zeroNotPlausible: Rule<'zero-not-plausible'> = {
  id: 'zero-not-plausible',
  title: 'Các dòng 1.1.1, 3.1.3, 4.1.1, 4.1.2, 7.2.3 thường lớn hơn 0; chưa có số liệu thì để trống.',
  basis: 'UBND cấp xã nào cũng có nhiệm vụ CCHC, TTHC, biên chế và văn bản đi.',
  checks: [
    notZero('1.1.1', 'nhiệm vụ trong Kế hoạch CCHC'),
    notZero('3.1.3', 'TTHC đang áp dụng'),
    notZero('4.1.1', 'biên chế được giao'),
    notZero('4.1.2', 'cán bộ, công chức có mặt'),
    notZero('7.2.3', 'văn bản đi'),
  ],
  examples: {
    pass: [{}],
    fail: [{ figures: { '1.1.1': 0 }, severity: 'warning' }],
    undecided: [{ figures: { '4.1.1': null } }],
  },
};
