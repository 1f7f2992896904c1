// What holds for every prose: nothing throws, Unicode form changes nothing, right figures never differ, time is linear.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyze } from '../../core/index.ts';
import { situationWorkbook } from '../core/workbooks.ts';
import { consistentAnnex } from '../sheets/consistentAnnexes.ts';
import { outcomesOf, rowsOf } from './table.ts';

const SETTINGS = { numRuns: 60 } as const;
const SEED = readFileSync('examples/hoang-hop-2024-h1.txt', 'utf8');
const CONSISTENT = situationWorkbook({});
const FAMILIES = [
  'tiep-nhan',
  'giai-quyet',
  'thu-tuc-mot-cua',
  'dich-vu-cong',
  'nhiem-vu-kiem-tra',
  'van-ban-can-bo',
  'ty-le',
  'bo-qua',
];
const SENTENCES = FAMILIES.flatMap((file) =>
  rowsOf(readFileSync(new URL(`${file}.md`, import.meta.url), 'utf8')).map(({ text }) => text),
);

function compared(narrative: readonly string[]) {
  const analysis = analyze(CONSISTENT, { narrative });
  return { outcomes: outcomesOf(analysis.claims ?? []), discarded: analysis.discarded };
}

it('random text never throws', () => {
  const scrap = fc.constantFrom(
    '494',
    ' hồ sơ',
    '(',
    ')',
    '/',
    '%',
    '.',
    ',',
    ';',
    ':',
    '\n',
    'trong đó',
    ' và ',
    'Tiếp nhận',
    ' trực tuyến',
    '1.1.',
    'năm 2024',
    '￿',
    '0',
    'quý II',
    'mức độ 3',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(scrap, fc.string(), fc.string({ unit: 'grapheme' })), { maxLength: 60 }), (parts) => {
      analyze(CONSISTENT, { narrative: [parts.join(''), ...parts] });
    }),
    SETTINGS,
  );
});

it('a sentence cut anywhere never throws', () => {
  for (const text of SENTENCES) for (let end = 1; end < text.length; end += 7) compared([text.slice(0, end)]);
});

it('NFC and NFD are read alike', () => {
  for (const text of SENTENCES) {
    const [composed, decomposed] = [text.normalize('NFC'), text.normalize('NFD')].map((one) =>
      compared(one.split(' ⏎ ')),
    );
    expect(decomposed, text).toEqual(composed);
  }
});

it('figures of the annex, told as they are, never differ', () => {
  fc.assert(
    fc.property(consistentAnnex, (figures) => {
      const f = (key: keyof typeof figures) => String(figures[key] ?? 0).replace('.', ',');
      const narrative = [
        `Kế hoạch CCHC đề ra ${f('1.1.1')} nhiệm vụ, đã hoàn thành ${f('1.1.2')} nhiệm vụ.`,
        `Tổng số hồ sơ tiếp nhận: ${f('3.3.1')} hồ sơ, trong đó: trực tiếp ${f('3.3.1.a')}; qua BCCI ${f('3.3.1.b')}; trực tuyến một phần ${f('3.3.1.c')}; trực tuyến toàn trình ${f('3.3.1.d')}.`,
        `Giải quyết trước và đúng hạn ${f('3.3.2')} hồ sơ. Đã công khai xin lỗi ${f('3.5')} trường hợp.`,
        `Tổng số TTHC đang áp dụng ${f('3.1.3')} thủ tục; một cửa ${f('3.2.1')} thủ tục; liên thông cùng cấp ${f('3.2.2')} thủ tục.`,
        `Cung cấp ${f('7.5.1')} dịch vụ công trực tuyến một phần và ${f('7.5.2')} dịch vụ công trực tuyến toàn trình.`,
        `Biên chế được giao ${f('4.1.1')} người, có mặt ${f('4.1.2')} người. Tổng số văn bản đi: ${f('7.2.3')} văn bản.`,
      ];
      const { claims } = analyze(situationWorkbook({ figures }), { narrative });
      expect(claims?.filter(({ outcome }) => outcome === 'differs')).toEqual([]);
      expect(claims?.filter(({ outcome }) => outcome === 'agrees').length).toBeGreaterThanOrEqual(14);
    }),
    SETTINGS,
  );
});

it('an empty prose compares nothing, and without one there are no claims', () => {
  expect(analyze(CONSISTENT, { narrative: [] }).claims).toEqual([]);
  expect(analyze(CONSISTENT).claims).toBeNull();
});

/** Of this process alone: what else the machine does has no part in it. */
function milliseconds(narrative: readonly string[]): number {
  const start = process.cpuUsage();
  analyze(CONSISTENT, { narrative });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

it('time grows with the length and no faster', () => {
  const hostile = [
    SEED,
    '1.1.1.'.repeat(4000),
    '('.repeat(20000),
    'một cửa, '.repeat(4000),
    '494 hồ sơ, '.repeat(3000),
    '12/'.repeat(8000),
    'quý '.repeat(6000),
  ];
  for (const text of hostile) {
    milliseconds([text]);
    const once = Math.min(milliseconds([text]), milliseconds([text]));
    const fourfold = Math.min(milliseconds([text.repeat(4)]), milliseconds([text.repeat(4)]));
    expect(fourfold, text.slice(0, 20)).toBeLessThan(once * 10 + 60);
  }
});
