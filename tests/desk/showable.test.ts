// Files that can be read and not be shown are told apart before anything is closed.
import { expect, it } from 'vitest';
import { whyNotShown } from '../../desk/showable.ts';
import { sheetOf } from '../hosts/contract.ts';

it('wants a sheet with cells, and texts that Excel itself could hold', () => {
  expect(whyNotShown({ sheets: [], active: '' })).toContain('không có trang tính');
  const long = sheetOf('Dài', [['x'.repeat(32_768)]]);
  expect(whyNotShown({ sheets: [long], active: 'Dài' })).toContain('“Dài”');
  expect(whyNotShown({ sheets: [sheetOf('Vừa', [['x'.repeat(32_767)]])], active: 'Vừa' })).toBeNull();
});
