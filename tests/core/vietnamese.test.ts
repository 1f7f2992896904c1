// Text and numbers as officials type them.
import { describe, expect, it } from 'vitest';
import { canonicalLabel, sameLabel } from '../../core/label.ts';
import { readPeriod } from '../../core/period.ts';
import { capitalise, fold, joinAnd, readNumber, writeDecimal, writeSigned } from '../../core/vietnamese.ts';

describe('numbers as typed', () => {
  it.each([
    ['04', '4', ''],
    [' 494 ', '494', ''],
    ['1.234', '1.234', ''],
    ['1.234.567', '1.234.567', ''],
    ['1 234', '1.234', ''],
    ['96,43', '96,43', ''],
    ['96.43', '96,43', ''],
    ['1.234,5', '1.234,5', ''],
    ['17 người', '17', 'người'],
    ['100 %', '100', '%'],
    ['100%', '100', '%'],
    ['61,3 ngàn', '61.300', ''],
    ['61,3 nghìn hồ sơ', '61.300', 'hồ sơ'],
    ['8,8 tỷ đồng', '8.800.000.000', 'đồng'],
    ['350 triệu đồng', '350.000.000', 'đồng'],
    ['−5', '−5', ''],
    ['-5', '−5', ''],
    ['3.', '3', ''],
  ])('%j is %s%s', (text, shown, unit) => {
    const reading = readNumber(text);
    expect(reading.kind === 'number' && [writeDecimal(reading.value), reading.unit]).toEqual([shown, unit]);
  });
  it.each(['1,234', '12,345,678', '1,234.5'])('%j reads two ways', (text) => {
    expect(readNumber(text).kind).toBe('ambiguous');
  });
  it.each(['', 'không', '-', '…', 'x', '1.23.4', '1,2,3', '12345678901234567890'])('%j is no number', (text) => {
    expect(readNumber(text).kind).toBe('none');
  });
});

describe('numbers as written', () => {
  it.each([
    [0, 0, '0'],
    [4, 0, '4'],
    [1234567, 0, '1.234.567'],
    [9069, 2, '90,69'],
    [5, 3, '0,005'],
    [-12345, 1, '−1.234,5'],
  ])('%d at %d places is %s', (digits, decimals, text) => {
    expect(writeDecimal({ digits, decimals })).toBe(text);
  });
  it('a difference carries its sign', () => {
    expect([4, -4, 0].map((digits) => writeSigned({ digits, decimals: 0 }))).toEqual(['+4', '−4', '0']);
  });
});

describe('labels folded', () => {
  it.each([
    ['Số  TT', 'số tt'],
    ['HOÁ ĐƠN', 'hóa đơn'],
    ['Thuỷ lợi', 'thủy lợi'],
    ['Trong đó:', 'trong đó'],
    ['TTHC/ danh mục', 'TTHC / danh mục'],
    ['Đơn vị tính'.normalize('NFD'), 'đơn vị tính'],
  ])('%j is %j', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });
  it.each([
    ['một cửa', 'một của'],
    ['xã', 'xa'],
    ['mức độ 3', 'mức độ 4'],
  ])('%j is not %j', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});

describe('labels compared', () => {
  it.each([
    ['Tiếp nhận trực tuyến mức độ 3', 'Tiếp nhận trực tuyến một phần'],
    ['Giải quyết trực tuyến mức độ 4', '- Giải quyết trực tuyến toàn trình'],
    ['Thống kê TTHC', 'Thống kê thủ tục hành chính'],
    ['Tiếp nhận qua BCCI', 'b) Tiếp nhận qua bưu chính công ích'],
    ['Số thư/trường hợp đã công khai xin lỗi', 'Số thu/ trường hợp đã công khai xin lỗi'],
    [
      'Thực hiện nhiệm vụ UBND huyện, Chủ tịch UBND huyện giao',
      'Thực hiện nhiệm vụ UBND thị xã, Chủ tịch UBND thị xã giao',
    ],
    ['Số lãnh đạo cấp xã bị kỷ luật.', 'Số lãnh đạo phường bị kỷ luật'],
    ['Trả trực tiếp', 'Trong đó: Trả trực tiếp'],
    ['Số nhiệm vụ đã hoàn thành', 'Số nhiệm vu đã hòan thành'],
  ])('%j is %j', (one, other) => {
    expect(sameLabel(canonicalLabel(one), canonicalLabel(other))).toBe(true);
  });
  it.each([
    ['Tiếp nhận trực tuyến mức độ 3', 'Tiếp nhận trực tuyến mức độ 4'],
    ['Trả trực tiếp', 'Tiếp nhận trực tiếp'],
    ['lĩnh vực đất đai', 'lĩnh vực xây dựng'],
  ])('%j is not %j', (one, other) => {
    expect(sameLabel(canonicalLabel(one), canonicalLabel(other))).toBe(false);
  });
});

describe('periods', () => {
  it.each([
    ['… CỦA UBND XÃ 6 THÁNG ĐẦU NĂM 2024', '6 tháng đầu năm 2024', 6, '2024-06'],
    ['6 tháng cuối năm 2024', '6 tháng cuối năm 2024', 6, '2024-12'],
    ['9 tháng năm 2025', '9 tháng năm 2025', 9, '2025-09'],
    ['9 tháng đầu năm 2025', '9 tháng đầu năm 2025', 9, '2025-09'],
    ['Quý II/2024', 'quý II năm 2024', 3, '2024-06'],
    ['quý 1 năm 2025', 'quý I năm 2025', 3, '2025-03'],
    ['Báo cáo năm 2024', 'năm 2024', 12, '2024-12'],
    ['10 tháng đầu năm 2025', '10 tháng đầu năm 2025', 10, '2025-10'],
    ['Kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2025', '6 tháng đầu năm 2025', 6, '2025-06'],
  ])('%j', (text, label, months, end) => {
    expect(readPeriod(text)).toEqual({ label, year: Number(end.slice(0, 4)), months, end });
  });
  it.each(['ngày 04 tháng 6 năm 2024', 'ngày … tháng … năm …', '31/5/2024', 'Phụ lục 01b', ''])(
    '%j names none',
    (text) => {
      expect(readPeriod(text)).toBeNull();
    },
  );
});

it('small words', () => {
  expect(capitalise('“đúng hẹn”')).toBe('“Đúng hẹn”');
  expect(joinAnd(['a', 'b', 'c'])).toBe('a, b và c');
});
