// Light or dark: as the official chose, else as the system is, which may change while the pane is open.
import { useEffect, useState } from 'preact/hooks';
import type { Theme } from './state.ts';

const DARK = '(prefers-color-scheme: dark)';

export function useTheme(theme: Theme): 'light' | 'dark' {
  const [dark, setDark] = useState(() => matchMedia(DARK).matches);
  useEffect(() => {
    const system = matchMedia(DARK);
    const onChange = () => setDark(system.matches);
    system.addEventListener('change', onChange);
    return () => system.removeEventListener('change', onChange);
  }, []);
  return theme === 'system' ? (dark ? 'dark' : 'light') : theme;
}
