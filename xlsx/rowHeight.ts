// Estimates how many lines a wrapped text takes, because a file must say how tall its rows are.

/** Widths of Times New Roman in thousandths of the type size, by groups; Vietnamese marks add nothing to a letter. */
const WIDTHS: readonly (readonly [string, number])[] = [
  ['ijlt/\\|', 285],
  [" .,;:'!()[]-–", 290],
  ['frsI"”“„•*', 385],
  ['acez?J', 450],
  ['mw%', 775],
  ['ABCDEFGHKLNOPQRSTUVXYZĐ&', 690],
  ['MW@—…', 930],
];
const OTHER_WIDTH = 505;
/** Bold letters, hinting and other fonts: rather a line too many than one cut off. */
const CAUTION = 1.06;
const BOLD = 1.07;
/** Pixels of a column's width unit, as with the usual 11-point default fonts. */
const PIXELS_A_UNIT = 7;
/** The tallest row a spreadsheet allows, in points. */
const TALLEST = 409;

const widths = new Map<string, number>(
  WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
);

/** A text as it stands in a cell: type size in points, and the width of its column in characters. */
export interface SetText {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly width: number;
}

/** The height in points that shows the tallest of a row's texts whole. */
export function rowHeight(texts: readonly SetText[], least: number): number {
  const heights = texts.map((set) => lineCount(set) * lineHeight(set.size) + 1.5);
  return Math.min(TALLEST, Math.max(lineHeight(least) + 1.5, ...heights));
}

function lineHeight(size: number): number {
  return Math.ceil(size * 1.3 * 4) / 4;
}

/** Lines of the text when wrapped at word ends, words too long for a line broken. */
function lineCount(set: SetText): number {
  const room = (set.width * PIXELS_A_UNIT) / ((set.size / 72) * 96) / CAUTION / (set.bold ? BOLD : 1);
  const lines = set.text.split(/\r\n|\r|\n/);
  return lines.reduce((count, line) => count + wrappedLines(line, Math.max(room, 1)), 0);
}

function wrappedLines(line: string, room: number): number {
  let count = 1;
  let used = 0;
  for (const word of line.split(/(?<= )/)) {
    const width = textWidth(word.trimEnd());
    if (used > 0 && used + width > room) {
      count++;
      used = 0;
    }
    if (width > room) {
      count += Math.ceil(width / room) - 1;
      used = width % room;
    } else used += textWidth(word);
  }
  return count;
}

function textWidth(text: string): number {
  let width = 0;
  for (const letter of text.normalize('NFD')) {
    const code = letter.charCodeAt(0);
    if (code < 0x300 || code > 0x36f) width += widths.get(letter) ?? OTHER_WIDTH;
  }
  return width / 1000;
}
