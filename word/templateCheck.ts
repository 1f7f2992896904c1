// Says all that is wrong with the braces of a template, each in a sentence with what to do.
import type { Package } from '../ooxml/index.ts';
import { nearest } from './nearest.ts';
import { PLACES, STRETCHES, type Stretch } from './placeholders.ts';
import { checkCover } from './templateCover.ts';
import { readTags, type Tag, textParts } from './templateTags.ts';

type NamedTag = Extract<Tag, { name: string }>;

/** Problems in Vietnamese, none twice. Throws FileError when a part is not well formed. */
export function checkTags(pack: Package, main: string): readonly string[] {
  const tags = textParts(pack, main).map((part) => readTags(pack.text(part)));
  const problems = tags.flatMap(checkPart);
  const lost = problems.length === 0 ? checkCover(tags.flat()) : [];
  return [...new Set([...problems, ...missing(tags.flat()), ...lost])];
}

function missing(tags: readonly Tag[]): readonly string[] {
  return STRETCHES.filter(
    ({ name, required }) => required && !tags.some((tag) => tag.kind === 'open' && tag.name === name),
  ).map(({ name, required }) => `Mẫu thiếu {#${name}}…{/${name}} nên ${required}; hãy thêm vào mẫu.`);
}

/** Stretches do not reach from one part into another. */
function checkPart(tags: readonly Tag[]): readonly string[] {
  const problems: string[] = [];
  const around: NamedTag[] = [];
  for (const tag of tags) {
    if ('near' in tag) problems.push(aloneProblem(tag));
    else if (tag.kind === 'close') problems.push(...closeProblems(tag, around));
    else {
      problems.push(...nameProblems(tag, around));
      if (tag.kind !== 'place') around.push(tag);
    }
  }
  return [
    ...problems,
    ...around.map((tag) => `${quote(tag)} chưa được đóng; hãy thêm {/${tag.name}} ở cuối phần này.`),
  ];
}

function quote(tag: NamedTag): string {
  return `Chỗ điền “${tag.raw}”`;
}

function aloneProblem({ kind, near }: Extract<Tag, { near: string }>): string {
  return kind === 'unclosed'
    ? `Thiếu dấu “}” sau dấu “{” ở chỗ “${near}”; hãy thêm dấu “}”, trong cùng một đoạn.`
    : `Thừa dấu “}” ở chỗ “${near}”; hãy bỏ dấu này, hoặc thêm dấu “{” trước tên chỗ điền.`;
}

/** Takes the stretch that is closed off `around`, with those left open in it. */
function closeProblems(tag: NamedTag, around: NamedTag[]): readonly string[] {
  const at = around.map(({ name }) => name).lastIndexOf(tag.name);
  if (at < 0) {
    return [`${quote(tag)} đóng một phần chưa mở; hãy thêm {#${tag.name}} ở đầu phần này, hoặc bỏ chỗ điền này.`];
  }
  const [opened, ...left] = around.splice(at);
  return [
    ...left.map((open) => `${quote(open)} phải được đóng trước “${tag.raw}”; hãy thêm {/${open.name}} trước đó.`),
    // A stretch left out would take half of a table with it.
    ...(opened && opened.within !== tag.within
      ? [
          `${quote(opened)} và “${tag.raw}” phải ở trong cùng một bảng hoặc khung, hoặc cùng ở ngoài; hãy chuyển một chỗ.`,
        ]
      : []),
  ];
}

function nameProblems(tag: NamedTag, around: readonly NamedTag[]): readonly string[] {
  const { name } = tag;
  const stretches = around.flatMap((open) => STRETCHES.filter((stretch) => stretch.name === open.name));
  const placed = [...PLACES, ...stretches.flatMap(({ places }) => places)].map((place) => place.name);
  const inner = [...STRETCHES, ...stretches.flatMap((stretch) => stretch.stretches)].map((stretch) => stretch.name);
  if (placed.includes(name) || (tag.kind !== 'place' && inner.includes(name))) return [];
  if (inner.includes(name)) {
    return [`${quote(tag)} là tên của một phần; hãy ghi {#${name}} ở đầu và {/${name}} ở cuối phần này.`];
  }
  const owner = STRETCHES.find((stretch) => namesIn(stretch).includes(name));
  if (owner) return [`${quote(tag)} chỉ dùng được giữa {#${owner.name}} và {/${owner.name}}; hãy chuyển vào đó.`];
  return [unknown(tag, [...placed, ...inner, ...STRETCHES.flatMap(namesIn)])];
}

function namesIn({ places, stretches }: Stretch): readonly string[] {
  return [...places, ...stretches].map(({ name }) => name);
}

function unknown(tag: NamedTag, known: readonly string[]): string {
  const likely = nearest(tag.name, known);
  const sign = tag.kind === 'open' ? '#' : tag.kind === 'unless' ? '^' : '';
  const advice = likely
    ? `có phải là {${sign}${likely}} không? Hãy sửa lại`
    : 'hãy xem các tên dùng được ở docs/mau-word.md';
  return `${quote(tag)} có tên không dùng được; ${advice}.`;
}
