// The earlier period that the figures are held against: what was found, another file instead, or none.
import { useState } from 'preact/hooks';
import { previousPlace } from '../core/index.ts';
import { check, look } from './check.ts';
import type { Checked, EarlierPeriod } from './state.ts';
import type { Store } from './store.ts';

const VIETNAMESE_PREVIOUS = {
  intro:
    'Kỳ trước được tìm ở cột và trang tính khác của tệp này. Nếu ở tệp khác thì chọn tệp đó; tệp chỉ được đọc trên máy này, không gửi đi đâu.',
  yearBefore: (label: string, place: string) => `Cùng kỳ năm trước: ${label} (${place}).`,
  notFound: 'Chưa thấy Phụ lục 01b của kỳ trước trong tệp này.',
  off: 'Hiện không so số liệu với kỳ trước.',
  file: 'Chọn tệp kỳ trước…',
  here: 'Tìm trong tệp này',
  none: 'Không so với kỳ trước',
};

export type PreviousWords = typeof VIETNAMESE_PREVIOUS;

export function PreviousBox({ store, checked }: { store: Store; checked: Checked }) {
  const words = store.words().previous ?? VIETNAMESE_PREVIOUS;
  const [unread, setUnread] = useState('');
  const { previous } = store.state();
  const choose = (chosen: EarlierPeriod) => {
    setUnread('');
    void chooseEarlier(store, chosen);
  };
  const onFile = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    const read = await store.options.readSpreadsheet(file.name, new Uint8Array(await file.arrayBuffer()));
    input.value = '';
    if (read.ok) choose({ file: file.name, workbook: read.workbook });
    else setUnread(`“${file.name}”: ${read.message}`);
  };
  return (
    <div>
      <p role="status">{unread === '' ? said(words, checked, previous) : unread}</p>
      <p class="note">{words.intro}</p>
      <div class="actions">
        <label class="file">
          {words.file}
          <input type="file" accept=".xlsx,.xlsm,.csv,.tsv" onChange={(event) => void onFile(event.currentTarget)} />
        </label>
        {previous === 'here' ? null : (
          <button type="button" onClick={() => choose('here')}>
            {words.here}
          </button>
        )}
        {previous === 'none' ? null : (
          <button type="button" onClick={() => choose('none')}>
            {words.none}
          </button>
        )}
      </div>
    </div>
  );
}

/** Beside the nearest earlier period, which stands above: the same months a year before, and why something is not compared. */
function said(words: PreviousWords, { analysis }: Checked, chosen: EarlierPeriod): string {
  const { previous, previousNote } = analysis;
  if (chosen === 'none') return words.off;
  const yearBefore = previous?.yearBefore === previous?.nearest ? null : previous?.yearBefore;
  return [
    ...(yearBefore ? [words.yearBefore(yearBefore.label, previousPlace(yearBefore.source))] : []),
    ...(previousNote ? [previousNote.message] : []),
    ...(previous || previousNote ? [] : [words.notFound]),
  ].join(' ');
}

/** The figures are read and checked anew: what is shown is of the period that is chosen. */
function chooseEarlier(store: Store, previous: EarlierPeriod): Promise<void> {
  store.set({ previous });
  return store.state().phase.kind === 'results' ? check(store) : look(store);
}
