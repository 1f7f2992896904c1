// Digits and letters by their codes: one look at a code is fast.

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Latin letters with their marks, and whatever other script there is. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) || code >= 0x2c00;
}
