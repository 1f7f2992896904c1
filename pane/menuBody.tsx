// How the pane looks, its language, and the words officials mix up.
import { setLanguage } from './language.ts';
import { Choice } from './parts.tsx';
import { keepSettings } from './settings.ts';
import type { State, Theme } from './state.ts';
import type { Store } from './store.ts';

const VIETNAMESE_MENU = {
  consolidate: 'Tổng hợp nhiều báo cáo…',
  theme: 'Giao diện',
  themes: { system: 'Theo máy', light: 'Sáng', dark: 'Tối' },
  language: 'Ngôn ngữ',
  help: 'Phân biệt',
  terms: [
    ['Hồ sơ', 'một lần nộp của người dân, tổ chức.'],
    ['Thủ tục (TTHC)', 'tên việc trong danh mục.'],
    ['Dịch vụ công trực tuyến', 'TTHC cung cấp trên mạng.'],
  ] as readonly (readonly [string, string])[],
  scope: 'Số liệu chỉ nằm trong tệp này, không gửi đi đâu.',
};

export type MenuWords = typeof VIETNAMESE_MENU;

export function MenuBody({ store, state }: { store: Store; state: State }) {
  const words = store.words().settings ?? VIETNAMESE_MENU;
  const setTheme = (theme: Theme) => {
    keepSettings({ theme });
    store.set({ theme });
  };
  const consolidate = (button: HTMLElement) => {
    button.closest('details')?.removeAttribute('open');
    store.set({ view: 'consolidation', notice: null });
  };
  return (
    <div>
      {state.phase.kind === 'first' ? null : (
        <button type="button" class="wide" onClick={(event) => consolidate(event.currentTarget)}>
          {words.consolidate}
        </button>
      )}
      <Choice
        label={words.theme}
        options={[
          ['system', words.themes.system],
          ['light', words.themes.light],
          ['dark', words.themes.dark],
        ]}
        chosen={state.theme}
        choose={setTheme}
      />
      <Choice
        label={words.language}
        options={[
          ['vi', 'Tiếng Việt'],
          ['en', 'English'],
        ]}
        chosen={state.language}
        choose={(language) => void setLanguage(store, language)}
      />
      <h2>{words.help}</h2>
      <dl>
        {words.terms.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="note">{words.scope}</p>
    </div>
  );
}
