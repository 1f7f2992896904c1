// The line between grid and pane: moved with the mouse, a finger or the arrow keys; the place is remembered.

const LEAST_PANE = 320;
const LEAST_GRID = 360;
const USUAL = 400;
const STEP = 24;
const PLACE = 'cchc-desk-pane-width';

/** Makes the separator move; `work` is the element both columns stand in. */
export function makeMovable(separator: HTMLElement, work: HTMLElement): void {
  let width = remembered();
  const most = () => Math.max(LEAST_PANE, work.clientWidth - LEAST_GRID);
  const set = (wanted: number): void => {
    width = Math.round(Math.min(Math.max(wanted, LEAST_PANE), most()));
    work.style.setProperty('--pane-width', `${width}px`);
    separator.setAttribute('aria-valuemin', String(LEAST_PANE));
    separator.setAttribute('aria-valuemax', String(most()));
    separator.setAttribute('aria-valuenow', String(width));
  };
  const keep = (wanted: number): void => {
    set(wanted);
    remember(width);
  };
  separator.addEventListener('pointerdown', (event) => separator.setPointerCapture(event.pointerId));
  separator.addEventListener('pointermove', (event) => {
    if (separator.hasPointerCapture(event.pointerId)) keep(work.getBoundingClientRect().right - event.clientX);
  });
  separator.addEventListener('keydown', (event) => {
    const wanted = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: LEAST_PANE, End: most() }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    keep(wanted);
  });
  addEventListener('resize', () => set(remembered()));
  set(width);
}

/** Some browsers keep nothing for pages of this machine: then the usual width serves. */
function remembered(): number {
  try {
    return Number(localStorage.getItem(PLACE)) || USUAL;
  } catch {
    return USUAL;
  }
}

function remember(width: number): void {
  try {
    localStorage.setItem(PLACE, String(width));
  } catch {
    // Nothing is lost but the place of a line.
  }
}
