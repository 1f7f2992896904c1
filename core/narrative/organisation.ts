// Parts II.3 to II.6: organisation, civil service, public finance, electronic government.
import { AFTER_MERGER, BEFORE_MERGER } from '../conditions.ts';
import { list, n, type OutlineItem, share, t, total, when, write } from '../paragraph.ts';
import { all, any, compareForms, isPositive, isZero, not } from '../rule.ts';

const QUOTA = write`Tổng số biên chế cán bộ, công chức được giao năm ${t('kynam')} là ${n('4.1.1')} biên chế; số có mặt ${when({ told: 'cutOffDate' }, write`đến ngày ${t('chotso.ngan')}`, write`tại thời điểm báo cáo`)} là ${n('4.1.2')} người`;

const DISCIPLINE = write`việc chấp hành kỷ luật, kỷ cương hành chính`;
const DISCIPLINED = write`bị xử lý kỷ luật (cả về Đảng và chính quyền)`;

const SPENDING = write`Quy chế chi tiêu nội bộ`;
const ASSETS = write`Quy chế quản lý, sử dụng tài sản công`;

const SENT = write`UBND ${t('loai')} đã phát hành ${n('7.2.3')} văn bản đi`;
/** The second share can be used: filled, and not contradicting the first. */
const BOTH_SHARES = all(isPositive('7.2.3.b'), compareForms(['7.2.3.a', '7.2.3.b'], '≤', [100]));
const WITH_PAPER = write`gửi bản điện tử song song với văn bản giấy là ${share('7.2.3.b')}`;

const SERVICES = write`Số TTHC cung cấp dịch vụ công trực tuyến`;

export const organisation: readonly OutlineItem[] = [
  { level: 'heading', id: 'II.bomay', text: write`Cải cách tổ chức bộ máy hành chính nhà nước` },
  {
    id: 'P4.1',
    sentences: [
      {
        needs: ['4.1.1', '4.1.2'],
        variants: [
          {
            when: any(isZero('4.1.1'), isZero('4.1.2')),
            withhold: 'mục 4.1.1 hoặc 4.1.2 bằng 0',
          },
          {
            when: compareForms(['4.1.2'], '=', ['4.1.1']),
            text: write`${QUOTA}, bằng số biên chế được giao.`,
          },
          {
            when: compareForms(['4.1.2'], '<', ['4.1.1']),
            text: write`${QUOTA}, ít hơn ${total('4.1.1', [-1, '4.1.2'])} người so với số biên chế được giao.`,
          },
          {
            text: write`${QUOTA}, vượt ${total('4.1.2', [-1, '4.1.1'])} người so với số biên chế được giao.`,
          },
        ],
      },
      {
        needs: ['4.1.3'],
        variants: [
          { when: isPositive('4.1.3'), text: write`Trong kỳ đã tinh giản ${n('4.1.3')} biên chế.` },
          { text: write`Trong kỳ không có trường hợp tinh giản biên chế.` },
        ],
      },
    ],
  },
  { level: 'heading', id: 'II.congvu', text: write`Cải cách chế độ công vụ` },
  {
    id: 'P5.4',
    sentences: [
      {
        needs: ['5.4.1'],
        variants: [
          {
            when: not(isZero('5.4.1')),
            text: write`UBND ${t('loai')} đã ban hành Kế hoạch tự kiểm tra ${DISCIPLINE}.`,
          },
          { text: write`UBND ${t('loai')} chưa ban hành Kế hoạch tự kiểm tra ${DISCIPLINE}.` },
        ],
      },
      {
        needs: ['5.4.2'],
        variants: [
          {
            when: isPositive('5.4.2'),
            text: write`Tỷ lệ đơn vị, bộ phận được kiểm tra ${DISCIPLINE} đạt ${share('5.4.2')}.`,
          },
          { text: write`Chưa tiến hành tự kiểm tra ${DISCIPLINE}.` },
        ],
      },
      {
        needs: ['5.4.5', '5.4.6'],
        variants: [
          {
            when: isZero('5.4.5', '5.4.6'),
            text: write`Không có lãnh đạo, công chức ${t('loai')} ${DISCIPLINED}.`,
          },
          {
            when: isZero('5.4.6'),
            text: write`Có ${n('5.4.5')} lãnh đạo ${t('loai')} ${DISCIPLINED}.`,
          },
          {
            when: isZero('5.4.5'),
            text: write`Có ${n('5.4.6')} công chức ${t('loai')} ${DISCIPLINED}.`,
          },
          {
            text: write`Có ${total('5.4.5', '5.4.6')} người ${DISCIPLINED}, gồm ${n('5.4.5')} lãnh đạo và ${n('5.4.6')} công chức.`,
          },
        ],
      },
    ],
  },
  { level: 'heading', id: 'II.taichinh', text: write`Cải cách tài chính công` },
  {
    id: 'P6',
    sentences: [
      {
        needs: ['6.1', '6.2'],
        variants: [
          { when: isZero('6.1', '6.2'), text: write`UBND ${t('loai')} chưa ban hành ${SPENDING} và ${ASSETS}.` },
          {
            when: isZero('6.2'),
            text: write`UBND ${t('loai')} đã ban hành ${SPENDING}; chưa ban hành ${ASSETS}.`,
          },
          {
            when: isZero('6.1'),
            text: write`UBND ${t('loai')} đã ban hành ${ASSETS}; chưa ban hành ${SPENDING}.`,
          },
          { text: write`UBND ${t('loai')} đã ban hành ${SPENDING}, ${ASSETS}.` },
        ],
      },
      {
        needs: [],
        variants: [
          {
            when: { told: 'budget' },
            text: write`Tổng thu ngân sách nhà nước trên địa bàn ${t('kyten')} ước đạt ${t('nhap.thungansach')}.`,
          },
          { skip: 'chưa ghi số thu ngân sách ở “Thông tin báo cáo”' },
        ],
      },
    ],
  },
];

export const electronic: readonly OutlineItem[] = [
  { level: 'heading', id: 'II.chuyendoiso', text: write`Xây dựng và phát triển chính quyền điện tử, chính quyền số` },
  {
    id: 'P7.1',
    sentences: [
      {
        needs: ['7.1'],
        variants: [
          { when: isZero('7.1'), text: write`UBND ${t('loai')} chưa được kết nối Hệ thống họp trực tuyến.` },
          {
            when: not(any(BEFORE_MERGER, AFTER_MERGER)),
            about: 'kỳ báo cáo chưa ghi',
            ask: 'Họp trực tuyến từ cấp nào đến cấp nào? Ghi kỳ báo cáo vào “Thông tin báo cáo” hoặc vào tên bảng.',
          },
          {
            when: all(compareForms(['7.1'], '=', [2]), AFTER_MERGER),
            about: 'mục 7.1 bằng 2 (3 cấp)',
            ask: 'Từ ngày 01/7/2025 không còn cấp huyện: 3 cấp là những cấp nào? Hệ thống nối hai cấp thì ghi 1.',
          },
          {
            when: compareForms(['7.1'], '=', [2]),
            text: write`Hệ thống họp trực tuyến được kết nối, vận hành thông suốt 03 cấp, từ UBND ${t('tinhloai')} đến UBND cấp xã.`,
          },
          {
            when: AFTER_MERGER,
            text: write`Hệ thống họp trực tuyến được kết nối, vận hành thông suốt 02 cấp, từ UBND ${t('tinhloai')} đến UBND cấp xã.`,
          },
          {
            text: write`Hệ thống họp trực tuyến được kết nối, vận hành 02 cấp, từ UBND ${t('huyenloai')} đến UBND cấp xã.`,
          },
        ],
      },
    ],
  },
  {
    id: 'P7.2',
    sentences: [
      {
        needs: ['7.2.1'],
        variants: [
          {
            when: isZero('7.2.1'),
            text: write`Hệ thống quản lý văn bản và điều hành chưa được kết nối, liên thông ${t('lienthong')}.`,
          },
          { text: write`Hệ thống quản lý văn bản và điều hành đã được kết nối, liên thông ${t('lienthong')}.` },
        ],
      },
      {
        needs: ['7.2.3'],
        variants: [
          {
            when: isZero('7.2.3'),
            about: 'mục 7.2.3 bằng 0',
            ask: 'Trong kỳ không phát hành văn bản đi nào? Chưa có số liệu thì để trống mục 7.2.3.',
          },
          {
            when: compareForms(['7.2.3.a'], '=', [100]),
            text: write`${SENT}, 100% được ký số và gửi hoàn toàn dưới dạng điện tử${when({ told: 'exceptSecret' }, write` (trừ văn bản mật theo quy định)`)}.`,
          },
          {
            when: isPositive('7.2.3.a'),
            text: write`${SENT}; tỷ lệ văn bản gửi hoàn toàn dưới dạng điện tử đạt ${share('7.2.3.a')}${when(BOTH_SHARES, write`, ${WITH_PAPER}`)}.`,
          },
          {
            when: isZero('7.2.3.a'),
            text: write`${SENT}; chưa gửi văn bản hoàn toàn dưới dạng điện tử${when(BOTH_SHARES, write`, tỷ lệ ${WITH_PAPER}`)}.`,
          },
          { text: write`${SENT}.` },
        ],
      },
    ],
  },
  {
    id: 'P7.4',
    sentences: [
      {
        needs: ['7.4.1'],
        variants: [
          {
            when: not(any(BEFORE_MERGER, AFTER_MERGER)),
            about: 'kỳ báo cáo chưa ghi',
            ask: 'Kết nối với hệ thống của cấp nào? Ghi kỳ báo cáo vào “Thông tin báo cáo” hoặc vào tên bảng.',
          },
          {
            when: AFTER_MERGER,
            text: write`Hệ thống thông tin giải quyết TTHC của ${t('tinhloai')} ${when(isZero('7.4.1'), write`chưa`, write`đã`)} được kết nối, vận hành đến ${t('loai')}.`,
          },
          {
            text: write`Hệ thống thông tin một cửa điện tử của ${t('loai')} ${when(isZero('7.4.1'), write`chưa`, write`đã`)} được kết nối, liên thông với Hệ thống một cửa điện tử cấp huyện, cấp tỉnh.`,
          },
        ],
      },
    ],
  },
  {
    id: 'P7.5',
    sentences: [
      {
        needs: ['7.5.1', '7.5.2'],
        variants: [
          { when: isZero('7.5.1', '7.5.2'), text: write`UBND ${t('loai')} chưa cung cấp dịch vụ công trực tuyến.` },
          {
            when: isZero('7.5.1'),
            text: write`${SERVICES} ${t('toantrinh')} là ${n('7.5.2')} thủ tục; không có TTHC cung cấp trực tuyến ${t('motphan')}.`,
          },
          {
            when: isZero('7.5.2'),
            text: write`${SERVICES} ${t('motphan')} là ${n('7.5.1')} thủ tục; không có TTHC cung cấp trực tuyến ${t('toantrinh')}.`,
          },
          {
            text: write`${SERVICES} là ${total('7.5.1', '7.5.2')} thủ tục, gồm ${list(
              ' và ',
              [isPositive('7.5.1'), write`${n('7.5.1')} thủ tục cung cấp trực tuyến ${t('motphan')}`],
              [isPositive('7.5.2'), write`${n('7.5.2')} thủ tục cung cấp trực tuyến ${t('toantrinh')}`],
            )}.`,
          },
        ],
      },
    ],
  },
  {
    id: 'P7.6',
    sentences: [
      {
        needs: ['7.6'],
        variants: [
          {
            text: write`UBND ${t('loai')} ${when(isZero('7.6'), write`chưa `)}duy trì, áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015.`,
          },
        ],
      },
    ],
  },
];
