// Says which texts of a report a template would leave out without a word: a report must not lose a paragraph or a row.
import type { Tag } from './templateTags.ts';

type NamedTag = Extract<Tag, { name: string }>;

interface Cover {
  readonly stretch: string;
  /** What must be there for every kind. */
  readonly place: string;
  readonly unit: string;
  readonly kinds: readonly string[];
}

/** The repeated stretches; "" is the kind of a row that is no heading. */
const COVERS: readonly Cover[] = [
  {
    stretch: 'noi_dung',
    place: 'chu',
    unit: 'đoạn',
    kinds: ['la_muc', 'la_khoan', 'la_diem', 'la_doan', 'la_cau_hoi'],
  },
  { stretch: 'dong_phu_luc', place: 'chi_tieu', unit: 'dòng', kinds: ['la_tieu_de', ''] },
];
const OTHERWISE = '{^la_tieu_de}{chi_tieu}{/la_tieu_de}';

/** Problems in Vietnamese. The stretches must be closed as they should. */
export function checkCover(tags: readonly Tag[]): readonly string[] {
  return COVERS.flatMap((cover) => {
    if (!tags.some((tag) => tag.kind === 'open' && tag.name === cover.stretch)) return [];
    const reached = reachedKinds(tags, cover);
    const lost = cover.kinds.filter((kind) => !reached.has(kind));
    return lost.length === 0 ? [] : [sentence(cover, lost)];
  });
}

/** The kinds for which the place stands in the stretch, with no condition around it that leaves them out. */
function reachedKinds(tags: readonly Tag[], { stretch, place, kinds }: Cover): ReadonlySet<string> {
  const reached = new Set<string>();
  const around: NamedTag[] = [];
  const against = new Map(kinds.map((kind) => [kind, 0]));
  let inside = 0;
  const count = (tag: NamedTag, by: 1 | -1) => {
    if (tag.name === stretch) inside += by;
    if (!kinds.includes(tag.name)) return;
    for (const [kind, others] of against) if (leavesOut(tag, kind)) against.set(kind, others + by);
  };
  for (const tag of tags) {
    if ('near' in tag) continue;
    if (tag.kind === 'place') {
      if (tag.name === place && inside > 0) for (const [kind, others] of against) if (others === 0) reached.add(kind);
    } else if (tag.kind !== 'close') {
      around.push(tag);
      count(tag, 1);
    } else {
      const opened = around.pop();
      if (opened) count(opened, -1);
    }
  }
  return reached;
}

function leavesOut(condition: NamedTag, kind: string): boolean {
  return (condition.kind === 'open') !== (condition.name === kind);
}

function sentence({ stretch, place, unit, kinds }: Cover, lost: readonly string[]): string {
  const between = `Giữa {#${stretch}} và {/${stretch}}`;
  const all = lost.length === kinds.length;
  if (all) return `${between} chưa có {${place}} nên các ${unit} sẽ không có chữ; hãy thêm {${place}} vào đó.`;
  const missing = lost.map((kind) => (kind === '' ? OTHERWISE : `{#${kind}}{${place}}{/${kind}}`));
  return `${between} chưa có ${missing.join(', ')} nên các ${unit} loại này sẽ bị bỏ; hãy thêm vào đó.`;
}
