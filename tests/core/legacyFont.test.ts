// Decoding of TCVN3 and VNI text against tables arranged by tone and byte, and the silence of detection on Unicode.
import { describe, expect, it } from 'vitest';
import { decodeLegacy, detectLegacy, isLegacyFontName, type LegacyEncoding } from '../../core/legacyFont.ts';

/** Acute, grave, hook, tilde, dot below: the order of all rows below. */
const TONES = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const ENCODINGS: readonly LegacyEncoding[] = ['TCVN3', 'VNI'];

/** TCVN 5712 bytes: the plain letter, then its five tones; "00" where ASCII has it. */
const TCVN3_BYTES: Readonly<Record<string, string>> = {
  a: '00 b8 b5 b6 b7 b9',
  ă: 'a8 be bb bc bd c6',
  â: 'a9 ca c7 c8 c9 cb',
  e: '00 d0 cc ce cf d1',
  ê: 'aa d5 d2 d3 d4 d6',
  i: '00 dd d7 d8 dc de',
  o: '00 e3 df e1 e2 e4',
  ô: 'ab e8 e5 e6 e7 e9',
  ơ: 'ac ed ea eb ec ee',
  u: '00 f3 ef f1 f2 f4',
  ư: 'ad f8 f5 f6 f7 f9',
  y: '00 fd fa fb fc fe',
  đ: 'ae',
  Ă: 'a1',
  Â: 'a2',
  Ê: 'a3',
  Ô: 'a4',
  Ơ: 'a5',
  Ư: 'a6',
  Đ: 'a7',
};

/** VNI marks by quality: none and the five tones, after the letter without its quality. */
const VNI_PLAIN = ['', 'ù', 'ø', 'û', 'õ', 'ï'];
const VNI_MARKS: Readonly<Record<string, readonly string[]>> = {
  '': VNI_PLAIN,
  '\u0302': ['â', 'á', 'à', 'å', 'ã', 'ä'],
  '\u0306': ['ê', 'é', 'è', 'ú', 'ü', 'ë'],
};
const VNI_I = ['i', 'í', 'ì', 'æ', 'ó', 'ò'];

/** The letter's base with its quality, and the place of its tone: 0 for none. */
function split(letter: string): { readonly base: string; readonly tone: number } {
  const parts = Array.from(letter.normalize('NFD'));
  const tone = parts.findIndex((part) => TONES.includes(part));
  if (tone < 0) return { base: letter, tone: 0 };
  const mark = parts[tone] ?? '';
  return {
    base: parts
      .filter((part) => part !== mark)
      .join('')
      .normalize('NFC'),
    tone: TONES.indexOf(mark) + 1,
  };
}

function encodeTcvn3(letter: string): string {
  const { base, tone } = split(letter);
  const byte = Number.parseInt((TCVN3_BYTES[base] ?? '').split(' ')[tone] ?? '0', 16);
  return byte ? String.fromCharCode(byte) : letter;
}

function encodeVniSmall(letter: string): string {
  const { base, tone } = split(letter);
  if (base === 'đ') return 'ñ';
  if (base === 'i') return VNI_I[tone] ?? '';
  if (base === 'y' && tone === 5) return 'î';
  if (base === 'ơ' || base === 'ư') return (base === 'ơ' ? 'ô' : 'ö') + (VNI_PLAIN[tone] ?? '');
  const [plain = '', quality = ''] = Array.from(base.normalize('NFD'));
  return plain + (VNI_MARKS[quality]?.[tone] ?? '');
}

function encodeVni(letter: string): string {
  const small = letter.toLowerCase();
  return small === letter ? encodeVniSmall(small) : encodeVniSmall(small).toUpperCase();
}

/** Upper-case letters with a tone become small ones in TCVN3: it has no others. */
function encode(text: string, encoding: LegacyEncoding): string {
  const letters = Array.from(text.normalize('NFC'));
  if (encoding === 'VNI') return letters.map(encodeVni).join('');
  return letters.map((letter) => encodeTcvn3(split(letter).tone ? letter.toLowerCase() : letter)).join('');
}

function decodeDetected(text: string, font?: string): string | null {
  const encoding = detectLegacy(text, font);
  return encoding && decodeLegacy(text, encoding, font);
}

const SMALL = Array.from('aăâeêioôơuưy').flatMap((base) => [
  base,
  ...TONES.map((tone) => (base + tone).normalize('NFC')),
]);
const LETTERS = [...SMALL, 'đ'].filter((letter) => !/[a-z]/.test(letter));

const LABELS = [
  'Công tác chỉ đạo, điều hành CCHC',
  'Số nhiệm vụ đề ra trong kế hoạch',
  'Số văn bản chỉ đạo CCHC đã ban hành',
  'Số bộ phận, công chức chuyên môn cấp xã đã kiểm tra',
  'Thực hiện nhiệm vụ UBND huyện, Chủ tịch UBND huyện giao',
  'Số nhiệm vụ đã hoàn thành nhưng quá hạn',
  'Khảo sát sự hài lòng của người dân, tổ chức',
  'Số lượng phiếu khảo sát',
  'Số hồ sơ đã tiếp nhận trong kỳ báo cáo',
  'Tỷ lệ hồ sơ giải quyết đúng hạn (%)',
];

const SENTENCES: readonly (readonly [LegacyEncoding, string, string])[] = [
  ['TCVN3', 'Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['TCVN3', '§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
  ['TCVN3', 'ChØ tiªu thèng kª', 'Chỉ tiêu thống kê'],
  ['TCVN3', '§¬n vÞ tÝnh', 'Đơn vị tính'],
  ['TCVN3', 'Sè liÖu', 'Số liệu'],
  ['TCVN3', 'Ghi chó', 'Ghi chú'],
  ['TCVN3', 'Sè TT', 'Số TT'],
  ['TCVN3', 'Tæng sè', 'Tổng số'],
  ['TCVN3', 'N¨m 2024', 'Năm 2024'],
  ['TCVN3', 'VÊn ®Ò', 'Vấn đề'],
  ['TCVN3', 'TæNG Sè Hå S¬', 'TổNG Số Hồ Sơ'],
  ['TCVN3', 'Sè l\u00adîng hå s¬ ®· tiÕp nhËn', 'Số lượng hồ sơ đã tiếp nhận'],
  ['VNI', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['VNI', 'Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
  ['VNI', 'COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['VNI', 'Chæ tieâu thoáng keâ', 'Chỉ tiêu thống kê'],
  ['VNI', 'Ñôn vò tính', 'Đơn vị tính'],
  ['VNI', 'Soá lieäu', 'Số liệu'],
  ['VNI', 'Soá TT', 'Số TT'],
  ['VNI', 'Keá hoaïch CCHC', 'Kế hoạch CCHC'],
  ['VNI', 'Traû qua BCCI', 'Trả qua BCCI'],
  ['VNI', 'Soá löôïng hoà sô ñaõ tieáp nhaän', 'Số lượng hồ sơ đã tiếp nhận'],
];

const UNICODE = [
  ...'Công ty hoá chất|Quê Xuân Hoà|không có|Lê Quí Tú|Tô Hoài|càphê sôcôla ôtô alô|Krông Pa, Êa Súp'.split('|'),
  ...LABELS,
  ...SENTENCES.map(([, , text]) => text),
  'hoà hoá hoạ thuý quí quý oà oá xoã loà thoà khoé loé Hoà Bình, Thuý Hoà, uý lạo',
  'Kính gửi: Uỷ ban nhân dân huyện. Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực ' +
    'hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính; xét đề nghị của Văn phòng HĐND và UBND.',
  'Tôi có ba em; em nào cùng ngoan, cùng vâng lòng cha. Công an xã, hoà giải viên cùng dân làng làm xong công trình.',
];

const RIMES = 'à ã á ì í ù ú ý è é ò ó õ ô ê oà oá oã oè oé uý uỳ uê oàn oán uân iên iêu yên ôi ông êch'.split(' ');

const EUROPEAN = [
  ...(
    'naïve café|Größe|señor|Øre|16 m²|±0,5°C|© 2024|5 µm|½|«trích»|§ 3|®|Windows®|N·m|m×n|1ª|où|haï|Loïc|' +
    'tö|Vi må gå nå|hå|Seán|poäng|côté|tôt|Shanghaï|danh cho¹'
  ).split('|'),
  'Où êtes-vous allés à Noël ? Le garçon naïf a mangé une crêpe près du château, là-bas, et ça lui a plu.',
  'Die schöne Größe der Straße überraschte die Mädchen; süße Äpfel für fünf Höfe, Öl und Käse.',
  'El niño español comió piñas y jamón en el jardín; ¿cuántos años tenía mañana la señora Muñoz?',
  'Blåbærsyltetøy på brød er godt, og så går vi ned til sjøen før det blir mørkt i dag. Å være eller ikke være.',
  'Vi går på ängen, där små grå möss äter ost. Åska och öl höjer spänningen. På svenska är det så.',
  'Os avós da mãe não são então pão: coração, ações, três, você, após.',
];

describe('decodeLegacy', () => {
  it.each(SENTENCES)('%s: %s', (encoding, text, decoded) => {
    expect(decodeLegacy(text, encoding)).toBe(decoded);
  });

  it('knows all 134 letters', () => {
    expect(LETTERS).toHaveLength(67);
    for (const letter of LETTERS) {
      const capital = letter.toUpperCase();
      expect(decodeLegacy(encode(letter, 'TCVN3'), 'TCVN3')).toBe(letter);
      expect(decodeLegacy(encode(letter, 'TCVN3'), 'TCVN3', '.VnTimeH')).toBe(capital);
      expect(decodeLegacy(encode(letter, 'VNI'), 'VNI')).toBe(letter);
      expect(decodeLegacy(encode(capital, 'VNI'), 'VNI')).toBe(capital);
    }
    for (const capital of 'ĂÂÊÔƠƯĐ') expect(decodeLegacy(encode(capital, 'TCVN3'), 'TCVN3')).toBe(capital);
  });

  it('gives capitals for capital fonts only, and takes the case of a VNI pair from its base', () => {
    expect(decodeLegacy('Céng hßa', 'TCVN3', '.VnArialH')).toBe('CỘNG HÒA');
    expect(decodeLegacy('Céng hßa', 'TCVN3', '.VnArial')).toBe('Cộng hòa');
    expect(decodeLegacy('Aùnh', 'VNI', 'VNI-Times')).toBe('Ánh');
  });
});

describe('detectLegacy', () => {
  it.each(SENTENCES)('%s: %s', (encoding, text) => {
    expect(detectLegacy(text)).toBe(encoding);
    expect(detectLegacy(text, 'Times New Roman')).toBe(encoding);
  });

  it.each(LABELS)('gives "%s" back from both codes', (label) => {
    for (const encoding of ENCODINGS) expect(decodeDetected(encode(label, encoding))).toBe(label);
    const shouted = label.toUpperCase();
    expect(decodeDetected(encode(shouted, 'VNI'))).toBe(shouted);
    expect(decodeDetected(encode(shouted, 'TCVN3'), '.VnTimeH')).toBe(shouted);
  });

  it.each(UNICODE)('is silent on Unicode: %s', (text) => {
    for (const form of ['NFC', 'NFD'])
      for (const shape of [text, text.toUpperCase()]) {
        expect(detectLegacy(shape.normalize(form))).toBeNull();
      }
  });

  it('is silent on every syllable of Latin-1 letters', () => {
    for (const onset of ['', 'b', 'h', 'kh', 'ngh', 'qu', 'gi', 'tr'])
      for (const rime of RIMES)
        for (const text of [onset + rime, `${onset + rime} ${onset + rime}`]) expect(detectLegacy(text)).toBeNull();
  });

  it.each(EUROPEAN)('is silent on: %s', (text) => {
    expect(detectLegacy(text)).toBeNull();
  });

  it('lets the font decide only what the text leaves open', () => {
    expect(detectLegacy('Sè')).toBeNull();
    expect(detectLegacy('Soá')).toBeNull();
    expect(detectLegacy('Sè', '.VnTime')).toBe('TCVN3');
    expect(detectLegacy('Soá', 'VNI-Times')).toBe('VNI');
    expect(detectLegacy('Sè', 'VNI-Times')).toBeNull();
    expect(detectLegacy('§VT', '.VnTime')).toBe('TCVN3');
    expect(detectLegacy('Q§-UBND', '.VnTime')).toBe('TCVN3');
    expect(detectLegacy('Soá lieäu', '.VnTime')).toBe('VNI');
  });

  it.each('Tong so||2024|UBND|Số liệu|Công ty|không có tên|Danh sách|16 m²|Größe|naïve café|ESPAÑA'.split('|'))(
    'is silent on "%s" whatever the font',
    (text) => {
      for (const font of ['.VnTime', '.VnTimeH', 'VNI-Times']) expect(detectLegacy(text, font)).toBeNull();
    },
  );
});

describe('isLegacyFontName', () => {
  it('knows the two families by their prefixes', () => {
    for (const font of ['.VnTime', '.VnArialH', '.vntime', 'VNI-Times', 'VNI-Helve'])
      expect(isLegacyFontName(font)).toBe(true);
    for (const font of ['Times New Roman', 'Vni', 'VnTime', '']) expect(isLegacyFontName(font)).toBe(false);
  });
});
