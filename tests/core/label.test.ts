// Labels as typed: what stands before and after their words, spellings that mean the same, and slips of the hand.
import { describe, expect, it } from 'vitest';
import { canonicalLabel, firstWord, labelWords, plainLabel, sameLabel } from '../../core/label.ts';
import { fold } from '../../core/vietnamese.ts';

describe('bullets and footnote marks are no part of a label', () => {
  it.each([
    '- Trả trực tiếp',
    '-Trả trực tiếp',
    '– Trả trực tiếp',
    '+ Trả trực tiếp',
    '• Trả trực tiếp',
    'o Trả trực tiếp',
    'a) Trả trực tiếp',
    'a)Trả trực tiếp',
    'a. Trả trực tiếp',
    'đ) Trả trực tiếp',
    '(b) Trả trực tiếp',
    '(b)Trả trực tiếp',
    'Trong đó: Trả trực tiếp',
    'Trong đó - Trả trực tiếp',
    'trong do: trả trực tiếp',
    '  -  Trả trực tiếp',
    'a)  Trả trực tiếp',
    '(b)  Trả trực tiếp',
    'Trong đó  :  Trả trực tiếp',
    'Trong đó:Trả trực tiếp',
    'Trả trực tiếp (1)',
    'Trả trực tiếp (12)',
    'Trả trực tiếp [2]',
    'Trả trực tiếp [12] ',
    'Trả trực tiếp³',
    'Trả trực tiếp¹²',
    'Trả trực tiếp (1):',
    'Trả trực tiếp (1).',
    'Trả trực tiếp'.normalize('NFD'),
  ])('%j', (text) => {
    expect(plainLabel(text)).toBe(fold('Trả trực tiếp'));
  });
  it.each([
    'Trả trực tiếp (123)',
    'Trả (1) trực tiếp',
    'oTrả trực tiếp',
    'e) Trả trực tiếp',
    'Ở xã',
    'Trong đó',
    '(1)',
    '-',
  ])('%j stays as it is', (text) => {
    expect(plainLabel(text)).toBe(fold(text));
  });
});

describe('spellings that mean the same', () => {
  it.each([
    ['Tiếp nhận trực tuyến mức độ 3', 'Tiếp nhận trực tuyến một phần'],
    ['Tiếp nhận trực tuyến mức 4', 'Tiếp nhận trực tuyến toàn trình'],
    ['Tiếp nhận trực tuyến mức độ 4', 'Tiếp nhận trực tuyến toàn trình'],
    ['Trả qua bưu chính công ích', 'Trả qua BCCI'],
    ['Số thủ tục hành chính/danh mục thủ tục hành chính công bố mới', 'Số TTHC/danh mục TTHC công bố mới'],
    ['Số văn bản quy phạm pháp luật', 'Số VBQPPL'],
    ['Trang TTĐT của xã', 'Trang thông tin điện tử của phường'],
    ['UBND thị xã giao', 'UBND huyện giao'],
    ['UBND thành phố giao', 'UBND quận giao'],
    ['UBND cấp xã', 'UBND đặc khu'],
    ['UBND thị trấn', 'UBND xã'],
    ['UBND cấp xã phường', 'UBND xã'],
    ['Cấp xã, phường, thị trấn giao', 'Xã, xã, xã giao'],
    ['Cấp xã phường thị trấn giao', 'Xã giao'],
    ['Tiếp nhận trực tuyến mức 3', 'Tiếp nhận trực tuyến một phần'],
    ['Ủy ban nhân dân giao', 'UBND giao'],
    ['UBND cấp huyện giao', 'UBND huyện giao'],
    ['UBND cấp tỉnh giao', 'UBND huyện giao'],
    ['UBND tỉnh giao', 'UBND huyện giao'],
    ['Hồ sơ giải quyết đúng hẹn', 'Hồ sơ giải quyết đúng hạn'],
    ['Hồ sơ giải quyết đúng hẹn', 'Hồ sơ giải quyết trước hạn và đúng hạn'],
    ['Số thư xin lỗi', 'Số thu xin lỗi'],
    ['Nhiệm vụ cải cách hành chính', 'Nhiệm vụ CCHC'],
    // Without marks, alike among themselves.
    ['Tiep nhan truc tuyen muc do 3', 'Tiep nhan truc tuyen mot phan'],
    ['So thu tuc hanh chinh', 'So TTHC'],
    ['UBND thi xa giao', 'UBND huyen giao'],
  ])('%j is %j', (one, other) => {
    expect(canonicalLabel(one)).toBe(canonicalLabel(other));
  });
  it.each([
    ['Tiếp nhận trực tuyến mức độ 3', 'Tiếp nhận trực tuyến mức độ 4'],
    ['UBND thị xã giao', 'UBND xã giao'],
    ['Phương án', 'Xã án'],
    ['mức độ 30', 'mức độ 3'],
    ['Hồ sơ quá hạn', 'Hồ sơ đúng hạn'],
  ])('%j is not %j', (one, other) => {
    expect(canonicalLabel(one)).not.toBe(canonicalLabel(other));
  });
});

describe('slips of the hand', () => {
  it.each([
    ['one letter another', 'số nhiệm vụ đã hoàn thành', 'số nhiệm vụ đã hoàn thanm'],
    ['one letter too many', 'số nhiệm vụ', 'số nhiệmm vụ'],
    ['one letter too few', 'số nhiệm vụ', 'số nhệm vụ'],
    ['two letters swapped', 'số nhiệm vụ', 'số nhiệm uv'],
    ['the last letter missing', 'số nhiệm vụ', 'số nhiệ vụ'],
    ['marks alone', 'số nhiệm vụ', 'số nhiêm vụ'],
    ['one word in two', 'thủ tục hành chính', 'thủ tục hànhchính'],
    ['two of eight words', 'một hai ba bốn năm sáu bảy tám', 'mộtt hai ba bốnn năm sáu bảy tám'],
    ['one of one word', 'tổng', 'tồng'],
    ['a space missing before a year', 'năm 2024', 'năm2024'],
  ])('%s: %j is %j', (_name, one, other) => {
    expect(sameLabel(fold(one), fold(other))).toBe(true);
    expect(sameLabel(fold(other), fold(one))).toBe(true);
  });
  it.each([
    ['two letters in a word', 'số nhiệm vụ', 'số nhuệk vụ'],
    ['two letters more', 'số nhiệm vụ', 'số nhiệmmm vụ'],
    ['two of seven words', 'một hai ba bốn năm sáu bảy', 'mộtt hai ba bốnn năm sáu bảy'],
    ['two letters side by side', 'số nhiệm vụ', 'số nhikp vụ'],
    ['one of them moved on', 'số nhiệm vụ', 'số nhike vụ'],
    ['one of them moved back', 'số nhiệm vụ', 'số nhimk vụ'],
    ['two swapped and one more', 'số nhiệm vụ', 'số nihệk vụ'],
    ['letters swapped that do not touch', 'số nhiệm vụ', 'số nmiệh vụ'],
    ['another digit', 'mức độ 3', 'mức độ 4'],
    ['a digit for a letter', 'mức độ 3', 'mức độ b'],
    ['another year', 'năm 2024', 'năm 2025'],
    ['a year too long', 'năm 2024', 'năm 20244'],
    ['another word', 'trả trực tiếp', 'tiếp nhận trực tiếp'],
    ['a word more', 'trả trực tiếp', 'trả trực tiếp ngay'],
  ])('%s: %j is not %j', (_name, one, other) => {
    expect(sameLabel(fold(one), fold(other))).toBe(false);
    expect(sameLabel(fold(other), fold(one))).toBe(false);
  });
});

describe('words', () => {
  it.each([
    ['Số lượng hồ sơ', 'so'],
    ['- Đơn vị', 'don'],
    ['a) Tiếp nhận', 'tiep'],
    ['12 tháng', 'thang'],
    ['Tiếp nhận'.normalize('NFD'), 'tiep'],
    ['123', ''],
    ['', ''],
  ])('the first of %j is %j', (text, word) => {
    expect(firstWord(text)).toBe(word);
  });
  it('are counted once, without marks', () => {
    expect(labelWords(fold('số hồ sơ số đúng'))).toEqual(['so', 'ho', 'dung']);
    expect(labelWords('  ')).toEqual([]);
  });
});
