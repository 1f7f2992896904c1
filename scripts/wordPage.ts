// docs/mau-word.md: how an official makes a Word template, with every place that it may hold.
import { DOCUMENTS, Package, refusing } from '../ooxml/index.ts';
import { DEFAULT_TEMPLATE } from '../word/defaultTemplate.ts';
import { PLACES, type Place, STRETCHES, type Stretch } from '../word/placeholders.ts';
import { checkTags } from '../word/templateCheck.ts';
import { GENERATED } from './docs.ts';

const COMMAND = 'node dist/cchc.mjs narrate TỆP.xlsx --output bao-cao.docx --word-template MẪU.docx';

/** The page, from the catalogue of places; what is said of wrong templates is what the check says. */
export function wordPage(): string {
  return [
    '# Mẫu Word của đơn vị',
    GENERATED,
    'Báo cáo Word được ghi theo một tệp mẫu .docx. Không chỉ định mẫu thì dùng mẫu có sẵn, trình bày theo Nghị định số 30/2020/NĐ-CP. Muốn có biểu trưng, phông chữ, lời văn cố định riêng, hãy làm mẫu của đơn vị như dưới đây.',
    ...making(),
    ...using(),
    ...places(),
    ...stretches(),
    ...wrong(),
  ]
    .join('\n\n')
    .concat('\n');
}

function making(): readonly string[] {
  const steps = [
    'Chép tệp `word/templates/bao-cao.docx` sang tên khác, chẳng hạn `mau-cua-xa.docx`, rồi mở bằng Word hoặc LibreOffice.',
    'Sửa mọi thứ thuộc về trình bày: phông chữ, cỡ chữ, khoảng cách, lề, biểu trưng, đầu trang, chân trang, lời văn cố định. Nên sửa **kiểu** (Styles) như “Lời văn”, “Mục (I, II, III)”, “Nơi nhận”, thì cả báo cáo đổi theo.',
    'Giữ nguyên các **chỗ điền** `{…}`: công cụ thay mỗi chỗ bằng nội dung của báo cáo, chữ điền vào giữ cách trình bày của chỗ đó. Có thể chuyển chỗ điền đến nơi khác, dùng một chỗ điền nhiều lần, hoặc bỏ chỗ điền không cần.',
    'Lưu ở dạng **Word Document (.docx)**, không chọn .docm, .dotx.',
  ];
  const notes = [
    'Tên chỗ điền viết thường, không dấu, nối bằng dấu “_”, nằm gọn trong một đoạn. Mẫu không được có dấu “{” hay “}” dùng vào việc khác.',
    'Nội dung điền vào có thể gồm nhiều dòng; các dòng nằm trong cùng một đoạn.',
    'Những gì không phải chỗ điền được chép nguyên vào báo cáo.',
    'Chỗ còn phải bổ sung “⟦…⟧” trong bản nháp luôn có màu đỏ, dù đứng giữa câu nào.',
  ];
  return ['## Làm mẫu', steps.map((step, i) => `${i + 1}. ${step}`).join('\n'), 'Cần biết:', bulleted(notes)];
}

function using(): readonly string[] {
  return [
    '## Dùng mẫu',
    `Gõ: \`${COMMAND}\``,
    'Tệp mẫu không bị thay đổi. Cùng số liệu, cùng mẫu thì luôn được cùng một tệp báo cáo.',
  ];
}

function places(): readonly string[] {
  return [
    '## Các chỗ điền',
    placeTable(PLACES),
    'Dùng được ở mọi nơi: trong văn bản, trong bảng, ở đầu trang, chân trang.',
  ];
}

function placeTable(catalogue: readonly Place[]): string {
  const rows = catalogue.map(
    ({ name, meaning, example }) => `| \`{${name}}\` | ${meaning} | ${example || '*(thường để trống)*'} |`,
  );
  return ['| Chỗ điền | Nội dung | Ví dụ |', '|---|---|---|', ...rows].join('\n');
}

function stretches(): readonly string[] {
  return [
    '## Các phần lặp lại hoặc chỉ giữ khi cần',
    'Một phần mở bằng `{#tên}` và đóng bằng `{/tên}`; mọi thứ ở giữa được lặp lại, hoặc cùng được giữ lại hay bỏ đi.',
    bulleted([
      'Đặt chỗ mở và chỗ đóng trong cùng một đoạn, hoặc mỗi chỗ một đoạn riêng (đoạn đó sẽ mất đi, không để lại dòng trống), hoặc ở ô đầu và ô cuối của các hàng cần lặp trong cùng một bảng.',
      'Dấu `^` thay cho `#` có nghĩa ngược lại: `{^tên}…{/tên}` chỉ giữ lại khi không thuộc trường hợp đó.',
      'Phần mở sau phải đóng trước. Chỗ điền cũng dùng được như một phần: `{#kem_theo}…{/kem_theo}` chỉ giữ lại khi chỗ đó có nội dung.',
    ]),
    ...STRETCHES.flatMap(stretchEntry),
  ];
}

function stretchEntry({ name, meaning, required, places: inner, stretches: kinds }: Stretch): readonly string[] {
  const kindRows = kinds.map((kind) => `| \`{#${kind.name}}…{/${kind.name}}\` | ${kind.meaning} |`);
  const [only, ...others] = kinds;
  if (only && others.length === 0) kindRows.push(`| \`{^${only.name}}…{/${only.name}}\` | Các trường hợp còn lại |`);
  return [
    `### {#${name}}…{/${name}}`,
    `${meaning}.${required ? ` **Bắt buộc**: thiếu phần này thì ${required}.` : ''}`,
    ...(inner.length > 0 ? ['Chỗ điền chỉ dùng trong phần này:', placeTable(inner)] : []),
    ...(kinds.length > 0
      ? [
          'Phần nhỏ chỉ dùng trong phần này:',
          ['| Phần nhỏ | Giữ lại khi |', '|---|---|', ...kindRows].join('\n'),
          'Loại nào cũng phải có trong mẫu, để nội dung không bị mất. Không cần phân biệt thì chỉ ghi chỗ điền, không ghi phần nhỏ.',
        ]
      : []),
  ];
}

function wrong(): readonly string[] {
  return [
    '## Khi mẫu có chỗ chưa đúng',
    'Công cụ không ghi báo cáo mà liệt kê mọi chỗ chưa đúng, kèm cách sửa. Chẳng hạn, mẫu ghi `{Người ký}` thay cho `{nguoi_ky}` và thiếu `{/kem_theo}`:',
    complaint((xml) => xml.replace('{nguoi_ky}', '{Người ký}').replace('{/kem_theo}', '')),
    'Mẫu bị bỏ mất phần của bản nháp và loại đoạn “tên điểm”:',
    complaint((xml) => xml.replace(/\{#(ban_nhap|la_diem)\}[\s\S]*?\{\/\1\}/g, '')),
  ];
}

/** What is said of the default template, changed for the worse. */
function complaint(change: (xml: string) => string): string {
  const parts = [...DEFAULT_TEMPLATE].map(([name, xml]) => [name, change(xml)] as const);
  const problems = refusing(() => checkTags(Package.create(new Map(parts)), 'word/document.xml'), DOCUMENTS);
  const sentences = 'code' in problems ? [problems.message] : problems;
  return ['```', 'Mẫu Word “mau-cua-xa.docx” chưa dùng được:', ...sentences.map((one) => `- ${one}`), '```'].join('\n');
}

function bulleted(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
