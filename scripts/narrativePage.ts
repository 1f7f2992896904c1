// docs/narrative.md: which sentence is written from which rows, and when none is.
import {
  type Condition,
  capitalise,
  type Form,
  OUTLINE,
  type Place,
  pl01b2024,
  type Sentence,
  sentenceOperands,
  TERM_NAMES,
  type Text,
  type Told,
  type Trend,
  type Variant,
  writeForm,
} from '../core/index.ts';
import { GENERATED } from './docs.ts';

/** The page, from the catalogue of paragraphs. */
export function narrativePage(): string {
  return [
    '# Lời văn báo cáo: câu nào viết từ mục nào',
    GENERATED,
    'Mỗi đoạn có mã. Trong một câu, các trường hợp được xét từ trên xuống, lấy trường hợp đầu tiên đúng. Ô nguồn trống thì không viết câu mà ghi “⟦Chưa có số liệu: mục …⟧”; số 0 có câu riêng; số đang có lỗi được đánh dấu ⚠. Trong ngoặc nhọn { } là số hoặc chữ lấy từ bảng; ⟨a / b⟩ là chọn a hay b theo số liệu. K, L, P, Q, B, R và các tên bắt đầu bằng “nhap.” là số liệu ở “Thông tin báo cáo” (xem glossary.md). Câu so sánh chỉ viết khi có số liệu của kỳ so sánh: cùng kỳ năm trước, không có thì kỳ liền trước dài bằng kỳ này; không viết khi giữa hai kỳ có việc sắp xếp đơn vị hành chính từ 01/7/2025.',
    '## Mục nào có câu nào',
    codeTable(),
    ...OUTLINE.map((item) => {
      if (!('sentences' in item)) return `${item.level === 'section' ? '##' : '###'} ${shown(item.text)}`;
      return [`#### ${item.id}`, ...item.sentences.map(sentenceTable)].join('\n\n');
    }),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Every row that can hold a figure, with the paragraphs that speak of it. */
function codeTable(): string {
  const rows = pl01b2024.rows.filter((row) => row.kind !== 'heading');
  const lines = rows.map((row) => `| ${row.key} | ${row.label} | ${paragraphsOf(row.key).join(', ')} |`);
  return ['| Mục | Chỉ tiêu | Đoạn |', '|---|---|---|', ...lines].join('\n');
}

/** The ids of the paragraphs whose text or choice of text depends on a row. */
export function paragraphsOf(key: string): readonly string[] {
  return OUTLINE.flatMap((item) => {
    if (!('sentences' in item)) return [];
    const operands = item.sentences.flatMap(sentenceOperands);
    return operands.some((operand) => operand === key) ? [item.id] : [];
  });
}

function sentenceTable({ variants }: Sentence): string {
  const lines = variants.map((variant, index) => {
    const when = variant.when ? described(variant.when) : index === 0 ? 'luôn luôn' : 'còn lại';
    return `| ${when} | ${outcome(variant)} |`;
  });
  return ['| Khi | Câu |', '|---|---|', ...lines].join('\n');
}

function outcome(variant: Variant): string {
  if ('text' in variant) return capitalise(shown(variant.text));
  if ('withhold' in variant) return `*(chưa soạn: ${variant.withhold})*`;
  if ('ask' in variant) return `*(cần xác nhận, ${variant.about}: ${variant.ask})*`;
  if ('own' in variant) return `*(đơn vị tự viết: ${variant.own})*`;
  return `*(không viết: ${variant.skip})*`;
}

function shown(text: Text): string {
  return text.map((place) => (typeof place === 'string' ? place : placeShown(place))).join('');
}

function placeShown(place: Place): string {
  switch (place.put) {
    case 'count':
      return `{${place.of}}`;
    case 'share':
      return `{${place.of}}%`;
    case 'total':
      return `{${writeForm(place.of)}}`;
    case 'rate':
      return `{${ratio(place.over)} : ${ratio(place.under)}}%`;
    case 'change':
      return place.share ? `{tỷ lệ thay đổi của ${writeForm(place.of)}}%` : `{mức thay đổi của ${writeForm(place.of)}}`;
    case 'points':
      return `{mức thay đổi của ${ratio(place.over)} : ${ratio(place.under)}}`;
    case 'term':
      return `{${TERM_NAMES[place.name]}}`;
    case 'blank':
      return `⟦${place.name}⟧`;
    case 'when': {
      const [text, otherwise] = [shown(place.text), shown(place.otherwise)];
      return otherwise === '' ? `⟨${text}⟩` : `⟨${text} / ${otherwise}⟩`;
    }
    case 'list':
      return `⟨${place.items.map(([, item]) => shown(item)).join(place.between)}⟩`;
    default:
      return place satisfies never;
  }
}

function ratio(form: Form): string {
  return form.length === 1 ? writeForm(form) : `(${writeForm(form)})`;
}

const TOLD: Readonly<Record<Told, string>> = {
  carriedOverIncluded: 'mục 3.3.1 đã cộng hồ sơ kỳ trước chuyển sang',
  noTasksAssigned: 'đơn vị xác nhận không được giao nhiệm vụ',
  listsRepublished: 'đơn vị xác nhận công bố lại toàn bộ danh mục',
  noBoundaryFree: 'đơn vị xác nhận chưa thực hiện',
  noFieldDossiers: 'đơn vị xác nhận không phát sinh',
  exceptSecret: 'chọn ghi “trừ văn bản mật”',
  suggestions: 'chọn thêm câu gợi ý',
  requestLetter: 'có văn bản yêu cầu báo cáo',
  planByPlan: 'có số Kế hoạch CCHC',
  planByDecision: 'có số Quyết định ban hành Kế hoạch CCHC',
  planDatedInPeriod: 'Kế hoạch CCHC ban hành trong kỳ',
  cutOffDate: 'có ngày chốt số liệu',
  budget: 'có số thu ngân sách',
  nextPeriodKnown: 'kỳ sau có tên gọi thông thường',
};

/** A condition in words and figures. */
function described(condition: Condition): string {
  if ('left' in condition) return `${writeForm(condition.left)} ${condition.is} ${writeForm(condition.right)}`;
  if ('all' in condition) return condition.all.map(nested).join(' và ');
  if ('any' in condition) return condition.any.map(nested).join(' hoặc ');
  if ('not' in condition) return `không phải (${described(condition.not)})`;
  if ('known' in condition) return `đã ghi ${condition.known}`;
  if ('filled' in condition) return `mục ${condition.filled} đã ghi`;
  if ('blankOrZero' in condition) return `mục ${condition.blankOrZero} trống hoặc bằng 0`;
  if ('reachable' in condition) return `tỷ lệ ${condition.reachable.share} tính được từ ${condition.reachable.total}`;
  if ('ends' in condition) return endsShown(condition.ends);
  if ('months' in condition) return `kỳ ${condition.months} tháng`;
  if ('endsYear' in condition) return 'kỳ kết thúc vào cuối năm';
  if ('since' in condition) return trendShown(condition.since);
  return TOLD[condition.told];
}

const TRENDS: Readonly<Record<Trend['is'], string>> = {
  risen: 'tăng so với kỳ so sánh',
  fallen: 'giảm so với kỳ so sánh',
  equal: 'bằng kỳ so sánh',
  'in-percent': 'có tỷ lệ thay đổi so với kỳ so sánh',
};

function trendShown({ of, over, is }: Trend): string {
  return `${over ? `${ratio(of)} : ${ratio(over)}` : writeForm(of)} ${TRENDS[is]}`;
}

function nested(condition: Condition): string {
  return 'any' in condition || 'all' in condition ? `(${described(condition)})` : described(condition);
}

function endsShown({ from, to }: { readonly from?: string; readonly to?: string }): string {
  const months = [from && `từ tháng ${monthShown(from)}`, to && `đến tháng ${monthShown(to)}`].filter((part) => part);
  return `kỳ kết thúc ${months.join(' ')}`;
}

/** "2025-07" as it is read in Vietnamese: "7/2025". */
function monthShown(month: string): string {
  return month.replace(/^(\d{4})-0?(\d+)$/, '$2/$1');
}
