// A report under the names of the template's places.
import type { Block, ReportDocument } from '../core/index.ts';
import { ruleUnder } from './rule.ts';

type Value = string | boolean | readonly Data[];
export interface Data {
  readonly [name: string]: Value;
}

/** What each place of the template is filled with. */
export function toData(report: ReportDocument): Data {
  const { addressees, annex, signature } = report;
  return clean({
    co_quan_cap_tren: report.superior,
    ten_co_quan: lines(report.issuer),
    ke_co_quan: ruleUnder(report.issuer.at(-1) ?? '', 13),
    so_ky_hieu: report.number,
    dia_danh_ngay_thang: report.placeDate,
    trich_yeu: lines(report.subject),
    ke_trich_yeu: ruleUnder(report.subject.at(-1) ?? '', 14),
    gui_mot_noi: addressees.length === 1,
    gui_nhieu_noi: addressees.length > 1,
    kinh_gui: lines(addressees),
    noi_dung: report.body.map(blockData),
    noi_nhan: lines(report.recipients),
    quyen_han_ky: lines(signature.authority),
    nguoi_ky: signature.name,
    ten_phu_luc: lines(annex.title),
    kem_theo: annex.note,
    dong_phu_luc: annex.rows.map(({ code, label, unit, value, remark, heading }) => ({
      ma: code,
      chi_tieu: label,
      don_vi: unit,
      so_lieu: value,
      ghi_chu: remark,
      la_tieu_de: heading,
    })),
    ban_nhap: report.draft,
  });
}

function lines(texts: readonly string[]): string {
  return texts.join('\n');
}

function blockData({ kind, text }: Block, index: number, all: readonly Block[]): Data {
  return {
    chu: text,
    la_muc: kind === 'section',
    la_khoan: kind === 'heading',
    la_diem: kind === 'subheading',
    la_doan: kind === 'paragraph',
    la_cau_hoi: kind === 'question',
    la_cuoi: index === all.length - 1,
  };
}

function clean(data: Data): Data {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, cleanValue(value)]));
}

function cleanValue(value: Value): Value {
  if (typeof value === 'string') return cleanText(value);
  return typeof value === 'boolean' ? value : value.map(clean);
}

/** Characters that XML cannot hold, not even escaped: a single one of them would make the document unreadable. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(ILLEGAL, '')
    .replace(LONE_SURROGATES, '');
}
