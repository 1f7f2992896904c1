// The standard annex as a template file: what a province starts from. Also the page that tells how.
import { pl01b2024, type TemplateRow } from '../core/index.ts';

/** examples/mau-bieu.json: the standard under another name, one row a line. */
export function templateFile(): string {
  const { rows, title, sheet, effective } = pl01b2024;
  const head = {
    id: 'mau-cua-tinh',
    name: 'Phụ lục 01b của tỉnh …',
    sheet,
    title,
    basis: 'Công văn số …',
    from: effective.from,
    to: effective.to,
  };
  const lines = Object.entries(head).map(([field, value]) => `  ${JSON.stringify(field)}: ${spaced(value)},`);
  return [
    '{',
    ...lines,
    '  "rows": [',
    rows.map((row) => `    ${spaced(rowOf(row))}`).join(',\n'),
    '  ]',
    '}',
    '',
  ].join('\n');
}

/** One line, with the spaces people read by. */
function spaced(value: unknown): string {
  return JSON.stringify(value, null, 1)?.replace(/\n\s*/g, ' ') ?? 'null';
}

/** What it is a part of follows from its key. */
function rowOf({ key, code, label, unit, kind }: TemplateRow): object {
  return {
    code: code ?? key,
    label,
    ...(unit !== undefined && { unit }),
    kind,
    key,
  };
}
