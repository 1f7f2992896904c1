// The whole job in Excel's pane, through Microsoft's real client: check, go to a cell, fix and undo, mark and clear, write the text.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../pane/browser.ts';
import { ANNEX, CARRIED_OVER, EXAMPLE } from '../pane/states.ts';
import { type Book, bookOf, parseBox } from './book.ts';
import { type OpenExcel, openExcel } from './openExcel.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The example as an official left it: codes as text, own colours, an own conditional format, a note. */
function usersBook(): Book {
  const book = bookOf(EXAMPLE);
  const sheet = book.sheet(ANNEX);
  sheet.cell(60, 3).format = '@';
  Object.assign(sheet.cell(44, 3).look, { 'fill.color': '#FFFF00', note: 'đã gọi hỏi' });
  const look = { fill: '#00FF00' };
  sheet.formats.push({ id: 'users', boxes: [parseBox('D1:D90')], type: 'Custom', formula: '=D1>400', look });
  return book;
}

function stateOf(excel: OpenExcel): unknown {
  const { cells, formats, validations, merges } = excel.book.sheet(ANNEX);
  return structuredClone({ cells: [...cells], formats, validations, merges });
}

describe.each(['1.9', '1.15'])('ExcelApi %s', (api) => {
  async function withExcel(use: (excel: OpenExcel) => Promise<void>): Promise<void> {
    const excel = await openExcel(browser, usersBook(), { api });
    try {
      await use(excel);
      expect(excel.complaints).toEqual([]);
    } finally {
      await excel.close();
    }
  }

  const press = (excel: OpenExcel, name: string | RegExp) =>
    excel.frame
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
  const seen = (excel: OpenExcel, text: string) => excel.frame.getByText(text).first().waitFor();

  async function check(excel: OpenExcel): Promise<void> {
    await press(excel, 'Kiểm tra số liệu');
    await excel.frame.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor({ state: 'attached' });
  }

  it('checks, goes to a cell, fixes it and takes the fix back to the last format', () =>
    withExcel(async (excel) => {
      const before = stateOf(excel);
      await check(excel);
      await press(excel, /Mục 3\.3\.1 · ô D45/);
      await press(excel, /^Đến ô D48/);
      await expect.poll(() => excel.book.selected).toBe(`'${ANNEX}'!D48`);
      await press(excel, /“04” ở dạng chữ/);
      await press(excel, 'Sửa nhanh…');
      await press(excel, 'Sửa');
      await seen(excel, 'Đã sửa 1 ô.');
      expect(excel.book.sheet(ANNEX).peek(60, 3)).toMatchObject({ value: 4, format: 'General' });
      await press(excel, 'Hoàn tác');
      await seen(excel, 'Đã trả lại 1 ô như trước khi sửa.');
      expect(stateOf(excel)).toEqual(before);
    }));

  it('marks and clears, and writes our sheets once', () =>
    withExcel(async (excel) => {
      const before = stateOf(excel);
      await check(excel);
      await press(excel, 'Đánh dấu ô cần xem');
      await seen(excel, 'Đã đánh dấu 9 ô cần xem.');
      expect(excel.book.sheet(ANNEX).formats.map(({ formula }) => formula)).toEqual([
        '=N("cchc:error")=0',
        '=N("cchc:warning")=0',
        '=N("cchc:info")=0',
        '=D1>400',
      ]);
      await press(excel, 'Bỏ đánh dấu');
      await seen(excel, 'Đã bỏ đánh dấu.');
      expect(stateOf(excel)).toEqual(before);
      await press(excel, 'Xuất phiếu kiểm tra số liệu');
      await seen(excel, 'Đã ghi trang tính “Phiếu kiểm tra số liệu”');
      expect(stateOf(excel)).toEqual(before);
      expect(excel.book.active).toBe(ANNEX);
    }));

  it('explains a finding: the reason is on the sheet and in the note', () =>
    withExcel(async (excel) => {
      const annex = excel.book.sheet(ANNEX);
      await check(excel);
      await press(excel, /Mục 3\.3\.1 · ô D45/);
      await press(excel, 'Giải trình…');
      await press(excel, CARRIED_OVER);
      await press(excel, 'Lưu giải trình');
      await seen(excel, 'Đã lưu giải trình vào “Phiếu kiểm tra số liệu”.');
      await seen(excel, `Đã giải trình: ${CARRIED_OVER}`);
      expect(annex.peek(44, 4)).toMatchObject({ value: `Giải trình: ${CARRIED_OVER}` });
      expect(excel.book.active).toBe(ANNEX);
    }));

  it('writes the text, keeps what was added to a sentence, and renews its number when the figure changes', () =>
    withExcel(async (excel) => {
      await check(excel);
      await press(excel, 'Lời văn');
      await press(excel, 'Ghi vào trang “Lời văn báo cáo”');
      await seen(excel, 'Đã ghi trang tính “Lời văn báo cáo”');
      await seen(excel, '27 đoạn như cũ');
      const sheet = excel.book.sheet('Lời văn báo cáo');
      const sentencesWith = (figure: RegExp) =>
        [...sheet.cells].filter(([at, { value }]) => at.endsWith(':1') && figure.test(String(value)));
      const [edited] = sentencesWith(/ 494|⚠ 494/);
      if (edited) edited[1].value = `${edited[1].value} Câu thêm của xã.`;
      const cell = excel.book.sheet(ANNEX).cell(44, 3);
      cell.value = 498;
      excel.model.edit(excel.book.sheet(ANNEX), 'D45');
      await press(excel, 'Kiểm tra lại');
      await press(excel, 'Lời văn');
      await press(excel, 'Ghi vào trang “Lời văn báo cáo”');
      await expect.poll(() => sentencesWith(/498[\s\S]*Câu thêm của xã\.$/).length).toBe(1);
      expect(excel.book.sheets.filter(({ name }) => name.startsWith('Lời văn'))).toHaveLength(1);
    }));

  it('says what is in the way, and writes nothing', () =>
    withExcel(async (excel) => {
      await check(excel);
      const before = stateOf(excel);
      excel.book.sheet(ANNEX).isProtected = true;
      await press(excel, 'Đánh dấu ô cần xem');
      await seen(excel, 'Trang tính đang được bảo vệ, chưa ghi gì.');
      excel.book.sheet(ANNEX).isProtected = false;
      excel.book.isEditing = true;
      await press(excel, 'Đánh dấu ô cần xem');
      await seen(excel, 'Có thể một ô đang gõ dở');
      expect(stateOf(excel)).toEqual(before);
    }));
});
