// What prose is read into: words, marks, numbers, named times and places, and what says nothing.
import type { Decimal } from './decimal.ts';

/** A number as printed. `value` is null where it reads two ways. */
export interface PrintedNumber {
  readonly value: Decimal | null;
  /** Digits after the decimal sign, as printed. */
  readonly printed: number;
  /** ngàn, triệu: the value already holds it. */
  readonly power: number;
}

export type Token =
  | { readonly kind: 'word'; readonly word: string; readonly start: number; readonly end: number }
  | { readonly kind: 'mark'; readonly mark: string; readonly start: number; readonly end: number }
  | {
      readonly kind: 'figure';
      readonly number: PrintedNumber;
      readonly percent: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'period'; readonly period: NamedPeriod; readonly start: number; readonly end: number }
  | { readonly kind: 'void'; readonly start: number; readonly end: number };

/** A time that the prose names; what it leaves out is null. */
export interface NamedPeriod {
  readonly year: number | null;
  readonly quarter: number | null;
  readonly months: number | null;
  readonly part: 'đầu' | 'cuối' | null;
  readonly month: number | null;
  /** "từ ngày 01/7/2025 đến ngày 15/9/2025", as counts of days; endless in "từ ngày 01/7/2025", `from` unsaid in "tính đến …". */
  readonly days?: { readonly from: number | null; readonly to: number };
  /** A commune named in the prose: "xã Tân Lập". Its numbers are another's, unless it is the report's own. */
  readonly place?: string;
}

/** Names nothing yet. */
export const UNNAMED: NamedPeriod = { year: null, quarter: null, months: null, part: null, month: null };
