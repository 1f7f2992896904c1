// Names for new sheets, the same in every host.
const LONGEST_NAME = 31;

/** A name spreadsheets allow and no other sheet has: "… (CCHC)" next to a user's sheet, then "… (CCHC 2)". */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const clean = wanted.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/^['\s]+|['\s]+$/g, '') || 'CCHC';
  for (let n = 0; ; n++) {
    const ending = n === 0 ? '' : n === 1 ? ' (CCHC)' : ` (CCHC ${n})`;
    const name = cut(clean, LONGEST_NAME - ending.length) + ending;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** Cuts at a whole character, and not at an apostrophe, which may not stand last. */
function cut(text: string, length: number): string {
  const short = text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
  return short.replace(/['\s]+$/, '');
}
