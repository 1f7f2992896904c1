// The contract on Google Sheets, over the fake: the script's own host, and the sidebar's, which asks the script by JSON.
import { rpc, sheetsHost } from '../../apps-script/index.ts';
import { createCaller } from '../../apps-script/sidebar/call.ts';
import { sheetsClient } from '../../apps-script/sidebar/sheetsClient.ts';
import type { SpreadsheetHost } from '../../core/index.ts';
import { bookOf } from '../apps-script/bookOf.ts';
import type { Book } from '../apps-script/fakeBook.ts';
import { serve } from '../apps-script/serve.ts';
import { hostContract } from './contract.ts';

function inScript(book: Book): SpreadsheetHost {
  const host = sheetsHost();
  return {
    name: host.name,
    readWorkbook: () => serve(book, () => host.readWorkbook()),
    apply: (changes) => serve(book, () => host.apply(changes)),
    reveal: (at) => serve(book, () => host.reveal(at)),
  };
}

/** Google's bridge, answering at once. */
function inSidebar(book: Book): SpreadsheetHost {
  let succeed: (answer: unknown) => void = () => {};
  const run = {
    withSuccessHandler(handler: typeof succeed) {
      succeed = handler;
      return run;
    },
    withFailureHandler: () => run,
    rpc: (method: string, json: string) => succeed(serve(book, () => rpc(method, json))),
  };
  Object.assign(globalThis, { google: { script: { run } } });
  return sheetsClient(createCaller(() => {}));
}

for (const locale of ['vi_VN', 'en_US'] as const) {
  hostContract(`Google Sheets, ${locale}`, (workbook) => inScript(Object.assign(bookOf(workbook), { locale })));
}
hostContract('Google Sheets, from the sidebar', (workbook) => inSidebar(bookOf(workbook)));
