// Twelve communes of one district, faults planted in them; `tests/sheets/tong-hop/muoi-hai-xa.md` is what comes of them.
import type { GatheredFile, RosterUnit } from '../../core/index.ts';
import { communeFile, strangeFile } from './communes.ts';

const NAMES = ['An Bình', 'Đông Hòa', 'Hoằng Hợp', 'Hoằng Lộc', 'Ích Thịnh', 'Quảng Phú', 'Tân Ước', 'Vĩnh Lộc'];

export const TWELVE_ROSTER: readonly RosterUnit[] = [
  ...NAMES.map((name) => ({ name: `Xã ${name}`, code: null, due: '2024-06-10', received: null })),
  ...['Xã Thiệu Hoá', 'Phường 2', 'Phường 14', 'Thị trấn Bút Sơn'].map((name) => ({
    name,
    code: null,
    due: '2024-06-10',
    received: null,
  })),
];

export const TWELVE_FILES: readonly GatheredFile[] = [
  communeFile({ unit: 'UBND xã An Bình', inputs: { L: 10, Q: 2 } }),
  // Late, and a blank that is no zero.
  communeFile({ unit: 'UBND xã Đông Hòa', saved: '2024-06-12', figures: { '1.1.3': null, '7.1': 0 } }),
  // An error of the kind that real reports have: the parts do not add up.
  communeFile({ unit: 'UBND xã Hoằng Hợp', figures: { '3.3.1.a': 45 }, inputs: { L: 4 } }),
  // A text where a number should stand, and a code outside the list.
  communeFile({ unit: 'UBND xã Hoằng Lộc', figures: { '1.1.3': 'chưa rõ', '7.1': 3, '5.4.2': 40 } }),
  // Sent twice, alike.
  communeFile({ unit: 'UBND xã Ích Thịnh', file: 'ich-thinh.xlsx' }),
  communeFile({ unit: 'UBND xã Ích Thịnh', file: 'ich-thinh (1).xlsx' }),
  // Sent twice, not alike.
  communeFile({ unit: 'UBND xã Quảng Phú', file: 'quang-phu.xlsx' }),
  communeFile({ unit: 'UBND xã Quảng Phú', file: 'quang-phu-sua.xlsx', figures: { '1.1.3': 17 } }),
  // Of another period.
  communeFile({ unit: 'UBND xã Tân Ước', period: 'quý I năm 2024' }),
  // Nothing but a few documents, none of them electronic; small base, large weight for others.
  communeFile({
    unit: 'UBND xã Vĩnh Lộc',
    figures: { '7.2.3': 29, '7.2.3.a': 0, '7.2.3.b': 0, '3.1.3': 93, '3.2.4': 50 },
  }),
  // Tone marks set the other way, as the roster does not.
  communeFile({ unit: 'UBND xã Thiệu Hóa', figures: { '1.4.1': 0, '1.4.2': null } }),
  // Hardly anything online: far from the others.
  communeFile({
    unit: 'UBND phường 2',
    figures: { '3.3.1.a': 434, '3.3.1.b': 10, '3.3.1.c': 30, '3.3.1.d': 20 },
  }),
  communeFile({ unit: 'UBND phường 14' }),
  // The town of Bút Sơn sent no annex, a neighbour from another district did, and one file is broken.
  strangeFile('thi tran But Son.xlsx'),
  communeFile({ unit: 'UBND xã Lạc Đường' }),
  strangeFile('hong.xlsx', 'Tệp hỏng, không mở được.'),
];
