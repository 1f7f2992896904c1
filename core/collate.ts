// The order of a Vietnamese list: a ă â b c d đ e ê…, tones after letters, numbers by their size; without the machine's locale.
const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const TONES = '\u0300\u0309\u0303\u0301\u0323';

/** A key whose UTF-16 order is that of the names: "Phường 2" before "Phường 14", "Đông" after "Dương". */
export function collationKey(text: string): string {
  let letters = '';
  let tones = '';
  const spread = text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(9, '0'));
  const withoutTones = spread.replace(/[\u0300\u0309\u0303\u0301\u0323]/g, (tone) => {
    tones += String(TONES.indexOf(tone) + 1);
    return '';
  });
  for (const letter of withoutTones.normalize('NFC')) {
    const place = LETTERS.indexOf(letter);
    letters += place < 0 ? letter : String.fromCharCode(0x4e00 + place);
  }
  return `${letters.replace(/\s+/g, ' ').trim()}\u0001${tones}\u0001${text}`;
}

/** By UTF-16 units: the same order on every machine. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
