// What stands where in the default Word template: the letterhead, the text, the signature, the annex.
import {
  AlignmentType,
  Header,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { spacesOf } from '../word/rule.ts';
import { millimetres } from './wordStyles.ts';

const PAGE = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: {
    top: millimetres(20),
    bottom: millimetres(20),
    left: millimetres(30),
    right: millimetres(15),
    header: millimetres(10),
    footer: millimetres(10),
    gutter: 0,
  },
};
/** "Độc lập - Tự do - Hạnh phúc" in Times New Roman bold, by the widths of its letters: 12.22 em. */
const MOTTO_WIDTH = 12.22 * 14;
const DRAFT = 'BẢN NHÁP – CHƯA PHÁT HÀNH';

function text(style: string, content: string): Paragraph {
  return new Paragraph({ style, children: [new TextRun(content)] });
}

/** Paragraphs that stand only where the stretch applies: its braces have paragraphs of their own, which vanish. */
function stretch(name: string, style: string, ...children: readonly Paragraph[]): Paragraph[] {
  const sign = name.startsWith('^') ? '' : '#';
  return [text(style, `{${sign}${name}}`), ...children, text(style, `{/${name.replace('^', '')}}`)];
}

interface CellOptions {
  readonly span?: number;
  readonly rows?: number;
  readonly bordered?: true;
}

function cell(mm: number, children: readonly Paragraph[], { span, rows, bordered }: CellOptions = {}): TableCell {
  return new TableCell({
    children,
    width: { size: millimetres(mm), type: WidthType.DXA },
    ...(span && { columnSpan: span }),
    ...(rows && { rowSpan: rows }),
    ...(bordered && { verticalAlign: VerticalAlignTable.CENTER }),
  });
}

function invisibleTable(widths: readonly [number, number], rows: readonly (readonly Paragraph[])[][]): Table {
  return new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({ cantSplit: true, children: cells.map((children, i) => cell(widths[i] ?? 0, children)) }),
    ),
    columnWidths: widths.map(millimetres),
    width: { size: millimetres(widths[0] + widths[1]), type: WidthType.DXA },
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    margins: { left: 0, right: 0 },
  });
}

function letterhead(): Table {
  const issuer = [
    ...stretch('co_quan_cap_tren', 'CoQuanCapTren', text('CoQuanCapTren', '{co_quan_cap_tren}')),
    text('CoQuan', '{ten_co_quan}'),
    text('DuongKe', '{ke_co_quan}'),
  ];
  const motto = [
    text('QuocHieu', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    text('TieuNgu', 'Độc lập - Tự do - Hạnh phúc'),
    text('DuongKe', spacesOf(MOTTO_WIDTH)),
  ];
  return invisibleTable(
    [65, 100],
    [
      [issuer, motto],
      [[text('SoKyHieu', '{so_ky_hieu}')], [text('DiaDanh', '{dia_danh_ngay_thang}')]],
    ],
  );
}

function addressees(): Paragraph[] {
  return [
    ...stretch('gui_mot_noi', 'KinhGui', text('KinhGui', 'Kính gửi: {kinh_gui}')),
    ...stretch('gui_nhieu_noi', 'KinhGuiDau', text('KinhGuiDau', 'Kính gửi:'), text('KinhGuiNoi', '{kinh_gui}')),
  ];
}

function body(): Paragraph[] {
  const kinds = [
    ['la_muc', 'Muc'],
    ['la_khoan', 'Khoan'],
    ['la_diem', 'Diem'],
    ['la_cau_hoi', 'ChoBoSung'],
  ] as const;
  // The last paragraph keeps the signature company: it must not stand on a page of its own.
  const paragraph = stretch(
    'la_doan',
    'LoiVan',
    ...stretch('^la_cuoi', 'LoiVan', text('LoiVan', '{chu}')),
    ...stretch('la_cuoi', 'LoiVanCuoi', text('LoiVanCuoi', '{chu}')),
  );
  const others = kinds.flatMap(([name, style]) => stretch(name, style, text(style, '{chu}')));
  return stretch('noi_dung', 'LoiVan', ...others, ...paragraph);
}

function signature(): Table {
  const recipients = [text('NoiNhan', 'Nơi nhận:'), text('NoiNhanDong', '{noi_nhan}')];
  const signer = [text('QuyenHan', '{quyen_han_ky}'), text('NguoiKy', '{nguoi_ky}')];
  return invisibleTable([90, 75], [[recipients, signer]]);
}

/** Number, label, unit, figure, remark: in millimetres. */
const COLUMNS = [17, 76, 28, 20, 24] as const;

function annexTable(): Table {
  const [code, label, unit, figure, remark] = COLUMNS;
  const heading = (mm: number, title: string, options: CellOptions = {}) =>
    cell(mm, [text('BangTieuDe', title)], { bordered: true, ...options });
  return new Table({
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: [
          heading(code, 'Số TT', { rows: 2 }),
          heading(label, 'Chỉ tiêu thống kê', { rows: 2 }),
          heading(unit + figure, 'Kết quả thống kê', { span: 2 }),
          heading(remark, 'Ghi chú', { rows: 2 }),
        ],
      }),
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: [heading(unit, 'Đơn vị tính'), heading(figure, 'Số liệu')],
      }),
      annexRow('{#dong_phu_luc}{#la_tieu_de}', '{/la_tieu_de}', 'Dam'),
      annexRow('{^la_tieu_de}', '{/la_tieu_de}{/dong_phu_luc}', ''),
    ],
    columnWidths: COLUMNS.map(millimetres),
    width: { size: millimetres(COLUMNS.reduce((sum, mm) => sum + mm, 0)), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: millimetres(1.5), right: millimetres(1.5) },
  });
}

function annexRow(before: string, after: string, weight: 'Dam' | ''): TableRow {
  const places = [
    ['BangGiua', `${before}{ma}`],
    ['BangChu', '{chi_tieu}'],
    ['BangGiua', '{don_vi}'],
    ['BangSo', '{so_lieu}'],
    ['BangChu', `{ghi_chu}${after}`],
  ] as const;
  return new TableRow({
    cantSplit: true,
    children: places.map(([style, content], i) =>
      cell(COLUMNS[i] ?? 0, [text(`${style}${weight}`, content)], { bordered: true }),
    ),
  });
}

/** The report and its annex, each a section that counts its own pages. */
export function sections(): ISectionOptions[] {
  const numbered = new Paragraph({ style: 'SoTrang', children: [new TextRun({ children: [PageNumber.CURRENT] })] });
  // A header must not be without a paragraph: in the first one the braces leave theirs, which is less than the margin.
  const headers = {
    first: new Header({ children: [text('BanNhap', `{#ban_nhap}${DRAFT}{/ban_nhap}`)] }),
    default: new Header({ children: [numbered, ...stretch('ban_nhap', 'BanNhap', text('BanNhap', DRAFT))] }),
  };
  const annexHead = [
    text('TenPhuLuc', '{ten_phu_luc}'),
    ...stretch('kem_theo', 'KemTheo', text('KemTheo', '{kem_theo}')),
    text('DuongKe', ''),
  ];
  const subject = [text('TenLoai', 'BÁO CÁO'), text('TrichYeu', '{trich_yeu}'), text('DuongKe', '{ke_trich_yeu}')];
  return [
    {
      properties: { page: { ...PAGE, pageNumbers: { start: 1 } }, titlePage: true },
      headers,
      children: [letterhead(), ...subject, ...addressees(), ...body(), text('TruocChuKy', ''), signature()],
    },
    // Without headers of its own, the annex has those of the report.
    {
      properties: { page: { ...PAGE, pageNumbers: { start: 1 } }, titlePage: true },
      children: [...annexHead, annexTable()],
    },
  ];
}
