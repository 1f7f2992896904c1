// What the sheet looks like: findings of the locator and the reader, as records. They hold words, never logic.
import type { Severity } from '../change.ts';
import { type Message, say, word } from '../message.ts';
import type { Examples } from '../rule.ts';

/** A finding about the sheet's form. Its slots are words, given by whoever saw it. */
export interface StructureRule<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  readonly basis: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly hint: { readonly todo: Message; readonly ifRight?: Message };
  readonly examples: Examples;
}

const FORM = 'Mẫu Phụ lục 01b.';
const AT = say`${word('row')} (ô ${word('cell')})`;

export const STRUCTURE = [
  {
    id: 'annex-not-found',
    title: 'Tệp phải có bảng Phụ lục 01b.',
    basis: FORM,
    severity: 'error',
    message: say`Chưa thấy Phụ lục 01b ${word('where')}. Công cụ tìm bảng có các cột “Số TT”, “Chỉ tiêu thống kê”, “Đơn vị tính”, “Số liệu”.`,
    hint: {
      todo: say`mở đúng tệp, đúng trang tính có Phụ lục 01b; giữ nguyên dòng tiêu đề cột và tên các chỉ tiêu của mẫu.`,
    },
    examples: { pass: [{}], fail: [], undecided: [] },
  },
  {
    id: 'template-unreadable',
    title: 'Trang tính “Mẫu biểu”, nếu có, phải mô tả đúng mẫu của địa phương.',
    basis: 'Mẫu biểu của địa phương, ghi ngay trong tệp.',
    severity: 'error',
    message: say`Trang tính “Mẫu biểu” có ${word('count')} chỗ chưa đúng nên chưa kiểm tra được: ${word('problems')}.`,
    hint: { todo: say`sửa các chỗ nêu trên; muốn kiểm tra theo mẫu chuẩn thì xóa trang tính “Mẫu biểu”.` },
    examples: { pass: [{}], fail: [], undecided: [] },
  },
  {
    id: 'column-missing',
    title: 'Dưới tiêu đề bảng phải có đủ bốn cột: Số TT, Chỉ tiêu thống kê, Đơn vị tính, Số liệu.',
    basis: FORM,
    severity: 'error',
    message: say`Không thấy cột “${word('heading')}” ở dòng tiêu đề của bảng.`,
    hint: { todo: say`ghi lại tiêu đề “${word('heading')}” phía trên cột đó, theo đúng mẫu.` },
    examples: {
      pass: [{}, { headings: ['STT', 'Nội dung', 'ĐVT', 'Kết quả'] }],
      fail: [{ headings: ['Số TT', 'Chỉ tiêu thống kê', 'Đơn vị tính', ''], severity: 'error' }],
      undecided: [],
    },
  },
  {
    id: 'row-missing',
    title: 'Bảng phải có đủ các dòng của mẫu.',
    basis: FORM,
    severity: 'error',
    message: say`Thiếu ${word('count')} dòng của mẫu: ${word('rows')}.`,
    hint: {
      todo: say`thêm lại dòng theo đúng thứ tự của mẫu rồi ghi số liệu của dòng đó; không xóa dòng của mẫu.`,
    },
    examples: {
      pass: [{}],
      fail: [
        { without: ['3.5'], severity: 'error' },
        { without: ['3.4'], severity: 'info' },
        { without: ['2.1', '2.2', '2.3', '2.4', '2.5', '3.5'], severity: 'error' },
      ],
      undecided: [],
    },
  },
  {
    id: 'row-duplicated',
    title: 'Mỗi mã số chỉ có một dòng.',
    basis: FORM,
    severity: 'warning',
    message: say`Mã ${word('code')} xuất hiện ${word('count')} lần (các ô ${word('cells')}); số ở ô ${word('cell')} được dùng để kiểm tra.`,
    hint: {
      todo: say`xóa dòng thừa, hoặc sửa lại mã cho đúng dòng.`,
      ifRight: say`giải trình vì sao có hai dòng cùng mã.`,
    },
    examples: { pass: [{}], fail: [{ twice: ['3.5'], severity: 'warning' }], undecided: [] },
  },
  {
    id: 'row-unknown',
    title: 'Dòng có mã nhưng không có trong mẫu thì công cụ không kiểm tra.',
    basis: FORM,
    severity: 'info',
    message: say`Dòng “${word('label')}” (mã ${word('code')}, ô ${word('cell')}) không có trong mẫu; công cụ không kiểm tra dòng này.`,
    hint: { todo: say`đối chiếu với biểu mẫu được giao; nếu mã chưa đúng thì sửa lại.`, ifRight: say`không phải sửa.` },
    examples: {
      pass: [{}],
      fail: [{ added: [{ after: '7.6', cells: ['7.7', 'Số máy tính đã trang bị', 'Máy', 17] }], severity: 'info' }],
      undecided: [],
    },
  },
  {
    id: 'row-moved',
    title: 'Các dòng giữ thứ tự của mẫu.',
    basis: FORM,
    severity: 'info',
    message: say`${AT} không đứng đúng thứ tự của mẫu.`,
    hint: { todo: say`chuyển dòng về đúng vị trí của mẫu.`, ifRight: say`không phải sửa; số vẫn được kiểm tra.` },
    examples: { pass: [{}], fail: [{ moved: [{ key: '3.5', after: '1.5' }], severity: 'info' }], undecided: [] },
  },
  {
    id: 'label-changed',
    title: 'Tên chỉ tiêu giữ như mẫu.',
    basis: FORM,
    severity: 'info',
    message: say`${AT} ghi tên là “${word('label')}”, mẫu ghi “${word('wanted')}”${word('nearer')}.`,
    hint: {
      todo: say`xem số đã ghi có đúng chỉ tiêu của mẫu không; ghi lại tên theo mẫu.`,
      ifRight: say`không phải sửa; số vẫn được kiểm tra theo mã.`,
    },
    examples: {
      pass: [
        {},
        { labels: { '3.3.1.c': 'Tiếp nhận trực tuyến một phần' } },
        { labels: { '3.5': 'Số thu/ trường hợp đã công khai xin lỗi' } },
      ],
      fail: [
        { labels: { '1.1.3': 'Số công văn chỉ đạo' }, severity: 'info' },
        {
          labels: { '3.3.3': 'Số lượng hồ sơ TTHC về lĩnh vực xây dựng được giải quyết đúng hẹn' },
          severity: 'warning',
        },
      ],
      undecided: [],
    },
  },
  {
    id: 'code-mangled',
    title: 'Mã số không bị bảng tính đổi thành ngày tháng hay số khác.',
    basis: 'Bảng tính tự đổi “1.1.2” thành ngày, “1.10” thành 1,1.',
    severity: 'warning',
    message: say`Ô ${word('cell')} phải ghi mã ${word('code')}, nhưng bảng tính đã tự đổi thành “${word('shown')}”.`,
    hint: { todo: say`định dạng ô là Văn bản (Text), rồi ghi lại mã ${word('code')}.` },
    examples: {
      pass: [{}, { codes: { '1.1': 1.1 } }],
      fail: [{ codes: { '1.1.2': 37623 }, severity: 'warning' }],
      undecided: [],
    },
  },
  {
    id: 'legacy-font',
    title: 'Văn bản dùng mã Unicode, không dùng mã TCVN3 hay VNI.',
    basis: 'Văn bản hành chính dùng bộ mã Unicode (Nghị định số 30/2020/NĐ-CP, Phụ lục I).',
    severity: 'error',
    message: say`${word('count')} ô ghi bằng mã ${word('encoding')} (ví dụ ô ${word('cell')}, đọc là “${word('text')}”); người nhận không có phông chữ này sẽ không đọc được.`,
    hint: {
      todo: say`chuyển các ô đó sang Unicode bằng công cụ chuyển mã (ví dụ Unikey), rồi chọn phông Times New Roman.`,
    },
    examples: {
      pass: [{}],
      fail: [{ labels: { '3.3.1': 'Sè l\u00ADîng hå s¬ ®· tiÕp nhËn' }, severity: 'error' }],
      undecided: [],
    },
  },
  {
    id: 'value-blank',
    title: 'Mọi dòng phải ghi số.',
    basis: 'Ô trống không phải là số 0: người đọc không biết là không có hay chưa ghi.',
    severity: 'warning',
    message: say`${word('named')} (ô ${word('cell')}) chưa ghi số.`,
    hint: { todo: say`${word('todo')}` },
    examples: {
      pass: [
        {},
        { figures: { '1.4.1': 0, '1.4.2': null } },
        { figures: { '7.2.3': 0, '7.2.3.a': null, '7.2.3.b': null } },
      ],
      fail: [
        { figures: { '2.1': null }, severity: 'warning' },
        { figures: { '7.1': '  ' }, severity: 'warning' },
      ],
      undecided: [],
    },
  },
  {
    id: 'number-stored-as-text',
    title: 'Số được ghi ở dạng số, không ở dạng chữ.',
    basis: 'Hàm tính tổng của bảng tính bỏ qua ô dạng chữ.',
    severity: 'warning',
    message: say`${AT} ghi “${word('typed')}” ở dạng chữ; công cụ hiểu là ${word('value')}, nhưng hàm SUM của Excel bỏ qua ô này.`,
    hint: { todo: say`bấm Sửa nhanh để đổi sang dạng số${word('keepLook')}.` },
    examples: {
      pass: [{}],
      fail: [
        { figures: { '3.5': '04' }, severity: 'warning' },
        { figures: { '7.2.3': '371' }, severity: 'warning' },
        { figures: { '7.2.3': '1.234' }, severity: 'warning' },
      ],
      undecided: [],
    },
  },
  {
    id: 'unit-inside-value',
    title: 'Ô số liệu chỉ ghi số, đơn vị đã có cột riêng.',
    basis: 'Ô có cả chữ không cộng được.',
    severity: 'warning',
    message: say`${AT} ghi “${word('typed')}”; ô này chỉ ghi số, công cụ hiểu là ${word('value')}.`,
    hint: { todo: say`${word('keepOnly')}` },
    examples: {
      pass: [{}],
      fail: [
        { figures: { '4.1.1': '17 người' }, severity: 'warning' },
        { figures: { '5.4.2': '6 (100%)' }, severity: 'warning' },
      ],
      undecided: [],
    },
  },
  {
    id: 'number-ambiguous',
    title: 'Số phải đọc được theo một cách.',
    basis: 'Dấu phẩy trong tiếng Việt là dấu thập phân, trong tiếng Anh ngăn hàng nghìn.',
    severity: 'warning',
    message: say`${AT} ghi “${word('typed')}”, đọc được theo hai cách: dấu phẩy có thể là dấu ngăn hàng nghìn hoặc dấu thập phân.`,
    hint: { todo: say`ghi lại bằng chữ số liền nhau, không dấu ngăn cách.` },
    examples: { pass: [{}], fail: [{ figures: { '7.2.3': '1,234' }, severity: 'warning' }], undecided: [] },
  },
  {
    id: 'not-a-number',
    title: 'Ô số liệu phải là số.',
    basis: 'Số liệu thống kê là số.',
    severity: 'error',
    message: say`${AT} ghi “${word('typed')}”${word('problem')}.`,
    hint: { todo: say`${word('todo')}` },
    examples: {
      pass: [{}],
      fail: [
        { figures: { '2.1': 'không có' }, severity: 'error' },
        { figures: { '3.3.1': '494/498' }, severity: 'error' },
      ],
      undecided: [],
    },
  },
  {
    id: 'formula-error',
    title: 'Ô số liệu không có lỗi công thức.',
    basis: 'Công thức đang báo lỗi nên ô không có số liệu.',
    severity: 'error',
    message: say`${AT} có công thức báo lỗi ${word('typed')}.`,
    hint: { todo: say`sửa công thức, hoặc nhập số trực tiếp.` },
    examples: { pass: [{}], fail: [{ figures: { '3.3.1': { error: '#REF!' } }, severity: 'error' }], undecided: [] },
  },
  {
    id: 'count-not-whole',
    title: 'Dòng đếm phải là số nguyên, không âm.',
    basis: 'Dòng này đếm từng việc, từng người, từng hồ sơ.',
    severity: 'error',
    message: say`${AT} ghi ${word('value')}; dòng này đếm ${word('noun')}, phải là số nguyên không âm.`,
    hint: { todo: say`ghi lại số đếm được.` },
    examples: {
      pass: [{}],
      fail: [
        { figures: { '2.1': -1 }, severity: 'error' },
        { figures: { '2.1': 1.5 }, severity: 'error' },
      ],
      undecided: [],
    },
  },
  {
    id: 'percent-out-of-range',
    title: 'Tỷ lệ phải từ 0% đến 100%.',
    basis: 'Phần không lớn hơn toàn thể.',
    severity: 'error',
    message: say`${AT} ghi tỷ lệ ${word('value')}%; tỷ lệ phải từ 0% đến 100%.`,
    hint: { todo: say`tính lại tỷ lệ; dòng này ghi tỷ lệ phần trăm, không ghi số lượng.` },
    examples: {
      pass: [{}],
      fail: [{ figures: { '3.2.4': 207 }, severity: 'error' }],
      undecided: [],
    },
  },
  {
    id: 'percent-looks-like-fraction',
    title: 'Tỷ lệ ghi theo phần trăm (95), không ghi theo phần của 1 (0,95).',
    basis: 'Đơn vị tính của dòng là %.',
    severity: 'warning',
    message: say`${AT} ghi ${word('value')}; đơn vị tính là %, có thể phải là ${word('hundredfold')}%.`,
    hint: { todo: say`ghi theo phần trăm, ví dụ 95 cho 95%.`, ifRight: say`giải trình vì sao tỷ lệ nhỏ như vậy.` },
    examples: {
      pass: [{}, { figures: { '3.2.4': 1 }, shown: { '3.2.4': '100%' } }, { figures: { '5.4.2': 1, '1.2.1': 1 } }],
      fail: [
        { figures: { '3.2.4': 0.95 }, severity: 'warning' },
        { figures: { '5.4.2': 1 }, severity: 'warning' },
      ],
      undecided: [],
    },
  },
  {
    id: 'choice-not-allowed',
    title: 'Dòng ghi mã chỉ nhận các mã in ở ô đơn vị tính.',
    basis: 'Danh sách mã in ngay trong ô đơn vị tính của dòng.',
    severity: 'error',
    message: say`${AT} ghi “${word('typed')}”; dòng này chỉ nhận ${word('list')}.`,
    hint: { todo: say`ghi ${word('list')}.${word('advice')}` },
    examples: {
      pass: [{}],
      fail: [
        { figures: { '1.4.2': true }, severity: 'error' },
        { figures: { '1.5': 3 }, severity: 'error' },
        { figures: { '7.1': 'bốn cấp' }, severity: 'error' },
      ],
      undecided: [],
    },
  },
  {
    id: 'choice-as-text',
    title: 'Dòng ghi mã thì ghi mã số, không ghi chữ.',
    basis: 'Danh sách mã in ngay trong ô đơn vị tính của dòng.',
    severity: 'warning',
    message: say`${AT} ghi “${word('typed')}”; dòng này ghi mã số, công cụ hiểu là ${word('meant')}.`,
    hint: { todo: say`bấm Sửa nhanh để đổi thành ${word('value')}.` },
    examples: {
      pass: [{}],
      fail: [
        { figures: { '1.5': 'Có' }, severity: 'warning' },
        { figures: { '1.4.2': 'Kết hợp' }, severity: 'warning' },
        { figures: { '6.1': 'x' }, severity: 'warning' },
        { figures: { '7.1': '2 cấp' }, severity: 'warning' },
      ],
      undecided: [],
    },
  },
] as const satisfies readonly StructureRule[];

export type StructureRuleId = (typeof STRUCTURE)[number]['id'];
