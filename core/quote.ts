// The words of a number as a message quotes them, and the paragraph they stand in.
import type { Passage } from './passage.ts';

export function paragraphOf(passage: Passage, at: number): number {
  let found = passage.starts[0]?.paragraph ?? 0;
  for (const start of passage.starts) if (start.at <= at) found = start.paragraph;
  return found;
}

const QUOTED = 78;

/** Some forty letters before the number, its noun, and what still speaks of it; cut at words, which "…" tells. */
export function quoteAround(text: string, start: number, noun: number, after: number): string {
  const stop = Math.max(Math.min(noun, start + QUOTED - 20), cutAt(text, Math.min(after, start + 40)));
  const room = Math.max(0, QUOTED - (stop - start) - 2);
  let from = Math.max(0, start - Math.min(room, 48));
  const lead = text.slice(from, start);
  const clause = clauseIn(lead, stop - from);
  if (clause >= 0) from += clause;
  else if (from > 0) from += lead.indexOf(' ') + 1;
  const cut = from > 0 && clause < 0 ? '…' : '';
  const quote = text.slice(Math.min(from, start), stop).trim();
  if (stop < Math.min(after, text.length)) return `${cut}${quote.replace(/[\s,;:–-]+$/, '')}…`;
  const isOpen = quote.lastIndexOf('(') > quote.lastIndexOf(')');
  return `${cut}${quote}${isOpen && text.charAt(stop) === ')' ? ')' : ''}`;
}

/** Where the clause of the number begins, −1 where it does before; "(98%)" alone would be found nowhere in a long text. */
function clauseIn(lead: string, length: number): number {
  const sentence = Math.max(lead.lastIndexOf('. '), lead.lastIndexOf('; '));
  const bracket = lead.lastIndexOf('(');
  if (bracket > sentence && length - bracket > SHORT) return bracket + 1;
  return sentence < 0 ? -1 : sentence + 2;
}

const SHORT = 24;

/** The end of the last whole word before `end`. */
function cutAt(text: string, end: number): number {
  if (end >= text.length || /[\s.,;:)]/.test(text.charAt(end))) return end;
  const word = text.slice(Math.max(0, end - 30), end).lastIndexOf(' ');
  return word < 0 ? end : Math.max(0, end - 30) + word;
}
