// Reads the braces of a template part: every `{…}` in its order, with the words around it, and every brace that is alone.
import { type Package, XmlReader } from '../ooxml/index.ts';

export type Tag =
  | {
      readonly kind: 'place' | 'open' | 'unless' | 'close';
      readonly name: string;
      readonly raw: string;
      /** The number of the table or text box that it stands in, the innermost; 0 outside of all. */
      readonly within: number;
    }
  /** A brace without its partner; `near` quotes the paragraph. */
  | { readonly kind: 'unopened' | 'unclosed'; readonly near: string };

/** The parts that may hold text: the document itself, and what its relationships name as its headers, footers and notes. */
export function textParts(pack: Package, main: string): readonly string[] {
  const kinds = ['header', 'footer', 'footnotes', 'endnotes'];
  const related = pack.relationships(main).filter(({ kind, external }) => kinds.includes(kind) && !external);
  const targets = related.map(({ target }) => target).filter((target) => pack.has(target));
  return [main, ...new Set(targets)];
}

/** Throws FileError when the part is not well formed. */
export function readTags(xml: string): readonly Tag[] {
  return paragraphs(xml).flatMap(tagsIn);
}

interface Typed {
  readonly text: string;
  readonly within: number;
}

/** What is typed in each paragraph; those of a text box stand before the paragraph that holds it. */
function paragraphs(xml: string): readonly Typed[] {
  const done: Typed[] = [];
  const open: string[] = [''];
  const around: number[] = [0];
  let containers = 0;
  for (const reader = new XmlReader(xml); reader.next(); ) {
    if (reader.begins('t')) open.push((open.pop() ?? '') + reader.text());
    else if (reader.kind === 'empty') continue;
    else if (reader.is('tbl') || reader.is('txbxContent')) {
      if (reader.kind === 'open') around.push(++containers);
      else around.pop();
    } else if (reader.is('p')) {
      if (reader.kind === 'open') open.push('');
      else done.push({ text: open.pop() ?? '', within: around.at(-1) ?? 0 });
    }
  }
  return done;
}

function tagsIn({ text: paragraph, within }: Typed): readonly Tag[] {
  const tags: Tag[] = [];
  let opened: number | null = null;
  for (const { 0: brace, index } of paragraph.matchAll(/[{}]/g)) {
    if (brace === '{') {
      if (opened !== null) tags.push(alone('unclosed', paragraph, opened));
      opened = index;
    } else if (opened === null) tags.push(alone('unopened', paragraph, index));
    else {
      tags.push(tagOf(paragraph.slice(opened, index + 1), within));
      opened = null;
    }
  }
  if (opened !== null) tags.push(alone('unclosed', paragraph, opened));
  return tags;
}

const KINDS = { '#': 'open', '^': 'unless', '/': 'close' } as const;

function tagOf(raw: string, within: number): Tag {
  const [, sign = '', name = ''] = /^\{\s*([#^/]?)\s*([\s\S]*?)\s*\}$/.exec(raw) ?? [];
  return { kind: sign === '#' || sign === '^' || sign === '/' ? KINDS[sign] : 'place', name, raw, within };
}

const QUOTED_AROUND = 20;

function alone(kind: 'unopened' | 'unclosed', paragraph: string, at: number): Tag {
  const from = Math.max(0, at - QUOTED_AROUND);
  const to = Math.min(paragraph.length, at + QUOTED_AROUND);
  const near = `${from > 0 ? '…' : ''}${paragraph.slice(from, to).trim()}${to < paragraph.length ? '…' : ''}`;
  return { kind, near };
}
