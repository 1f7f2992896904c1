// Light or dark: the pane has the switch, page and grid follow it.

/** Calls `change` whenever the pane turns light or dark, now and later. */
export function followTheme(pane: HTMLElement, change: (isDark: boolean) => void): void {
  let shown: boolean | null = null;
  const follow = (): void => {
    const chosen = pane.querySelector<HTMLElement>('[data-theme]')?.dataset.theme;
    const isDark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    if (isDark === shown) return;
    shown = isDark;
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
    change(isDark);
  };
  new MutationObserver(follow).observe(pane, { subtree: true, childList: true, attributeFilter: ['data-theme'] });
  follow();
}
