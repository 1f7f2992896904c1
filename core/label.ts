// Row labels compared as an official would: abbreviations, levels of government and slips of one letter are the same.
import { remember } from './remember.ts';
import { bare, fold } from './vietnamese.ts';

/** Spellings that mean the same, the last one standing for all. Longer ones first where one contains another. */
const ALIASES: readonly (readonly string[])[] = [
  ['mức độ 3', 'mức 3', 'một phần'],
  ['mức độ 4', 'mức 4', 'toàn trình'],
  ['thủ tục hành chính', 'TTHC'],
  ['bưu chính công ích', 'BCCI'],
  ['văn bản quy phạm pháp luật', 'VBQPPL'],
  ['Trang thông tin điện tử', 'trang TTĐT'],
  ['Ủy ban nhân dân', 'UBND'],
  ['cải cách hành chính', 'CCHC'],
  ['trước hạn và đúng hạn', 'đúng hẹn', 'đúng hạn'],
  ['thị trấn', 'đặc khu', 'phường', 'cấp xã', 'xã'],
  ['thị xã', 'thành phố', 'cấp huyện', 'cấp tỉnh', 'quận', 'tỉnh', 'huyện'],
  ['Số thu', 'Số thư'],
];

/** `any` tells cheaply whether there is anything to replace. */
interface Replacements {
  readonly any: RegExp;
  readonly each: readonly (readonly [RegExp, string])[];
}

const REPLACEMENTS = replacementsOf(orderedAliases());
/** The same for labels typed without marks. */
const UNMARKED = replacementsOf(orderedAliases().map(([from, to]) => [bare(from), bare(to)]));

function replacementsOf(aliases: readonly (readonly [string, string])[]): Replacements {
  return {
    any: new RegExp(`(?:^| )(?:${aliases.map(([from]) => from).join('|')})(?= |$)`),
    each: aliases.map(([from, to]) => [new RegExp(`(^| )${from}(?= |$)`, 'g'), `$1${to}`]),
  };
}

function replaceAliases(label: string, replacements: Replacements): string {
  if (!replacements.any.test(label)) return label;
  return replacements.each.reduce((text, [pattern, to]) => text.replace(pattern, to), label);
}

/** "thị xã" is a district and must be taken before "xã" is: longest first. */
function orderedAliases(): (readonly [string, string])[] {
  const pairs = ALIASES.flatMap((group) => {
    const canonical = fold(group[group.length - 1] ?? '');
    return group.slice(0, -1).map((spelling) => [fold(spelling), canonical] as const);
  });
  return pairs.sort((one, other) => other[0].length - one[0].length);
}

/** What stands before the words of a child row: "Trong đó:", "-", "a)", "+". */
const BULLET = /^\s*(?:trong (?:đó|do)\s*:?\s*)?(?:[-–—+•*·o]\s+|[-–—+•*·]|[a-dđ][).]\s*|\([a-d]\)\s*)?/iu;

/** What refers to a note below the table: "(1)", "[2]", "³" at the end. */
const FOOTNOTE = /\s*(?:\(\d{1,2}\)|\[\d{1,2}\]|[\u00B9\u00B2\u00B3\u2070-\u2079]+)[\s:.]*$/u;

/** A label folded, without bullet and footnote mark, its words as they are: a slip may stand in an abbreviation. */
export function plainLabel(text: string): string {
  const nfc = text.normalize('NFC');
  return fold(nfc.replace(BULLET, '').replace(FOOTNOTE, '') || nfc);
}

/** A label in the form in which two spellings of it are equal. */
export const canonicalLabel = remember(canonicalText);

function canonicalText(text: string): string {
  const folded = plainLabel(text);
  const label = replaceAliases(folded, folded === bare(folded) ? UNMARKED : REPLACEMENTS);
  return label.replace(/(^| )(\S+)(?: \2)+(?= |$)/g, '$1$2');
}

/** Equal but for slips of one letter in a word, in one word of four at most. Digits never slip. */
export function sameLabel(one: string, other: string): boolean {
  if (one === other) return true;
  const left = one.split(' ');
  const right = other.split(' ');
  if (left.length !== right.length) return isOneSlip(one.replace(/ /g, ''), other.replace(/ /g, ''));
  let slips = 0;
  for (let i = 0; i < left.length; i++) {
    const a = left[i] ?? '';
    const b = right[i] ?? '';
    if (a === b) continue;
    if (!isOneSlip(a, b)) return false;
    slips++;
  }
  return slips <= Math.max(1, Math.floor(left.length / 4));
}

function isOneSlip(one: string, other: string): boolean {
  if (/\d{2}|^\d$/.test(one) || /\d{2}|^\d$/.test(other)) return one === other;
  const a = bare(one);
  const b = bare(other);
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** The first word in bare letters: most texts that are no label are told by it, before they are folded. */
export function firstWord(text: string): string {
  const start = text.slice(0, 30).normalize('NFC').replace(BULLET, '').normalize('NFD').toLowerCase();
  return /[a-z]+/.exec(start.replace(/đ/g, 'd').replace(/\p{M}/gu, ''))?.[0] ?? '';
}

/** Words without diacritics, each once: what nearness is measured on. */
export function labelWords(canonical: string): readonly string[] {
  return [
    ...new Set(
      bare(canonical)
        .split(' ')
        .filter((part) => part !== ''),
    ),
  ];
}
