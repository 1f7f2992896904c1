// Three periods of one commune with faults planted; `tests/sheets/ba-ky/ba-ky.md` is what comes of them, for a person to sign.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  type Analysis,
  analyze,
  BETWEEN,
  comparePeriods,
  type FormValues,
  type InfoKey,
  type PeriodFigure,
  type PeriodTable,
  pl01b2024,
  planAnnexForm,
  planInfoForm,
  SEVERITY_NAMES,
  type Workbook,
  writeDecimal,
  writeSigned,
} from '../../core/index.ts';
import { gridOfTable, workbookOf } from './workbooks.ts';

type Values = FormValues & { readonly inputs: Readonly<Partial<Record<InfoKey, string | number>>> };

/** The same values as `cchc new --values` makes files of. */
function workbookOfValues(name: string): Workbook {
  const url = new URL(`../sheets/ba-ky/${name}.values.json`, import.meta.url);
  const { inputs, ...values } = JSON.parse(readFileSync(url, 'utf8')) as Values;
  return workbookOf(gridOfTable(planAnnexForm(pl01b2024, values)), gridOfTable(planInfoForm(inputs)));
}

const FILES = ['quy-1', '6-thang', '9-thang'] as const;
const PAIRS = [
  ['6-thang', 'quy-1'],
  ['9-thang', '6-thang'],
  ['9-thang', 'quy-1'],
] as const;

/** By hand: what was planted, and nothing else. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  '6-thang quy-1': [
    'stock-roll-forward-broken warning 3.1.3 +1',
    'cumulative-fell undecided 1.4.1',
    'out-of-line-with-previous undecided 1.4.1',
  ],
  '9-thang 6-thang': ['cumulative-fell warning 1.1.3 −2', 'section-copied-from-previous warning 2.1'],
  '9-thang quy-1': [
    'stock-roll-forward-broken warning 3.1.3 +1',
    'cumulative-fell undecided 1.4.1',
    'out-of-line-with-previous undecided 1.4.1',
  ],
};

const IDS: ReadonlySet<string> = new Set(BETWEEN.map(({ id }) => id));

function held(now: string, before: string): Analysis {
  const previous = { file: `${before}.xlsx`, workbook: workbookOfValues(before) };
  return analyze(workbookOfValues(now), { previous });
}

function outcomes({ findings, undecided }: Analysis): readonly string[] {
  const failed = findings
    .filter(({ rule }) => IDS.has(rule))
    .map(({ rule, severity, key, imbalance }) => {
      const by = imbalance === null ? '' : ` ${writeSigned({ digits: imbalance, decimals: 0 })}`;
      return `${rule} ${severity} ${key}${by}`;
    });
  const open = undecided.filter(({ rule }) => IDS.has(rule));
  return [...failed, ...open.map(({ rule, missing }) => `${rule} undecided ${missing.join(' ')}`)];
}

it.each(PAIRS)('%s after %s: what was planted is found, and nothing else', (now, before) => {
  expect(outcomes(held(now, before))).toEqual(EXPECTED[`${now} ${before}`]);
});

it.each(FILES)('%s alone has no error, and nothing between periods', (name) => {
  const analysis = analyze(workbookOfValues(name));
  expect(analysis.summary.errors).toBe(0);
  expect(outcomes(analysis)).toEqual([]);
});

it('the page that a person signs', async () => {
  const [half, nine] = [held('6-thang', 'quy-1'), held('9-thang', '6-thang')];
  const page = [
    '# Ba kỳ của một xã, có lỗi cài sẵn',
    '',
    'Số liệu: `quy-1.values.json`, `6-thang.values.json`, `9-thang.values.json`. Máy viết lại bằng',
    '`npx vitest run tests/core/threePeriods.test.ts -u`. Cài sẵn: 6 tháng có 3.1.3 thừa 1 thủ tục so với quý I; 9 tháng có 1.1.3 giảm',
    'và chép nguyên phần 2 của 6 tháng; quý I để trống 1.4.1.',
    ...table(
      ['Mục', 'Quý I', '6 tháng', 'Tăng, giảm', '9 tháng', 'Tăng, giảm'],
      rowsOf(comparePeriods(half), comparePeriods(nine)),
    ),
    ...table(['Tỷ lệ', 'Quý I', '6 tháng', 'Điểm phần trăm', '9 tháng', 'Điểm phần trăm'], ratesOf(half, nine)),
    ...[half, nine].flatMap((analysis) => ['', `## ${analysis.period?.label ?? ''}`, ...sentences(analysis)]),
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../sheets/ba-ky/ba-ky.md');
});

function rowsOf(half: PeriodTable | null, nine: PeriodTable | null): readonly (readonly string[])[] {
  return (half?.rows ?? []).flatMap((row, place) => {
    const next = nine?.rows[place];
    if (!next || (row.row.kind === 'heading' && row.now.value === null)) return [];
    // The middle column stands once: it is the later period of the first pair and the earlier of the second.
    expect(next.before).toEqual(row.now);
    return [[row.row.key, shown(row.before), shown(row.now), changeOf(row), shown(next.now), changeOf(next)]];
  });
}

function shown({ state, value }: PeriodFigure): string {
  return value ? writeDecimal(value) : state === 'blank' ? 'trống' : state;
}

function changeOf({ change, percent, changed }: PeriodTable['rows'][number]): string {
  if (changed === null) return 'chưa so được';
  if (!change) return changed ? 'đã đổi' : 'như cũ';
  return `${writeSigned(change)}${percent && percent.digits !== 0 ? ` (${writeSigned(percent)}%)` : ''}`;
}

function ratesOf(half: Analysis, nine: Analysis): readonly (readonly string[])[] {
  const later = comparePeriods(nine)?.rates ?? [];
  return (comparePeriods(half)?.rates ?? []).map(({ name, before, now, change }, place) => {
    const next = later[place];
    const points = [change, next?.change ?? null].map((one) => (one ? writeSigned(one) : '–'));
    return [name, before ?? '–', now ?? '–', points[0] ?? '', next?.now ?? '–', points[1] ?? ''];
  });
}

function sentences(analysis: Analysis): readonly string[] {
  const findings = analysis.findings.filter(({ rule }) => IDS.has(rule));
  const open = analysis.undecided.filter(({ rule }) => IDS.has(rule));
  return [
    ...findings.flatMap(({ severity, message, hint }) => [
      '',
      `- **${SEVERITY_NAMES[severity]}.** ${message} *${hint}*`,
    ]),
    ...open.flatMap(({ message, hint }) => ['', `- **Chưa đủ số liệu.** ${message} *${hint}*`]),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return ['', line(head), line(head.map(() => '---')), ...rows.map(line)];
}
