// The paragraphs of a report as passages: lines broken by a page joined again, headings and bullets told from text.
import { FUTURE_HEADINGS } from './claims/words.ts';
import { countNumbers, plainText, readProse, scanProse } from './prose.ts';
import { phrase } from './synonyms.ts';
import type { NamedPeriod, Token } from './token.ts';

/** A stretch of prose that is read as one. */
export interface Passage {
  readonly text: string;
  readonly hasFigure: boolean;
  readonly tokens: readonly Token[];
  /** Where each paragraph of the input starts in the text. */
  readonly starts: readonly { readonly at: number; readonly paragraph: number }[];
  /** Folded texts of the headings it stands under, innermost first. */
  readonly headings: readonly string[];
  /** Years that those headings name, innermost first. */
  readonly headingYears: readonly (readonly number[])[];
  /** Quarters, months and spans of days that they name, innermost first. */
  readonly headingPeriods: readonly (readonly NamedPeriod[])[];
  readonly isHeading: boolean;
  /** It stands under "Phương hướng, nhiệm vụ": nothing there is a result. */
  readonly future: boolean;
  /** Place in a list: 0 for plain text, deeper bullets higher. */
  readonly depth: number;
}

export interface ReadPassages {
  readonly passages: readonly Passage[];
  readonly discarded: number;
}

interface Line {
  readonly text: string;
  readonly paragraph: number;
}

/** Reads paragraphs in order, up to an annex that follows the prose. */
export function readPassages(paragraphs: readonly string[]): ReadPassages {
  const passages: Passage[] = [];
  const outline = { headings: [] as Heading[], bullets: [] as string[] };
  let discarded = 0;
  for (const lines of joined(linesOf(paragraphs))) {
    const whole = lines.map(({ text }) => text).join(' ');
    const marker = markerOf(whole);
    discarded += countNumbers(marker.text);
    const text = whole.slice(marker.text.length);
    const scan = scanProse(text);
    discarded += scan.discarded;
    const read = remembered(() => readProse(text));
    if (marker.kind === 'heading') place(outline, marker, text, read());
    else place(outline, marker, text, []);
    passages.push({
      text,
      hasFigure: scan.hasFigure,
      get tokens() {
        return read();
      },
      starts: startsOf(lines, marker.text.length),
      headings: outline.headings.map(({ words }) => words).reverse(),
      headingYears: outline.headings.map(({ years }) => years),
      headingPeriods: outline.headings.map(({ periods }) => periods),
      isHeading: marker.kind === 'heading',
      future: outline.headings.some(({ future }) => future),
      depth: outline.bullets.length,
    });
  }
  return { passages, discarded };
}

/** Read when first asked for: most paragraphs hold no number. */
function remembered(read: () => readonly Token[]): () => readonly Token[] {
  let known: readonly Token[] | null = null;
  return () => {
    known ??= read();
    return known;
  };
}

const ANNEX = /^(?:\(?phụ lục|biểu (?:mẫu|số))(?: số)? ?[\p{L}\d.]{0,6}[:.)]?(?: |$)/iu;

function linesOf(paragraphs: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  for (const [paragraph, whole] of paragraphs.entries()) {
    for (const part of whole.split(/[\n\v\f\r\u2028]+/)) {
      const text = plainText(ofTable(part));
      if (text === '') continue;
      if (lines.length > 10 && text.length < 60 && ANNEX.test(text)) return lines;
      lines.push({ text, paragraph });
    }
  }
  return lines;
}

/** A row of a table: without its number; its one figure after the label. Several figures are of columns nobody knows. */
function ofTable(line: string): string {
  if (!line.includes('\t') && !line.startsWith('|')) return line;
  const cells = line
    .split(/[\t|]/)
    .map((cell) => cell.trim())
    .filter((cell) => /[^-:\s]/.test(cell));
  const [first = '', second = ''] = cells;
  if (/^(?:[\d.]{1,6}|[IVX]{1,4}|[a-zđ])[.)]?$/.test(first) && /^\p{L}/u.test(second)) cells.shift();
  const figures = cells.filter((cell) => /^\d[\d.,]*$/.test(cell));
  const at = cells.indexOf(figures[0] ?? '');
  if (figures.length !== 1 || at === 0) return cells.join(figures.length > 1 ? ' | ' : ' ');
  // "Hồ sơ tiếp nhận | Hồ sơ | 494": the unit's own column stands before the figure.
  const units = at === 2 ? cells.splice(1, 1) : [];
  const [figure = '', ...after] = cells.splice(at - units.length);
  return `${cells.join(' ').replace(/:$/, '')}: ${[figure, ...units, ...after].join(' ').replace(' %', '%')}`;
}

/** A line that starts with a small letter goes on with the one before, unless that one ended. */
function joined(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    const before = open?.at(-1)?.text ?? '.';
    const goesOn = /^\p{Ll}(?![.)\]])/u.test(line.text) && !/[.;:!?…]$/.test(before);
    if (open && goesOn) open.push(line);
    else groups.push([line]);
  }
  return groups;
}

function startsOf(lines: readonly Line[], marker: number): Passage['starts'] {
  let at = -marker;
  return lines.map(({ text, paragraph }) => {
    const start = { at: Math.max(0, at), paragraph };
    at += text.length + 1;
    return start;
  });
}

interface Marker {
  readonly text: string;
  readonly kind: 'heading' | 'bullet' | 'none';
  readonly level: number;
  /** The sign of a bullet; bullets of one sign stand on one level. */
  readonly sign: string;
}

const ROMAN = /^(?:#+ )?(?:phần |mục )?[IVX]{1,5} ?[.):/-] ?/u;
const DECIMAL =
  /^(?:#+ )?\(?(\d{1,2}(?:\.\d{1,2}){1,3})[.)]? ?(?![\d%])(?=\p{L}|[“"(])|^(?:#+ )?\(?(\d{1,2}) ?[.)/:](?: |(?=\p{L}))/u;
const LETTER = /^\(?[a-zđ][.)] ?/u;
const BULLET = /^([-–—+*•●▪■o✓⁃])(?: |(?=\p{Lu}))/u;
const MARKDOWN = /^(#+) /;

function markerOf(text: string): Marker {
  const bullet = BULLET.exec(text);
  if (bullet) return { text: bullet[0], kind: 'bullet', level: 9, sign: bullet[1] ?? '-' };
  const roman = ROMAN.exec(text);
  if (roman) return { text: roman[0], kind: 'heading', level: 1, sign: '' };
  const decimal = DECIMAL.exec(text);
  if (decimal) {
    const dots = (decimal[1] ?? '').split('.').length - 1;
    return { text: decimal[0], kind: 'heading', level: 2 + dots, sign: '' };
  }
  const letter = LETTER.exec(text);
  if (letter) return { text: letter[0], kind: 'heading', level: 7, sign: '' };
  const markdown = MARKDOWN.exec(text);
  if (markdown) return { text: markdown[0], kind: 'heading', level: 1, sign: '' };
  const capitals = text.length < 160 && text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
  return { text: '', kind: capitals ? 'heading' : 'none', level: 1, sign: '' };
}

interface Heading {
  readonly level: number;
  readonly words: string;
  readonly future: boolean;
  readonly years: readonly number[];
  readonly periods: readonly NamedPeriod[];
}

function place(
  outline: { headings: Heading[]; bullets: string[] },
  marker: Marker,
  text: string,
  tokens: readonly Token[],
): void {
  if (marker.kind === 'bullet') {
    const known = outline.bullets.indexOf(marker.sign);
    outline.bullets = known < 0 ? [...outline.bullets, marker.sign] : outline.bullets.slice(0, known + 1);
    return;
  }
  outline.bullets = [];
  if (marker.kind !== 'heading') return;
  const words = headingWords(tokens, text);
  outline.headings = outline.headings.filter((heading) => heading.level < marker.level);
  const future = futurePhrases().some((one) => words.includes(one));
  const years = tokens.flatMap((token) =>
    token.kind === 'period' && token.period.year !== null ? [token.period.year] : [],
  );
  const hasFigure = tokens.some(({ kind }) => kind === 'figure');
  const periods = tokens.flatMap((token) =>
    token.kind === 'period' && (token.period.quarter ?? token.period.months ?? token.period.days) ? [token.period] : [],
  );
  outline.headings.push({
    level: marker.level,
    words,
    future,
    years: hasFigure ? [] : years,
    periods: hasFigure || text.length > 160 ? [] : periods,
  });
}

/** The words of a heading up to its first full stop, colon or figure. */
function headingWords(tokens: readonly Token[], text: string): string {
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'figure' || (token.kind === 'mark' && (token.mark === '.' || token.mark === ':'))) break;
    if (token.kind === 'word') words.push(token.word);
    if (token.end > 200) break;
  }
  return text === '' ? ' ' : ` ${words.join(' ')} `;
}

const FUTURE: { phrases: readonly string[] | null } = { phrases: null };

function futurePhrases(): readonly string[] {
  FUTURE.phrases ??= FUTURE_HEADINGS.map(phrase);
  return FUTURE.phrases;
}
