// The page's own elements: the bar with its buttons, and the line under it that says what happened.

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

export const page = {
  name: byId('file-name'),
  unsaved: byId('unsaved'),
  open: byId('open'),
  save: byId('save'),
  example: byId('example'),
  fresh: byId('new'),
  notice: byId('notice'),
  work: byId('work'),
  grid: byId('grid'),
  splitter: byId('splitter'),
  pane: byId('pane'),
  drop: byId('drop'),
};

/** How long good news stays; problems stay until they are closed. */
const GOOD_NEWS = 6_000;
let clearing = 0;

/** Says one sentence under the bar. The returned function takes it away, unless another has taken its place. */
export function tell(sentence: string, kind: 'news' | 'problem' = 'problem'): () => void {
  clearTimeout(clearing);
  const text = document.createElement('p');
  text.textContent = sentence;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = 'Đóng';
  close.addEventListener('click', hush);
  page.notice.dataset.kind = kind;
  page.notice.replaceChildren(text, close);
  if (kind === 'news') clearing = window.setTimeout(hush, GOOD_NEWS);
  return () => {
    if (text.isConnected) hush();
  };
}

/** Takes the last sentence away. */
export function hush(): void {
  page.notice.replaceChildren();
}

export function showName(name: string, isChanged: boolean): void {
  page.name.textContent = name;
  page.name.title = name;
  page.unsaved.hidden = !isChanged;
  document.title = `${isChanged ? '• ' : ''}${name} – CCHC`;
}
