// What is to be brought together: sheets of this workbook, files of the communes, the list of those who should report.
import { useState } from 'preact/hooks';
import { annexSheetsOf } from '../core/index.ts';
import { consolidationWords } from './consolidationWords.ts';
import { readRoster } from './consolidationWork.ts';
import type { Checked, SourceFile, Sources } from './state.ts';
import type { Store } from './store.ts';

interface FormProps {
  readonly store: Store;
  readonly checked: Checked;
  readonly sources: Sources;
  readonly change: (sources: Sources) => void;
  readonly run: (sources: Sources) => void;
}

/** What is chosen before anyone has chosen: several annexes in sight are there to be brought together, one alone is not. */
export function firstSources({ analysis, workbook }: Checked): Sources {
  const isVisible = (name: string) => workbook.sheets.some((grid) => grid.name === name && grid.visible);
  const sheets = annexSheetsOf(analysis, workbook).filter(isVisible);
  return { sheets: sheets.length > 1 ? sheets : [], files: [], roster: null };
}

export function ConsolidationForm({ store, checked, sources, change, run }: FormProps) {
  const words = consolidationWords(store);
  const [message, setMessage] = useState('');
  const submit = () => {
    if (sources.sheets.length + sources.files.length === 0) setMessage(words.nothingChosen);
    else run(sources);
  };
  return (
    <section class="card">
      <h2>{words.title}</h2>
      <p>{words.intro}</p>
      <SheetTicks {...{ store, checked, sources, change }} />
      <FileChoice {...{ store, sources, change }} />
      <RosterChoice {...{ store, sources, change }} tell={setMessage} />
      <p role="status">{message}</p>
      <button type="button" class="primary wide" onClick={submit}>
        {words.run}
      </button>
    </section>
  );
}

function SheetTicks({ store, checked, sources, change }: Omit<FormProps, 'run'>) {
  const words = consolidationWords(store);
  const { analysis, workbook } = checked;
  const sheets = annexSheetsOf(analysis, workbook);
  if (sheets.length === 0) return null;
  const tick = (sheet: string, isChosen: boolean) => {
    const chosen = sheets.filter((one) => (one === sheet ? isChosen : sources.sheets.includes(one)));
    change({ ...sources, sheets: chosen });
  };
  return (
    <fieldset class="ticks">
      <legend>{words.sheets}</legend>
      {sheets.map((sheet) => (
        <label key={sheet} class="tick">
          <input
            type="checkbox"
            checked={sources.sheets.includes(sheet)}
            onChange={(event) => tick(sheet, event.currentTarget.checked)}
          />
          {workbook.sheets.find(({ name }) => name === sheet)?.visible ? sheet : words.hidden(sheet)}
        </label>
      ))}
    </fieldset>
  );
}

const SPREADSHEETS = '.xlsx,.xlsm,.csv,.tsv';

function FileChoice({ store, sources, change }: Pick<FormProps, 'store' | 'sources' | 'change'>) {
  const words = consolidationWords(store);
  const { files } = sources;
  const add = (input: HTMLInputElement) => {
    change({ ...sources, files: [...(input.files ?? [])].reduce(withFile, files) });
    // Else choosing the same file again would not be noticed.
    input.value = '';
  };
  return (
    <div class="actions">
      <label class="file">
        {words.files}
        <input type="file" multiple accept={SPREADSHEETS} onChange={(event) => add(event.currentTarget)} />
      </label>
      {files.length === 0 ? null : (
        <>
          <span role="status">{words.chosen(files.length)}</span>
          <button type="button" onClick={() => change({ ...sources, files: [] })}>
            {words.dropFiles}
          </button>
        </>
      )}
    </div>
  );
}

/** The same file chosen twice is one; another of the same name, from another folder, is "… (2)". */
function withFile(files: readonly SourceFile[], file: File): readonly SourceFile[] {
  const alike = files.filter((one) => one.file.name === file.name);
  const isKnown = alike.some((one) => one.file.size === file.size && one.file.lastModified === file.lastModified);
  if (isKnown) return files;
  const name = alike.length === 0 ? file.name : file.name.replace(/(\.[^.]*)?$/, ` (${alike.length + 1})$1`);
  return [...files, { name, file }];
}

function RosterChoice({
  store,
  sources,
  change,
  tell,
}: Pick<FormProps, 'store' | 'sources' | 'change'> & { tell: (message: string) => void }) {
  const words = consolidationWords(store);
  const { roster } = sources;
  const choose = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    const read = await readRoster(store, file);
    input.value = '';
    if (typeof read === 'string') tell(read);
    else change({ ...sources, roster: read });
    if (typeof read !== 'string') tell('');
  };
  return (
    <>
      <div class="actions">
        <label class="file">
          {words.roster}
          <input type="file" accept={SPREADSHEETS} onChange={(event) => void choose(event.currentTarget)} />
        </label>
        {roster === null ? null : (
          <>
            <span role="status">{words.rosterRead(roster.name, roster.units.length)}</span>
            <button type="button" onClick={() => change({ ...sources, roster: null })}>
              {words.dropRoster}
            </button>
          </>
        )}
      </div>
      <p class="note">{words.rosterHelp}</p>
    </>
  );
}
