// Numbers of another commune, or of another stretch of time than the report's, told by what stands around them.
import type { Bound } from './claim.ts';
import type { Passage } from './passage.ts';
import type { Period } from './period.ts';
import { bare, fold } from './vietnamese.ts';

/** The bindings, with those barred whose clause names another commune or another stretch of time. */
export function barOtherPlaces(
  all: readonly Bound[],
  passages: readonly Passage[],
  unit: string | null,
  period: Period | null,
): readonly Bound[] {
  const own = unit === null ? null : nameIn(unit);
  const heads = headsOf(passages);
  return all.map((bound) => {
    if (bound.barred || bound.record === null) return bound;
    const said = [clauseOf(bound, passages), ...(heads[bound.mention.passage] ?? [])];
    const isOther = said.some((text) => namesOther(text, own) || (period !== null && isOtherTime(text, period)));
    return isOther ? { ...bound, barred: true } : bound;
  });
}

/** The sentence of a number up to the end of its quote: a full stop or a semicolon parts. */
function clauseOf({ mention }: Bound, passages: readonly Passage[]): string {
  const text = passages[mention.passage]?.text ?? '';
  const quote = mention.quote.replace(/^…/, '');
  const at = text.indexOf(quote);
  if (at < 0) return quote;
  const before = text.slice(Math.max(0, at - REACH), at);
  const from = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '));
  return `${before.slice(from + 1)}${quote}`;
}

/** Letters looked back on: sentences are shorter. */
const REACH = 600;

/** Lines with a colon at the end that a line of a list stands under, nearest first. */
function headsOf(passages: readonly Passage[]): readonly (readonly string[])[] {
  let open: readonly Passage[] = [];
  return passages.map((passage) => {
    open = open.filter(({ depth, isHeading }) => depth < passage.depth && !(isHeading && passage.isHeading));
    const heads = open.map(({ text }) => text.slice(-REACH));
    if (passage.text.endsWith(':')) open = [passage, ...open];
    return heads;
  });
}

const KIND = '(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)';
/** "xã Tân Bình", "phường Liên Chiểu": capitalised words only; "xã NTM" and "xã Đoàn" are no places. */
const NAME = new RegExp(`(?<!\\p{L})${KIND} ((?:\\p{Lu}['’\\p{Ll}]*(?![\\p{Lu}]) ?){1,4})`, 'gu');
const NO_NAME = /^(?:Hội|Đoàn|Đội|Nông|Chuẩn|Văn hóa)(?: |$)/u;
/** What a commune was made of is not spoken of; nor is the address of a hamlet. */
const ORIGINS = ['sáp nhập', 'sắp xếp', 'thành lập', 'hợp nhất', 'trên cơ sở'];

function namesOther(text: string, own: string | null): boolean {
  if (own === null) return false;
  const names = [...text.matchAll(NAME)].map((match) => match[1]?.trim() ?? '').filter((name) => !NO_NAME.test(name));
  if (names.length === 0 || ORIGINS.some((word) => text.includes(word))) return false;
  const last = names.at(-1);
  return last !== undefined && !isSame(plain(last), own);
}

function nameIn(unit: string): string | null {
  const name = plain(unit).replace(/^.*?\b(?:xa|phuong|thi tran|dac khu) /, '');
  return name === '' ? null : name;
}

function plain(name: string): string {
  return bare(fold(name)).trim();
}

/** A sentence may run on after the name, and a name be shortened. */
function isSame(name: string, own: string): boolean {
  return name.startsWith(own) || own.startsWith(name);
}

const DAY = '(?:ngày )?(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](20\\d\\d))?';
const STRETCH = new RegExp(`[Tt]ừ ${DAY}(?: ?-| đến| tới)(?: hết)? ${DAY}`, 'gu');

const UNTIL = /(?:^|[^\p{L}])(?:[Tt]ính )?[Đđ]ến(?: hết)? (?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)/gu;

function isOtherTime(text: string, period: Period): boolean {
  const end = momentOf(30, Number(period.end.slice(5)), period.year);
  const isEarlier = [...text.matchAll(UNTIL)].some(
    ([, day = '', month = '', year = '']) =>
      Math.abs(momentOf(Number(day), Number(month), Number(year)) - end) > CUSTOM,
  );
  return isEarlier || isOtherStretch(text, period, end);
}

/** A month more or less: reports are closed before the period ends. */
const CUSTOM = 1.1;

/** "từ ngày 15/12/2023 đến ngày 14/6/2024" is the first half of 2024. */
function isOtherStretch(text: string, period: Period, own: number): boolean {
  return [...text.matchAll(STRETCH)].some(([, day = '', month = '', year, lastDay = '', lastMonth = '', lastYear]) => {
    if (lastYear === undefined && year === undefined) return false;
    const endYear = Number(lastYear ?? year);
    const from = momentOf(Number(day) - 1, Number(month), Number(year ?? endYear));
    const end = momentOf(Number(lastDay), Number(lastMonth), endYear);
    return Math.abs(end - own) > CUSTOM || Math.abs(from - (own - period.months)) > CUSTOM;
  });
}

/** In months. */
function momentOf(day: number, month: number, year: number): number {
  return year * 12 + month + day / 30;
}
