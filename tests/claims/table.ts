// Reads and writes a table of sentences: what each number of a sentence must be bound to, and how it compares.
import { toNumber } from '../../core/decimal.ts';
import { analyze, type Claim, type Situation } from '../../core/index.ts';
import type { Mention } from '../../core/mention.ts';
import { situationOptions, situationWorkbook } from '../core/workbooks.ts';

export const APPROXIMATE = { below: 'gần', above: 'hơn', around: 'khoảng' } as const;

/** "448/494", "90,69%"; "?" for one that reads two ways. */
export function printed({ number, over, percent }: Mention): string {
  const parts = [number, ...(over ? [over] : [])].map(({ value }) =>
    value ? String(toNumber(value)).replace('.', ',') : '?',
  );
  return `${parts.join('/')}${percent ? '%' : ''}`;
}

export interface Row {
  readonly text: string;
  readonly expected: string;
  readonly situation: Situation;
}

const SIGNS = { agrees: '=', differs: '≠', 'not-compared': '?' } as const;

/** "494 = 3.3.1; 500 ≠ 3.3.2; 12 ?": every number of the prose in order. */
export function outcomesOf(claims: readonly Claim[]): string {
  return claims
    .map(({ value, key, outcome }) => {
      const shown = value === null ? '–' : String(value).replace('.', ',');
      return outcome === 'not-compared' ? `${shown} ?` : `${shown} ${SIGNS[outcome]} ${key ?? '–'}`;
    })
    .join('; ');
}

/** "⏎" parts paragraphs, "⇥" the cells of a row. */
export function paragraphsOf(text: string): readonly string[] {
  return text.replaceAll(' ⇥ ', '\t').split(' ⏎ ');
}

export function outcomesIn({ text, situation }: Row): string {
  const options = { ...situationOptions(situation), narrative: paragraphsOf(text) };
  return outcomesOf(analyze(situationWorkbook(situation), options).claims ?? []);
}

/**
 * The rows of a page; a heading "## Thông tin báo cáo: K = 4" holds for the table below it, as does "## Kỳ so sánh: 6
 * tháng đầu năm 2023; 3.3.1 = 412".
 */
export function rowsOf(page: string): readonly Row[] {
  let situation: Situation = {};
  return page.split('\n').flatMap((line) => {
    if (line.startsWith('## ')) situation = situationOf(line);
    const [, text, expected] = /^\| (.+?) \|(?: (.*?))? ?\|$/.exec(line) ?? [];
    if (text === undefined || text === 'Lời văn') return [];
    return [{ text, expected: expected ?? '', situation }];
  });
}

function situationOf(line: string): Situation {
  const [, compared, given = ''] = /^## Kỳ so sánh: ([^;]+);?(.*)$/.exec(line) ?? [];
  if (compared !== undefined) {
    const figures = [...given.matchAll(/(\d[\d.a-d]+) = (\d+)/g)].map((match) => [match[1], Number(match[2])]);
    return { previous: { period: compared, figures: Object.fromEntries(figures) } };
  }
  const inputs = Object.fromEntries(
    [...line.matchAll(/([KLPQBR]) = (\d+)/g)].map((match) => [match[1], Number(match[2])]),
  );
  const period = /kỳ (.+)$/.exec(line)?.[1];
  return { inputs, ...(period !== undefined && { period }) };
}
