// Reasons that officials give most often, by rule: what the rule's hint proposes, ready to be chosen in the pane.
import type { Preset } from '../preset.ts';

export const PRESETS: readonly Preset[] = [
  {
    rules: ['received-parts-differ-from-total', 'ontime-parts-differ-from-total'],
    text: 'Gồm {n} hồ sơ kỳ trước chuyển sang',
    writes: 'K',
  },
  {
    rules: ['ontime-above-received', 'open-dossiers-above-remaining'],
    text: 'Gồm {n} hồ sơ kỳ trước chuyển sang',
  },
  { rules: ['channel-ontime-above-received'], text: 'Gồm {n} hồ sơ trực tuyến kỳ trước chuyển sang' },
  {
    rules: ['ontime-parts-differ-from-total'],
    text: 'Bốn dòng gồm {n} hồ sơ giải quyết quá hạn',
    side: 'less',
  },
  {
    rules: ['ontime-parts-differ-from-total'],
    text: '{n} hồ sơ đã có kết quả, người dân chưa đến nhận',
    side: 'more',
  },
  {
    rules: ['field-ontime-above-total'],
    text: 'Gồm hồ sơ đất đai do Chi nhánh Văn phòng đăng ký đất đai giải quyết',
  },
  { rules: ['plan-done-above-planned'], text: 'Gồm {n} nhiệm vụ bổ sung ngoài Kế hoạch CCHC' },
  { rules: ['assigned-done-above-assigned'], text: 'Gồm {n} nhiệm vụ từ kỳ trước' },
  { rules: ['issues-resolved-above-found'], text: 'Gồm {n} vấn đề từ kỳ trước' },
  { rules: ['documents-proposed-above-examined'], text: 'Gồm {n} văn bản từ kỳ trước' },
  { rules: ['documents-resolved-above-proposed'], text: 'Gồm {n} văn bản kiến nghị từ kỳ trước' },
  {
    rules: ['new-procedures-above-stock', 'boundary-free-above-stock'],
    text: 'Theo danh mục TTHC công bố tại Quyết định số …',
  },
  { rules: ['onestop-above-stock'], text: 'Gồm {n} TTHC của cơ quan khác tiếp nhận tại Bộ phận Một cửa' },
  {
    rules: ['onestop-split-differs-from-stock'],
    text: '{n} TTHC đặc thù không đưa vào Bộ phận Một cửa',
    size: [
      [1, '3.1.3'],
      [-1, '3.2.1'],
      [-1, '3.2.2'],
      [-1, '3.2.3'],
    ],
  },
  { rules: ['published-above-solved'], text: 'Gồm {n} hồ sơ kỳ trước công khai trong kỳ này' },
  { rules: ['online-dossiers-without-service'], text: 'TTHC đã nâng từ một phần lên toàn trình trong kỳ' },
  { rules: ['apologies-without-late'], text: '{n} thư xin lỗi gửi cho hồ sơ kỳ trước chuyển sang' },
  {
    rules: ['apologies-without-late', 'apologies-differ-from-late'],
    text: 'Gồm {n} hồ sơ đang giải quyết đã quá hạn, đã gửi thư xin lỗi',
    side: 'more',
  },
  { rules: ['staff-above-quota'], text: '{n} người dôi dư do sắp xếp đơn vị hành chính' },
  { rules: ['cuts-above-quota'], text: 'Tinh giản theo Quyết định số …' },
  { rules: ['disciplined-above-staff'], text: 'Gồm người đã chuyển công tác' },
  {
    rules: ['plan-and-assigned-identical'],
    text: 'Nhiệm vụ cấp trên giao trùng với nhiệm vụ trong Kế hoạch CCHC',
  },
  { rules: ['whole-stock-reported-new'], text: 'Công bố lại toàn bộ danh mục TTHC tại Quyết định số …' },
  { rules: ['cumulative-fell'], text: 'Số của kỳ trước đã được rà soát, điều chỉnh giảm' },
  { rules: ['stock-roll-forward-broken'], text: 'Theo danh mục TTHC công bố tại Quyết định số …' },
  { rules: ['stock-jumped'], text: 'Tăng, giảm theo Quyết định số …' },
  { rules: ['carry-over-differs'], text: '{n} hồ sơ kỳ trước được trả lại, rút hoặc bổ sung sau ngày chốt số liệu' },
  { rules: ['section-copied-from-previous'], text: 'Từ cuối kỳ trước đến nay không phát sinh thêm' },
];
