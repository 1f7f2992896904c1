// Words of the prose that do not fit its period: service levels by number, a level of government that is gone, last year's title.
import type { Passage } from './passage.ts';
import type { Period } from './period.ts';
import { quoteAround } from './quote.ts';
import type { Said } from './textFinding.ts';

interface Term {
  readonly from: string;
  readonly finds: RegExp;
  /** The sentence says the new term too, or quotes the annex, or a name: then nothing is said. */
  readonly silent: RegExp;
  readonly why: string;
  readonly todo: string;
}

const TERMS: readonly Term[] = [
  {
    from: '2022-09',
    finds: /mức (?:độ )?[34](?![\d.,]*\d)(?! ?%)/giu,
    silent:
      /một phần|toàn trình|tiếp nhận trực tuyến mức độ [34]|giải quyết trực tuyến mức độ [34]|cung cấp trực tuyến mức độ [34]/iu,
    why: 'Từ 15/8/2022 dùng “một phần”, “toàn trình”; biểu mẫu còn in mức độ 3, 4.',
    todo: 'thay “mức độ 3” bằng “một phần”, “mức độ 4” bằng “toàn trình”',
  },
  {
    from: '2025-07',
    finds: /(?:UBND|cấp|Chủ tịch UBND) (?:huyện|quận|thị xã)(?![\p{L}])/giu,
    silent: /trước đây|\bcũ\b|trước khi|sáp nhập|sắp xếp|kết thúc hoạt động/iu,
    why: 'Từ 01/7/2025 không còn cấp huyện.',
    todo: 'thay bằng cấp tỉnh hoặc cơ quan đang theo dõi',
  },
];

/** Each term once, with how often it stands in the prose. */
export function outdatedTerms(passages: readonly Passage[], period: Period | null): readonly Said[] {
  if (!period) return [];
  const terms = TERMS.filter(({ from }) => period.end >= from).flatMap((term) => inProse(term, passages));
  return [...terms, ...lastYearsTitle(passages, period)];
}

function inProse({ finds, silent, why, todo }: Term, passages: readonly Passage[]): readonly Said[] {
  let first: { quote: string; paragraph: number } | null = null;
  let times = 0;
  for (const { text, starts } of passages) {
    for (const match of text.matchAll(finds)) {
      const near = text.slice(Math.max(0, match.index - 60), match.index + 60);
      if (silent.test(near)) continue;
      times++;
      const end = match.index + match[0].length;
      first ??= { quote: quoteAround(text, match.index, end, end), paragraph: starts[0]?.paragraph ?? 0 };
    }
  }
  return first ? [term(first.quote, first.paragraph, times, why, todo)] : [];
}

/** The title names another year than the annex: a report copied from last year's. */
function lastYearsTitle(passages: readonly Passage[], period: Period): readonly Said[] {
  const title = passages
    .slice(0, 12)
    .find(({ text }) => /^(?:BÁO CÁO )?(?:Tình hình|Kết quả|Công tác|Báo cáo)/iu.test(text) && /\d/.test(text));
  const named = title?.tokens.filter((token) => token.kind === 'period' && token.period.year !== null) ?? [];
  const [first] = named;
  if (!title || !first) return [];
  if (named.some((token) => token.kind === 'period' && token.period.year === period.year)) return [];
  const quote = quoteAround(title.text, first.start, first.end, title.text.length);
  const why = `Phụ lục là của ${period.label}.`;
  return [term(quote, title.starts[0]?.paragraph ?? 0, 1, why, 'ghi đúng năm của kỳ báo cáo ở tên báo cáo')];
}

function term(quote: string, paragraph: number, times: number, why: string, todo: string): Said {
  const words = { times: times > 1 ? ` (${times} chỗ)` : '', why, todo };
  return {
    rule: 'text-outdated-term',
    mention: null,
    quote,
    paragraph,
    left: null,
    right: null,
    form: null,
    words,
  };
}
