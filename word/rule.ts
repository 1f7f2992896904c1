// The rules under the issuer's name and the subject: their length follows the words above them.

/** The style "Đường kẻ" draws a rule by underlining no-break spaces of this size, in points. */
export const RULE_SIZE = 6;
const SPACE_WIDTH = 0.25;

/** Nghị định 30/2020/NĐ-CP wants a third to a half of the line: in the middle of it, rough widths are enough. */
const SHARE = 0.42;
/** No line is longer than the page is wide, whatever its text. */
const LONGEST = 400;

/** No-break spaces that make a rule under a bold line of the given size, in points. */
export function ruleUnder(line: string, size: number): string {
  return spacesOf(Math.min(widthOf(line) * size, LONGEST) * SHARE);
}

/** No-break spaces as wide as so many points. */
export function spacesOf(points: number): string {
  return '\u00a0'.repeat(Math.round(points / (SPACE_WIDTH * RULE_SIZE)));
}

/** The mean widths of Times New Roman bold, in ems. */
function widthOf(line: string): number {
  let width = 0;
  for (const letter of line.normalize('NFD').replace(/\p{M}/gu, '')) {
    width += /\s/.test(letter) ? SPACE_WIDTH : /\p{Lu}/u.test(letter) ? 0.72 : 0.5;
  }
  return width;
}
