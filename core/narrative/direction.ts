// Opening, and part I: direction, inspection, communication, assigned tasks, survey and dialogue.
import { n, type OutlineItem, rate, type Text, t, total, when, write } from '../paragraph.ts';
import { all, any, type Condition, compareForms, isPositive, isZero, not } from '../rule.ts';

/** "(số liệu tính đến ngày …; số liệu chi tiết tại Phụ lục 01b kèm theo) như sau:": NĐ 30/2020 wants the text to point to its annex. */
const RESULTS = write`báo cáo kết quả thực hiện công tác CCHC ${t('kyten')} (số liệu tính đến ngày ${t('chotso')}; số liệu chi tiết tại Phụ lục 01b kèm theo) như sau:`;
const COMMITTEE_REPORTS = write`UBND ${t('loai')} ${RESULTS}`;
const NAMED_COMMITTEE_REPORTS = write`UBND ${t('donvi')} ${RESULTS}`;

const PLAN = write`Kế hoạch CCHC năm ${t('kynam')} đề ra ${n('1.1.1')} nhiệm vụ`;
const PLAN_DONE_SOME = write`hoàn thành ${n('1.1.2')} nhiệm vụ, đạt ${rate(['1.1.2'], ['1.1.1'])} kế hoạch`;
const PLAN_LEFT = total('1.1.1', [-1, '1.1.2']);

const INSPECTED = write`UBND ${t('loai')} đã kiểm tra công tác CCHC đối với ${n('1.2.1')} bộ phận, công chức chuyên môn; qua kiểm tra,`;
const ISSUES_LEFT = total('1.2.2', [-1, '1.2.3']);

const ASSIGNED = write`UBND ${t('loai')} được ${t('nguoigiao')} giao ${n('1.3.1')} nhiệm vụ`;
const TASKS_DONE = total('1.3.2', '1.3.3');
const TASKS_DONE_RATE = rate(['1.3.2', '1.3.3'], ['1.3.1']);
const TASKS_LEFT = write`còn ${total('1.3.1', [-1, '1.3.2'], [-1, '1.3.3'])} nhiệm vụ chưa hoàn thành${when(isPositive('nhap.task_late'), write`, trong đó ${n('nhap.task_late')} nhiệm vụ đã quá hạn`)}.`;
const DONE = compareForms(['1.3.2', '1.3.3'], '=', ['1.3.1']);

const SURVEY = write`UBND ${t('loai')} đã khảo sát mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước`;

/** From January into the second half of 2025: the figures are of two kinds of communes. */
const BOTH_MODELS = all(
  { ends: { from: '2025-07', to: '2025-12' } },
  any(...[7, 8, 9, 10, 11, 12].map((months): Condition => ({ months }))),
);

export const reform: OutlineItem = {
  id: 'P0.mohinh',
  sentences: [
    {
      needs: [],
      variants: [
        {
          when: BOTH_MODELS,
          text: write`Từ ngày 01 tháng 7 năm 2025, ${t('donvi')} hoạt động theo mô hình chính quyền địa phương 02 cấp; số liệu trước thời điểm này là số liệu của các đơn vị hành chính trước sắp xếp.`,
        },
        { skip: 'kỳ báo cáo không gồm cả hai giai đoạn trước và từ 01/7/2025' },
      ],
    },
  ],
};

export const opening: OutlineItem = {
  id: 'P0',
  sentences: [
    {
      needs: [],
      variants: [
        {
          when: { told: 'requestLetter' },
          text: write`Thực hiện ${t('cv.loai')} số ${t('cv.so')} ngày ${t('cv.ngay')} của ${t('cv.coquan')} về ${t('cv.trichyeu')}, ${NAMED_COMMITTEE_REPORTS}`,
        },
        {
          when: { told: 'planByPlan' },
          text: write`Thực hiện Kế hoạch số ${t('kh.so')}/KH-UBND ngày ${t('kh.ngay')} của UBND ${t('donvi')} về CCHC năm ${t('kynam')}, ${COMMITTEE_REPORTS}`,
        },
        {
          when: { told: 'planByDecision' },
          text: write`Thực hiện Quyết định số ${t('kh.so')}/QĐ-UBND ngày ${t('kh.ngay')} của UBND ${t('donvi')} ban hành Kế hoạch CCHC năm ${t('kynam')}, ${COMMITTEE_REPORTS}`,
        },
        { text: NAMED_COMMITTEE_REPORTS },
      ],
    },
  ],
};

export const direction: readonly OutlineItem[] = [
  { level: 'section', id: 'I', text: write`CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH` },
  { level: 'heading', id: 'I.kehoach', text: write`Về kế hoạch và tổ chức chỉ đạo, điều hành CCHC` },
  {
    id: 'P1.1.3',
    sentences: [
      {
        needs: ['1.1.3'],
        variants: [
          {
            when: isPositive('1.1.3'),
            text: write`UBND ${t('loai')} đã ban hành ${n('1.1.3')} văn bản chỉ đạo, triển khai công tác CCHC.`,
          },
          {
            when: { told: 'planDatedInPeriod' },
            about: 'mục 1.1.3 bằng 0',
            ask: 'Kế hoạch CCHC đã ban hành trong kỳ, có tính vào dòng 1.1.3 không? Có thì ghi lại mục 1.1.3.',
          },
          { text: write`UBND ${t('loai')} chưa ban hành văn bản chỉ đạo về công tác CCHC.` },
        ],
      },
    ],
  },
  {
    id: 'P1.1',
    sentences: [
      {
        needs: ['1.1.1', '1.1.2'],
        variants: [
          { when: compareForms(['1.1.2'], '>', ['1.1.1']), withhold: 'mục 1.1.2 nhiều hơn mục 1.1.1' },
          {
            when: isZero('1.1.1'),
            about: 'mục 1.1.1 bằng 0',
            ask: 'Kế hoạch CCHC của năm không đề ra nhiệm vụ nào? Chưa có số liệu thì để trống mục 1.1.1.',
          },
          {
            when: compareForms(['1.1.2'], '=', ['1.1.1']),
            text: write`${PLAN}; đến thời điểm báo cáo đã hoàn thành ${n('1.1.2')}/${n('1.1.1')} nhiệm vụ, đạt 100% kế hoạch.`,
          },
          {
            when: isZero('1.1.2'),
            text: write`${PLAN}; đến thời điểm báo cáo chưa có nhiệm vụ nào hoàn thành.`,
          },
          {
            when: { endsYear: true },
            text: write`${PLAN}; đã ${PLAN_DONE_SOME}; còn ${PLAN_LEFT} nhiệm vụ chưa hoàn thành.`,
          },
          {
            text: write`${PLAN}; đến thời điểm báo cáo đã ${PLAN_DONE_SOME}; còn ${PLAN_LEFT} nhiệm vụ tiếp tục triển khai thực hiện.`,
          },
        ],
      },
    ],
  },
  { level: 'heading', id: 'I.kiemtra', text: write`Về kiểm tra CCHC` },
  {
    id: 'P1.2',
    sentences: [
      {
        needs: ['1.2.1', '1.2.2', '1.2.3'],
        variants: [
          { when: compareForms(['1.2.3'], '>', ['1.2.2']), withhold: 'mục 1.2.3 nhiều hơn mục 1.2.2' },
          {
            when: all(isZero('1.2.1'), isPositive('1.2.2')),
            withhold: 'mục 1.2.1 bằng 0 nhưng mục 1.2.2 có vấn đề phát hiện',
          },
          {
            when: isZero('1.2.1'),
            text: write`UBND ${t('loai')} chưa tổ chức kiểm tra công tác CCHC đối với các bộ phận, công chức chuyên môn.`,
          },
          { when: isZero('1.2.2'), text: write`${INSPECTED} không phát hiện vấn đề phải xử lý.` },
          {
            when: compareForms(['1.2.3'], '=', ['1.2.2']),
            text: write`${INSPECTED} phát hiện ${n('1.2.2')} vấn đề, đã xử lý xong ${n('1.2.3')}/${n('1.2.2')} vấn đề, đạt 100%.`,
          },
          {
            when: isPositive('1.2.3'),
            text: write`${INSPECTED} phát hiện ${n('1.2.2')} vấn đề, đã xử lý xong ${n('1.2.3')}/${n('1.2.2')} vấn đề, đạt ${rate(['1.2.3'], ['1.2.2'])}; còn ${ISSUES_LEFT} vấn đề chưa xử lý xong.`,
          },
          { text: write`${INSPECTED} phát hiện ${n('1.2.2')} vấn đề, chưa có vấn đề nào được xử lý xong.` },
        ],
      },
    ],
  },
  { level: 'heading', id: 'I.tuyentruyen', text: write`Về thông tin, tuyên truyền CCHC` },
  {
    id: 'P.tt',
    sentences: [
      {
        needs: [],
        variants: [
          {
            when: all(isPositive('nhap.chuyenmuc'), isPositive('nhap.tinbai')),
            text: write`Hệ thống truyền thanh ${t('loai')} đã phát ${n('nhap.chuyenmuc')} chuyên mục và ${n('nhap.tinbai')} tin, bài về CCHC, chuyển đổi số.`,
          },
          {
            when: isPositive('nhap.chuyenmuc'),
            text: write`Hệ thống truyền thanh ${t('loai')} đã phát ${n('nhap.chuyenmuc')} chuyên mục về CCHC, chuyển đổi số.`,
          },
          {
            when: isPositive('nhap.tinbai'),
            text: write`Hệ thống truyền thanh ${t('loai')} đã phát ${n('nhap.tinbai')} tin, bài về CCHC, chuyển đổi số.`,
          },
          { skip: 'không có số chuyên mục, tin bài ở “Thông tin báo cáo”' },
        ],
      },
    ],
  },
  { level: 'heading', id: 'I.nhiemvu', text: write`Về thực hiện nhiệm vụ do cấp trên giao` },
  {
    id: 'P1.3',
    sentences: [
      {
        needs: ['1.3.1', '1.3.2', '1.3.3'],
        variants: [
          {
            when: compareForms(['1.3.2', '1.3.3'], '>', ['1.3.1']),
            withhold: 'mục 1.3.2 và 1.3.3 cộng lại nhiều hơn mục 1.3.1',
          },
          {
            when: all(isZero('1.3.1'), { told: 'noTasksAssigned' }),
            text: write`Trong kỳ báo cáo, không phát sinh nhiệm vụ do ${t('nguoigiao')} giao.`,
          },
          {
            when: isZero('1.3.1'),
            about: 'mục 1.3.1 bằng 0',
            ask: 'Cấp trên không giao nhiệm vụ nào trong kỳ? Chọn Có ở “Thông tin báo cáo” nếu đúng.',
          },
          {
            when: compareForms(['nhap.task_late', '1.3.2', '1.3.3'], '>', ['1.3.1']),
            withhold:
              'số nhiệm vụ chưa hoàn thành đã quá hạn ở “Thông tin báo cáo” nhiều hơn số nhiệm vụ chưa hoàn thành',
          },
          {
            when: isZero('1.3.2', '1.3.3'),
            text: write`${ASSIGNED}; đến thời điểm báo cáo chưa có nhiệm vụ nào hoàn thành${when(isPositive('nhap.task_late'), write`; ${n('nhap.task_late')} nhiệm vụ đã quá hạn`)}.`,
          },
          {
            when: compareForms(['1.3.2'], '=', ['1.3.1']),
            text: write`${ASSIGNED}, đã hoàn thành đúng hạn ${n('1.3.2')}/${n('1.3.1')} nhiệm vụ, đạt 100%.`,
          },
          {
            when: compareForms(['1.3.3'], '=', ['1.3.1']),
            text: write`${ASSIGNED}; đã hoàn thành ${n('1.3.3')}/${n('1.3.1')} nhiệm vụ, đều quá hạn.`,
          },
          {
            when: DONE,
            text: write`${ASSIGNED}; đã hoàn thành ${TASKS_DONE}/${n('1.3.1')} nhiệm vụ, trong đó đúng hạn ${n('1.3.2')} nhiệm vụ, quá hạn ${n('1.3.3')} nhiệm vụ.`,
          },
          {
            when: isZero('1.3.3'),
            text: write`${ASSIGNED}; đã hoàn thành ${n('1.3.2')} nhiệm vụ (đạt ${TASKS_DONE_RATE}), đều đúng hạn; ${TASKS_LEFT}`,
          },
          {
            when: isZero('1.3.2'),
            text: write`${ASSIGNED}; đã hoàn thành ${n('1.3.3')} nhiệm vụ (đạt ${TASKS_DONE_RATE}), đều quá hạn; ${TASKS_LEFT}`,
          },
          {
            text: write`${ASSIGNED}; đã hoàn thành ${TASKS_DONE} nhiệm vụ (đạt ${TASKS_DONE_RATE}), trong đó đúng hạn ${n('1.3.2')} nhiệm vụ, quá hạn ${n('1.3.3')} nhiệm vụ; ${TASKS_LEFT}`,
          },
        ],
      },
    ],
  },
  { level: 'heading', id: 'I.khaosat', text: write`Về khảo sát sự hài lòng và đối thoại` },
  {
    id: 'P1.4',
    sentences: [
      {
        needs: ['1.4.1'],
        variants: [
          {
            when: isZero('1.4.1'),
            text: write`UBND ${t('loai')} chưa tổ chức khảo sát mức độ hài lòng của người dân, tổ chức.`,
          },
          {
            when: any(isZero('1.4.2'), compareForms(['1.4.2'], '=', [1]), compareForms(['1.4.2'], '=', [2])),
            text: write`${SURVEY} bằng hình thức ${surveyForm()}, với ${n('1.4.1')} phiếu.`,
          },
          { text: write`${SURVEY} với ${n('1.4.1')} phiếu.` },
        ],
      },
    ],
  },
  {
    id: 'P1.5',
    sentences: [
      {
        needs: ['1.5'],
        variants: [
          {
            when: not(isZero('1.5')),
            text: write`Lãnh đạo UBND ${t('loai')} đã tổ chức đối thoại với người dân, cộng đồng doanh nghiệp trên địa bàn.`,
          },
          {
            text: write`Lãnh đạo UBND ${t('loai')} chưa tổ chức đối thoại với người dân, cộng đồng doanh nghiệp trên địa bàn.`,
          },
        ],
      },
    ],
  },
];

/** The code of row 1.4.2 in words. */
function surveyForm(): Text {
  const both = when(compareForms(['1.4.2'], '=', [2]), write`trực tuyến kết hợp phát phiếu`, write`phát phiếu`);
  return [when(isZero('1.4.2'), write`trực tuyến`, [both])];
}
