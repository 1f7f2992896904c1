// Recognises and decodes text typed for the pre-Unicode Vietnamese fonts: TCVN3 (ABC) and VNI-Windows.

export type LegacyEncoding = 'TCVN3' | 'VNI';

interface Code {
  readonly encoding: LegacyEncoding;
  /** The fonts that draw this code. */
  readonly font: RegExp;
  /** Every letter of the code, its two-character letters first. */
  readonly letter: RegExp;
  /** A word as this code would have it. */
  readonly word: RegExp;
  readonly read: (letter: string) => string;
  /** Whether no European language spells a word this way. */
  readonly isTelling: (word: string) => boolean;
}

const TCVN3_CODES = '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ';
const TCVN3_LETTERS = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';

/** A base letter, the marks that may follow it, and the letter each pair stands for. */
const VNI_ROWS: readonly (readonly [string, string, string])[] = [
  ['a', 'ùøûõïâáàåãäêéèúüë', 'áàảãạâấầẩẫậăắằẳẵặ'],
  ['e', 'ùøûõïâáàåãä', 'éèẻẽẹêếềểễệ'],
  ['o', 'ùøûõïâáàåãä', 'óòỏõọôốồổỗộ'],
  ['ô', 'ùøûõï', 'ớờởỡợ'],
  ['u', 'ùøûõï', 'úùủũụ'],
  ['ö', 'ùøûõï', 'ứừửữự'],
  ['y', 'ùøûõ', 'ýỳỷỹ'],
  ['', 'íìæóòîñôö', 'íìỉĩịỵđơư'],
];

const tcvn3Letters = new Map(Array.from(TCVN3_CODES, (code, index) => [code, TCVN3_LETTERS.charAt(index)]));

const vniLetters = new Map(
  VNI_ROWS.flatMap(([base, marks, letters]) =>
    Array.from(marks, (mark, index): [string, string] => [base + mark, letters.charAt(index)]),
  ),
);

function readTcvn3(code: string): string {
  return tcvn3Letters.get(code) || code;
}

/** The base letter alone decides the case: people mix "AÙ" and "Aù". */
function readVni(code: string): string {
  const letter = vniLetters.get(code.toLowerCase()) || code;
  const base = code.charAt(0);
  return base === base.toLowerCase() ? letter : letter.toUpperCase();
}

/** A sign inside the word ("n¨m"), or a capital in a small word and the reverse ("HuyÖn", "TæNG"). */
function isTellingTcvn3(word: string): boolean {
  if (/^[a-z][·×÷][a-z]$/i.test(word)) return false; // "N·m", "m×n"
  if (/[¡-¾×÷]/.test(word)) return true;
  if (/[a-z]/.test(word)) return /.[À-Þ]/.test(word);
  return /[A-Z].?[A-Z]/.test(word) && /[ß-þ]/.test(word);
}

/** Two letters of the code, or a pair other than those of "où", "haï", "Loïc", "aún", "aéré", "Seán", "Kyø". */
function isTellingVni(word: string): boolean {
  if ((word.match(VNI_LETTER) || []).length > 1) return true;
  return /[eouôö][øõâàåäû]|[iy]e[áã]|o[áã]|[a-zñ]oaï|a[ùøûõâáàåãäêèüë]|[eyuôö][ùï]|y[ûõ]/i.test(word);
}

const VNI_LETTER = /[ôö][ùøûõï]|[eo][ùøûõïâáàåãä]|a[ùøûõïâáàåãäêéèúüë]|u[ùøûõï]|y[ùøûõ]|[íìæóòîñôö]/gi;

// Letters a code lacks belong to its words all the same: they show that the text is not of that code.
const CODES: readonly Code[] = [
  {
    encoding: 'TCVN3',
    font: /^\.Vn/i,
    letter: new RegExp(`[${TCVN3_CODES}]`, 'g'),
    word: new RegExp(`[A-Za-zÀ-ÿ${TCVN3_CODES}]+`, 'g'),
    read: readTcvn3,
    isTelling: isTellingTcvn3,
  },
  {
    encoding: 'VNI',
    font: /^VNI-/i,
    letter: VNI_LETTER,
    word: /[A-Za-zÀ-ÖØ-öø-ÿ]+/g,
    read: readVni,
    isTelling: isTellingVni,
  },
];

const FRONT_RIMES =
  'e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu|i|ia|ich|im|in|inh|ip|it|iu|iêc|iêm|iên|iêng|iêp|iêt|iêu|' +
  'y|yêm|yên|yêng|yêt|yêu';
const BACK_RIMES =
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây|' +
  'o|oc|oi|om|on|ong|op|ot|ooc|oong|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|' +
  'oăc|oăm|oăn|oăng|oăt|oe|oem|oen|oeo|oet|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt|' +
  'u|ua|uc|ui|um|un|ung|up|ut|uân|uâng|uât|uây|uê|uêch|uên|uênh|uôc|uôi|uôm|uôn|uông|uôt|uơ|' +
  'uy|uya|uych|uyn|uynh|uyp|uyt|uyu|uyên|uyêt|ư|ưa|ưc|ưi|ưm|ưng|ưt|ưu|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu';
const RIMES = `(?:${FRONT_RIMES}|${BACK_RIMES})`;
const SYLLABLE = new RegExp(
  `^(?:(?:ngh|gh|k)(?:${FRONT_RIMES})|(?:ng|c|g)(?:${BACK_RIMES})|g(?:i|ich|im|in|ip|iêc|iêng|iêt)|q(?:uych|uynh|uyt)|` +
    `(?:ch|gi|kh|nh|ph|qu|th|tr|[bdđhlmnrstvx])?${RIMES})$`,
);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Decomposed "aò", "iá", "uì" and the like: a tone belongs on the vowel before, save after "gi" and "qu". */
const TONE_ON_GLIDE = new RegExp(
  `(?:[aeo](?:\u0302|\u0306|\u031b)?[iouy]|[^g]i[au]|(?:[^q]u|\u031b)[aiu])${TONES.source}$`,
);

/**
 * Syllables so common in official forms that they prove a reading where their spelling alone does not: "Tæng" is
 * decisive because it reads "Tổng", while Norwegian "gå nå" reads as syllables nobody needs.
 */
const COMMON = new Set(
  (
    'ban bán bên bị bốn bổ bộ chú chưa chỉ chờ chủ chức các cái cán có công cơ cả cổ cộng cử dân dự giờ gồm hoà ' +
    'hoá hạn hồ hộ hội hợp không kê kế kể loại là lên lý lệ lớp mã môn một mới mức nhân nên nông năm nợ nữ phân ' +
    'phổ phủ quân quý sơ số sổ sử sự thái tháng thân thông thời thủ thứ thức trên trả tên tôi tư tại tế tỉnh tốt ' +
    'tổ tổng tờ từ tự tỷ và vấn về vị với vụ xã xử án đi đề để đủ'
  ).split(' '),
);

/** Short headings whose legacy spelling is a possible Unicode one, or is no syllable: recognised whole. */
const LABELS = new Set(['số tt', 'đvt', 'ghi chú']);

/** Letters that neither code can leave in a Unicode cell: Vietnamese beyond Latin-1, and combining marks. */
const BEYOND_LATIN1 = /[\u0100-\u024f]|[\u0300-\u036f]|[\u1e00-\u1eff]/;

/** Whether the word has the shape of a Vietnamese syllable; `strict` wants a tone where "p", "t", "c", "ch" end it. */
function isSyllable(word: string, strict: boolean): boolean {
  const spelled = word.toLowerCase().normalize('NFD');
  const tones = spelled.match(TONES) || [];
  // "ñ" decomposes to a tone mark too.
  if (tones.length > 1 || /n\u0303/.test(spelled) || TONE_ON_GLIDE.test(spelled)) return false;
  const bare = spelled.replace(TONES, '').normalize('NFC');
  if (!SYLLABLE.test(bare)) return false;
  if (!/[cpt]h?$/.test(bare) || /^[\u0301\u0323]$/.test(tones.join(''))) return true;
  return tones.length === 0 && !strict;
}

interface Reading {
  readonly changed: boolean;
  /** As "HĐND", capitals with no vowel but "U": no syllable, and no objection either. */
  readonly abbreviation: boolean;
  readonly valid: boolean;
  /** Valid when decoded and not before. */
  readonly turned: boolean;
  /** Turned, and the spelling or the syllable excludes a coincidence. */
  readonly decisive: boolean;
  /** 1 when decoding gives a common syllable, -1 when it takes one away. */
  readonly gain: number;
}

function decode(text: string, code: Code): string {
  return text.replace(code.letter, code.read);
}

function readWord(word: string, code: Code, alone: boolean): Reading {
  const decoded = decode(word, code);
  const known = !/[^A-Za-z]/.test(word.replace(code.letter, ''));
  const valid = known && isSyllable(decoded, true);
  const turned = valid && !isSyllable(word, false);
  const common = COMMON.has(decoded.toLowerCase());
  // A footnote mark after a full syllable ("cho¹") must not read as its last vowel.
  const footnote = /[¡-¾]$/.test(word) && isSyllable(word.slice(0, -1), false);
  const telling = word.length > 2 && !footnote && code.isTelling(word);
  // Two letters by themselves may be anything: Swedish "tö" reads "tư".
  const familiar = common && !(alone && word.length < 3);
  return {
    changed: decoded !== word,
    abbreviation: known && !valid && /^[B-DF-HJ-NP-XZĐ]{2,8}$/.test(decoded),
    valid,
    turned,
    decisive: turned && (telling || familiar),
    gain: (common ? 1 : 0) - (COMMON.has(word.toLowerCase()) ? 1 : 0),
  };
}

/** Whether the plain words leave room for Vietnamese: more syllables than foreign words; abbreviations are neither. */
function outweighsForeign(words: readonly string[], validCount: number): boolean {
  const plain = words.filter((word) => /^[A-Za-z]*[a-z][A-Za-z]*$/.test(word) && word.length > 1);
  const syllables = plain.filter((word) => isSyllable(word, false)).length;
  return plain.length - syllables <= syllables + validCount;
}

/** How many words speak for the code, or 0 when the text is not of it. */
function weigh(text: string, code: Code, ownFont: boolean): number {
  const words = text.match(code.word) || [];
  // Signs alone ("©", "½") and "µm" say nothing.
  const marked = words.filter((word) => /[À-ÖØ-öø-ÿ]|[A-Za-z][¡-¿×÷]|[¡-¿×÷][A-Za-z]/.test(word) && word !== 'µm');
  const readings = marked.map((word) => readWord(word, code, words.length === 1));
  const judged = readings.filter((reading) => !reading.abbreviation);
  const valid = judged.filter((reading) => reading.valid).length;
  const turned = judged.filter((reading) => reading.turned).length;
  if (!readings.some((reading) => reading.changed) || valid * 3 < judged.length * 2) return 0;
  if (LABELS.has(decode(text, code).trim().toLowerCase())) return turned + 1;
  if (ownFont) {
    // The font draws what decoding gives, so it settles a draw between the readings of a short text; it does not
    // outvote words that are common as they stand. In a longer legacy text some word would have turned.
    const gain = judged.reduce((sum, reading) => sum + reading.gain, 0);
    return turned > 0 || (gain >= 0 && judged.length < 3) ? turned + 1 : 0;
  }
  const decisive = judged.some((reading) => reading.decisive);
  return decisive && outweighsForeign(words, valid) ? turned : 0;
}

/**
 * The legacy code the text is written in, or null. Decided by the text; the font counts only where the text can be
 * read both ways. Unicode Vietnamese, composed or not, and European text give null.
 */
export function detectLegacy(text: string, font?: string | null): LegacyEncoding | null {
  if (!/[\u00a1-\u00ff]/.test(text) || BEYOND_LATIN1.test(text)) return null;
  let best: LegacyEncoding | null = null;
  let bestWeight = 0;
  for (const code of CODES) {
    const weight = weigh(text, code, typeof font === 'string' && code.font.test(font));
    if (weight > bestWeight) {
      best = code.encoding;
      bestWeight = weight;
    }
  }
  return best;
}

/** The text in Unicode, composed. Capital TCVN3 fonts (".VnTimeH") draw every letter as a capital, so they give capitals. */
export function decodeLegacy(text: string, encoding: LegacyEncoding, font?: string | null): string {
  const code = CODES.find((candidate) => candidate.encoding === encoding);
  const decoded = (code ? decode(text, code) : text).normalize('NFC');
  return encoding === 'TCVN3' && /^\.Vn.*H$/i.test(font || '') ? decoded.toUpperCase() : decoded;
}

/** Whether the font is one of those that draw TCVN3 or VNI codes. */
export function isLegacyFontName(font: string): boolean {
  return CODES.some((code) => code.font.test(font));
}
