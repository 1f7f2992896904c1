// Parts II.1 and II.2: institutions; administrative procedures, dossiers, publication.
import { AFTER_MERGER } from '../conditions.ts';
import {
  change,
  doubtful,
  list,
  n,
  type OutlineItem,
  points,
  rate,
  share,
  shareOfChange,
  type Text,
  t,
  total,
  type Variant,
  when,
  write,
} from '../paragraph.ts';
import {
  all,
  any,
  type Condition,
  compareForms,
  type Form,
  isPositive,
  isZero,
  not,
  type Operand,
  type Trend,
} from '../rule.ts';

const THROUGH = when(isZero('2.2'), write`Qua rà soát`, [
  when(isZero('2.3'), write`Qua tự kiểm tra`, write`Qua tự kiểm tra, rà soát`),
]);
const PROPOSED = write`${THROUGH}, đã kiến nghị xử lý ${n('2.4')} VBQPPL`;

const STOCK = write`Tổng số TTHC đang áp dụng tại ${t('loai')} là ${n('3.1.3')} thủ tục`;
const AT_ONE_STOP = write`Số TTHC thực hiện theo cơ chế một cửa tại ${t('loai')} là ${n('3.2.1')} thủ tục`;
const LINKED_HERE = write`liên thông cùng cấp ${n('3.2.2')} thủ tục`;
const LINKED_ABOVE = write`liên thông giữa các cấp chính quyền ${n('3.2.3')} thủ tục`;

const RECEIVED = write`Tổng số hồ sơ TTHC tiếp nhận trong kỳ là ${n('3.3.1')} hồ sơ${when({ told: 'carriedOverIncluded' }, write` (gồm cả ${n('K')} hồ sơ kỳ trước chuyển sang)`)}`;
const PARTS = ['3.3.1.a', '3.3.1.b', '3.3.1.c', '3.3.1.d'] as const;
const ONLINE = ['3.3.1.c', '3.3.1.d'] as const;

/** All that was received came in one way. */
function onlyBy(part: Operand): Condition {
  return all(compareForms([part], '=', ['3.3.1']), compareForms([...PARTS], '=', ['3.3.1']));
}

function receivedOnly(way: Text): Text {
  return write`${RECEIVED}, toàn bộ được tiếp nhận ${way}.`;
}

const BY_POST = write`qua dịch vụ BCCI`;
const ONLINE_SPLIT = when(isZero('3.3.1.c'), write`, đều là trực tuyến ${t('toantrinh')}`, [
  when(
    isZero('3.3.1.d'),
    write`, đều là trực tuyến ${t('motphan')}`,
    write` (${t('motphan')} ${n('3.3.1.c')} hồ sơ, ${t('toantrinh')} ${n('3.3.1.d')} hồ sơ)`,
  ),
]);
const CHANNELS = list(
  '; ',
  [isPositive('3.3.1.a'), write`tiếp nhận trực tiếp ${n('3.3.1.a')} hồ sơ`],
  [isPositive('3.3.1.b'), write`tiếp nhận ${BY_POST} ${n('3.3.1.b')} hồ sơ`],
  [isPositive(...ONLINE), write`tiếp nhận trực tuyến ${total(...ONLINE)} hồ sơ${ONLINE_SPLIT}`],
);
const NO_CHANNEL = when(
  any(isZero('3.3.1.b'), isZero(...ONLINE)),
  write`; không phát sinh hồ sơ tiếp nhận ${list(' và ', [isZero(...ONLINE), write`trực tuyến`], [isZero('3.3.1.b'), BY_POST])}`,
);
const ONLINE_RATE = write`Tỷ lệ hồ sơ tiếp nhận trực tuyến trên tổng số hồ sơ tiếp nhận đạt ${rate([...ONLINE], ['3.3.1'])}`;

const RECEIVED_IN_PERCENT: Condition = { since: { of: ['3.3.1'], is: 'in-percent' } };

/** What has become of a rate since the period that the text compares with. */
function pointsSince(name: string, over: Form, under: Form): readonly Variant[] {
  const since = (is: Trend['is']): Condition => ({ since: { of: over, over: under, is } });
  return [
    {
      when: since('risen'),
      text: write`${name} tăng ${points(over, under)} điểm phần trăm so với ${t('kysosanh')}.`,
    },
    {
      when: since('fallen'),
      text: write`${name} giảm ${points(over, under)} điểm phần trăm so với ${t('kysosanh')}.`,
    },
    { when: since('equal'), text: write`${name} bằng ${t('kysosanh')}.` },
    { skip: 'chưa có số liệu của kỳ so sánh' },
  ];
}

const MORE_THAN_TO_SOLVE = compareForms(['3.3.2'], '>', ['3.3.1', 'K']);
const ONTIME_PARTS = ['3.3.2.a', '3.3.2.b', '3.3.2.c', '3.3.2.d'] as const;
/** At least two of the four rows hold something. */
const SEVERAL_WAYS = any(
  ...ONTIME_PARTS.flatMap((one, index) =>
    ONTIME_PARTS.slice(index + 1).map((other) => all(isPositive(one), isPositive(other))),
  ),
);

const APOLOGISED = write`UBND ${t('loai')} đã thực hiện công khai xin lỗi đối với`;
const LATE_CASES = write`trường hợp giải quyết hồ sơ quá hạn`;
const LATE = total('L', 'Q');

const PUBLISHED = write`Đã công khai kết quả giải quyết của`;
const SITE = write`Trang thông tin điện tử của ${t('loai')}`;
const FEEDBACK = write`PAKN của cá nhân, tổ chức về quy định hành chính`;

export const institutions: readonly OutlineItem[] = [
  { level: 'section', id: 'II', text: write`KẾT QUẢ THỰC HIỆN CẢI CÁCH HÀNH CHÍNH` },
  { level: 'heading', id: 'II.theche', text: write`Cải cách thể chế` },
  {
    id: 'P2',
    sentences: [
      {
        needs: ['2.1', '2.2', '2.3'],
        variants: [
          {
            text: write`Trong kỳ báo cáo, UBND ${t('loai')} ${when(
              isPositive('2.1'),
              write`đã ban hành, tham mưu HĐND ${t('loai')} ban hành ${n('2.1')} VBQPPL; `,
              write`không ban hành, không tham mưu HĐND ${t('loai')} ban hành VBQPPL; ${when(isPositive('2.2', '2.3'), write`đã `)}`,
            )}${when(
              isPositive('2.2', '2.3'),
              [
                list(
                  ', ',
                  [isPositive('2.2'), write`tự kiểm tra ${n('2.2')} VBQPPL`],
                  [isPositive('2.3'), write`rà soát ${n('2.3')} VBQPPL`],
                ),
              ],
              write`chưa thực hiện tự kiểm tra, rà soát VBQPPL`,
            )}.`,
          },
        ],
      },
      {
        needs: ['2.2', '2.3', '2.4', '2.5'],
        variants: [
          { when: compareForms(['2.5'], '>', ['2.4']), withhold: 'mục 2.5 nhiều hơn mục 2.4' },
          {
            when: all(isPositive('2.4'), isZero('2.2', '2.3')),
            withhold: 'mục 2.4 có văn bản kiến nghị xử lý nhưng mục 2.2 và 2.3 đều bằng 0',
          },
          { when: all(isZero('2.4'), isZero('2.2', '2.3')), skip: 'chưa tự kiểm tra, rà soát nên không có kiến nghị' },
          { when: isZero('2.4'), text: write`${THROUGH}, không có VBQPPL phải kiến nghị xử lý.` },
          {
            when: compareForms(['2.5'], '=', ['2.4']),
            text: write`${PROPOSED}, đã được xử lý xong ${n('2.5')}/${n('2.4')} văn bản, đạt 100%.`,
          },
          {
            when: isPositive('2.5'),
            text: write`${PROPOSED}, đã được xử lý xong ${n('2.5')}/${n('2.4')} văn bản, đạt ${rate(['2.5'], ['2.4'])}; còn ${total('2.4', [-1, '2.5'])} văn bản chưa được xử lý xong.`,
          },
          { text: write`${PROPOSED}, chưa có văn bản nào được xử lý xong.` },
        ],
      },
    ],
  },
];

export const procedures: readonly OutlineItem[] = [
  { level: 'heading', id: 'II.tthc', text: write`Cải cách thủ tục hành chính` },
  { level: 'subheading', id: 'II.tthc.kiemsoat', text: write`Kiểm soát thủ tục hành chính` },
  {
    id: 'P3.1',
    sentences: [
      {
        needs: ['3.1.1', '3.1.2', '3.1.3'],
        variants: [
          { when: isZero('3.1.3'), withhold: 'mục 3.1.3 bằng 0' },
          { when: compareForms(['3.1.1'], '>', ['3.1.3']), withhold: 'mục 3.1.1 nhiều hơn mục 3.1.3' },
          {
            when: all(compareForms(['3.1.1'], '=', ['3.1.3']), { told: 'listsRepublished' }),
            text: write`${STOCK}; trong kỳ, cấp có thẩm quyền công bố lại toàn bộ danh mục TTHC thuộc thẩm quyền giải quyết của UBND cấp xã.`,
          },
          {
            when: compareForms(['3.1.1'], '=', ['3.1.3']),
            about: 'mục 3.1.1 bằng mục 3.1.3',
            ask: 'Trong kỳ, cấp có thẩm quyền công bố lại toàn bộ danh mục TTHC? Chọn Có ở “Thông tin báo cáo” nếu đúng; nếu không, mục 3.1.1 chỉ ghi số TTHC công bố mới trong kỳ.',
          },
          {
            when: isZero('3.1.1', '3.1.2'),
            text: write`${STOCK}; trong kỳ không có TTHC được công bố mới, bãi bỏ hoặc thay thế.`,
          },
          {
            when: isZero('3.1.2'),
            text: write`${STOCK}; trong kỳ có ${n('3.1.1')} TTHC được công bố mới, không có TTHC bị bãi bỏ, thay thế.`,
          },
          {
            when: isZero('3.1.1'),
            text: write`${STOCK}; trong kỳ có ${n('3.1.2')} TTHC bị bãi bỏ, thay thế, không có TTHC được công bố mới.`,
          },
          {
            text: write`${STOCK}; trong kỳ có ${n('3.1.1')} TTHC được công bố mới, ${n('3.1.2')} TTHC bị bãi bỏ, thay thế.`,
          },
        ],
      },
    ],
  },
  { level: 'subheading', id: 'II.tthc.motcua', text: write`Thực hiện cơ chế một cửa, một cửa liên thông` },
  {
    id: 'P3.2a',
    sentences: [
      {
        needs: ['3.1.3', '3.2.1', '3.2.2', '3.2.3'],
        variants: [
          {
            when: isZero('3.2.1', '3.2.2', '3.2.3'),
            about: 'mục 3.2.1, 3.2.2 và 3.2.3 đều bằng 0',
            ask: 'Không có TTHC nào thực hiện theo cơ chế một cửa? Chưa có số liệu thì để trống các mục này.',
          },
          {
            when: all(
              compareForms(['3.2.1'], '=', ['3.1.3']),
              isPositive('3.2.2', '3.2.3'),
              compareForms(['3.2.2', '3.2.3'], '≤', ['3.2.1']),
            ),
            text: write`Số TTHC đưa vào thực hiện theo cơ chế một cửa, một cửa liên thông tại ${t('loai')} là ${n('3.2.1')} thủ tục, trong đó: ${list('; ', [isPositive('3.2.2'), LINKED_HERE], [isPositive('3.2.3'), LINKED_ABOVE])}.`,
          },
          {
            when: all(
              isPositive('3.2.1'),
              compareForms(['3.2.1', '3.2.3'], '=', ['3.1.3']),
              isPositive('3.2.2'),
              compareForms(['3.2.2'], '≤', ['3.2.3']),
            ),
            text: write`${AT_ONE_STOP}; theo cơ chế một cửa liên thông là ${n('3.2.3')} thủ tục, trong đó ${LINKED_HERE}.`,
          },
          {
            text: write`${when(isPositive('3.2.1'), AT_ONE_STOP, write`Không có TTHC thực hiện theo cơ chế một cửa tại ${t('loai')}`)}; ${when(
              isZero('3.2.2', '3.2.3'),
              write`không có TTHC thực hiện liên thông`,
              write`${when(isPositive('3.2.2'), LINKED_HERE, write`không có TTHC liên thông cùng cấp`)}; ${when(isPositive('3.2.3'), LINKED_ABOVE, write`không có TTHC liên thông giữa các cấp chính quyền`)}`,
            )}.`,
          },
        ],
      },
    ],
  },
  {
    id: 'P3.2b',
    sentences: [
      {
        needs: ['3.2.4', '3.2.5'],
        variants: [
          {
            text: write`${when(
              compareForms(['3.2.4'], '=', [100]),
              write`100% TTHC thuộc thẩm quyền giải quyết đã được phê duyệt quy trình nội bộ`,
              [
                when(
                  isZero('3.2.4'),
                  write`Chưa có TTHC được phê duyệt quy trình nội bộ`,
                  write`Tỷ lệ TTHC đã được phê duyệt quy trình nội bộ đạt ${share('3.2.4')}`,
                ),
              ],
            )}; ${when(
              compareForms(['3.2.5'], '=', [100]),
              write`100% quy trình nội bộ giải quyết TTHC đã được điện tử hóa`,
              [
                when(
                  isZero('3.2.5'),
                  write`chưa thực hiện điện tử hóa quy trình nội bộ giải quyết TTHC`,
                  write`tỷ lệ quy trình nội bộ giải quyết TTHC đã được điện tử hóa đạt ${share('3.2.5')}`,
                ),
              ],
            )}.`,
          },
        ],
      },
    ],
  },
  {
    id: 'P3.2.6',
    sentences: [
      {
        needs: ['3.1.3', '3.2.6'],
        variants: [
          {
            when: all(not(AFTER_MERGER), compareForms(['3.2.6'], '>', ['3.1.3'])),
            withhold: 'mục 3.2.6 nhiều hơn mục 3.1.3',
          },
          {
            when: isPositive('3.2.6'),
            text: write`Số TTHC thực hiện tiếp nhận và giải quyết hồ sơ không phụ thuộc vào địa giới hành chính là ${n('3.2.6')} thủ tục.`,
          },
          {
            when: all(AFTER_MERGER, not({ told: 'noBoundaryFree' })),
            about: 'mục 3.2.6 bằng 0',
            ask: 'Chưa tiếp nhận hồ sơ không phụ thuộc vào địa giới hành chính? Chọn Có ở “Thông tin báo cáo” nếu đúng.',
          },
          {
            text: write`UBND ${t('loai')} chưa thực hiện tiếp nhận, giải quyết hồ sơ TTHC không phụ thuộc vào địa giới hành chính.`,
          },
        ],
      },
    ],
  },
  { level: 'subheading', id: 'II.tthc.ketqua', text: write`Kết quả giải quyết thủ tục hành chính` },
  {
    id: 'P3.3.1',
    sentences: [
      {
        needs: ['3.3.1', ...PARTS],
        variants: [
          {
            when: all(isZero('3.3.1'), isPositive(...PARTS)),
            withhold: 'mục 3.3.1 bằng 0 nhưng các dòng “Trong đó” có hồ sơ',
          },
          {
            when: isZero('3.3.1'),
            text: write`Trong kỳ báo cáo, không phát sinh hồ sơ TTHC tiếp nhận tại ${t('motcua')}.`,
          },
          { when: isZero(...PARTS), withhold: 'mục 3.3.1 có hồ sơ nhưng bốn dòng “Trong đó” đều bằng 0' },
          { when: onlyBy('3.3.1.a'), text: receivedOnly(write`trực tiếp`) },
          { when: onlyBy('3.3.1.b'), text: receivedOnly(BY_POST) },
          { when: onlyBy('3.3.1.c'), text: receivedOnly(write`trực tuyến ${t('motphan')}`) },
          { when: onlyBy('3.3.1.d'), text: receivedOnly(write`trực tuyến ${t('toantrinh')}`) },
          { text: write`${RECEIVED}, trong đó: ${CHANNELS}${NO_CHANNEL}.` },
        ],
      },
      {
        needs: ['3.3.1', ...PARTS],
        variants: [
          {
            when: any(isZero('3.3.1'), isZero(...ONLINE), onlyBy('3.3.1.c'), onlyBy('3.3.1.d')),
            skip: 'không có hồ sơ trực tuyến, hoặc toàn bộ là trực tuyến',
          },
          {
            when: compareForms([...ONLINE], '>', ['3.3.1']),
            withhold: 'hồ sơ tiếp nhận trực tuyến nhiều hơn tổng số ở mục 3.3.1',
          },
          {
            when: all(isPositive('3.3.1.c'), isPositive('3.3.1.d')),
            text: write`${ONLINE_RATE}; hồ sơ trực tuyến ${t('toantrinh')} chiếm ${rate(['3.3.1.d'], [...ONLINE])} tổng số hồ sơ trực tuyến.`,
          },
          { text: write`${ONLINE_RATE}.` },
        ],
      },
      {
        needs: ['3.3.1'],
        variants: [
          {
            when: isPositive('K'),
            text: write`Số hồ sơ kỳ trước chuyển sang là ${n('K')} hồ sơ; tổng số hồ sơ phải giải quyết trong kỳ là ${total('3.3.1', 'K')} hồ sơ.`,
          },
          { skip: 'không có hồ sơ kỳ trước chuyển sang, hoặc mục 3.3.1 đã cộng' },
        ],
      },
      {
        needs: [],
        variants: [
          {
            when: any(isZero('3.3.1'), { told: 'carriedOverIncluded' }),
            skip: 'không có hồ sơ, hoặc mục 3.3.1 đã cộng hồ sơ kỳ trước chuyển sang',
          },
          {
            when: { since: { of: ['3.3.1'], is: 'risen' } },
            text: write`So với ${t('kysosanh')}, số hồ sơ tiếp nhận tăng ${change('3.3.1')} hồ sơ${when(RECEIVED_IN_PERCENT, write` (tăng ${shareOfChange('3.3.1')})`)}.`,
          },
          {
            when: { since: { of: ['3.3.1'], is: 'fallen' } },
            text: write`So với ${t('kysosanh')}, số hồ sơ tiếp nhận giảm ${change('3.3.1')} hồ sơ${when(RECEIVED_IN_PERCENT, write` (giảm ${shareOfChange('3.3.1')})`)}.`,
          },
          {
            when: { since: { of: ['3.3.1'], is: 'equal' } },
            text: write`Số hồ sơ tiếp nhận bằng ${t('kysosanh')}.`,
          },
          { skip: 'chưa có số liệu của kỳ so sánh' },
        ],
      },
      {
        needs: [],
        variants: pointsSince('Tỷ lệ hồ sơ tiếp nhận trực tuyến', [...ONLINE], ['3.3.1']),
      },
    ],
  },
  {
    id: 'P3.3.2',
    sentences: [
      {
        needs: ['3.3.1', '3.3.2'],
        variants: [
          { when: isZero('3.3.1', 'K', '3.3.2'), skip: 'không có hồ sơ phải giải quyết' },
          {
            when: MORE_THAN_TO_SOLVE,
            withhold: 'mục 3.3.2 nhiều hơn mục 3.3.1 cộng số hồ sơ kỳ trước chuyển sang',
          },
          {
            when: compareForms(['3.3.2', 'L'], '>', ['3.3.1', 'K']),
            withhold: 'hồ sơ đúng hẹn (mục 3.3.2) cộng hồ sơ quá hạn nhiều hơn số phải giải quyết',
          },
          {
            when: isZero('3.3.2'),
            about: 'mục 3.3.2 bằng 0',
            ask: 'Không có hồ sơ nào được giải quyết trước hạn hoặc đúng hạn? Kiểm lại mục 3.3.2.',
          },
          {
            when: all({ known: 'L' }, isZero('L')),
            text: write`Đã giải quyết ${n('3.3.2')} hồ sơ; 100% hồ sơ được giải quyết trước hạn và đúng hạn, không có hồ sơ quá hạn.`,
          },
          {
            when: { known: 'L' },
            text: write`Đã giải quyết ${total('3.3.2', 'L')} hồ sơ, trong đó trước hạn và đúng hạn ${n('3.3.2')} hồ sơ, đạt ${rate(['3.3.2'], ['3.3.2', 'L'])}; quá hạn ${n('L')} hồ sơ.`,
          },
          { text: write`Số hồ sơ được giải quyết trước hạn và đúng hạn là ${n('3.3.2')} hồ sơ.` },
        ],
      },
      {
        needs: [],
        variants: [
          { when: compareForms(['3.3.2', 'L'], '>', ['3.3.1', 'K']), skip: 'câu trước chưa soạn được' },
          ...pointsSince('Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn', ['3.3.2'], ['3.3.2', 'L']),
        ],
      },
      {
        needs: ['3.3.1', '3.3.2', ...ONTIME_PARTS],
        variants: [
          { when: isZero('3.3.2'), skip: 'không có hồ sơ giải quyết đúng hẹn' },
          { when: MORE_THAN_TO_SOLVE, skip: 'câu trước chưa soạn được' },
          {
            when: SEVERAL_WAYS,
            text: write`Trong số hồ sơ giải quyết trước hạn và đúng hạn: ${list(
              '; ',
              [isPositive('3.3.2.a'), write`trả kết quả trực tiếp ${n('3.3.2.a')} hồ sơ`],
              [isPositive('3.3.2.b'), write`trả kết quả ${BY_POST} ${n('3.3.2.b')} hồ sơ`],
              [isPositive('3.3.2.c'), write`giải quyết trực tuyến ${t('motphan')} ${n('3.3.2.c')} hồ sơ`],
              [isPositive('3.3.2.d'), write`giải quyết trực tuyến ${t('toantrinh')} ${n('3.3.2.d')} hồ sơ`],
            )}.`,
          },
          { skip: 'ít hơn hai hình thức có hồ sơ' },
        ],
      },
      {
        needs: [],
        variants: [
          {
            when: all({ known: 'Q' }, compareForms(['Q'], '>', ['P'])),
            withhold: 'số hồ sơ đang giải quyết đã quá hạn nhiều hơn số hồ sơ đang giải quyết ở “Thông tin báo cáo”',
          },
          {
            when: isPositive('P'),
            text: write`Số hồ sơ đang giải quyết là ${n('P')} hồ sơ${when(
              isPositive('Q'),
              write`, trong đó đã quá hạn ${n('Q')} hồ sơ`,
              [when({ known: 'Q' }, write`, đều trong hạn`)],
            )}${when(isPositive('B'), write`; đang chờ người nộp bổ sung ${n('B')} hồ sơ`)}.`,
          },
          {
            when: isPositive('B'),
            text: write`Số hồ sơ đang chờ người nộp bổ sung là ${n('B')} hồ sơ.`,
          },
          { when: all({ known: 'P' }, { known: 'B' }), text: write`Không còn hồ sơ đang giải quyết.` },
          { skip: 'chưa ghi số hồ sơ đang giải quyết ở “Thông tin báo cáo”' },
        ],
      },
      {
        needs: [],
        variants: [
          { when: isPositive('R'), text: write`Số hồ sơ trả lại hoặc người nộp xin rút là ${n('R')} hồ sơ.` },
          { skip: 'không có hồ sơ trả lại, xin rút' },
        ],
      },
    ],
  },
  {
    id: 'P3.3.34',
    sentences: [
      {
        needs: ['3.3.2', '3.3.3', '3.3.4'],
        variants: [
          {
            when: compareForms(['3.3.3', '3.3.4'], '>', ['3.3.2']),
            withhold: 'mục 3.3.3 và 3.3.4 cộng lại nhiều hơn mục 3.3.2',
          },
          {
            when: isPositive('3.3.3', '3.3.4'),
            text: write`Trong số hồ sơ giải quyết trước hạn và đúng hạn, ${list(
              '; ',
              [isPositive('3.3.3'), write`lĩnh vực đất đai có ${n('3.3.3')} hồ sơ`],
              [isPositive('3.3.4'), write`lĩnh vực xây dựng có ${n('3.3.4')} hồ sơ`],
            )}.`,
          },
          {
            when: { told: 'noFieldDossiers' },
            text: write`Trong kỳ không phát sinh hồ sơ TTHC thuộc lĩnh vực đất đai, xây dựng.`,
          },
          {
            about: 'mục 3.3.3 và 3.3.4 đều bằng 0',
            ask: 'Trong kỳ không phát sinh hồ sơ đất đai, xây dựng? Chọn Có ở “Thông tin báo cáo” nếu đúng.',
          },
        ],
      },
    ],
  },
  {
    id: 'P3.5',
    sentences: [
      {
        needs: ['3.5'],
        variants: [
          {
            when: all(not({ known: 'L' }), isPositive('3.5')),
            text: write`${APOLOGISED} ${n('3.5')} ${LATE_CASES}.`,
          },
          {
            when: not({ known: 'L' }),
            about: 'mục 3.5 bằng 0',
            ask: 'Trong kỳ có hồ sơ quá hạn không? Ghi vào dòng “Hồ sơ đã giải quyết nhưng quá hạn” của “Thông tin báo cáo”; không có thì ghi 0.',
          },
          { when: isZero('L', 'Q', '3.5'), text: write`Trong kỳ không có hồ sơ quá hạn phải công khai xin lỗi.` },
          {
            when: compareForms(['3.5'], '>', ['L', 'Q']),
            text: write`${APOLOGISED} ${doubtful('3.5')} ${LATE_CASES}.`,
          },
          {
            when: compareForms(['3.5'], '=', ['L', 'Q']),
            text: write`${APOLOGISED} ${n('3.5')}/${LATE} ${LATE_CASES}, đạt 100%.`,
          },
          { when: isZero('3.5'), text: write`Có ${LATE} hồ sơ quá hạn, chưa thực hiện công khai xin lỗi.` },
          {
            text: write`${APOLOGISED} ${n('3.5')}/${LATE} ${LATE_CASES}; còn ${total('L', 'Q', [-1, '3.5'])} trường hợp chưa thực hiện.`,
          },
        ],
      },
    ],
  },
  {
    level: 'subheading',
    id: 'II.tthc.congkhai',
    text: write`Công khai kết quả giải quyết, thanh toán trực tuyến`,
  },
  {
    id: 'P3.4',
    sentences: [
      {
        needs: ['3.4.1', '3.4.2'],
        variants: [
          {
            when: isPositive('3.4.1', '3.4.2'),
            text: write`${PUBLISHED} ${list(
              ', ',
              [isPositive('3.4.1'), write`${n('3.4.1')} hồ sơ trên ${t('cong')}`],
              [isPositive('3.4.2'), write`${n('3.4.2')} hồ sơ trên ${SITE}`],
            )}.`,
          },
          { when: isZero('3.3.2'), skip: 'không có hồ sơ đã giải quyết để công khai' },
          {
            text: write`UBND ${t('loai')} chưa công khai kết quả giải quyết hồ sơ TTHC trên ${t('cong')} và ${SITE}.`,
          },
        ],
      },
      {
        needs: ['3.4.3'],
        variants: [
          {
            when: isPositive('3.4.3'),
            text: write`Số TTHC đã tích hợp dịch vụ thanh toán trực tuyến trên ${t('cong')} là ${n('3.4.3')} thủ tục.`,
          },
          { text: write`Chưa có TTHC được tích hợp dịch vụ thanh toán trực tuyến trên ${t('cong')}.` },
        ],
      },
    ],
  },
  { level: 'subheading', id: 'II.tthc.pakn', text: write`Tiếp nhận, xử lý phản ánh, kiến nghị` },
  {
    id: 'P.pakn',
    sentences: [
      {
        needs: [],
        variants: [
          { when: not({ known: 'nhap.pakn' }), skip: 'chưa ghi số phản ánh, kiến nghị ở “Thông tin báo cáo”' },
          {
            when: compareForms(['nhap.pakn_dung'], '>', ['nhap.pakn']),
            withhold: 'số phản ánh, kiến nghị xử lý đúng hạn nhiều hơn số đã tiếp nhận ở “Thông tin báo cáo”',
          },
          { when: isZero('nhap.pakn'), text: write`Trong kỳ không phát sinh ${FEEDBACK}.` },
          {
            when: not({ known: 'nhap.pakn_dung' }),
            text: write`Trong kỳ đã tiếp nhận ${n('nhap.pakn')} ${FEEDBACK}.`,
          },
          {
            when: compareForms(['nhap.pakn_dung'], '=', ['nhap.pakn']),
            text: write`Trong kỳ đã tiếp nhận ${n('nhap.pakn')} ${FEEDBACK}; 100% PAKN được xử lý đúng hạn.`,
          },
          {
            when: isPositive('nhap.pakn_dung'),
            text: write`Trong kỳ đã tiếp nhận ${n('nhap.pakn')} ${FEEDBACK}; xử lý đúng hạn ${n('nhap.pakn_dung')}/${n('nhap.pakn')} PAKN, đạt ${rate(['nhap.pakn_dung'], ['nhap.pakn'])}.`,
          },
          {
            text: write`Trong kỳ đã tiếp nhận ${n('nhap.pakn')} ${FEEDBACK}; chưa có PAKN được xử lý xong đúng hạn.`,
          },
        ],
      },
    ],
  },
];
