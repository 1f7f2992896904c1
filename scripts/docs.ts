// Writes docs/rules.md, docs/claims.md, docs/indicators.md and docs/glossary.md from the catalogues, so that they cannot say anything else.
import {
  ACTIVITIES,
  BETWEEN,
  type BetweenCheck,
  type BetweenRule,
  type Check,
  CLAIMS,
  type ClaimExample,
  CONTENT,
  capitalise,
  type Examples,
  INDICATORS,
  INPUT_HELP,
  INPUTS,
  isFillable,
  type Message,
  nameOf,
  PRESETS,
  partsOf,
  pl01b2024,
  RULES_VERSION,
  type Rule,
  SEVERITY_NAMES,
  type Severity,
  type Situation,
  STALE,
  STRUCTURE,
  type StructureRule,
  TEXT,
  type TextRule,
} from '../core/index.ts';

export const GENERATED = '<!-- Trang này được sinh từ mã nguồn bằng `npm run docs`; không sửa tay. -->';

/** docs/rules.md: every rule with what must hold, its basis, its words and its examples. */
export function rulesPage(): string {
  const content: readonly Rule[] = CONTENT;
  const structure: readonly StructureRule[] = STRUCTURE;
  const between: readonly BetweenRule[] = BETWEEN;
  return [
    '# Bộ quy tắc kiểm tra Phụ lục 01b',
    GENERATED,
    `Bộ quy tắc ${RULES_VERSION}. ${structure.length} quy tắc về hình thức bảng, ${content.length} quy tắc về số liệu, ${between.length} quy tắc giữa hai kỳ.`,
    'Mỗi quy tắc có bốn kết quả: Đạt, Chưa đạt, Chưa đủ số liệu (thiếu một số mà quy tắc cần), Không áp dụng. Ô trống không bao giờ được coi là 0. Các ví dụ dưới đây chỉ nêu chỗ khác với một bảng không có mâu thuẫn nào; chúng được dùng làm phép thử tự động.',
    '## Hình thức của bảng',
    ...structure.map(structureEntry),
    '## Số liệu',
    ...content.map(contentEntry),
    '## Giữa hai kỳ',
    'So với kỳ trước gần nhất: cột “kỳ trước”, “cùng kỳ” của chính bảng, trang tính khác trong tệp của cùng đơn vị, hoặc tệp khác (cchc check TỆP --previous TỆP-KỲ-TRƯỚC). Không có kỳ trước thì không áp dụng. Qua mốc sắp xếp đơn vị hành chính 01/7/2025 chỉ xét số chép lại.',
    ...between.map(contentEntry),
    '## Lời văn và Phụ lục',
    `${TEXT.length} quy tắc so lời văn của báo cáo với Phụ lục (cchc check TỆP --narrative LỜI-VĂN). Cách nhận ra từng số: claims.md.`,
    ...TEXT.map(textEntry),
    structureEntry({ ...STALE, examples: { pass: [], fail: [], undecided: [] } }),
  ]
    .join('\n\n')
    .concat('\n');
}

function structureEntry(rule: StructureRule): string {
  const { severity, basis, title, id, message, hint } = rule;
  return [
    `### ${id}`,
    `**${SEVERITY_NAMES[severity]}.** ${title} Căn cứ: ${basis}`,
    quote(message, hint),
    ...exampleLines(rule.examples),
  ].join('\n\n');
}

function contentEntry(rule: Rule | BetweenRule): string {
  const checks: readonly (Check | BetweenCheck)[] = rule.checks;
  const severities = new Set(checks.flatMap(severitiesOf));
  const names = [...severities].map((severity) => SEVERITY_NAMES[severity]).join(' hoặc ');
  const quotes = new Set(checks.map((check) => quote(check.message, check.hint)));
  return [
    `### ${rule.id}`,
    `**${names}.** ${rule.title} Căn cứ: ${rule.basis}`,
    ...quotes,
    ...presetLines(rule.id),
    ...exampleLines(rule.examples),
  ].join('\n\n');
}

/** The reasons that the pane offers, "{n}" being the size of the imbalance. */
function presetLines(rule: string): readonly string[] {
  const texts = PRESETS.filter(({ rules }) => rules.some((one) => one === rule)).map(({ text, writes }) => {
    return `“${text}”${writes ? ` (ghi cả {n} vào “Thông tin báo cáo”)` : ''}`;
  });
  return texts.length === 0 ? [] : [`Câu giải trình có sẵn: ${texts.join('; ')}.`];
}

function textEntry({ id, severity, title, basis, message, hint, examples }: TextRule): string {
  const lines = (['pass', 'fail'] as const).flatMap((outcome) =>
    examples[outcome].map(
      ({ text, situation }) =>
        `- ${outcome === 'pass' ? 'Đạt' : 'Chưa đạt'}: “${text}”${situation ? ` (${describe(situation)})` : ''}`,
    ),
  );
  const words = `> ${capitalise(plain(message))}\n>\n> Cần làm: ${plain(hint.todo)} Nếu cả hai đúng: ${plain(hint.ifRight)}`;
  return [`### ${id}`, `**${SEVERITY_NAMES[severity]}.** ${title} Căn cứ: ${basis}`, words, lines.join('\n')].join(
    '\n\n',
  );
}

function severitiesOf(check: Check | BetweenCheck): readonly Severity[] {
  return typeof check.severity === 'string' ? [check.severity] : check.severity.map(([severity]) => severity);
}

function quote(
  message: Message,
  hint: { readonly before?: Message; readonly todo: Message; readonly ifRight?: Message },
): string {
  const ifRight = hint.ifRight ? ` Nếu số đúng: ${plain(hint.ifRight)}` : '';
  return `> ${capitalise(plain(message))}\n>\n> ${hint.before ? `${plain(hint.before)} ` : ''}Cần làm: ${plain(hint.todo)}${ifRight}`;
}

/** A message with its slots named: what is filled from the sheet stands in braces. */
function plain(message: Message): string {
  return message
    .map((part) => {
      if (typeof part === 'string') return part;
      switch (part.say) {
        case 'row':
          return `${nameOf(pl01b2024, part.key)} (ô …)`;
        case 'cell':
          return `ô của ${nameOf(pl01b2024, part.key)}`;
        case 'value':
          return `{${part.of}}`;
        case 'total':
        case 'difference':
          return `{${part.of
            .map((term) => (Array.isArray(term) ? `− ${term[1]}` : `+ ${String(term)}`))
            .join(' ')
            .replace(/^\+ /, '')}}`;
        case 'left':
          return '{trái}';
        case 'right':
          return '{phải}';
        case 'size':
          return '{n}';
        case 'signed':
          return '{±n}';
        case 'moreOrLess':
          return '{ít hơn / nhiều hơn}';
        case 'word':
          return `{${part.name}}`;
        case 'when': {
          const [text, otherwise] = [plain(part.text), plain(part.otherwise)];
          return otherwise === '' ? `⟨${text}⟩` : `⟨${text} / ${otherwise}⟩`;
        }
        default:
          return part satisfies never;
      }
    })
    .join('');
}

const OUTCOMES = [
  ['pass', 'Đạt'],
  ['fail', 'Chưa đạt'],
  ['undecided', 'Chưa đủ số liệu'],
] as const;

function exampleLines(examples: Examples): string[] {
  const lines = OUTCOMES.flatMap(([outcome, name]) =>
    examples[outcome].map((situation) => `- ${name}: ${describe(situation)}`),
  );
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function describe(situation: Situation): string {
  const result = [
    situation.severity ? SEVERITY_NAMES[situation.severity] : '',
    situation.imbalance === undefined ? '' : `lệch ${String(situation.imbalance).replace('-', '−').replace('.', ',')}`,
  ].filter((part) => part !== '');
  return `${situationWords(situation)}${result.length === 0 ? '' : ` → ${result.join(', ')}`}`;
}

/** What a situation changes in the annex without contradictions, in words. */
export function situationWords(situation: Situation): string {
  const parts = [...differences(situation), ...(situation.previous ? [describePrevious(situation.previous)] : [])];
  return parts.length === 0 ? 'bảng không có mâu thuẫn' : parts.join('; ');
}

/** More differences than anyone reads are counted. */
const MOST_TOLD = 8;

function describePrevious({ period, ...previous }: NonNullable<Situation['previous']>): string {
  const parts = differences(previous);
  const told = parts.length > MOST_TOLD ? `${parts.length} số khác` : parts.join(', ');
  return `kỳ trước ${period ?? 'quý I năm 2024'}: ${told === '' ? 'bảng không có mâu thuẫn' : told}`;
}

function differences(situation: Situation): readonly string[] {
  return [
    ...entries(situation.figures, (key, value) => `${key} ${value === null ? 'để trống' : `= ${shown(value)}`}`),
    ...entries(situation.shown, (key, value) => `${key} hiện “${value}”`),
    ...entries(situation.inputs, (key, value) => `${key} = ${shown(value)}`),
    ...entries(situation.codes, (key, value) => `mã ${key} thành ${shown(value)}`),
    ...entries(situation.labels, (key, value) => `tên ${key} là “${value}”`),
    ...entries(situation.units, (key, value) => `đơn vị tính ${key} là “${value}”`),
    ...(situation.without ?? []).map((key) => `thiếu dòng ${key}`),
    ...(situation.twice ?? []).map((key) => `hai dòng ${key}`),
    ...(situation.moved ?? []).map(({ key, after }) => `dòng ${key} đứng sau ${after}`),
    ...(situation.added ?? []).map(({ after, cells }) => `thêm dòng “${cells.slice(0, 2).join(' ')}” sau ${after}`),
    ...(situation.headings
      ? [`tiêu đề cột: ${situation.headings.map((heading) => heading || '(không có)').join(', ')}`]
      : []),
    ...(situation.period ? [`kỳ ${situation.period}`] : []),
  ];
}

function entries<V>(
  record: { readonly [key: string]: V } | undefined,
  write: (key: string, value: V) => string,
): string[] {
  return Object.entries(record ?? {}).map(([key, value]) => write(key, value));
}

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'error' in value) return String(value.error);
  return typeof value === 'string' ? `“${value}”` : String(value).replace('.', ',');
}

/** docs/indicators.md: every rate with its fraction. */
export function indicatorsPage(): string {
  const rows = INDICATORS.map((record) => {
    const side = (parts: readonly string[]) => parts.join(' + ');
    return `| ${record.name} | ${side(record.numerator)} | ${side(record.denominator)} | ${record.whenZero} | \`${record.id}\` |`;
  });
  return [
    '# Tỷ lệ tính từ Phụ lục 01b',
    GENERATED,
    'Tỷ lệ được tính từ phân số chính xác, làm tròn một lần đến hai chữ số thập phân (từ 5 trở lên thì làm tròn lên). Thiếu tử số hoặc mẫu số thì ghi “Chưa đủ số liệu”; mẫu số bằng 0 thì ghi bằng lời. a, b, c, d là bốn dòng “Trong đó”; L, Q là số liệu ở “Thông tin báo cáo” (xem glossary.md).',
    ['| Tỷ lệ | Tử số | Mẫu số | Khi mẫu số bằng 0 | id |', '|---|---|---|---|---|', ...rows].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

/** docs/glossary.md: the keys of rows and inputs, as rules, JSON and messages use them. */
export function glossaryPage(): string {
  const rows = pl01b2024.rows.map((row) => {
    const parts = partsOf(pl01b2024, row.key);
    const kind = { heading: 'tiêu đề', count: 'số đếm', percent: 'tỷ lệ %', choice: 'ghi mã' }[row.kind];
    return `| ${row.key} | ${row.code ?? row.key} | ${row.label} | ${row.unit ?? ''} | ${kind}${parts.length > 0 ? `, trong đó ${parts.join(', ')}` : ''} |`;
  });
  const inputs = INPUTS.map((input) => `| ${input.key} | ${input.label} | ${INPUT_HELP[input.key]} |`);
  const fillable = pl01b2024.rows.filter(isFillable).length;
  return [
    '# Khóa của các dòng và số liệu',
    GENERATED,
    `## ${pl01b2024.name}`,
    `${pl01b2024.rows.length} dòng, ${fillable} dòng phải ghi số. ${pl01b2024.basis}`,
    ['| Khóa | Mã in | Chỉ tiêu | Đơn vị tính | Loại |', '|---|---|---|---|---|', ...rows].join('\n'),
    '## Thông tin báo cáo',
    ['| Khóa | Nội dung | Hướng dẫn |', '|---|---|---|', ...inputs].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

const CLAIM_OUTCOMES: Readonly<Record<ClaimExample['outcome'], string>> = {
  agrees: 'khớp',
  differs: 'lệch',
  'not-compared': 'chưa đối chiếu được',
};

/** docs/claims.md: how a number of the prose is bound to rows of the annex, with the sentences that run as tests. */
export function claimsPage(): string {
  const entries = CLAIMS.map(({ id, name, equals, rate, examples }) => {
    const rows = rate
      ? `${formText(rate.of)} / ${rate.over.map(formText).join(' hoặc ')}`
      : equals.map(formText).join(', ');
    return [
      `### ${name}`,
      `\`${id}\` · ${rows === '' ? 'Phụ lục không có dòng riêng' : rows}`,
      sentences(examples),
    ].join('\n\n');
  });
  const activities = ACTIVITIES.map(({ id, name, rows, examples }) =>
    [`### ${name}`, `\`${id}\` · ${rows.map(String).join(', ')} bằng 0`, sentences(examples)].join('\n\n'),
  );
  return [
    '# Cách đối chiếu lời văn với Phụ lục',
    GENERATED,
    'Mỗi số trong lời văn được nhận ra bằng chữ đứng quanh nó, không bao giờ bằng giá trị. Số không nhận ra chắc chắn, số của kỳ khác, cấp khác, lĩnh vực riêng, chỉ tiêu phấn đấu thì ghi “chưa đối chiếu được”. Ngày tháng, số văn bản, năm, điều khoản, số mục không phải số liệu. Các câu dưới đây được dùng làm phép thử tự động, trên một bảng không có mâu thuẫn.',
    '## Số liệu và tỷ lệ',
    ...entries,
    '## Việc đã làm mà Phụ lục ghi 0',
    ...activities,
  ]
    .join('\n\n')
    .concat('\n');
}

function sentences(examples: readonly ClaimExample[]): string {
  return examples
    .map(({ text, value, outcome, situation }) => {
      const shownValue = String(value).replace('.', ',');
      return `- “${text}” → ${shownValue}: ${CLAIM_OUTCOMES[outcome]}${situation ? ` (${describe(situation)})` : ''}`;
    })
    .join('\n');
}

function formText(form: readonly unknown[]): string {
  return form
    .map((term) => (Array.isArray(term) ? ` − ${term[1]}` : ` + ${String(term)}`))
    .join('')
    .replace(/^ \+ /, '');
}
