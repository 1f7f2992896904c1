// Activities that the prose tells of, held against rows that count them as 0.
import { isWithin, speaksElsewhere } from './barred.ts';
import type { Bound } from './claim.ts';
import type { ActivityRecord } from './claimRecord.ts';
import { ACTIVITIES } from './claims/index.ts';
import type { Mention } from './mention.ts';
import type { Passage } from './passage.ts';
import { phrase } from './synonyms.ts';
import type { Said } from './textFinding.ts';
import { type Prose, totalOf } from './verdict.ts';
import { shorten, writeDecimal } from './vietnamese.ts';

/** Each activity at most once: told with a share above 0, or told as done where it needs no number. */
export function activitiesIn(passages: readonly Passage[], all: readonly Bound[], prose: Prose): readonly Said[] {
  return ACTIVITIES.flatMap((record) => {
    const rows = totalOf(record.rows, prose.facts);
    if (rows?.digits !== 0) return [];
    return record.id === 'results-published' ? told(record, passages, prose) : withNumber(record, all, prose);
  });
}

function phrases(list: readonly string[]): readonly string[] {
  return list.map(phrase);
}

function fits(record: ActivityRecord, text: string): boolean {
  return (
    record.needs.every((group) => phrases(group).some((phrase) => text.includes(phrase))) &&
    !phrases(record.not).some((phrase) => text.includes(phrase))
  );
}

/** A number above 0 that the activity's words govern, in its own sentence or the one before "Kết quả". */
function withNumber(record: ActivityRecord, all: readonly Bound[], prose: Prose): readonly Said[] {
  const found = all.find(({ mention, record: bound }) => {
    if (bound !== null || !mention.percent || (mention.number.value?.digits ?? 0) <= 0) return false;
    const text = [mention.before, mention.after, mention.lead, ...mention.chain.slice(0, 3)]
      .join('')
      .replaceAll(' |', '');
    return isOurs(mention, prose) && fits(record, text.replace(/ {2,}/g, ' '));
  });
  return found ? [said(record, found.mention, found.mention.quote, found.mention.paragraph)] : [];
}

function isOurs(mention: Mention, prose: Prose): boolean {
  return (
    isWithin(mention, prose.facts.period) && !mention.leadElsewhere && !speaksElsewhere(mention.before + mention.after)
  );
}

/** A whole sentence that tells of it, without a number. */
function told(record: ActivityRecord, passages: readonly Passage[], prose: Prose): readonly Said[] {
  if ((prose.facts.figure('3.3.2')?.digits ?? 0) <= 0) return [];
  for (const passage of passages) {
    if (passage.future || !/công khai/iu.test(passage.text)) continue;
    const sentence = sentencesOf(passage).find(({ words }) => fits(record, words) && !speaksElsewhere(words));
    if (!sentence) continue;
    const start = passage.starts[0]?.paragraph ?? 0;
    return [said(record, null, shorten(passage.text.slice(sentence.start, sentence.end)), start)];
  }
  return [];
}

interface Sentence {
  words: string;
  readonly start: number;
  end: number;
}

function sentencesOf(passage: Passage): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let open: Sentence | null = null;
  for (const token of passage.tokens) {
    if (token.kind === 'mark' && token.mark === '.') open = null;
    if (token.kind !== 'word') continue;
    if (!open) {
      open = { words: ' ', start: token.start, end: token.end };
      sentences.push(open);
    }
    open.words += `${token.word} `;
    open.end = token.end;
  }
  return sentences;
}

function said(record: ActivityRecord, mention: Mention | null, quote: string, paragraph: number): Said {
  const zero = record.rows.map((key) => String(key));
  const left = mention?.number.value ?? null;
  const rows = zero.length === 1 ? `mục ${zero[0]} ghi 0` : `mục ${zero.join(' và ')} đều ghi 0`;
  const words = { where: rows, said: left ? writeDecimal(left) : '' };
  return { rule: 'text-claims-against-zero', mention, quote, paragraph, left, right: null, form: record.rows, words };
}
