// No annex was found: what was looked for, another sheet to look at, a new form.
import { useState } from 'preact/hooks';
import { ownSheetId } from '../core/index.ts';
import { chooseSheet, look } from './check.ts';
import { Card } from './parts.tsx';
import type { Checked } from './state.ts';
import type { Store } from './store.ts';
import { createAnnex } from './write.ts';

const VIETNAMESE_MISSING = {
  text: 'Chưa thấy Phụ lục 01b trong tệp này.',
  sought: 'Công cụ tìm bảng có các cột “Số TT”, “Chỉ tiêu thống kê”, “Đơn vị tính”, “Số liệu”.',
  notOn: (sheet: string) => `Trang tính “${sheet}” không có Phụ lục 01b.`,
  choose: 'Chọn trang tính (sheet)',
  look: 'Xem trang này',
  create: 'Tạo bảng mới theo mẫu',
  again: 'Tìm lại',
};

export type MissingWords = typeof VIETNAMESE_MISSING;

export function MissingView({ store, checked }: { store: Store; checked: Checked }) {
  const missing = store.words().missing ?? VIETNAMESE_MISSING;
  const { sheet } = store.state();
  const sheets = checked.workbook.sheets.filter((grid) => ownSheetId(grid) === null);
  const unreadable = checked.analysis.findings.find(({ rule }) => rule === 'template-unreadable');
  const [chosen, choose] = useState(sheet ?? checked.workbook.active);
  return (
    <Card>
      {unreadable ? (
        <>
          <p>{unreadable.message}</p>
          <p>{unreadable.hint}</p>
        </>
      ) : (
        <>
          <p>
            <strong>{sheet === null ? missing.text : missing.notOn(sheet)}</strong>
          </p>
          <p>{missing.sought}</p>
        </>
      )}
      <label class="field">
        <span>{missing.choose}</span>
        <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          {sheets.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <div class="actions">
        <button type="button" onClick={() => void chooseSheet(store, chosen)}>
          {missing.look}
        </button>
        <button type="button" onClick={() => void look(store)}>
          {missing.again}
        </button>
      </div>
      <button type="button" class="primary wide" onClick={() => void createAnnex(store)}>
        {missing.create}
      </button>
    </Card>
  );
}
