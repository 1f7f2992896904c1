// Words of the report that depend on the unit, the period and what is typed: names, levels, terms by date.
import { longDate, shortDate } from './date.ts';
import { type Inputs, typedDate, typedDocumentNumber, typedText } from './input.ts';
import { INPUTS, type InfoKey } from './inputs.ts';
import { followingPeriod, type Period } from './period.ts';
import { bare, capitalise, fold } from './vietnamese.ts';

export type Term =
  /** "xã"; "cấp xã" while nobody has said which. */
  | 'loai'
  /** "xã Hoằng Hợp", "Phường 14". */
  | 'donvi'
  /** "6 tháng đầu năm 2024", "2024", "6 tháng cuối năm 2024". */
  | 'kyten'
  | 'kynam'
  | 'kytiep'
  /** The earlier period that is compared with: "cùng kỳ năm trước", "quý I năm 2024". */
  | 'kysosanh'
  /** "31 tháng 5 năm 2024", "31/5/2024". */
  | 'chotso'
  | 'chotso.ngan'
  /** "UBND huyện Hoằng Hóa"; "cấp trên" while unknown. */
  | 'captren'
  /** "UBND huyện Hoằng Hóa, Chủ tịch UBND huyện". */
  | 'nguoigiao'
  /** "huyện", "tỉnh"; "cấp huyện", "cấp tỉnh" while unknown. */
  | 'huyenloai'
  | 'tinhloai'
  | 'motcua'
  | 'cong'
  | 'motphan'
  | 'toantrinh'
  /** "từ tỉnh, huyện đến xã". */
  | 'lienthong'
  | 'nhap.thungansach'
  | 'kh.so'
  | 'kh.ngay'
  | 'cv.loai'
  | 'cv.so'
  | 'cv.ngay'
  | 'cv.coquan'
  | 'cv.trichyeu';

/** Null where nobody has said it: the draft then says what is to be filled in. */
export type Terms = Readonly<Record<Term, string | null>>;

/** What each term is; the draft asks for it by this name where it is unknown. */
export const TERM_NAMES: Readonly<Record<Term, string>> = {
  loai: 'loại đơn vị',
  donvi: 'đơn vị báo cáo',
  kyten: 'kỳ báo cáo',
  kynam: 'năm báo cáo',
  kytiep: 'kỳ sau',
  kysosanh: 'kỳ so sánh',
  chotso: 'ngày chốt số liệu',
  'chotso.ngan': 'ngày chốt số liệu',
  captren: 'UBND cấp trên',
  nguoigiao: 'UBND cấp trên, Chủ tịch UBND cấp trên',
  huyenloai: 'loại đơn vị cấp huyện',
  tinhloai: 'loại đơn vị cấp tỉnh',
  motcua: 'Bộ phận Một cửa, theo kỳ báo cáo',
  cong: 'Cổng dịch vụ công, theo kỳ báo cáo',
  motphan: 'một phần',
  toantrinh: 'toàn trình',
  lienthong: 'từ tỉnh, huyện đến xã, theo kỳ báo cáo',
  'nhap.thungansach': 'thu ngân sách nhà nước trên địa bàn',
  'kh.so': 'số Kế hoạch CCHC',
  'kh.ngay': 'ngày ban hành Kế hoạch CCHC',
  'cv.loai': 'loại văn bản yêu cầu báo cáo',
  'cv.so': 'số văn bản yêu cầu báo cáo',
  'cv.ngay': 'ngày của văn bản yêu cầu báo cáo',
  'cv.coquan': 'cơ quan yêu cầu báo cáo',
  'cv.trichyeu': 'trích yếu văn bản yêu cầu báo cáo',
};

/** What a term is made from, where that is not typed under the term's own name. */
const MADE_FROM: Partial<Readonly<Record<Term, InfoKey>>> = {
  donvi: 'unit',
  kyten: 'period',
  kynam: 'period',
  kytiep: 'period',
  'chotso.ngan': 'chotso',
};

/** The line of "Thông tin báo cáo" that the official has to fill in for the term, by the label that stands there. */
export function lineOfTerm(term: Term): string | null {
  const key = MADE_FROM[term] ?? term;
  return INPUTS.find((input) => input.key === key)?.label ?? null;
}

/** The last month before two-tier local government, 01/7/2025. */
const LAST_OF_THREE_TIERS = '2025-06';
/** NĐ 42/2022 was in force from 15/8/2022: "mức độ 3, 4" became "một phần, toàn trình". */
const LAST_OF_LEVELS = '2022-07';

/** `compared`: the name of the earlier period that the text compares with. */
export function termsOf(unit: string | null, period: Period | null, inputs: Inputs, compared: string | null): Terms {
  const place = placeOf(unit, inputs);
  const threeTiers = period === null ? null : period.end <= LAST_OF_THREE_TIERS;
  const levels = period !== null && period.end <= LAST_OF_LEVELS;
  const typed = (key: InfoKey) => typedText(inputs, key) || null;
  return {
    loai: place.kind,
    donvi: place.name,
    kyten: period?.label ?? null,
    kynam: period ? String(period.year) : null,
    kytiep: period && followingPeriod(period),
    kysosanh: compared,
    chotso: dateOr(inputs, 'chotso', longDate),
    'chotso.ngan': dateOr(inputs, 'chotso', shortDate),
    ...superiors(inputs, threeTiers),
    motcua: oneStop(place.kind, threeTiers),
    cong: portal(inputs, threeTiers),
    motphan: levels ? 'mức độ 3' : 'một phần',
    toantrinh: levels ? 'mức độ 4' : 'toàn trình',
    lienthong: linkedLevels(inputs, place.kind, threeTiers),
    'nhap.thungansach': typed('nhap.thungansach'),
    'kh.so': typedDocumentNumber(inputs, 'kh.so') || null,
    'kh.ngay': dateOr(inputs, 'kh.ngay', longDate),
    'cv.loai': typed('cv.loai'),
    'cv.so': typed('cv.so'),
    'cv.ngay': dateOr(inputs, 'cv.ngay', longDate),
    'cv.coquan': typed('cv.coquan'),
    'cv.trichyeu': typed('cv.trichyeu'),
  };
}

function dateOr(inputs: Inputs, key: InfoKey, write: typeof longDate): string | null {
  const date = typedDate(inputs, key);
  return date ? write(date) : typedText(inputs, key).replace(/^ngày /iu, '') || null;
}

export interface Place {
  /** "xã"; "cấp xã" while unknown. */
  readonly kind: string;
  /** "xã Hoằng Hợp"; null while unknown. */
  readonly name: string | null;
}

const UNIT = /^(?:(?:UBND|[UỦỤ][yỷ] ban nhân dân) )?(?:(xã|phường|thị trấn|đặc khu) )?(.+)$/iu;

/** The commune's kind and name, from "UBND xã Hoằng Hợp". NĐ 30/2020: the kind is capitalised with numbers, persons, events. */
export function placeOf(unit: string | null, inputs: Inputs): Place {
  const match = UNIT.exec(unit ?? '');
  const kind = (match?.[1] ?? typedText(inputs, 'loai')).toLowerCase();
  const name = match?.[2] ?? '';
  if (kind === '') return { kind: 'cấp xã', name: unit };
  if (name === '') return { kind, name: null };
  const capital = /^\d/.test(name) || fold(typedText(inputs, 'hoaloai')) === fold('Có');
  return { kind, name: `${capital ? capitalise(kind) : kind} ${name}` };
}

export interface Superior {
  /** "huyện"; "cấp huyện" while unknown. */
  readonly kind: string;
  /** "huyện Hoằng Hóa"; null while unknown. */
  readonly name: string | null;
}

const DISTRICT = /^(?:UBND )?(huyện|quận|thị xã|thành phố) (.+)$/iu;
const PROVINCE = /^(?:UBND )?(tỉnh|thành phố) (.+)$/iu;
/** Centrally-run cities, by name without marks: typed without "thành phố" they are still no province. */
const CITIES = ['ha noi', 'hai phong', 'hue', 'da nang', 'can tho', 'ho chi minh'];

export function districtOf(inputs: Inputs): Superior {
  const typed = typedText(inputs, 'huyen');
  const match = DISTRICT.exec(typed);
  const kind = match?.[1]?.toLowerCase();
  if (!kind || !match?.[2]) return { kind: 'cấp huyện', name: typed === '' ? null : `huyện ${typed}` };
  return { kind, name: `${/^\d/.test(match[2]) ? capitalise(kind) : kind} ${match[2]}` };
}

export function provinceOf(inputs: Inputs): Superior {
  const typed = typedText(inputs, 'tinh');
  const match = PROVINCE.exec(typed);
  const name = match?.[2] ?? typed;
  if (name === '') return { kind: 'cấp tỉnh', name: null };
  const kind = match?.[1]?.toLowerCase() ?? (CITIES.includes(bare(fold(name))) ? 'thành phố' : 'tỉnh');
  return { kind, name: `${fold(name) === fold('Hồ Chí Minh') ? capitalise(kind) : kind} ${name}` };
}

/** The committee that the commune reports to; null while unknown. */
export function superiorOf(inputs: Inputs, threeTiers: boolean | null): Superior {
  if (threeTiers === null) return { kind: 'cấp trên', name: null };
  return threeTiers ? districtOf(inputs) : provinceOf(inputs);
}

export function isThreeTiers(period: Period | null): boolean | null {
  return period === null ? null : period.end <= LAST_OF_THREE_TIERS;
}

function superiors(
  inputs: Inputs,
  threeTiers: boolean | null,
): Pick<Terms, 'captren' | 'nguoigiao' | 'huyenloai' | 'tinhloai'> {
  const superior = superiorOf(inputs, threeTiers);
  const committee = superior.name === null ? 'cấp trên' : `UBND ${superior.name}`;
  return {
    captren: committee,
    nguoigiao: superior.name === null ? committee : `${committee}, Chủ tịch UBND ${superior.kind}`,
    huyenloai: districtOf(inputs).kind,
    tinhloai: provinceOf(inputs).kind,
  };
}

function oneStop(kind: string, threeTiers: boolean | null): string | null {
  if (threeTiers === null) return null;
  return threeTiers
    ? `Bộ phận Tiếp nhận và Trả kết quả giải quyết TTHC của UBND ${kind}`
    : `Trung tâm Phục vụ hành chính công ${kind}`;
}

/** The provincial portals' public face was closed on 01/7/2025. */
function portal(inputs: Inputs, threeTiers: boolean | null): string | null {
  if (threeTiers === null) return null;
  if (!threeTiers) return 'Cổng Dịch vụ công quốc gia';
  const province = provinceOf(inputs);
  return `Cổng dịch vụ công ${province.name === null ? province.kind : `của ${province.kind}`}`;
}

function linkedLevels(inputs: Inputs, kind: string, threeTiers: boolean | null): string | null {
  if (threeTiers === null) return null;
  const above = threeTiers ? `${provinceOf(inputs).kind}, ${districtOf(inputs).kind}` : provinceOf(inputs).kind;
  return `từ ${above} đến ${kind}`;
}
