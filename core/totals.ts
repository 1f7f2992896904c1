// How each row of the annex is brought together over many communes: by its kind, unless a record here says otherwise.
import { placeOf, type RowKind, type Template, type TemplateRow } from './template.ts';
import type { Key } from './templates/index.ts';

/**
 * `sum`: added up. `weighted`: the mean of the shares, each weighing as much as the product of its bases. `codes`:
 * communes are counted by code. `spread`: lowest and highest, because the annex has no base to weigh by.
 */
export type TotalWay =
  | { readonly way: 'sum' }
  | { readonly way: 'weighted'; readonly bases: readonly [Key, ...Key[]]; readonly why: string }
  | { readonly way: 'codes' }
  | { readonly way: 'spread'; readonly why: string };

export const WAYS_BY_KIND: Readonly<Record<Exclude<RowKind, 'heading'>, TotalWay>> = {
  count: { way: 'sum' },
  choice: { way: 'codes' },
  percent: { way: 'spread', why: 'biểu không có mẫu số của tỷ lệ này' },
};

/** Shares with a base on the annex. */
export const WAYS: Partial<Readonly<Record<Key, TotalWay>>> = {
  '3.2.4': { way: 'weighted', bases: ['3.1.3'], why: 'theo số TTHC đang áp dụng (mục 3.1.3)' },
  '3.2.5': {
    way: 'weighted',
    bases: ['3.2.4', '3.1.3'],
    why: 'theo số TTHC đã có quy trình nội bộ (mục 3.1.3 × tỷ lệ ở mục 3.2.4, mỗi TTHC một quy trình)',
  },
  '7.2.3.a': { way: 'weighted', bases: ['7.2.3'], why: 'theo tổng số văn bản đi (mục 7.2.3)' },
  '7.2.3.b': { way: 'weighted', bases: ['7.2.3'], why: 'theo tổng số văn bản đi (mục 7.2.3)' },
  '5.4.2': { way: 'spread', why: 'biểu không có tổng số bộ phận của từng đơn vị' },
};

/** The way of a row that carries a figure. Under a template without its base, a share is like any other without one. */
export function wayOf(row: TemplateRow<Key>, template: Template<Key>): TotalWay {
  const own = WAYS[row.key];
  const hasBases = own?.way !== 'weighted' || own.bases.every((base) => placeOf(template, base) >= 0);
  return (hasBases && own) || WAYS_BY_KIND[row.kind === 'heading' ? 'count' : row.kind];
}
