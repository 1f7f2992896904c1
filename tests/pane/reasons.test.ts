// Reasons in the pane, in a real browser: given, refused, shown, expired.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../core/index.ts';
import { situationWorkbook } from '../core/workbooks.ts';
import { ANNEX, button, CARRIED_OVER, check, EXAMPLE, explain, openFinding, toReason } from './states.ts';
import { paneForTests } from './withPane.ts';

const withPane = paneForTests();

const CHECK = 'Phiếu kiểm tra số liệu';
const INFO = 'Thông tin báo cáo';
const NOTE = { row: 44, column: 4 };

function rows(page: Page, sheet: string): Promise<readonly (readonly Cell[])[]> {
  return page.evaluate(
    (name) => window.steering.workbook().sheets.find((one) => one.name === name)?.cells ?? [],
    sheet,
  );
}

function counts(page: Page): Promise<readonly string[]> {
  return page.locator('.filters b').allTextContents();
}

const field = (page: Page) => page.getByLabel('Vì sao số liệu này đúng? (ít nhất 10 ký tự)');

describe('giving a reason', () => {
  it('writes the sheet, the note and K as one batch, and shows the finding as explained', () =>
    withPane(EXAMPLE, async (page) => {
      await toReason(page);
      expect(await page.locator('.presets button').allTextContents()).toEqual([CARRIED_OVER]);
      await button(page, CARRIED_OVER).click();
      expect(await field(page).inputValue()).toBe(CARRIED_OVER);
      await page.getByText('Ghi cả số 4 vào “Thông tin báo cáo”').waitFor();
      await button(page, 'Lưu giải trình').click();
      await page.getByText('Đã lưu giải trình vào “Phiếu kiểm tra số liệu”.').waitFor();
      expect((await rows(page, CHECK)).filter((cells) => cells[7] === CARRIED_OVER)).toHaveLength(1);
      expect((await rows(page, ANNEX))[NOTE.row]?.[NOTE.column]).toBe(`Giải trình: ${CARRIED_OVER}`);
      expect((await rows(page, INFO)).find((cells) => cells[3] === 'K')?.[1]).toBe(4);
      // K also settles what was doubtful about 3.5.
      await expect.poll(() => counts(page)).toEqual(['2', '6', '1', '0', '1']);
      expect(await page.locator('.list h3').last().innerText()).toBe('Đã giải trình');
      expect(await page.locator('.entry.explained').innerText()).toContain(`Đã giải trình: ${CARRIED_OVER}`);
      await page.locator('.filters button', { hasText: 'Đã giải trình' }).click();
      expect(await page.locator('.entry').count()).toBe(1);
    }));

  it('takes ten characters and no gap, and may stay out of the note', () =>
    withPane(EXAMPLE, async (page) => {
      await toReason(page);
      await field(page).fill('  đúng rồi ');
      await button(page, 'Lưu giải trình').click();
      expect(await page.getByRole('alert').innerText()).toBe('Giải trình phải có ít nhất 10 ký tự.');
      await field(page).fill('Theo Quyết định số …');
      await button(page, 'Lưu giải trình').click();
      expect(await page.getByRole('alert').innerText()).toBe('Điền vào chỗ “…” rồi lưu.');
      expect(await rows(page, CHECK)).toEqual([]);
      await field(page).fill('Theo Quyết định số 12/QĐ-UBND');
      await page.getByLabel('Ghi cả vào cột Ghi chú').uncheck();
      await button(page, 'Lưu giải trình').click();
      await page.getByText('Đã lưu giải trình').waitFor();
      expect((await rows(page, ANNEX))[NOTE.row]?.[NOTE.column] ?? null).toBeNull();
      expect(await counts(page)).toEqual(['2', '7', '1', '0', '1']);
    }));

  it('closes by Escape and gives the focus back', () =>
    withPane(EXAMPLE, async (page) => {
      await toReason(page);
      await page.keyboard.press('Escape');
      await field(page).waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Giải trình…');
      expect(await page.locator('.head[aria-expanded="true"]').count()).toBe(1);
    }));

  it('is not written for figures that have changed meanwhile, nor where the host refuses', () =>
    withPane(EXAMPLE, async (page) => {
      await toReason(page);
      await field(page).fill(CARRIED_OVER);
      await page.evaluate(() => window.steering.refuse('protected'));
      await button(page, 'Lưu giải trình').click();
      await page.getByText('Trang tính đang được bảo vệ, chưa ghi gì.').waitFor();
      await page.evaluate((sheet) => window.steering.edit(sheet, 45, 3, 46), ANNEX);
      await button(page, 'Lưu giải trình').click();
      await page.getByText('Số liệu của mục này đã đổi, chưa lưu giải trình.').waitFor();
      expect(await rows(page, CHECK)).toEqual([]);
      expect(await field(page).inputValue()).toBe(CARRIED_OVER);
    }));
});

describe('a reason that was given', () => {
  it('expires when a figure changes, says from what to what, and is offered again', () =>
    withPane(EXAMPLE, async (page) => {
      await explain(page);
      await page.evaluate((sheet) => window.steering.edit(sheet, 45, 3, 46), ANNEX);
      await button(page, 'Kiểm tra lại').click();
      await expect.poll(() => counts(page)).toEqual(['3', '5', '1', '0']);
      await page.getByText('Số liệu đã đổi sau lần kiểm tra ghi trên “Phiếu kiểm tra số liệu”.').waitFor();
      expect(await page.locator('.detail').innerText()).toContain(
        'Giải trình này cho số cũ (ô D46: 45 → 46). Xem lại.',
      );
      await button(page, 'Giải trình…').click();
      expect(await field(page).inputValue()).toBe(CARRIED_OVER);
      await field(page).fill('Gồm 5 hồ sơ kỳ trước chuyển sang');
      await button(page, 'Lưu giải trình').click();
      await page.getByText('Đã lưu giải trình').waitFor();
      expect((await rows(page, ANNEX))[NOTE.row]?.[NOTE.column]).toBe('Giải trình: Gồm 5 hồ sơ kỳ trước chuyển sang');
      await page.getByText('Số liệu vẫn như ở lần kiểm tra').waitFor();
    }));

  it('is changed in its place, and the form closes', () =>
    withPane(EXAMPLE, async (page) => {
      await explain(page);
      await button(page, 'Sửa giải trình…').click();
      expect(await field(page).inputValue()).toBe(CARRIED_OVER);
      await field(page).fill('Bốn dòng đếm cả hồ sơ của năm trước');
      await button(page, 'Lưu giải trình').click();
      await field(page).waitFor({ state: 'detached' });
      expect(await page.locator('.given').innerText()).toContain('Bốn dòng đếm cả hồ sơ của năm trước');
      expect((await rows(page, ANNEX))[NOTE.row]?.[NOTE.column]).toBe(
        'Giải trình: Bốn dòng đếm cả hồ sơ của năm trước',
      );
    }));

  it('typed on the sheet by hand is noticed', () =>
    withPane(EXAMPLE, async (page) => {
      await check(page);
      await button(page, 'Xuất phiếu kiểm tra số liệu').click();
      await page.getByText('Số liệu vẫn như ở lần kiểm tra').waitFor();
      const row = (await rows(page, CHECK)).findIndex((cells) => String(cells[8]).startsWith('received-parts'));
      await page.evaluate(([sheet, at, text]) => window.steering.edit(sheet, at, 7, text), [
        CHECK,
        row,
        CARRIED_OVER,
      ] as const);
      await button(page, 'Kiểm tra lại').click();
      await expect.poll(() => counts(page)).toEqual(['2', '7', '1', '0', '1']);
    }));

  it.each(['Giải trình', 'GIAI TRINH ', 'Giải trình'.normalize('NFD')])(
    'typed in the note after “%s:” counts',
    (lead) =>
      withPane(EXAMPLE, async (page) => {
        await page.evaluate(([sheet, at, text]) => window.steering.edit(sheet, at.row, at.column, text), [
          ANNEX,
          NOTE,
          `${lead}: ${CARRIED_OVER}`,
        ] as const);
        await check(page);
        expect(await counts(page)).toEqual(['2', '7', '1', '0', '1']);
      }),
  );

  it('counts in the clean state', () =>
    withPane(situationWorkbook({ figures: { '3.3.1.a': 45 } }), async (page) => {
      await openFinding(page, /Mục 3\.3\.1 · ô D45/);
      await button(page, 'Giải trình…').click();
      await field(page).fill('Bốn dòng đếm cả hồ sơ của năm trước');
      await button(page, 'Lưu giải trình').click();
      expect(await page.locator('.card.good').innerText()).toContain('Không còn lỗi.');
      expect(await page.locator('.card.good').innerText()).toContain('1 mục đã giải trình');
      await page.locator('.given').getByRole('button', { name: /H7/ }).click();
      expect(await page.evaluate(() => window.steering.revealed())).toBe(`${CHECK}!6,7`);
    }));
});
