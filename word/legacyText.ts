// Decodes what was typed for TCVN3 and VNI fonts: the font of each piece is known, so is how it was meant to look.
import { decodeLegacy, detectLegacy, type LegacyEncoding } from '../core/index.ts';

/** A stretch of a paragraph in one font; `font` only where it draws an old code. */
export interface Piece {
  readonly text: string;
  readonly font: string | null;
}

/** A paragraph, or a row of a table, with its fonts. */
export type Pieces = readonly Piece[];

export interface LegibleText {
  readonly paragraphs: readonly string[];
  /** The code that most of the decoded text was in. */
  readonly legacy: LegacyEncoding | null;
}

/** Letters that neither code can have: the text is Unicode, whatever font it was left in. */
const UNICODE = /[\u0100-\u024f]|[\u0300-\u036f]|[\u1e00-\u1eff]/;
const OLD_CODE = /[\u00a1-\u00ff]/;

export function makeLegible(paragraphs: readonly Pieces[]): LegibleText {
  const verdicts = paragraphs.map(judge);
  const usual = verdicts.find((verdict) => verdict !== null && verdict !== 'unicode' && verdict !== 'undecided');
  const inDoubt = usual ?? (verdicts.includes('unicode') ? 'unicode' : 'undecided');
  const letters = { TCVN3: 0, VNI: 0 };
  const texts = paragraphs.map((pieces, i) => {
    const verdict = verdicts[i] ?? null;
    const sure = verdict === 'undecided' ? inDoubt : verdict;
    return verdict === null ? readPlain(pieces, letters) : readInFonts(pieces, sure, letters);
  });
  const legacy = letters.TCVN3 + letters.VNI === 0 ? null : letters.TCVN3 >= letters.VNI ? 'TCVN3' : 'VNI';
  return { paragraphs: texts, legacy };
}

/** What the text in old fonts is: null when there is none, undecided when it may be of either kind. */
type Verdict = LegacyEncoding | 'unicode' | 'undecided' | null;
type Letters = Record<LegacyEncoding, number>;

function judge(pieces: Pieces): Verdict {
  const inFonts = pieces.filter(({ font }) => font !== null);
  const text = inFonts.map((piece) => piece.text).join('');
  if (text === '') return null;
  if (UNICODE.test(text)) return 'unicode';
  return detectLegacy(text, inFonts.find((piece) => OLD_CODE.test(piece.text))?.font ?? null) ?? 'undecided';
}

/** Legacy text whose font was changed looks like noise in Word too, but says what it says. */
function readPlain(pieces: Pieces, letters: Letters): string {
  const text = pieces.map((piece) => piece.text).join('');
  const encoding = detectLegacy(text);
  if (!encoding) return text;
  letters[encoding] += text.length;
  return decodeLegacy(text, encoding);
}

function readInFonts(pieces: Pieces, verdict: Verdict, letters: Letters): string {
  const read = ({ text, font }: Piece): string => {
    if (font === null || verdict === 'unicode') return text;
    // Nothing speaks against the font: what Word draws counts.
    const own: LegacyEncoding = /^VNI-/i.test(font) ? 'VNI' : 'TCVN3';
    const encoding = verdict === 'TCVN3' || verdict === 'VNI' ? verdict : own;
    if (OLD_CODE.test(text)) letters[encoding] += text.length;
    return decodeLegacy(text, encoding, font);
  };
  return pieces.map(read).join('');
}
