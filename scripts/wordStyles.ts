// The styles of the default Word template: what Nghị định 30/2020/NĐ-CP, Phụ lục I prescribes, under names an official knows.
import { RULE_SIZE } from '../word/rule.ts';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly next?: string;
  /** Sizes and spacings in points, indents in millimetres. */
  readonly size?: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly capital?: true;
  readonly red?: true;
  readonly align?: 'center' | 'right' | 'both' | 'left';
  readonly before?: number;
  readonly after?: number;
  readonly line?: number;
  readonly firstLine?: number;
  readonly left?: number;
  readonly hanging?: number;
  readonly outline?: number;
  readonly keepNext?: true;
  readonly more?: string;
}

const BODY = { size: 14, align: 'both', before: 6, line: 1.15, firstLine: 12.7 } as const;
const TITLE = { ...BODY, align: 'left' } as const;
const BLOCK = { align: 'center' } as const;
const CELL = { size: 12, before: 2, after: 2 } as const;

const STYLES: readonly Style[] = [
  { id: 'LoiVan', name: 'Lời văn', ...BODY },
  { id: 'LoiVanCuoi', name: 'Lời văn: đoạn cuối', ...BODY, keepNext: true },
  { id: 'Muc', name: 'Mục (I, II, III)', next: 'LoiVan', ...TITLE, before: 9, bold: true, capital: true, outline: 0 },
  { id: 'Khoan', name: 'Khoản (1, 2, 3)', next: 'LoiVan', ...TITLE, bold: true, outline: 1 },
  { id: 'Diem', name: 'Điểm (a, b, c)', next: 'LoiVan', ...TITLE, bold: true, italic: true, outline: 2 },
  { id: 'ChoBoSung', name: 'Chỗ còn phải bổ sung', ...BODY, red: true },
  { id: 'BanNhap', name: 'Bản nháp', ...BLOCK, size: 11, bold: true, red: true, before: 2, after: 9 },
  { id: 'SoTrang', name: 'Số trang', ...BLOCK, size: 14 },
  { id: 'CoQuanCapTren', name: 'Cơ quan cấp trên', ...BLOCK, size: 13 },
  { id: 'CoQuan', name: 'Cơ quan ban hành', ...BLOCK, size: 13, bold: true },
  { id: 'QuocHieu', name: 'Quốc hiệu', ...BLOCK, size: 13, bold: true },
  { id: 'TieuNgu', name: 'Tiêu ngữ', ...BLOCK, size: 14, bold: true },
  { id: 'DuongKe', name: 'Đường kẻ', ...BLOCK, size: RULE_SIZE, more: '<w:u w:val="thick"/>' },
  { id: 'SoKyHieu', name: 'Số, ký hiệu', ...BLOCK, size: 13, before: 4 },
  { id: 'DiaDanh', name: 'Địa danh, ngày tháng', ...BLOCK, size: 14, italic: true, before: 4 },
  { id: 'TenLoai', name: 'Tên loại văn bản', ...BLOCK, size: 14, bold: true, before: 18, keepNext: true },
  { id: 'TrichYeu', name: 'Trích yếu', ...BLOCK, size: 14, bold: true, keepNext: true },
  { id: 'KinhGui', name: 'Kính gửi', ...BLOCK, size: 14, before: 14, after: 8 },
  { id: 'KinhGuiDau', name: 'Kính gửi: nhiều nơi', size: 14, before: 14, left: 35, keepNext: true },
  { id: 'KinhGuiNoi', name: 'Kính gửi: từng nơi', size: 14, before: 3, after: 8, left: 50 },
  { id: 'TruocChuKy', name: 'Khoảng trước chữ ký', size: 1, before: 10, keepNext: true },
  { id: 'NoiNhan', name: 'Nơi nhận', size: 12, bold: true, italic: true, keepNext: true },
  { id: 'NoiNhanDong', name: 'Nơi nhận: danh sách', size: 11 },
  { id: 'QuyenHan', name: 'Quyền hạn, chức vụ người ký', ...BLOCK, size: 14, bold: true, keepNext: true },
  { id: 'NguoiKy', name: 'Họ tên người ký', ...BLOCK, size: 14, bold: true, before: 80 },
  { id: 'NgatPhan', name: 'Ngắt phần', size: 1, before: 10 },
  { id: 'TenPhuLuc', name: 'Tên phụ lục', ...BLOCK, size: 14, bold: true, outline: 0, keepNext: true },
  { id: 'KemTheo', name: 'Kèm theo', ...BLOCK, size: 14, italic: true, before: 2 },
  { id: 'BangTieuDe', name: 'Bảng: tiêu đề cột', ...CELL, ...BLOCK, bold: true, keepNext: true },
  { id: 'BangChu', name: 'Bảng: chữ', ...CELL },
  { id: 'BangGiua', name: 'Bảng: chữ ở giữa', ...CELL, ...BLOCK },
  { id: 'BangSo', name: 'Bảng: số liệu', ...CELL, align: 'right' },
  { id: 'BangChuDam', name: 'Bảng: chữ của dòng tiêu đề', ...CELL, bold: true, keepNext: true },
  { id: 'BangGiuaDam', name: 'Bảng: chữ ở giữa của dòng tiêu đề', ...CELL, ...BLOCK, bold: true, keepNext: true },
  { id: 'BangSoDam', name: 'Bảng: số liệu của dòng tiêu đề', ...CELL, align: 'right', bold: true, keepNext: true },
];

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const FONT =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>';

/** The whole of word/styles.xml. */
export function stylesPart(): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${FONT}<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="${NAMESPACE}">${defaults}${normal}${STYLES.map(styleXml).join('')}</w:styles>`;
}

function styleXml(style: Style): string {
  const next = style.next ? `<w:next w:val="${style.next}"/>` : '';
  const head = `<w:name w:val="${style.name}"/><w:basedOn w:val="Normal"/>${next}<w:qFormat/>`;
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${style.id}">${head}<w:pPr>${paragraphXml(style)}</w:pPr><w:rPr>${runXml(style)}</w:rPr></w:style>`;
}

/** In the order the schema wants. */
function paragraphXml({
  keepNext,
  outline,
  align = 'left',
  before = 0,
  after = 0,
  line = 1,
  ...indents
}: Style): string {
  const keep = keepNext || outline !== undefined ? '<w:keepNext/>' : '';
  const spacing = `<w:spacing w:before="${twips(before)}" w:after="${twips(after)}" w:line="${Math.round(240 * line)}" w:lineRule="auto"/>`;
  const level = outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`;
  return `${keep}${spacing}${indentXml(indents)}<w:jc w:val="${align}"/>${level}`;
}

function indentXml({ left, firstLine, hanging }: Pick<Style, 'left' | 'firstLine' | 'hanging'>): string {
  const part = (name: string, mm: number | undefined) => (mm === undefined ? '' : ` w:${name}="${millimetres(mm)}"`);
  const parts = part('left', left) + part('firstLine', firstLine) + part('hanging', hanging);
  return parts && `<w:ind${parts}/>`;
}

function runXml({ bold, italic, capital, red, more = '', size = 14 }: Style): string {
  const weight = (bold ? '<w:b/><w:bCs/>' : '') + (italic ? '<w:i/><w:iCs/>' : '');
  const sizes = `<w:sz w:val="${2 * size}"/><w:szCs w:val="${2 * size}"/>`;
  return `${weight}${capital ? '<w:caps/>' : ''}${red ? '<w:color w:val="C00000"/>' : ''}${sizes}${more}`;
}

function twips(points: number): number {
  return Math.round(20 * points);
}

/** Millimetres in twentieths of a point, as Word measures. */
export function millimetres(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}
