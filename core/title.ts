// The lines above the annex: which unit reports, and on which period.
import { type Period, readPeriod } from './period.ts';
import { bare, capitalise, fold } from './vietnamese.ts';

/** The period named nearest above the table; else one that runs over two lines. Null when none is named. */
export function periodFromTitle(title: readonly string[]): Period | null {
  for (const line of [...title].reverse()) {
    const period = readPeriod(line);
    if (period) return period;
  }
  return readPeriod(title.join(' '));
}

const KINDS = ['xã', 'phường', 'thị trấn', 'đặc khu'];

/** "UBND xã Hoằng Hợp", "UBND Phường 14" from the title: the kind of unit, then the capitalised words of its name; the last one named. */
export function unitFromTitle(title: readonly string[]): string | null {
  const pattern =
    /(?:UBND|[UỦ]y ban nh[aâ]n d[aâ]n|Uỷ ban nhân dân)\s+(x[aã]|ph[uư][oơờ]ng|th[iị] tr[aấ]n|[dđ][aặ]c khu)[ ]+(.+)$/gimu;
  let found: string | null = null;
  for (const match of title.join('\n').normalize('NFC').matchAll(pattern)) {
    const name = nameOf(match[2] ?? '');
    const kind = KINDS.find((word) => bare(fold(word)) === bare(fold(match[1] ?? '')));
    if (kind && name !== '') found = `UBND ${/^\d/.test(name) ? capitalise(kind) : kind} ${name}`;
  }
  return found;
}

const ENDS_NAME =
  /[,;.()…:]|\s(?:\d+ th[aá]ng|qu[yý]|n[aă]m|huy[eệ]n|quận|thị xã|thành phố|tỉnh|kỳ|ngày|trong|về|số|cộng h[oò][aà] xã hội)(?=[\s:]|$)|\s-\s/iu;

function nameOf(text: string): string {
  const end = ENDS_NAME.exec(` ${text}`);
  const words = (end ? ` ${text}`.slice(0, end.index) : text)
    .trim()
    .split(/\s+/)
    .filter((part) => part !== '');
  const name: string[] = [];
  for (const part of words.slice(0, 5)) {
    if (!/^[\p{Lu}\d]/u.test(part)) break;
    name.push(/^\d/.test(part) ? part : part.charAt(0) + part.slice(1).toLowerCase());
  }
  return /^(?:sáu|chín|ba)$/.test(fold(name[0] ?? '')) ? '' : name.join(' ');
}
