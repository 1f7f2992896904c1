// Puts written sentences together into a report: numbered headings, no stutter, abbreviations spelt out at first use.
import type { NarrativePart, Paragraph, WrittenItem } from './narrative.ts';
import type { HeadingRecord } from './paragraph.ts';
import { capitalise } from './vietnamese.ts';

export function assemble(items: readonly WrittenItem[]): readonly Paragraph[] {
  const kept = items.filter((item, index) => isSaid(item, items.slice(index + 1)));
  const numbers = numberHeadings();
  const opener = openerOf();
  const spell = speller();
  return kept.map((written): Paragraph => {
    const { item, sentences, variant, open, figures } = written;
    if ('level' in item) {
      opener.startHeading();
      const parts = item.level === 'section' ? sentences.flat().map(inCapitals) : sentences.flat();
      return { id: item.id, level: item.level, number: numbers(item), parts, variant, open, figures };
    }
    const finished = sentences.map((parts) => capitalised(opener.withoutRepeat(withHardSpaces(merged(parts)))));
    const joined = finished.flatMap((parts, index) => (index === 0 ? parts : [' ', ...parts]));
    return { id: item.id, level: 'paragraph', number: '', parts: merged(spell(joined)), variant, open, figures };
  });
}

const LEVELS = ['section', 'heading', 'subheading'];

/** A paragraph is said when it has a sentence; a heading when a paragraph below it is; the five sections always. */
function isSaid({ item, sentences }: WrittenItem, rest: readonly WrittenItem[]): boolean {
  if (!('level' in item)) return sentences.length > 0;
  if (item.level === 'section') return true;
  for (const next of rest) {
    if ('level' in next.item && LEVELS.indexOf(next.item.level) <= LEVELS.indexOf(item.level)) return false;
    if (!('level' in next.item) && next.sentences.length > 0) return true;
  }
  return false;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

/** "I", "1", "2.1": NĐ 30/2020 numbers sections in Roman, headings in Arabic numerals. */
function numberHeadings(): (heading: HeadingRecord) => string {
  let [section, heading, subheading] = [0, 0, 0];
  return ({ level }) => {
    if (level === 'section') {
      section++;
      [heading, subheading] = [0, 0];
      return ROMAN[section - 1] ?? String(section);
    }
    if (level === 'heading') {
      heading++;
      subheading = 0;
      return String(heading);
    }
    subheading++;
    return `${heading}.${subheading}`;
  };
}

function inCapitals(part: NarrativePart): NarrativePart {
  return typeof part === 'string' ? part.toUpperCase() : { ...part, text: part.text.toUpperCase() };
}

const LEAD = /^Trong kỳ(?: báo cáo)?,? /;

/** "Trong kỳ báo cáo, …" opens one sentence under a heading; the others do without. */
function openerOf() {
  let used = false;
  return {
    startHeading: () => {
      used = false;
    },
    withoutRepeat: (parts: readonly NarrativePart[]): readonly NarrativePart[] => {
      const [first, ...rest] = parts;
      if (typeof first !== 'string' || !LEAD.test(first)) return parts;
      if (used) return [first.replace(LEAD, ''), ...rest];
      used = true;
      return parts;
    },
  };
}

/** Neighbouring strings become one: a rule over the text must see it whole. */
function merged(parts: readonly NarrativePart[]): readonly NarrativePart[] {
  const result: NarrativePart[] = [];
  for (const part of parts) {
    const last = result[result.length - 1];
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else if (part !== '') result.push(part);
  }
  return result;
}

/** A number and what it counts stay on one line. */
function withHardSpaces(parts: readonly NarrativePart[]): readonly NarrativePart[] {
  return parts.map((part, index) => {
    const before = parts[index - 1];
    const counts = typeof before === 'object' && before.value !== null && !before.text.endsWith('%');
    return counts && typeof part === 'string' ? part.replace(/^ (?=\p{L})/u, '\u00A0') : part;
  });
}

function capitalised(parts: readonly NarrativePart[]): readonly NarrativePart[] {
  const [first, ...rest] = parts;
  return typeof first === 'string' && !first.startsWith('⟦') ? [capitalise(first), ...rest] : parts;
}

const ABBREVIATIONS = {
  UBND: 'Ủy ban nhân dân',
  HĐND: 'Hội đồng nhân dân',
  CCHC: 'cải cách hành chính',
  VBQPPL: 'văn bản quy phạm pháp luật',
  TTHC: 'thủ tục hành chính',
  BCCI: 'bưu chính công ích',
  PAKN: 'phản ánh, kiến nghị',
} as const;

/** Not inside a document's symbol: "35/BC-UBND". */
const ABBREVIATION = new RegExp(
  `(?<![\\p{L}\\p{N}/-])(${Object.keys(ABBREVIATIONS).join('|')})(?![\\p{L}\\p{N}/-])`,
  'gu',
);

/** Spells out each abbreviation where it is first used; it remembers from paragraph to paragraph. */
function speller(): (parts: readonly NarrativePart[]) => readonly NarrativePart[] {
  const known = new Set<string>();
  return (parts) =>
    parts.map((part) => {
      if (typeof part !== 'string') return part;
      return part.replace(ABBREVIATION, (short, _match, at: number, whole: string) => {
        if (known.has(short)) return short;
        known.add(short);
        const full = Object.entries(ABBREVIATIONS).find(([name]) => name === short)?.[1] ?? short;
        return `${/(?:^|[.⟧] )$/.test(whole.slice(0, at)) ? capitalise(full) : full} (${short})`;
      });
    });
}
