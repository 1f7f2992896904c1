// What dossiers and tasks may be spoken of, by the words that say so; and the wholes that prose takes apart.
import type { Partition, ScopeFamily } from '../claimRecord.ts';

export const SCOPE_FAMILIES: readonly ScopeFamily[] = [
  {
    units: ['dossier', 'case'],
    headings: false,
    scopes: [
      {
        is: 'open',
        says: ['đang giải quyết', 'còn lại', 'tồn đọng', 'chưa giải quyết', 'chuyển kỳ sau', 'chuyển sang kỳ sau'],
        over: ['solved', 'received'],
      },
      {
        is: 'solved',
        says: [
          'giải quyết',
          'xử lý',
          'trả kết quả',
          'đã trả',
          'trả',
          'có kết quả',
          'hoàn thành',
          'trước và đúng hạn',
          'đúng hạn',
        ],
      },
      {
        is: 'solved',
        says: ['trước và đúng hạn', 'đúng hạn', 'trước hạn'],
        over: ['received', 'solved'],
      },
      { is: 'received', says: ['tiếp nhận', 'nộp', 'nhận', 'tiếp nhận mới'] },
    ],
  },
  {
    units: ['task'],
    headings: true,
    scopes: [
      {
        is: 'assigned',
        says: [
          'huyện giao',
          'tỉnh giao',
          'cấp trên giao',
          'thành phố giao',
          'thị xã giao',
          'quận giao',
          'huyện đã giao',
          'cấp có thẩm quyền giao',
          'UBND huyện giao',
          'UBND tỉnh giao',
        ],
      },
      {
        is: 'plan',
        says: [
          'kế hoạch CCHC',
          'kế hoạch công tác CCHC',
          'nhiệm vụ CCHC',
          'kế hoạch thực hiện CCHC',
          'kế hoạch thực hiện công tác CCHC',
          'nhiệm vụ cải cách hành chính',
          'kế hoạch số về CCHC',
          'kế hoạch số về công tác CCHC',
          'kế hoạch về CCHC',
          'kế hoạch về công tác CCHC',
          'kế hoạch số CCHC',
          'kế hoạch số thực hiện CCHC',
          'kế hoạch số thực hiện công tác CCHC',
        ],
      },
    ],
  },
];

export const PARTITIONS: readonly Partition[] = [
  { total: 'received', parts: ['received-direct', 'received-online'] },
  { total: 'received', parts: ['received-direct', 'received-post', 'received-online'] },
  { total: 'received', parts: ['received-direct', 'received-post', 'received-partial', 'received-full'] },
  { total: 'received', parts: ['received-new', 'carried-over'] },
  { total: 'received-online', parts: ['received-partial', 'received-full'] },
  { total: 'solved', parts: ['solved-early', 'solved-exactly', 'solved-late'] },
  { total: 'solved', parts: ['solved-ontime', 'solved-late'] },
  { total: 'solved-ontime', parts: ['solved-early', 'solved-exactly'] },
  { total: 'open', parts: ['open-intime', 'open-late'] },
  { total: 'staff', parts: ['staff-cadres', 'staff-civil'] },
  { total: 'plan-tasks', parts: ['plan-done', 'plan-open'] },
  { total: 'assigned-tasks', parts: ['assigned-done', 'assigned-open'] },
  { total: 'assigned-done', parts: ['assigned-ontime', 'assigned-late'] },
  { total: 'services', parts: ['services-partial', 'services-full'] },
];
