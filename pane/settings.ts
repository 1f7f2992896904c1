// What the pane remembers between sessions: how it looks, never anything of a workbook. Where nothing may be kept
// (some browsers, embedded pages) it starts anew each time.
import type { Language, State, Theme } from './state.ts';

const KEY = 'cchc-pane';

type Kept = Pick<State, 'theme' | 'language' | 'auto' | 'grouping'> & { readonly started: boolean };

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const LANGUAGES: readonly Language[] = ['vi', 'en'];

export function readSettings(): Kept {
  const kept = read();
  return {
    started: kept.started === true,
    auto: kept.auto === true,
    grouping: kept.grouping === 'severity' ? 'severity' : 'section',
    theme: THEMES.find((theme) => theme === kept.theme) ?? 'system',
    language: LANGUAGES.find((language) => language === kept.language) ?? 'vi',
  };
}

export function keepSettings(settings: Partial<Kept>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readSettings(), ...settings }));
  } catch {
    // Not allowed here.
  }
}

function read(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}
