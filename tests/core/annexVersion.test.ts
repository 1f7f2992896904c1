// Two versions of the annex side by side: made here from the one there is, as a circular that changes the form would.
import { describe, expect, it } from 'vitest';
import { annexVersion } from '../../core/annexSheets.ts';
import { analyze, type Key, pl01b2024, planAnnexForm, type Template } from '../../core/index.ts';
import { CONSISTENT } from './consistent.ts';
import { gridOfTable, workbookOf } from './workbooks.ts';

const ADDED = [
  { key: '2.6' as Key, label: 'Số VBQPPL được hợp nhất', unit: 'Văn bản', kind: 'count' },
  { key: '2.7' as Key, label: 'Số văn bản được đăng tải công khai', unit: 'Văn bản', kind: 'count' },
] as const;

/** Without the letters of apology, with two rows more, and with the last chapter numbered otherwise. */
const NEXT: Template<Key> = {
  ...pl01b2024,
  id: 'pl01b-next',
  rows: pl01b2024.rows
    .filter(({ key }) => key !== '3.5')
    .flatMap((row) => {
      if (row.key === '2.5') return [row, ...ADDED];
      return /^7\.6/.test(row.key) ? [{ ...row, code: '7.9' }] : [row];
    }),
};

function form(version: Template<Key>, missing: readonly string[] = []) {
  const rows = version.rows.filter(({ key }) => !missing.includes(key));
  const values = {
    figures: { ...CONSISTENT, '2.6': 2, '2.7': 3 },
    unit: 'xã Hoằng Hợp',
    period: '6 tháng đầu năm 2024',
  };
  return workbookOf(gridOfTable(planAnnexForm({ ...version, rows }, values)));
}

describe('the version of the annex', () => {
  const versions = [NEXT, pl01b2024];
  it.each(versions)('$id is known by its rows', (version) => {
    expect(annexVersion(form(version), versions).id).toBe(version.id);
    expect(annexVersion(form(version), [...versions].reverse()).id).toBe(version.id);
  });
  it.each(versions)('$id is known with rows left out', (version) => {
    expect(annexVersion(form(version, ['1.1.3', '4.1.3', '7.5.1']), versions).id).toBe(version.id);
  });
  it('is the newest where there is no annex, and the only one where there is but one', () => {
    expect(annexVersion(workbookOf(), versions).id).toBe(NEXT.id);
    expect(annexVersion(form(NEXT), [pl01b2024]).id).toBe(pl01b2024.id);
    expect(annexVersion(form(NEXT), []).id).toBe(pl01b2024.id);
  });
  it('of two that fit alike is the newest', () => {
    const twin = { ...pl01b2024, id: 'pl01b-twin' };
    expect(annexVersion(form(pl01b2024), [twin, pl01b2024]).id).toBe('pl01b-twin');
  });
  it('that is known leaves nothing to say of its own form', () => {
    expect(analyze(form(NEXT), { template: NEXT }).findings).toEqual([]);
    expect(analyze(form(pl01b2024)).findings).toEqual([]);
  });
});
