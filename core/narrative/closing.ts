// Parts III to V and the close: assessment (suggestions only), tasks ahead, proposals.
import { blank, n, type OutlineItem, rate, type Sentence, t, total, when, write } from '../paragraph.ts';
import { all, any, type Condition, compareForms, isPositive, isZero, not } from '../rule.ts';
import type { Key } from '../templates/index.ts';

/** A sentence that is offered only when suggestions are asked for, and only where the figures bear it. */
function suggestion(needs: readonly Key[], condition: Condition, text: ReturnType<typeof write>): Sentence {
  return {
    needs: [],
    variants: [
      {
        when: all({ told: 'suggestions' }, ...needs.map((key): Condition => ({ filled: key })), condition),
        text,
      },
      { skip: 'không thêm gợi ý, hoặc số liệu không cho gợi ý này' },
    ],
  };
}

/** What is expected of the year's plan at six months, nine months and the end of the year: as in progress-behind-year. */
const BEHIND = any(
  ...(
    [
      [6, 40],
      [9, 60],
      [12, 90],
    ] as const
  ).map(([months, percent]) =>
    all({ months }, compareForms([[100, '1.1.2']], '<', [[percent, '1.1.1']]), isPositive('1.1.1')),
  ),
);

export const assessment: readonly OutlineItem[] = [
  { level: 'section', id: 'III', text: write`ĐÁNH GIÁ CHUNG` },
  { level: 'heading', id: 'III.ketqua', text: write`Kết quả đạt được` },
  {
    id: 'P.dg1',
    sentences: [
      suggestion(
        ['3.3.1', '3.3.1.c', '3.3.1.d'],
        all(
          isPositive('3.3.1'),
          compareForms(
            [
              [100, '3.3.1.c'],
              [100, '3.3.1.d'],
            ],
            '≥',
            [[80, '3.3.1']],
          ),
          compareForms(['3.3.1.c', '3.3.1.d'], '≤', ['3.3.1']),
        ),
        write`Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt ${rate(['3.3.1.c', '3.3.1.d'], ['3.3.1'])}.`,
      ),
      suggestion(
        ['3.3.2'],
        all({ known: 'L' }, isZero('L', 'Q'), isPositive('3.3.2')),
        write`Toàn bộ hồ sơ TTHC được giải quyết trước hạn và đúng hạn, không có hồ sơ quá hạn.`,
      ),
      { needs: [], variants: [{ own: 'kết quả đạt được' }] },
    ],
  },
  { level: 'heading', id: 'III.tontai', text: write`Tồn tại, hạn chế và nguyên nhân` },
  {
    id: 'P.dg2',
    sentences: [
      suggestion(
        [],
        isPositive('L'),
        write`Còn ${n('L')} hồ sơ TTHC giải quyết quá hạn; nguyên nhân: ${blank('nguyên nhân')}.`,
      ),
      suggestion(
        ['3.5'],
        all(not({ known: 'L' }), isPositive('3.5')),
        write`Còn hồ sơ TTHC giải quyết quá hạn (${n('3.5')} trường hợp đã công khai xin lỗi); nguyên nhân: ${blank('nguyên nhân')}.`,
      ),
      suggestion(
        ['1.1.1', '1.1.2'],
        BEHIND,
        write`Tiến độ thực hiện Kế hoạch CCHC năm ${t('kynam')} còn chậm (${when(isZero('1.1.2'), write`chưa có nhiệm vụ nào hoàn thành`, write`hoàn thành ${rate(['1.1.2'], ['1.1.1'])}`)}).`,
      ),
      suggestion(
        ['3.3.2', '3.4.1', '3.4.2'],
        all(isZero('3.4.1', '3.4.2'), isPositive('3.3.2')),
        write`Chưa công khai kết quả giải quyết TTHC trên môi trường điện tử.`,
      ),
      suggestion(
        ['3.4.3'],
        isZero('3.4.3'),
        write`Chưa có TTHC được tích hợp dịch vụ thanh toán trực tuyến trên ${t('cong')}.`,
      ),
      { needs: [], variants: [{ own: 'tồn tại, hạn chế và nguyên nhân' }] },
    ],
  },
  {
    level: 'section',
    id: 'IV',
    text: write`PHƯƠNG HƯỚNG, NHIỆM VỤ ${when({ told: 'nextPeriodKnown' }, write`${t('kytiep')}`, write`thời gian tới`)}`,
  },
  {
    id: 'P.nv',
    sentences: [
      {
        needs: [],
        variants: [
          {
            when: all({ filled: '1.1.1' }, { filled: '1.1.2' }, compareForms(['1.1.1'], '>', ['1.1.2']), {
              endsYear: true,
            }),
            text: write`Tiếp tục thực hiện ${total('1.1.1', [-1, '1.1.2'])} nhiệm vụ của Kế hoạch CCHC năm ${t('kynam')} chưa hoàn thành.`,
          },
          {
            when: all({ filled: '1.1.1' }, { filled: '1.1.2' }, compareForms(['1.1.1'], '>', ['1.1.2'])),
            text: write`Tập trung hoàn thành ${total('1.1.1', [-1, '1.1.2'])} nhiệm vụ còn lại của Kế hoạch CCHC năm ${t('kynam')}.`,
          },
          { skip: 'không còn nhiệm vụ của Kế hoạch CCHC, hoặc chưa đủ số liệu' },
        ],
      },
      { needs: [], variants: [{ own: 'phương hướng, nhiệm vụ khác' }] },
    ],
  },
  { level: 'section', id: 'V', text: write`KIẾN NGHỊ, ĐỀ XUẤT` },
  { id: 'P.kn', sentences: [{ needs: [], variants: [{ text: write`Không có kiến nghị, đề xuất.` }] }] },
];

export const closing: OutlineItem = {
  id: 'P.ket',
  sentences: [
    {
      needs: [],
      variants: [
        {
          text: write`Trên đây là Báo cáo kết quả công tác CCHC ${t('kyten')}${when({ told: 'nextPeriodKnown' }, write`; phương hướng, nhiệm vụ ${t('kytiep')}`)} của UBND ${t('donvi')}. Kính trình ${t('captren')} xem xét, chỉ đạo./.`,
        },
      ],
    },
  ],
};
