// Numbers of another time, place or level, and of what is only wished for: they are never compared.
import { BESIDE_CHANGES, CHANGES, ELSEWHERE } from './claims/words.ts';
import type { Mention } from './mention.ts';
import type { Period } from './period.ts';
import { dayNumber } from './setAside.ts';
import { folded } from './synonyms.ts';
import type { NamedPeriod } from './token.ts';

const WISHES = ['đảm bảo', 'bảo đảm', 'duy trì', 'yêu cầu', 'tiếp tục', 'đặt ra'];

/** What a sentence wishes for holds to its end: "phấn đấu hoàn thành 33/33 nhiệm vụ; 95% hồ sơ trực tuyến". */
const AIMS = ['phấn đấu', 'quyết tâm', 'mục tiêu đề ra là'];

/** Numbers of another time, place or wish, and the parts of such numbers. */
export function barredOnes(
  mentions: readonly Mention[],
  period: Period | null,
  unit: string | null,
): ReadonlySet<Mention> {
  const own = unit === null ? null : nameOf(unit);
  const barred = new Set<Mention>();
  for (const mention of mentions) {
    const head = mention.linked ? mention.governors.find((one) => !isChange(one)) : undefined;
    if (isBarred(mention, period, own) || (head && barred.has(head))) barred.add(mention);
  }
  return barred;
}

/** "tăng 82 hồ sơ so với cùng kỳ": what follows is again about the number before it. */
function isChange(mention: Mention): boolean {
  return folded(CHANGES).some((word) => mention.before.includes(word));
}

function isBarred(mention: Mention, period: Period | null, unit: string | null): boolean {
  const own = mention.before + mention.after + mention.aside;
  if (speaksElsewhere(own) || mention.leadElsewhere || isBarredFromAbove(mention, period)) return true;
  if (mention.percent && folded(WISHES).some((wish) => own.includes(wish))) return true;
  return [...mention.periods, ...mention.periodsAfter].some(
    (named) => !isThis(named, period, mention) || isElsewhere(named, unit),
  );
}

/** A heading, or what governs the number, is of another time or only wished for. */
export function isBarredFromAbove(mention: Mention, period: Period | null): boolean {
  if (mention.future) return true;
  if (mention.chain.some((text) => folded(AIMS).some((aim) => text.includes(aim)))) return true;
  if (period && mention.headingYears.some((years) => years.length > 0 && !years.includes(period.year))) return true;
  const isOther = (periods: readonly NamedPeriod[]) =>
    periods.length > 0 && !periods.some((named) => isThis(named, period, mention));
  return period !== null && mention.headingPeriods.some(isOther);
}

/** How many other times are named before the number in its sentence; null where another commune is named there. */
export function otherTimes(mention: Mention, period: Period | null, unit: string | null): number | null {
  const own = unit === null ? null : nameOf(unit);
  if ([...mention.periods, ...mention.periodsAfter].some((named) => isElsewhere(named, own))) return null;
  return mention.periods.filter((named) => named.place === undefined && !isThis(named, period, mention)).length;
}

function isElsewhere({ place }: NamedPeriod, unit: string | null): boolean {
  return place !== undefined && !isSamePlace(place, unit);
}

/** Whether a named time is the report's own. A month is only a part of it, unless the figures run "đến tháng 6". */
function isThis(named: NamedPeriod, period: Period | null, mention: Mention): boolean {
  if (!period) return named.quarter === null && named.month === null;
  if (named.days) return isSpanOf(named.days, period);
  if (named.year !== null && named.year !== period.year) return false;
  if (named.quarter !== null) return period.months === 3 && period.end.endsWith(two(named.quarter * 3));
  if (named.months !== null) {
    const ends = named.part === 'cuối' ? 12 : named.months;
    return named.months === period.months && (named.part === null || period.end.endsWith(two(ends)));
  }
  return named.month === null || (UNTIL().some((word) => mention.before.includes(word)) && isLast(named.month, period));
}

/** Figures are counted up to some day before the period's end, and from such a day before its start. */
function isSpanOf({ from, to }: NonNullable<NamedPeriod['days']>, period: Period): boolean {
  const end = dayNumber(Number(period.end.slice(0, 4)), Number(period.end.slice(5)) + 1, 0);
  const last = Number.isFinite(to) ? to : end;
  const slack = 12 + period.months * 3.2;
  const starts = from ?? last - period.months * 30.4;
  return Math.abs(end - last) <= slack && Math.abs(last - starts - period.months * 30.4) <= slack;
}

/** "UBND phường Trần Phú" is "tran phu": marks are mistyped in a name too often to tell two communes apart. */
function nameOf(unit: string): string {
  const plain = ` ${unit
    .replace(/đ/gi, 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()} `;
  return plain.replace(/^.* (?:xa|phuong|thi tran|dac khu) /u, ' ').trim();
}

function isSamePlace(place: string, own: string | null): boolean {
  const name = nameOf(place);
  return own === null || own.startsWith(name) || name.startsWith(own);
}

function isLast(month: number, period: Period): boolean {
  return Math.abs(Number(period.end.slice(5)) - month) <= 1;
}

function UNTIL(): readonly string[] {
  return folded(['đến', 'hết', 'tính đến']);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** A part of the period contradicts a 0 as well: "Quý 2 đã rà soát 17 nghị quyết". */
export function isWithin(mention: Mention, period: Period | null): boolean {
  if (!period || mention.future) return false;
  return mention.periods.every(({ year, quarter, months, month }) => {
    if (year !== null && year !== period.year) return false;
    const last = Number(period.end.slice(5));
    return (quarter ?? 0) * 3 <= last && (months ?? 0) <= last && (month ?? 0) <= last;
  });
}

/** Words that speak of another time or place, anywhere in a text. */
export function speaksElsewhere(text: string): boolean {
  return elsewhere().some((phrase) => text.includes(phrase));
}

/** The same, where a change since another time is what is spoken of. */
export function speaksOfWishes(text: string): boolean {
  return [...folded(BESIDE_CHANGES), ...folded(WISHES)].some((phrase) => text.includes(phrase));
}

const ELSEWHERE_PHRASES: { folded: readonly string[] | null } = { folded: null };

function elsewhere(): readonly string[] {
  ELSEWHERE_PHRASES.folded ??= folded(ELSEWHERE);
  return ELSEWHERE_PHRASES.folded;
}
