// What the spoilt inputs are made of: our own workbooks and documents, and for long runs those of other programs.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import {
  analyze,
  pl01b2024,
  planCheck,
  planNarrative,
  planNarrativeSheets,
  planNewAnnex,
  planTemplateSheet,
} from '../../core/index.ts';
import { makeWorkbook, openWorkbook } from '../../xlsx/index.ts';
import { docxOf, paragraph, templateOf, written } from '../word/parts.ts';
import { opened } from '../xlsx/opened.ts';
import { bytesOf, stylesWith, worksheet } from '../xlsx/parts.ts';
import { type Parts, partsOfPackage } from './mutate.ts';

const CORPUS = new URL('../../../shared/corpus/xlsx/', import.meta.url);
/** Larger ones only make a run longer: what is odd about a file is not its length. */
const LARGEST = 60_000;

function commune(): Uint8Array {
  return new Uint8Array(readFileSync(new URL('../../examples/hoang-hop-2024-h1.xlsx', import.meta.url)));
}

/** The commune's workbook with all that the product writes into it. */
export function finishedWorkbook(): Uint8Array {
  const file = opened(commune());
  const workbook = file.readWorkbook();
  const analysis = analyze(workbook);
  const plan = planNarrative(analysis, workbook);
  if (!plan) throw new Error('The example has an annex.');
  file.apply([...planCheck(analysis, workbook), ...planNarrativeSheets(plan, analysis, workbook)]);
  return file.save();
}

/** A small workbook with what the example lacks: shared strings and formulas, styles, joined cells, names. */
function ornate(): Uint8Array {
  const rows =
    '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45444</v></c><c r="C1" t="b"><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0" ref="A2:C2">B1*2</f><v>90888</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c><c r="C2" t="str"><f>A1&amp;"x"</f><v>x</v></c></row>';
  return bytesOf({
    sheets: [
      {
        name: 'Số liệu',
        xml: worksheet(
          rows,
          '<mergeCells count="1"><mergeCell ref="A3:C3"/></mergeCells>',
          '<dimension ref="A1:C2"/><cols><col min="1" max="3" width="12"/></cols>',
        ),
      },
      {
        name: 'Ẩn',
        xml: worksheet('<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'),
        entry: ' state="hidden"',
      },
    ],
    strings:
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><r><t>Hồ </t></r><r><t xml:space="preserve">sơ </t></r></si></sst>',
    styles: stylesWith([14], { 164: '#,##0.00' }),
    after: '<definedNames><definedName name="x" localSheetId="0">A1</definedName></definedNames><calcPr calcId="1"/>',
  });
}

export function workbookSeeds(isLong: boolean): ReadonlyMap<string, Parts> {
  const own: [string, Uint8Array][] = [
    ['example', commune()],
    ['finished', finishedWorkbook()],
    ['new', makeWorkbook(planNewAnnex({ sheets: [], active: '' }))],
    ['template', makeWorkbook([planTemplateSheet(pl01b2024)])],
    ['ornate', ornate()],
  ];
  return new Map([...own, ...(isLong ? corpus() : [])].map(([name, bytes]) => [name, partsOfPackage(bytes)]));
}

/** Workbooks of other programs that open as they are. */
function corpus(): [string, Uint8Array][] {
  if (!existsSync(CORPUS)) return [];
  const small = readdirSync(CORPUS).filter((file) => statSync(new URL(file, CORPUS)).size <= LARGEST);
  return small.sort().flatMap((file): [string, Uint8Array][] => {
    const bytes = new Uint8Array(readFileSync(new URL(file, CORPUS)));
    return openWorkbook(bytes).ok ? [[file, bytes]] : [];
  });
}

export function documentSeeds(): ReadonlyMap<string, Parts> {
  const styles =
    '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>';
  const body = `<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:ins><w:r><w:t>Đã tiếp nhận </w:t></w:r></w:ins><w:del><w:r><w:delText>99</w:delText></w:r></w:del><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>494</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p><w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b', '<w:rFonts w:ascii=".VnTime"/>')}</w:tc></w:tr></w:tbl><w:sdt><w:sdtPr/><w:sdtContent>${paragraph('hồ sơ')}</w:sdtContent></w:sdt>`;
  const own: [string, Uint8Array][] = [
    ['report', written()],
    ['ornate', docxOf(body, styles)],
    ['template', templateOf(paragraph('{so_van_ban} {#noi_nhan}{chu}{/noi_nhan}'))],
  ];
  return new Map(own.map(([name, bytes]) => [name, partsOfPackage(bytes)]));
}
