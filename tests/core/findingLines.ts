// A finding in full, as pages to be signed show it.
import { a1, type Finding, SEVERITY_NAMES } from '../../core/index.ts';

function number(value: number | null): string {
  return value === null ? '–' : String(value).replace('.', ',').replace('-', '−');
}

export function findingLines(finding: Finding): readonly string[] {
  const { severity, key, at, cells, left, right, imbalance, message, hint, fix } = finding;
  const place = [key ?? 'cả bảng', ...(at ? [`ô ${a1(at)}`] : [])].join(', ');
  const seen = cells.map(
    (cell) => `${cell.key ?? ''} ${cell.file ?? cell.sheet ?? ''} ${cell.address} = ${number(cell.value)}`,
  );
  return [
    `- **${SEVERITY_NAMES[severity]}**, ${place}`,
    ...(seen.length > 0 ? [`  - Các ô: ${seen.map((cell) => cell.replace(/ +/g, ' ').trim()).join('; ')}`] : []),
    ...(imbalance !== null || left !== null
      ? [`  - Hai vế: ${number(left)} và ${number(right)}, lệch ${number(imbalance)}`]
      : []),
    ...(fix
      ? [`  - Sửa ngay được: ô ${a1(fix.at)} từ ${JSON.stringify(fix.from)} thành ${JSON.stringify(fix.to)}`]
      : []),
    `  - ${message}`,
    `  - *${hint}*`,
  ];
}
