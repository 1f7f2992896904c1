// What is said about the earlier period itself: why a file that was given is not compared, or not in everything.
import type { Period } from './period.ts';
import { capitalise } from './vietnamese.ts';

/** `no-annex` to `other-unit`: nothing is compared. `merged`, `period-unknown`: only what still makes sense is. */
export type PreviousNoteKind = 'no-annex' | 'no-figures' | 'not-earlier' | 'other-unit' | 'merged' | 'period-unknown';

export interface PreviousNote {
  readonly kind: PreviousNoteKind;
  /** One or two Vietnamese sentences. */
  readonly message: string;
}

const REFUSALS: readonly PreviousNoteKind[] = ['no-annex', 'no-figures', 'not-earlier', 'other-unit'];

/** Whether nothing at all is compared. */
export function isRefusal({ kind }: PreviousNote): boolean {
  return REFUSALS.includes(kind);
}

/** `place`: "tệp “quy-1.xlsx”", "trang tính “Quý I”". */
export function noAnnex(place: string): PreviousNote {
  const message = `${place} không có Phụ lục 01b nên chưa so được với kỳ trước. Hãy chọn tệp có Phụ lục 01b của kỳ trước.`;
  return { kind: 'no-annex', message: capitalise(message) };
}

export function noFigures(place: string): PreviousNote {
  const message = `Phụ lục 01b ở ${place} chưa ghi số nào nên chưa so được với kỳ trước.`;
  return { kind: 'no-figures', message };
}

export function notEarlier(place: string, now: Period, before: Period): PreviousNote {
  const message = `${place} ghi số liệu của ${before.label}, không sớm hơn ${now.label} nên chưa so. Hãy chọn tệp của kỳ kết thúc trước kỳ này.`;
  return { kind: 'not-earlier', message: capitalise(message) };
}

export function otherUnit(place: string, now: string, before: string): PreviousNote {
  const message = `${place} là báo cáo của ${before}, còn Phụ lục đang kiểm tra là của ${now} nên chưa so. Hãy chọn tệp kỳ trước của đúng đơn vị, hoặc sửa tên đơn vị trên bảng.`;
  return { kind: 'other-unit', message: capitalise(message) };
}

/** The names where they differ: a merged commune often took another one. */
export function merged(place: string, names: { readonly now: string; readonly before: string } | null): PreviousNote {
  const units = names ? `${place} là của ${names.before}, Phụ lục đang kiểm tra là của ${names.now}. ` : '';
  const message = `${units}Giữa hai kỳ có việc sắp xếp đơn vị hành chính từ 01/7/2025, số liệu hai kỳ không cùng phạm vi; công cụ chỉ xem có mục nào chép lại số của kỳ trước.`;
  return { kind: 'merged', message: capitalise(message) };
}

export function periodUnknown(place: string): PreviousNote {
  const message = `Chưa rõ kỳ báo cáo của ${place} nên chỉ so những gì không phụ thuộc vào kỳ. Hãy ghi kỳ báo cáo vào tên bảng hoặc vào “Thông tin báo cáo”.`;
  return { kind: 'period-unknown', message };
}
