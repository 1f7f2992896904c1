// Marks are conditional formats of ours that stand before the user's; taking them out gives back the same bytes.
import { MARK_COLOURS, type MarksChange, markFormula, markOf, rangesOf, type Severity } from '../core/index.ts';
import {
  attribute,
  childrenNamed,
  type Element,
  escapeXml,
  type Package,
  parseElement,
  placeOf,
  removal,
  type Splice,
  setAttribute,
  spliced,
  textOf,
} from '../ooxml/index.ts';
import {
  appendStyles,
  dropLastStyles,
  dropPlainStyles,
  ensureStylesPart,
  findStylesPart,
  withPrefix,
} from './stylesPart.ts';
import type { WorkbookPart } from './workbook.ts';
import { descendants, outlineWorksheet, WORKSHEET_ORDER } from './worksheet.ts';

/** Worst first: a cell in two lists takes the colour of the first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Replaces all our marks on a sheet. */
export function applyMarks(pack: Package, workbook: WorkbookPart, part: string, change: MarksChange): void {
  clearMarks(pack, part);
  const wanted = SEVERITIES.filter((severity) => change.cells[severity].length > 0);
  if (wanted.length > 0) addMarks(pack, part, change, wanted, ensureMarkStyles(pack, workbook));
  else dropMarkStyles(pack, workbook);
}

function addMarks(
  pack: Package,
  part: string,
  change: MarksChange,
  wanted: readonly Severity[],
  styles: Readonly<Record<Severity, number>>,
): void {
  const xml = pack.text(part);
  const root = outlineWorksheet(xml);
  const formats = wanted.map((severity, i) =>
    withPrefix(
      `<conditionalFormatting sqref="${rangesOf(change.cells[severity]).join(' ')}"><cfRule type="expression" dxfId="${styles[severity]}" priority="${i + 1}"><formula>${escapeXml(markFormula(severity))}</formula></cfRule></conditionalFormatting>`,
      root.prefix,
    ),
  );
  const first = root.children.find((child) => child.local === 'conditionalFormatting');
  const at = first ? first.start : placeOf(root, WORKSHEET_ORDER, 'conditionalFormatting');
  const inserted: Splice = { from: at, to: at, text: formats.join('') };
  pack.setText(part, spliced(xml, [...shiftPriorities(xml, root, [], wanted.length), inserted]));
}

function clearMarks(pack: Package, part: string): void {
  const xml = pack.text(part);
  const root = outlineWorksheet(xml);
  const formats = childrenNamed(root, 'conditionalFormatting');
  const ours = formats.flatMap((format) => format.children.filter((rule) => isOurs(xml, rule)));
  if (ours.length === 0) return;
  const removed = formats.flatMap((format) => {
    const gone = format.children.filter((rule) => ours.includes(rule));
    return gone.length > 0 && gone.length === format.children.length ? [removal(format)] : gone.map(removal);
  });
  pack.setText(part, spliced(xml, [...removed, ...shiftPriorities(xml, root, ours, -ours.length)]));
}

function isOurs(xml: string, rule: Element): boolean {
  return rule.local === 'cfRule' && childrenNamed(rule, 'formula').some((f) => markOf(textOf(xml, f)) !== null);
}

/** The user's rules move together, those in the extension list too, so that their order stays what it was. */
function shiftPriorities(xml: string, root: Element, except: readonly Element[], by: number): Splice[] {
  const others = descendants(root, 'cfRule').filter((rule) => !except.includes(rule));
  const priorities = others.map((rule) => ({ rule, priority: Number(attribute(xml, rule, 'priority') ?? Number.NaN) }));
  const known = priorities.filter(({ priority }) => Number.isInteger(priority));
  // Another program may have numbered them anew meanwhile: then there is no gap to close.
  if (by < 0 && known.some(({ priority }) => priority > 0 && priority + by < 1)) return [];
  return known.map(({ rule, priority }) => setAttribute(xml, rule, 'priority', String(priority + by)));
}

function markStyle(severity: Severity): string {
  const colour = `FF${MARK_COLOURS[severity]}`;
  return `<dxf><fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor rgb="${colour}"/></patternFill></fill></dxf>`;
}

/** The differential styles of the three severities, found again or added together at the end of their list. */
function ensureMarkStyles(pack: Package, workbook: WorkbookPart): Readonly<Record<Severity, number>> {
  const part = ensureStylesPart(pack, workbook);
  const [error = -1, warning = -1, info = -1] = SEVERITIES.map((severity) => findMarkStyle(pack.text(part), severity));
  if (error >= 0 && warning >= 0 && info >= 0) return { error, warning, info };
  const first = appendStyles(pack, part, 'dxfs', SEVERITIES.map(markStyle));
  return { error: first, warning: first + 1, info: first + 2 };
}

/** Another program may write our style anew in its own way: it is known by its one fill colour. */
function findMarkStyle(xml: string, severity: Severity): number {
  const styles = dxfsOf(xml);
  return styles.findIndex((style) => {
    const [fill, ...others] = style.children;
    return (
      fill?.local === 'fill' &&
      others.length === 0 &&
      descendants(fill, 'bgColor').some((colour) => attribute(xml, colour, 'rgb') === `FF${MARK_COLOURS[severity]}`)
    );
  });
}

function dxfsOf(xml: string): readonly Element[] {
  const list = childrenNamed(parseElement(xml), 'dxfs')[0];
  return list ? childrenNamed(list, 'dxf') : [];
}

/** Takes our three styles off the end of their list once no sheet uses them, when they stand there as we wrote them. */
function dropMarkStyles(pack: Package, workbook: WorkbookPart): void {
  const part = findStylesPart(pack, workbook);
  if (!part) return;
  const xml = pack.text(part);
  const styles = dxfsOf(xml);
  const written = styles
    .slice(-SEVERITIES.length)
    .map((style) => xml.slice(style.start, style.end).replace(/(<\/?)[\w.-]+:/g, '$1'));
  if (written.join('') !== SEVERITIES.map(markStyle).join('')) return;
  if (usesStyleFrom(pack, workbook, styles.length - SEVERITIES.length)) return;
  dropLastStyles(pack, part, 'dxfs', SEVERITIES.length);
  dropPlainStyles(pack, workbook);
}

function usesStyleFrom(pack: Package, workbook: WorkbookPart, first: number): boolean {
  return workbook.sheets.some((sheet) => {
    const xml = sheet.part ? pack.text(sheet.part) : '';
    if (!xml.includes('dxfId')) return false;
    return descendants(outlineWorksheet(xml), 'cfRule').some(
      (rule) => Number(attribute(xml, rule, 'dxfId') ?? -1) >= first,
    );
  });
}
