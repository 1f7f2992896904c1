// What each number of a sentence is taken for, before anything is compared: by its words alone, whatever the annex says.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Bound, bind } from '../../core/claim.ts';
import type { Scope } from '../../core/claimRecord.ts';
import type { Unit } from '../../core/claims/words.ts';
import { mentionsIn } from '../../core/mention.ts';
import { readPassages } from '../../core/passage.ts';
import { readPeriod } from '../../core/period.ts';
import { scopeOf } from '../../core/scope.ts';
import { APPROXIMATE, paragraphsOf, printed, rowsOf } from './table.ts';

const FOLDER = new URL('./', import.meta.url);
const pages = readdirSync(FOLDER).filter((file) => file.endsWith('.md') && file !== 'hoang-hop.md');
const PERIOD = readPeriod('6 tháng đầu năm 2024');

const UNITS: Readonly<Record<Unit, string>> = {
  dossier: 'hồ sơ',
  procedure: 'thủ tục',
  service: 'dịch vụ công',
  task: 'nhiệm vụ',
  document: 'văn bản',
  resolution: 'nghị quyết',
  person: 'người',
  post: 'biên chế',
  form: 'phiếu',
  issue: 'vấn đề',
  section: 'bộ phận',
  case: 'trường hợp',
  other: 'việc khác',
};
const SCOPES: Readonly<Record<Scope | 'mixed', string>> = {
  received: 'tiếp nhận',
  solved: 'giải quyết',
  open: 'chưa giải quyết xong',
  plan: 'theo kế hoạch',
  assigned: 'cấp trên giao',
  mixed: 'của nhiều loại',
};

/** "494 Hồ sơ tiếp nhận"; "–" for words that fit nothing, "^" for a share of the number before, "✗" for another time or place. */
function taken({ mention, record, ofGovernor, barred }: Bound): string {
  const scope = scopeOf(mention);
  const about = [
    mention.approximate && APPROXIMATE[mention.approximate],
    mention.unit && UNITS[mention.unit],
    scope && SCOPES[scope],
  ].filter((word) => word !== null);
  const name = ofGovernor ? '^' : (record?.name ?? '–');
  return `${printed(mention)} ${name}${barred ? ' ✗' : ''} (${about.join(' ')})`;
}

function line(text: string): string {
  const { passages } = readPassages(paragraphsOf(text));
  return `| ${text} | ${bind(mentionsIn(passages), PERIOD, 'UBND xã Hoằng Hợp').map(taken).join('; ')} |`;
}

it.each(pages)('%s', async (file) => {
  const lines = rowsOf(readFileSync(new URL(file, FOLDER), 'utf8')).map(({ text }) => line(text));
  const page = [
    '# Mỗi số trong câu nói về gì',
    `Các câu của \`../${file}\`. “–” là không rõ; “^” là tỷ lệ của số đứng trước; “✗” là của kỳ khác, nơi khác hoặc việc sẽ làm.
Trong ngoặc: cách nói ước lượng, đơn vị đếm, phạm vi.`,
    ['| Lời văn | Số nói về |', '|---|---|', ...lines].join('\n'),
  ].join('\n\n');
  await expect(`${page}\n`).toMatchFileSnapshot(`binding/${file}`);
});
