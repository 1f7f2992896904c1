// What a report's prose says against its annex: findings on claims, as records. They hold words, never logic.
import type { Severity } from '../change.ts';
import { type Message, SIGNED, say, word } from '../message.ts';
import type { Situation } from '../situation.ts';

/** Prose beside a consistent annex, with what differs in it. */
export interface TextExample {
  readonly text: string;
  readonly situation?: Situation;
}

/** A finding on the prose. Its slots are words, given by whoever compared. */
export interface TextRule<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  readonly basis: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly hint: { readonly todo: Message; readonly ifRight: Message };
  readonly examples: { readonly pass: readonly TextExample[]; readonly fail: readonly TextExample[] };
}

const BASIS = 'Lời văn và Phụ lục 01b của một báo cáo nói về cùng một kỳ, cùng một đơn vị.';
const EXPERIENCE = 'Kinh nghiệm chuyên môn.';

/** The same months a year before, 412 dossiers, 350 of them online. */
const RECEIVED_412: Situation = {
  previous: {
    period: '6 tháng đầu năm 2023',
    figures: { '3.3.1': 412, '3.3.1.a': 62, '3.3.1.b': 0, '3.3.1.c': 200, '3.3.1.d': 150 },
  },
};

export const TEXT = [
  {
    id: 'text-differs-from-annex',
    title: 'Số ghi trong lời văn phải bằng số ở Phụ lục.',
    basis: BASIS,
    severity: 'error',
    message: say`Lời văn ghi “${word('quote')}” là ${word('said')}; ${word('where')}. Lệch ${SIGNED}${word('measure')}.`,
    hint: {
      todo: say`sửa lời văn hoặc ${word('cells')} cho khớp.`,
      ifRight: say`khác kỳ hoặc khác đối tượng đếm thì ghi rõ trong câu là số của kỳ nào, của đối tượng nào.`,
    },
    examples: {
      pass: [{ text: 'UBND xã đã tiếp nhận 494 hồ sơ.' }, { text: 'Cùng kỳ năm 2023 tiếp nhận 412 hồ sơ.' }],
      fail: [{ text: 'UBND xã đã tiếp nhận 500 hồ sơ.' }],
    },
  },
  {
    id: 'text-rate-not-reproducible',
    title:
      'Tỷ lệ ghi trong lời văn phải bằng phép chia ghi ngay trước nó, sau khi làm tròn (từ 5 trở lên thì làm tròn lên).',
    basis: 'Tỷ lệ là tử số chia mẫu số; làm tròn một lần ở chữ số cuối được in.',
    severity: 'error',
    message: say`Lời văn ghi “${word('quote')}”; ${word('fraction')} = ${word('exact')}, không phải ${word('said')}. ${word('why')}`,
    hint: { todo: say`tính lại tỷ lệ hoặc sửa tử số, mẫu số trong câu.`, ifRight: say`ghi rõ tỷ lệ tính trên số nào.` },
    examples: {
      pass: [{ text: 'Giải quyết đúng hạn 490/494 hồ sơ, đạt tỷ lệ 99,19%.' }],
      fail: [
        { text: 'Giải quyết đúng hạn 490/494 hồ sơ, đạt tỷ lệ 98,19%.' },
        { text: 'Đã xử lý xong 2/3 vấn đề, đạt 66,66%.' },
      ],
    },
  },
  {
    id: 'text-rate-without-base',
    title: 'Tỷ lệ trong lời văn nên nêu rõ tính trên số nào; số ở Phụ lục phải tính lại được.',
    basis: 'Tỷ lệ không có mẫu số thì người đọc không kiểm tra được.',
    severity: 'warning',
    message: say`Lời văn ghi “${word('quote')}” là ${word('said')} nhưng không nêu tính trên số nào; ${word('where')}. ${word('why')}`,
    hint: {
      todo: say`ghi rõ tử số, mẫu số ngay trong câu, hoặc tính lại tỷ lệ.`,
      ifRight: say`ghi rõ tỷ lệ tính trên số nào.`,
    },
    examples: {
      pass: [{ text: 'Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt 90,69%.' }],
      fail: [{ text: 'Tỷ lệ nộp hồ sơ trực tuyến = 96,43%.' }],
    },
  },
  {
    id: 'text-parts-differ-from-total',
    title: 'Các phần liệt kê trong câu cộng lại phải bằng tổng nêu trong câu.',
    basis: 'Các phần chia hết một tổng.',
    severity: 'error',
    message: say`Lời văn ghi “${word('quote')}” là ${word('said')}; các phần nêu sau đó ${word('sum')}. Lệch ${SIGNED}.`,
    hint: { todo: say`sửa tổng hoặc các phần trong lời văn cho khớp.`, ifRight: say`ghi thêm phần còn lại vào câu.` },
    examples: {
      pass: [{ text: 'Tổng số cán bộ, công chức là 17 người. Trong đó: cán bộ: 9 người; công chức: 8 người.' }],
      fail: [{ text: 'Tổng số cán bộ, công chức là 17 người. Trong đó: cán bộ: 9 người; công chức: 7 người.' }],
    },
  },
  {
    id: 'text-shares-differ-from-100',
    title: 'Các tỷ lệ chia hết một tổng thường cộng lại bằng 100% trong phạm vi làm tròn.',
    basis: 'Các phần chia hết một tổng.',
    severity: 'warning',
    message: say`Các tỷ lệ nêu sau “${word('quote')}” cộng lại ${word('sum')}, thường bằng 100%. Lệch ${SIGNED} điểm phần trăm.`,
    hint: { todo: say`tính lại từng tỷ lệ trên cùng một mẫu số.`, ifRight: say`ghi rõ mỗi tỷ lệ tính trên số nào.` },
    examples: {
      pass: [
        {
          text: 'Tổng số cán bộ, công chức là 17 người. Trong đó: cán bộ: 9 người (52,94%); công chức: 8 người (47,06%).',
        },
      ],
      fail: [
        {
          text: 'Tổng số cán bộ, công chức là 17 người. Trong đó: cán bộ: 9 người (52,94%); công chức: 8 người (57,06%).',
        },
      ],
    },
  },
  {
    id: 'text-counts-wrong-thing',
    title: 'Số hồ sơ thường không gọi là số dịch vụ công hay số thủ tục, và ngược lại.',
    basis: 'Dòng 3.3 đếm hồ sơ; dòng 3.1, 3.2, 7.5 đếm thủ tục, dịch vụ công.',
    severity: 'warning',
    message: say`Lời văn ghi “${word('quote')}” là ${word('said')}; số này bằng số ở ${word('confused')}, còn ${word('where')}.`,
    hint: {
      todo: say`xem câu đang đếm hồ sơ hay đếm thủ tục, dịch vụ công; sửa từ hoặc sửa số.`,
      ifRight: say`ghi rõ trong câu đối tượng được đếm.`,
    },
    examples: {
      pass: [{ text: 'Cung cấp 12 dịch vụ công trực tuyến một phần.' }],
      fail: [{ text: 'Tổng số dịch vụ công trực tuyến một phần là 269.' }],
    },
  },
  {
    id: 'text-claims-against-zero',
    title: 'Việc lời văn nêu là đã làm thì Phụ lục thường không ghi 0.',
    basis: EXPERIENCE,
    severity: 'warning',
    message: say`Lời văn ghi “${word('quote')}”, trong khi ${word('where')}.`,
    hint: {
      todo: say`nếu đã làm thì ghi số vào ${word('cells')}; nếu chưa có thì sửa câu trong lời văn.`,
      ifRight: say`ghi rõ trong câu là việc gì, vì sao không tính vào Phụ lục (ví dụ: nghị quyết không phải VBQPPL).`,
    },
    examples: {
      pass: [{ text: 'Triển khai thu phí, lệ phí trực tuyến. Kết quả đạt 62,53%.' }],
      fail: [
        { text: 'Triển khai thu phí, lệ phí trực tuyến. Kết quả đạt 62,53%.', situation: { figures: { '3.4.3': 0 } } },
      ],
    },
  },
  {
    id: 'text-change-not-reproducible',
    title: 'Mức tăng, giảm ghi trong lời văn phải bằng số kỳ này trừ số của kỳ được so sánh.',
    basis:
      'Tăng, giảm là hiệu số của hai kỳ; tỷ lệ tăng, giảm tính trên số của kỳ trước; hai tỷ lệ chênh nhau bằng điểm phần trăm.',
    severity: 'error',
    message: say`Lời văn ghi “${word('quote')}”; theo Phụ lục của hai kỳ, ${word('where')}, tức ${word('change')}. Lệch ${SIGNED}${word('measure')}.`,
    hint: {
      todo: say`tính lại mức tăng, giảm trong câu; nếu câu đúng thì xem lại ${word('cells')} và số của ${word('before')}.`,
      ifRight: say`ghi rõ trong câu so với kỳ nào, trên đối tượng nào.`,
    },
    examples: {
      pass: [
        { text: 'Tiếp nhận 494 hồ sơ, tăng 82 hồ sơ (tăng 19,9%) so với cùng kỳ năm 2023.', situation: RECEIVED_412 },
        { text: 'Tỷ lệ hồ sơ tiếp nhận trực tuyến tăng 5,74 điểm phần trăm so với cùng kỳ.', situation: RECEIVED_412 },
        { text: 'Tiếp nhận 494 hồ sơ, tăng 90 hồ sơ so với quý trước.', situation: RECEIVED_412 },
        { text: 'Tiếp nhận 494 hồ sơ, tăng 90 hồ sơ so với cùng kỳ năm 2023.' },
      ],
      fail: [
        { text: 'Tiếp nhận 494 hồ sơ, tăng 90 hồ sơ so với cùng kỳ năm 2023.', situation: RECEIVED_412 },
        { text: 'Tiếp nhận 494 hồ sơ, giảm 82 hồ sơ so với cùng kỳ.', situation: RECEIVED_412 },
        { text: 'So với cùng kỳ năm trước, số hồ sơ tiếp nhận tăng 16,6%.', situation: RECEIVED_412 },
        { text: 'Tỷ lệ hồ sơ tiếp nhận trực tuyến tăng 6,8 điểm phần trăm so với cùng kỳ.', situation: RECEIVED_412 },
      ],
    },
  },
  {
    id: 'text-outdated-term',
    title: 'Từ ngữ, cấp chính quyền và năm nên đúng với kỳ báo cáo.',
    basis:
      'Nghị định số 42/2022/NĐ-CP (một phần, toàn trình, từ 15/8/2022); chính quyền địa phương hai cấp từ 01/7/2025 [cần đối chiếu].',
    severity: 'info',
    message: say`Lời văn ghi “${word('quote')}”${word('times')}. ${word('why')}`,
    hint: { todo: say`${word('todo')}.`, ifRight: say`không phải sửa.` },
    examples: {
      pass: [{ text: 'Số hồ sơ trực tuyến toàn trình: 179 hồ sơ.' }],
      fail: [
        { text: 'Hồ sơ phát sinh ở mức độ 3 là 263 hồ sơ.' },
        { text: 'Báo cáo UBND huyện theo dõi.', situation: { period: 'năm 2025' } },
      ],
    },
  },
] as const satisfies readonly TextRule[];

/** On the sheet of sentences itself: its example is a sheet, not a sentence (tests/core/stale.test.ts). */
export const STALE = {
  id: 'text-stale',
  title: 'Lời văn đã soạn phải theo số liệu hiện nay của Phụ lục.',
  basis: 'Mỗi đoạn ghi nhớ các số mà nó được soạn từ đó.',
  severity: 'warning',
  message: say`Đoạn ${word('paragraph')} ở trang tính “${word('sheet')}” (ô ${word('cell')}) soạn từ số liệu cũ: ${word('changes')}.`,
  hint: {
    todo: say`soạn lại lời văn để thay số mới, câu đã sửa tay được giữ; nếu số mới chưa đúng thì sửa lại ô số liệu.`,
  },
} as const satisfies Omit<TextRule, 'examples' | 'hint'> & { readonly hint: Pick<TextRule['hint'], 'todo'> };

export type TextRuleId = (typeof TEXT)[number]['id'];
