// What steers a terminal, in names and texts of others: told as "\ufffd", never sent on.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pl01b2024, planAnnexForm } from '../../core/index.ts';
import { makeWorkbook } from '../../xlsx/index.ts';
import { CONSISTENT } from '../core/consistent.ts';
import { cchc, temporaryFolder } from './cchc.ts';

const EVIL = '\u001b]0;evil\u0007\u001b[2J\u009b2J\u202e\rx';
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const STEERING = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

it('in a file’s name, its unit and its figures, by every command that tells of them', () => {
  const folder = temporaryFolder();
  const form = planAnnexForm(pl01b2024, {
    figures: { ...CONSISTENT, '1.1.3': EVIL },
    unit: `UBND xã An ${EVIL}`,
    period: '6 tháng đầu năm 2024',
  });
  // Windows takes no such names.
  const ending = process.platform === 'win32' ? '\u202e' : EVIL;
  const name = `a ${ending}.xlsx`;
  writeFileSync(join(folder, name), makeWorkbook([form]));
  writeFileSync(join(folder, `b ${ending}.xlsx`), 'không phải bảng tính');
  const runs = [
    cchc(folder, 'check', name),
    cchc(folder, 'check', '.'),
    cchc(folder, 'narrate', name),
    cchc(folder, 'compare', name, name),
    cchc(folder, 'consolidate', '.', '--output', `c ${ending}.xlsx`),
    cchc(folder, 'check', `d ${ending}.xlsx`),
  ];
  expect(runs[0]?.stdout).toContain('\ufffd');
  for (const { stdout, stderr } of runs) {
    expect(stdout + stderr).not.toMatch(STEERING);
    expect(stdout + stderr).not.toBe('');
  }
});
