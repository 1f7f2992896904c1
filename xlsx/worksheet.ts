// The order of a worksheet part's children, and a look at them that leaves the cells alone.
import { corrupt, type Element, parseElement } from '../ooxml/index.ts';

/** CT_Worksheet: a spreadsheet calls a file damaged whose sheet has its children in another order. */
export const WORKSHEET_ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

/**
 * The worksheet's elements with all their descendants, except rows and cells. Throws FileError for any other part: a
 * relationship that points elsewhere must not have us write there.
 */
export function outlineWorksheet(xml: string): Element {
  const root = parseElement(xml, (local) => local !== 'sheetData');
  if (root.local !== 'worksheet') throw corrupt('thành phần của trang tính không đúng loại');
  return root;
}

/** The elements of a kind at any depth. */
export function descendants(element: Element, local: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.local === local ? [child] : []), ...descendants(child, local)]);
}
