// What officials read: every rule's finding and open question on its own examples, in full, with cells and both sides.
import { expect, it } from 'vitest';
import {
  type Analysis,
  analyze,
  BETWEEN,
  CONTENT,
  capitalise,
  type Rule,
  type Situation,
  STRUCTURE,
  TEXT,
  type TextExample,
} from '../../core/index.ts';
import { situationWords } from '../../scripts/docs.ts';
import { findingLines } from './findingLines.ts';
import { situationOptions, situationWorkbook } from './workbooks.ts';

function analysisOf(situation: Situation, narrative?: readonly string[]): Analysis {
  return analyze(situationWorkbook(situation), { ...situationOptions(situation), ...(narrative && { narrative }) });
}

type Rules = readonly Pick<Rule, 'id' | 'title' | 'examples'>[];

function entry({ id, title, examples }: Rules[number]): string {
  const failing = examples.fail.map((situation) => {
    const found = analysisOf(situation).findings.filter(({ rule }) => rule === id);
    return [`${capitalise(situationWords(situation))}:`, ...found.flatMap(findingLines)].join('\n');
  });
  const open = examples.undecided.map((situation) => {
    const found = analysisOf(situation).undecided.filter(({ rule }) => rule === id);
    const lines = found.flatMap(({ message, hint }) => ['- **Chưa đủ số liệu**', `  - ${message}`, `  - *${hint}*`]);
    return [`${capitalise(situationWords(situation))}:`, ...lines].join('\n');
  });
  return [`### ${id}`, title, ...failing, ...open].join('\n\n');
}

function textEntry(id: string, title: string, fail: readonly TextExample[]): string {
  const failing = fail.map(({ text, situation = {} }) => {
    const found = analysisOf(situation, [text]).findings.filter(({ rule }) => rule === id);
    const words = situationWords(situation);
    return [`“${text}”, ${words}:`, ...found.flatMap(findingLines)].join('\n');
  });
  return [`### ${id}`, title, ...failing].join('\n\n');
}

it.each([
  ['cau-chu-hinh-thuc.md', 'hình thức bảng', STRUCTURE as Rules],
  ['cau-chu-so-lieu.md', 'số liệu', CONTENT as Rules],
  ['cau-chu-hai-ky.md', 'hai kỳ', BETWEEN as Rules],
])('%s is what the rules say', async (file, name, rules) => {
  const page = [`# Câu chữ của quy tắc về ${name}`, HEAD, ...rules.map(entry)].join('\n\n');
  await expect(`${page}\n`).toMatchFileSnapshot(`wording/${file}`);
});

it('cau-chu-loi-van.md is what the rules say', async () => {
  const entries = TEXT.map(({ id, title, examples }) => textEntry(id, title, examples.fail));
  const page = ['# Câu chữ của quy tắc về lời văn', HEAD, ...entries].join('\n\n');
  await expect(`${page}\n`).toMatchFileSnapshot('wording/cau-chu-loi-van.md');
});

const HEAD = `Mỗi ví dụ nêu chỗ khác với một bảng không có mâu thuẫn, rồi ghi nguyên văn những gì cán bộ đọc được; “–” là không có số.
Trang do máy viết (\`npx vitest run tests/core/wording.test.ts --update\`); trước khi nhận phải đọc lại những chỗ đã đổi.`;
