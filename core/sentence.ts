// Fills the places of one sentence: numbers as tokens with their cells, terms as words, choices by what holds.
import type { Analysis } from './analyze.ts';
import { cellWords } from './cellWords.ts';
import { decides } from './condition.ts';
import { type Decimal, percentOf, toNumber, whole, ZERO } from './decimal.ts';
import { formValue, isKey, operandsOf, writeForm } from './form.ts';
import type { CellRef } from './grid.ts';
import { padsNumbers } from './input.ts';
import { valueAddress } from './locate.ts';
import type { NarrativePart, NumberToken, OpenPoint } from './narrative.ts';
import type { Place, Text } from './paragraph.ts';
import type { Facts, Form, Operand } from './rule.ts';
import { lineOfTerm, TERM_NAMES, type Term, type Terms, termsOf } from './terms.ts';
import {
  BEFORE,
  type Compared,
  cellBefore,
  changeOf,
  comparedWith,
  magnitude,
  pointsOf,
  shareOfChange,
  trendFacts,
} from './trend.ts';
import { writeDecimal } from './vietnamese.ts';

export interface Filler {
  readonly analysis: Analysis;
  readonly facts: Facts;
  readonly terms: Terms;
  /** Counts below ten get a 0 in front: 04. */
  readonly pads: boolean;
  /** Rows under an unexplained error. */
  readonly doubtful: ReadonlySet<string | null>;
  /** The earlier period that sentences compare with, and its figures. */
  readonly compared: Compared | null;
}

export function fillerOf(analysis: Analysis, facts: Facts): Filler {
  const { unit, period, inputs, findings } = analysis;
  const compared = comparedWith(analysis);
  // Where an old text differs from the annex, the annex is not what is doubted.
  const errors = findings.filter(
    (one) => one.severity === 'error' && one.explained === null && !one.rule.startsWith('text-'),
  );
  return {
    analysis,
    facts: compared ? trendFacts(facts, compared.facts) : facts,
    terms: termsOf(unit, period, inputs, compared?.name ?? null),
    pads: padsNumbers(inputs),
    compared,
    doubtful: new Set(errors.map((one) => one.key)),
  };
}

export interface Filled {
  readonly parts: readonly NarrativePart[];
  /** Which of its inner choices were taken: part of the variant. */
  readonly choices: readonly string[];
}

/** What is still to be filled in by the official is noted in `open`. */
export function fillText(text: Text, filler: Filler, open: OpenPoint[]): Filled {
  const filled = text.map((place): Filled => fillPlace(place, filler, open));
  return { parts: filled.flatMap((one) => one.parts), choices: filled.flatMap((one) => one.choices) };
}

function fillPlace(place: string | Place, filler: Filler, open: OpenPoint[]): Filled {
  if (typeof place === 'string') return plain(place);
  switch (place.put) {
    case 'count':
      return plain(countToken([place.of], filler, place.doubtful === true));
    case 'total':
      return plain(countToken(place.of, filler, false));
    case 'share':
      return plain(shareToken(place.of, filler));
    case 'rate':
      return plain(rateToken(place.over, place.under, filler));
    case 'change':
      return plain(changeToken(place, filler));
    case 'points':
      return plain(pointsToken(place.over, place.under, filler));
    case 'term':
      return plain(termPart(place.name, filler, open));
    case 'blank':
      return plain(openLabel(place.name, `Nêu ${place.name} vào đoạn này.`, open));
    case 'when': {
      const taken = decides(place.when, filler.facts);
      const inner = fillText(taken ? place.text : place.otherwise, filler, open);
      return { parts: inner.parts, choices: [taken ? 'y' : 'n', ...inner.choices] };
    }
    case 'list':
      return fillList(place, filler, open);
    default:
      return place satisfies never;
  }
}

function plain(part: NarrativePart): Filled {
  return { parts: [part], choices: [] };
}

function fillList(place: Extract<Place, { put: 'list' }>, filler: Filler, open: OpenPoint[]): Filled {
  const taken = place.items.map(([condition]) => decides(condition, filler.facts));
  const items = place.items.filter((_item, index) => taken[index]).map(([, text]) => fillText(text, filler, open));
  return {
    parts: items.flatMap((item, index) => (index === 0 ? item.parts : [place.between, ...item.parts])),
    choices: [taken.map((one) => (one ? 'y' : 'n')).join(''), ...items.flatMap((item) => item.choices)],
  };
}

function countToken(form: Form, filler: Filler, marked: boolean): NumberToken {
  const value = countValue(form, filler);
  return token(writeForm(form), value, padded(writeDecimal(value), filler), operandsOf(form), filler, marked);
}

/** NĐ 30/2020 asks for the 0 only in dates and numbers of documents; custom puts it before every count below ten. */
function padded(written: string, { pads }: Filler): string {
  return pads && /^[1-9]$/.test(written) ? `0${written}` : written;
}

/** K as typed: in the rules it counts as 0 where row 3.3.1 already holds it. */
function countValue(form: Form, { analysis, facts }: Filler): Decimal {
  const [only] = form;
  const typed = only === 'K' && form.length === 1 ? analysis.inputs.typed.get('K')?.value : null;
  return typed ?? formValue(form, facts);
}

function shareToken(key: Extract<Place, { put: 'share' }>['of'], filler: Filler): NumberToken {
  const value = percentOf(formValue([key], filler.facts), whole(100));
  return token(key, value, `${writeDecimal(value)}%`, [key], filler, false);
}

function rateToken(over: Form, under: Form, filler: Filler): NumberToken {
  const value = percentOf(formValue(over, filler.facts), formValue(under, filler.facts));
  const operands = [...new Set([...operandsOf(over), ...operandsOf(under)])];
  const formula = `${bracketed(over)} / ${bracketed(under)}`;
  return token(formula, value, `${writeDecimal(value)}%`, operands, filler, false);
}

/** "494 − 412", "(494 − 412) / 412"; of a fall the earlier figure comes first. */
function changeToken({ of, share }: Extract<Place, { put: 'change' }>, filler: Filler): NumberToken {
  const change = changeOf(of, filler.facts, filler.compared?.facts) ?? ZERO;
  const [now, before] = [writeForm(of), writeForm(of, BEFORE)];
  const gap = change.digits < 0 ? `${before} − ${wrapped(of, now)}` : `${now} − ${wrapped(of, before)}`;
  const value = share ? shareOfChange(of, filler.facts, filler.compared?.facts) : change;
  const size = value ? magnitude(value) : ZERO;
  const written = share ? `${writeDecimal(size)}%` : padded(writeDecimal(size), filler);
  return comparedToken(share ? `(${gap}) / ${wrapped(of, before)}` : gap, size, written, operandsOf(of), filler);
}

function pointsToken(over: Form, under: Form, filler: Filler): NumberToken {
  const value = pointsOf(over, under, filler.facts, filler.compared?.facts) ?? ZERO;
  const now = `${bracketed(over)} / ${bracketed(under)}`;
  const before = `${bracketed(over, BEFORE)} / ${bracketed(under, BEFORE)}`;
  const source = value.digits < 0 ? `${before} − ${now}` : `${now} − ${before}`;
  const operands = [...new Set([...operandsOf(over), ...operandsOf(under)])];
  return comparedToken(source, magnitude(value), writeDecimal(magnitude(value)), operands, filler);
}

function wrapped(form: Form, written: string): string {
  return form.length === 1 ? written : `(${written})`;
}

/** From the figures of both periods: the earlier ones' cells too, by name where they lie in another file. */
function comparedToken(
  source: string,
  value: Decimal,
  written: string,
  operands: readonly Operand[],
  filler: Filler,
): NumberToken {
  const own = token(source, value, written, operands, filler, false);
  const cells = operands.flatMap((operand) => (filler.compared ? cellBefore(filler.compared, operand) : []));
  const inFile = cells.flatMap((cell) => (cell.file === undefined ? [] : [cellWords(cell)]));
  const here = cells.flatMap(({ file, sheet, row, column }) => (file === undefined ? [{ sheet, row, column }] : []));
  return { ...own, cells: [...own.cells, ...here], ...(inFile.length > 0 && { inFile }) };
}

function token(
  source: string,
  value: Decimal,
  written: string,
  operands: readonly Operand[],
  filler: Filler,
  marked: boolean,
): NumberToken {
  const doubtful = marked || operands.some((operand) => filler.doubtful.has(operand));
  const text = doubtful ? `⟦⚠ ${written}⟧` : written;
  const cells = operands.flatMap((operand) => cellOf(operand, filler) ?? []);
  return { source, value: toNumber(value), text, cells, doubtful };
}

function cellOf(operand: Operand, { analysis }: Filler): CellRef | null {
  if (!isKey(operand)) return analysis.inputs.cells.get(operand) ?? null;
  const at = analysis.layout && valueAddress(analysis.layout, operand);
  return at && analysis.sheet !== null ? { sheet: analysis.sheet, ...at } : null;
}

function bracketed(form: Form, prefix = ''): string {
  return wrapped(form, writeForm(form, prefix));
}

/** Words that change from period to period are tokens: they are renewed inside the official's own wording too. */
const PERIOD_TERMS: readonly Term[] = ['kyten', 'kynam', 'kytiep', 'kysosanh', 'chotso', 'chotso.ngan'];

function termPart(name: Term, filler: Filler, open: OpenPoint[]): NarrativePart {
  const text = filler.terms[name];
  if (text === null) return openLabel(TERM_NAMES[name], typeAt(name), open);
  return PERIOD_TERMS.includes(name) ? { source: name, value: null, text, cells: [], doubtful: false } : text;
}

function typeAt(term: Term): string {
  const line = lineOfTerm(term);
  return line ? `Ghi vào dòng “${line}” của “Thông tin báo cáo”.` : `Ghi ${TERM_NAMES[term]} vào “Thông tin báo cáo”.`;
}

function openLabel(name: string, advice: string, open: OpenPoint[]): string {
  const label = `⟦Cần ghi: ${name}⟧`;
  open.push({ kind: 'own', label, advice });
  return label;
}
