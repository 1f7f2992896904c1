// The whole report as a document by NĐ 30/2020/NĐ-CP: who reports to whom, the narrative, the annex.
import type { Analysis } from './analyze.ts';
import { longDate } from './date.ts';
import { cellAt, type Grid, textAt, type Workbook } from './grid.ts';
import { type Inputs, typedDate, typedDocumentNumber, typedText } from './input.ts';
import { DEPUTY, YES } from './inputs.ts';
import type { PlannedParagraph } from './mergeNarrative.ts';
import type { NarrativePlan } from './narrativePlan.ts';
import { followingPeriod } from './period.ts';
import type { AnnexLine, Block, ReportDocument } from './reportDocument.ts';
import { parseChoices, printedCode } from './template.ts';
import { isThreeTiers, placeOf, superiorOf } from './terms.ts';
import { capitalise, fold } from './vietnamese.ts';

const UNKNOWN_PERIOD = '⟦Cần ghi: kỳ báo cáo⟧';

/** Every text of the document, finished; what is not known yet is said in ⟦ ⟧. */
export function planReportDocument(analysis: Analysis, plan: NarrativePlan, workbook: Workbook): ReportDocument {
  const { inputs, period, unit } = analysis;
  const place = placeOf(unit, inputs);
  const next = period && followingPeriod(period);
  const subject = `Kết quả công tác cải cách hành chính ${period?.label ?? UNKNOWN_PERIOD}`;
  return {
    ...heads(analysis),
    number: `Số: ${typedDocumentNumber(inputs, 'vb.so') || '…'}/BC-UBND`,
    placeDate: `${placeName(place.name, place.kind)}, ngày ${dateOf(inputs)}`,
    subject: next ? [`${subject};`, `phương hướng, nhiệm vụ ${next}`] : [subject],
    addressees: addressees(analysis),
    body: plan.paragraphs.filter((one) => one.text !== '').map(blockOf),
    recipients: recipients(inputs, place.kind),
    signature: { authority: authority(inputs), name: typedText(inputs, 'vb.nguoiky') },
    annex: annexOf(analysis, workbook),
    draft: plan.draft,
  };
}

/** NĐ 30/2020, Phụ lục I, II.2: the issuing body's name in full; only the superior body's may be abbreviated. */
function heads({ inputs, period, unit }: Analysis): Pick<ReportDocument, 'superior' | 'issuer'> {
  const name = placeOf(unit, inputs).name?.toUpperCase() ?? '…………';
  const superior = superiorOf(inputs, isThreeTiers(period)).name;
  const named = superior !== null && fold(typedText(inputs, 'vb.captren')) === fold(YES);
  // In one line the name would not fit, and would be broken inside.
  return { superior: named ? `UBND ${superior.toUpperCase()}` : '', issuer: ['ỦY BAN NHÂN DÂN', name] };
}

function dateOf(inputs: Inputs): string {
  const date = typedDate(inputs, 'vb.ngay');
  return date ? longDate(date) : '… tháng … năm …';
}

/** The commune's name alone, save where the kind is part of it: "Hoằng Hợp", "Phường 14". */
function placeName(name: string | null, kind: string): string {
  if (name === null) return '…………';
  return name.startsWith(capitalise(kind)) ? name : name.slice(kind.length).trim();
}

function addressees({ inputs, period }: Analysis): readonly string[] {
  const typed = typedList(inputs, 'vb.kinhgui');
  if (typed.length > 0) return listed(typed);
  const threeTiers = isThreeTiers(period);
  const superior = superiorOf(inputs, threeTiers).name;
  if (superior === null) return ['⟦Cần ghi: nơi gửi báo cáo⟧'];
  const office = threeTiers ? 'Phòng Nội vụ' : 'Sở Nội vụ';
  return listed([`Ủy ban nhân dân ${superior}`, `${office} ${superior}`]);
}

function typedList(inputs: Inputs, key: 'vb.kinhgui' | 'vb.noinhan'): readonly string[] {
  const items = typedText(inputs, key).split(';');
  return items.map((item) => item.trim().replace(/^- ?|[.;]$/g, '')).filter((item) => item !== '');
}

/** One stands alone; more stand on a line each. */
function listed(items: readonly string[]): readonly string[] {
  if (items.length === 1) return [`${items[0]}.`];
  return items.map((item, index) => `- ${item}${index === items.length - 1 ? '.' : ';'}`);
}

function recipients(inputs: Inputs, kind: string): readonly string[] {
  const office = typedText(inputs, 'vb.boPhanSoan');
  return [
    '- Như trên;',
    `- Thường trực Đảng ủy, Thường trực HĐND ${kind} (b/c);`,
    `- Chủ tịch, các Phó Chủ tịch UBND ${kind};`,
    ...typedList(inputs, 'vb.noinhan').map((item) => `- ${item};`),
    `- Lưu: VT${office === '' ? '' : `, ${office}`}.`,
  ];
}

function authority(inputs: Inputs): readonly string[] {
  const deputy = fold(typedText(inputs, 'vb.chucvu')) === fold(DEPUTY);
  return ['TM. ỦY BAN NHÂN DÂN', ...(deputy ? ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] : ['CHỦ TỊCH'])];
}

function blockOf(paragraph: PlannedParagraph): Block {
  const { level, number, text } = paragraph;
  if (level !== 'paragraph') return { kind: level, text: `${number}. ${text}` };
  return { kind: /^(?:⟦[^⟧]*⟧\s*)+$/u.test(text) ? 'question' : 'paragraph', text };
}

/** The annex as it stands on the sheet, its labels as the form has them. */
function annexOf(analysis: Analysis, workbook: Workbook): ReportDocument['annex'] {
  const { template, inputs, unit, period } = analysis;
  const grid = workbook.sheets.find((sheet) => sheet.name === analysis.sheet);
  const name = placeOf(unit, inputs).name;
  const fill = (line: string) =>
    line
      .replace('{unit}', (unit ?? 'UBND …………').toUpperCase())
      // The period stays on one line of its own where the title is long.
      .replace('{period}', (period?.label ?? '…………').toUpperCase().replaceAll(' ', '\u00A0'));
  return {
    title: template.title.map(fill),
    note: `(Kèm theo Báo cáo số ${typedDocumentNumber(inputs, 'vb.so') || '…'}/BC-UBND ngày ${dateOf(inputs)} của Ủy ban nhân dân ${name ?? '…………'})`,
    rows: template.rows.map(
      (row): AnnexLine => ({
        code: printedCode(row),
        label: row.label,
        unit: unitOf(row.unit ?? ''),
        value: analysis.report.get(row.key)?.text ?? '',
        remark: grid ? remarkOf(analysis, grid, row.key) : '',
        heading: row.kind === 'heading',
      }),
    ),
  };
}

/** A code list stands a code a line. */
function unitOf(unit: string): string {
  const choices = parseChoices(unit).map(({ label, code }) => `${label}\u00A0=\u00A0${code}`);
  return choices.length === 0 ? unit : choices.join('\n');
}

function remarkOf({ layout }: Analysis, grid: Grid, key: Parameters<Analysis['report']['get']>[0]): string {
  const row = layout?.rows.get(key)?.valueRow;
  const column = layout?.columns.note ?? null;
  if (row === undefined || column === null) return '';
  return cellAt(grid, row, column) === null ? '' : textAt(grid, row, column);
}
