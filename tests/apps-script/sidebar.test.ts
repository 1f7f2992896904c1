// The whole job in Google's sidebar, in a real browser over the built files: what an official does, and what Google may do meanwhile.
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../pane/browser.ts';
import { CARRIED_OVER, earlierFile } from '../pane/states.ts';
import { runScript } from './builtScript.ts';
import type { Book } from './fakeBook.ts';
import { rulesOf } from './fakeRules.ts';
import { type OpenSidebar, openSidebar, type SidebarOptions } from './openSidebar.ts';
import { ANNEX, stateOf, usersBook } from './usersBook.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function withSidebar(
  use: (sidebar: OpenSidebar) => Promise<void>,
  book: Book = usersBook(),
  options: SidebarOptions = {},
): Promise<void> {
  const sidebar = await openSidebar(browser, book, options);
  try {
    await use(sidebar);
    expect(sidebar.complaints).toEqual([]);
    expect(sidebar.outside).toEqual([]);
    expect(sidebar.mostAtOnce()).toBeLessThanOrEqual(1);
  } finally {
    await sidebar.close();
  }
}

const press = ({ frame }: OpenSidebar, name: string | RegExp) =>
  frame
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
const seen = ({ frame }: OpenSidebar, text: string | RegExp) =>
  frame.getByText(text).filter({ visible: true }).first().waitFor();

/** Lets the time go by, second by second, until something is there. */
async function passing({ page }: OpenSidebar, place: Locator): Promise<void> {
  for (let second = 0; (await place.count()) === 0; second++) {
    if (second === 120) throw new Error('two minutes, and nothing');
    await page.clock.runFor(1_000);
  }
}

async function check(sidebar: OpenSidebar): Promise<void> {
  await press(sidebar, 'Kiểm tra số liệu');
  await sidebar.frame.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor({ state: 'attached' });
}

describe.each(['vi_VN', 'en_US'] as const)('a spreadsheet of %s', (locale) => {
  const book = () => Object.assign(usersBook(), { locale });

  it('is checked; a finding leads to its cell; a fix and its undo leave everything as it was', () =>
    withSidebar(async (sidebar) => {
      const before = stateOf(sidebar.book);
      await check(sidebar);
      expect(await sidebar.frame.locator('.list h3, h3').count()).toBeGreaterThan(0);
      await press(sidebar, /Mục 3\.3\.1 · ô D45/);
      await press(sidebar, /^Đến ô D48/);
      await expect.poll(() => sidebar.book.selected).toBe(`${ANNEX}!D48`);
      await press(sidebar, /“04” ở dạng chữ/);
      await press(sidebar, 'Sửa nhanh…');
      await press(sidebar, 'Sửa');
      await seen(sidebar, 'Đã sửa 1 ô.');
      expect(sidebar.book.sheet(ANNEX).peek(60, 3)).toMatchObject({ value: 4, format: 'General' });
      await press(sidebar, 'Hoàn tác');
      await seen(sidebar, 'Đã trả lại 1 ô như trước khi sửa.');
      expect(stateOf(sidebar.book)).toEqual(before);
    }, book()));

  it('is held against an earlier period of another file, which Google never gets', () =>
    withSidebar(async (sidebar) => {
      const before = stateOf(sidebar.book);
      await sidebar.frame.locator('.earlier summary').click();
      const file = earlierFile('quy-1.xlsx', { period: 'quý I năm 2024', figures: { '2.1': 3 } });
      await sidebar.frame.locator('.earlier input').setInputFiles(file);
      await seen(sidebar, 'Kỳ trước: quý I năm 2024 (tệp “quy-1.xlsx”)');
      await check(sidebar);
      await seen(sidebar, 'Kỳ trước: quý I năm 2024 (tệp “quy-1.xlsx”)');
      expect(stateOf(sidebar.book)).toEqual(before);
    }, book()));

  it('is marked and cleared with the user’s own formats kept in order, and gets our sheets once', () =>
    withSidebar(async (sidebar) => {
      const before = stateOf(sidebar.book);
      await check(sidebar);
      await press(sidebar, 'Đánh dấu ô cần xem');
      await seen(sidebar, 'Đã đánh dấu 9 ô cần xem.');
      expect(rulesOf(sidebar.book.sheet(ANNEX).rules).map((rule) => rule.replace(/ on .*/, ''))).toEqual([
        '=N("cchc:error")=0',
        '=N("cchc:warning")=0',
        '=N("cchc:info")=0',
        '=D1>400',
        'scale',
      ]);
      await press(sidebar, 'Bỏ đánh dấu');
      await seen(sidebar, 'Đã bỏ đánh dấu.');
      expect(stateOf(sidebar.book)).toEqual(before);
      await press(sidebar, 'Xuất phiếu kiểm tra số liệu');
      await seen(sidebar, 'Đã ghi trang tính “Phiếu kiểm tra số liệu”');
      expect(stateOf(sidebar.book)).toEqual(before);
      expect(sidebar.book.sheets[sidebar.book.active]?.name).toBe(ANNEX);
    }, book()));

  it('takes a reason for an error, and asks again when the figure it stood for has changed', () =>
    withSidebar(async (sidebar) => {
      const annex = sidebar.book.sheet(ANNEX);
      await check(sidebar);
      await press(sidebar, /Mục 3\.3\.1 · ô D45/);
      await press(sidebar, 'Giải trình…');
      await press(sidebar, CARRIED_OVER);
      await press(sidebar, 'Lưu giải trình');
      await seen(sidebar, 'Đã lưu giải trình vào “Phiếu kiểm tra số liệu”.');
      await seen(sidebar, `Đã giải trình: ${CARRIED_OVER}`);
      expect(annex.peek(44, 4)).toMatchObject({ value: `Giải trình: ${CARRIED_OVER}` });
      const report = sidebar.book.sheet('Phiếu kiểm tra số liệu');
      expect([...report.cells.values()].filter(({ value }) => value === CARRIED_OVER)).toHaveLength(1);
      expect(sidebar.book.sheets[sidebar.book.active]?.name).toBe(ANNEX);
      annex.type(45, 3, 46);
      await sidebar.frame.evaluate(() => window.dispatchEvent(new Event('focus')));
      await press(sidebar, 'Kiểm tra lại');
      await seen(sidebar, 'Giải trình này cho số cũ');
      expect(annex.peek(44, 4)).toMatchObject({ value: `Giải trình: ${CARRIED_OVER}` });
    }, book()));

  it('gets its text, keeps what was added to a sentence, and renews its number when the figure changes', () =>
    withSidebar(async (sidebar) => {
      await check(sidebar);
      await press(sidebar, 'Lời văn');
      await press(sidebar, 'Ghi vào trang “Lời văn báo cáo”');
      await seen(sidebar, 'Đã ghi trang tính “Lời văn báo cáo”');
      // The pane has read again what it wrote.
      await seen(sidebar, '27 đoạn như cũ');
      const sheet = sidebar.book.sheet('Lời văn báo cáo');
      const sentences = (figure: RegExp) =>
        [...sheet.cells].filter(([at, { value }]) => at.endsWith(':1') && figure.test(String(value)));
      const [edited] = sentences(/ 494|⚠ 494/);
      if (edited) edited[1].value = `${edited[1].value} Câu thêm của xã.`;
      sidebar.book.sheet(ANNEX).type(44, 3, 498);
      // The official clicks into the pane again, which then looks at once.
      await sidebar.frame.evaluate(() => window.dispatchEvent(new Event('focus')));
      await press(sidebar, 'Kiểm tra lại');
      await press(sidebar, 'Lời văn');
      await press(sidebar, 'Ghi vào trang “Lời văn báo cáo”');
      await expect.poll(() => sentences(/498[\s\S]*Câu thêm của xã\.$/).length).toBe(1);
      expect(sidebar.book.sheets.filter(({ name }) => name.startsWith('Lời văn'))).toHaveLength(1);
    }, book()));
});

describe('what may happen meanwhile', () => {
  it('several Google accounts: one plain instruction, gone once it works again', () =>
    withSidebar(async (sidebar) => {
      await seen(sidebar, 'Đã nhận ra Phụ lục 01b');
      sidebar.mishap = 'accounts';
      await press(sidebar, 'Kiểm tra số liệu');
      await seen(sidebar, /Hãy mở tệp trong cửa sổ ẩn danh, chỉ đăng nhập một tài khoản/);
      sidebar.mishap = null;
      await check(sidebar);
      expect(await sidebar.frame.getByRole('alert').filter({ visible: true }).count()).toBe(0);
    }));

  it('Google does not answer: said after a minute, and the next try goes through', () =>
    withSidebar(
      async (sidebar) => {
        await seen(sidebar, 'Đã nhận ra Phụ lục 01b');
        sidebar.mishap = 'silence';
        await press(sidebar, 'Kiểm tra số liệu');
        await sidebar.page.clock.runFor(61_000);
        await seen(sidebar, /Google chưa trả lời/);
        sidebar.mishap = null;
        await press(sidebar, 'Kiểm tra số liệu');
        await passing(sidebar, sidebar.frame.getByRole('heading', { name: 'Kết quả kiểm tra' }));
      },
      usersBook(),
      { hasOwnClock: true },
    ));

  it('another user is writing: nothing is written, and later it is', () =>
    withSidebar(async (sidebar) => {
      await check(sidebar);
      const before = stateOf(sidebar.book);
      sidebar.book.lockedBy = 'khac@example.vn';
      await press(sidebar, 'Đánh dấu ô cần xem');
      await seen(sidebar, /người khác đang ghi, chưa ghi gì/);
      expect(stateOf(sidebar.book)).toEqual(before);
      sidebar.book.lockedBy = null;
      await press(sidebar, 'Đánh dấu ô cần xem');
      await seen(sidebar, 'Đã đánh dấu 9 ô cần xem.');
    }));

  it('a cell changed between reading and fixing: the fix is refused', () =>
    withSidebar(async (sidebar) => {
      await check(sidebar);
      await press(sidebar, /“04” ở dạng chữ/);
      await press(sidebar, 'Sửa nhanh…');
      sidebar.book.sheet(ANNEX).type(60, 3, "'05");
      await press(sidebar, 'Sửa');
      await seen(sidebar, /Ô D61 đã đổi, chưa sửa gì/);
      expect(sidebar.book.sheet(ANNEX).peek(60, 3)?.value).toBe('05');
    }));

  it('an edit by somebody else is noticed by the checksum', () =>
    withSidebar(
      async (sidebar) => {
        await check(sidebar);
        sidebar.book.sheet(ANNEX).type(44, 3, 498);
        await passing(sidebar, sidebar.frame.getByText(/Số liệu đã thay đổi/));
      },
      usersBook(),
      { hasOwnClock: true },
    ));

  it('a protected sheet: said, and nothing is written', () =>
    withSidebar(async (sidebar) => {
      await check(sidebar);
      sidebar.book.sheet(ANNEX).protections.push({ box: null, free: [], canEdit: false });
      const before = stateOf(sidebar.book);
      await press(sidebar, 'Đánh dấu ô cần xem');
      await seen(sidebar, /đang được bảo vệ, chưa ghi gì/);
      expect(stateOf(sidebar.book)).toEqual(before);
    }));

  it('a date in a figure’s cell is told as such, not taken for a count', () => {
    const book = usersBook();
    Object.assign(book.sheet(ANNEX).cell(44, 3), { value: new Date(Date.UTC(2024, 5, 4)), format: 'd/m/yyyy' });
    return withSidebar(async (sidebar) => {
      await check(sidebar);
      await seen(sidebar, /D45/);
      const read: { value: { workbook: { sheets: { cells: unknown[][] }[] } } } = JSON.parse(
        String(runScript(book, 'rpc', ['read', 'null'])),
      );
      expect(read.value.workbook.sheets[0]?.cells[44]?.[3]).toBe(45_447);
    }, book);
  });

  it('first run, in a browser that gives foreign frames no storage: one card, then what was found', () =>
    withSidebar(
      async (sidebar) => {
        await press(sidebar, 'Bắt đầu');
        await seen(sidebar, 'Đã nhận ra Phụ lục 01b');
      },
      usersBook(),
      { isStarted: false, site: 'other' },
    ));
});
