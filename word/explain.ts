// Words the template engine's complaints in Vietnamese, for what our own check of the braces does not see.

interface Complaint {
  readonly id: string;
  readonly tag: string;
}

/** What to do with a place that the engine cannot fill, or not without breaking the document. */
export const MISPLACED =
  'đặt ở vị trí không dùng được; hãy đặt chỗ mở và chỗ đóng của một phần trong cùng một đoạn, cùng một hàng của bảng, hoặc mỗi chỗ một đoạn riêng.';

/** A sentence for each complaint of docxtemplater, none twice. What is no complaint of the engine is thrown on. */
export function explainErrors(error: unknown): readonly string[] {
  const complaints = complaintsOf(error);
  if (complaints.length === 0) throw error;
  return [...new Set(complaints.map(explain))];
}

function complaintsOf(error: unknown): readonly Complaint[] {
  const properties = field(error, 'properties');
  if (typeof properties !== 'object' || properties === null) return [];
  const inner = field(properties, 'errors');
  if (Array.isArray(inner)) return inner.flatMap(complaintsOf);
  return [{ id: String(field(properties, 'id')), tag: String(field(properties, 'xtag') ?? '') }];
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

function explain({ id, tag }: Complaint): string {
  const place = tag ? `Chỗ điền “${tag}”` : 'Một chỗ điền';
  switch (id) {
    case 'unopened_tag':
    case 'duplicate_close_tag':
      return `${place} thiếu dấu “{”; hãy thêm dấu này, hoặc bỏ dấu “}” thừa.`;
    case 'unclosed_tag':
    case 'duplicate_open_tag':
      return `${place} thiếu dấu “}”; hãy thêm dấu này, trong cùng một đoạn.`;
    case 'unopened_loop':
      return `${place} đóng một phần chưa mở; hãy thêm {#${tag}} ở đầu phần này.`;
    case 'unclosed_loop':
      return `${place} chưa được đóng; hãy thêm {/${tag}} ở cuối phần này.`;
    case 'closing_tag_does_not_match_opening_tag':
      return `${place} được đóng bằng một tên khác; hãy ghi cùng một tên ở đầu và ở cuối phần.`;
    case 'file_has_invalid_xml':
    case 'malformed_xml':
    case 'tag_not_in_correct_xml_tag':
      return 'Tệp mẫu có chỗ không đúng cấu trúc của Word; hãy mở bằng Word, lưu lại thành một tệp .docx mới rồi thử lại.';
    default:
      return `${place} ${MISPLACED}`;
  }
}
