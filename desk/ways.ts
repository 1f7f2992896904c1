// F6 goes from the grid to the pane and back, as between the panes of Excel: inside the grid Tab goes from cell to cell.
import { page } from './page.ts';

/** Listens for F6 on the whole page. */
export function goBetweenByF6(): void {
  let last: Element | null = null;
  addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && page.grid.contains(target)) last = target;
  });
  addEventListener('keydown', (event) => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const isInPane = page.pane.contains(document.activeElement);
    focusFirst(isInPane ? [last, '#grid input'] : ['#pane main button', '#pane button']);
  });
}

/** The first of these that is there: of the pane what comes next, else its tabs; of the grid where typing went last. */
function focusFirst(places: readonly (Element | string | null)[]): void {
  const elements = places.map((place) => (typeof place === 'string' ? document.querySelector(place) : place));
  const found = elements.find((element) => element?.isConnected);
  if (found instanceof HTMLElement) found.focus();
}
