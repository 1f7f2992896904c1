// The pane's language.
import { keepSettings } from './settings.ts';
import type { Language } from './state.ts';
import type { Store } from './store.ts';
import { VIETNAMESE } from './words.ts';

/** English is for developers: it comes when it is asked for. */
export async function setLanguage(store: Store, language: Language): Promise<void> {
  keepSettings({ language });
  store.setWords(language === 'vi' ? VIETNAMESE : (await import('./english.ts')).ENGLISH);
  store.set({ language });
}
