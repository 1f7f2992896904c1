// The ways a Vietnamese text may be typed: combining marks, no marks at all, and the old fonts' codes.
import { decodeLegacy, type LegacyEncoding } from '../../core/legacyFont.ts';

export type Script = 'tổ hợp' | 'không dấu' | LegacyEncoding;

export function restyle(text: string, script: Script): string {
  switch (script) {
    case 'tổ hợp':
      return text.normalize('NFD');
    case 'không dấu':
      return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
    case 'TCVN3':
    case 'VNI':
      return Array.from(text.normalize('NFC'), (letter) => encode(letter, script)).join('');
    default:
      return script satisfies never;
  }
}

/** TCVN3 has no capitals with a tone: such a letter is typed small. */
function encode(letter: string, encoding: LegacyEncoding): string {
  if (letter.charCodeAt(0) < 128) return letter;
  const codes = CODES[encoding];
  return codes.get(letter) ?? codes.get(letter.toLowerCase()) ?? letter;
}

const MARKS = Array.from({ length: 0x5f }, (_, index) => String.fromCharCode(0xa1 + index));
const VNI_BASES = ['', ...'aeouyôöAEOUYÔÖ'];

/** Each letter's code, found by decoding every code there is; tests/core/legacyFont.test.ts proves the decoding. */
const CODES: Readonly<Record<LegacyEncoding, ReadonlyMap<string, string>>> = {
  TCVN3: codesOf('TCVN3', MARKS),
  VNI: codesOf(
    'VNI',
    VNI_BASES.flatMap((base) => MARKS.map((mark) => base + (base === base.toLowerCase() ? mark : mark.toUpperCase()))),
  ),
};

function codesOf(encoding: LegacyEncoding, codes: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const code of codes) {
    const letter = decodeLegacy(code, encoding);
    if (letter !== code && Array.from(letter).length === 1) found.set(letter, code);
  }
  return found;
}
