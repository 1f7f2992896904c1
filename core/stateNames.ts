// Severities and what a check comes to in words, as every front end says them.
import type { Severity } from './change.ts';
import type { Summary } from './summary.ts';

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Gợi ý' };

/** What a check without errors comes to. What else was found is named, and figures that are not there yet, else the sentence would promise too much. */
export function cleanSentence({ rulesRun, explained, warnings, infos, undecided }: Summary): string {
  const open = [
    ...(explained > 0 ? [`${explained} mục đã giải trình`] : []),
    ...(warnings > 0 ? [`${warnings} cảnh báo chưa xem`] : []),
    ...(infos > 0 ? [`${infos} gợi ý`] : []),
    ...(undecided > 0 ? [`${undecided} quy tắc chưa đủ số liệu`] : []),
  ];
  const rules = [`Đã đối chiếu ${rulesRun} quy tắc`, ...(open.length > 0 ? [open.join(', ')] : [])];
  const found = undecided > 0 ? 'Chưa thấy lỗi ở các số đã ghi' : 'Không còn lỗi';
  return `${found}. ${rules.join('; ')}.`;
}
