// Microsoft's client library, unmodified, in Node: loaded once a file, answered by an ExcelModel instead of Excel.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { ExcelModel } from './excelModel.ts';

/** Where Microsoft's library lies. */
export const OFFICE_FOLDER = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
  'dist',
);

interface Message {
  readonly id: number;
  readonly type: number;
  readonly flags: number;
  readonly message: { readonly body: unknown };
}

interface Bridge {
  sendMessageToHost: (text: string) => void;
  onMessageFromHost?: (text: string) => void;
}

/** The globals that the library leaves behind. */
interface OfficeWindow {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: { readonly HostBridge: { init(bridge: Bridge): void } };
  Office?: unknown;
}

let loaded: OfficeWindow | undefined;

/** Makes `Excel` a global answered by the model, which says it knows ExcelApi up to `api` ("1.9") and no newer member. */
export function connectExcel(model: ExcelModel, api: string): void {
  loaded ??= loadLibrary();
  loaded.Office = {
    context: {
      requirements: { isSetSupported: (set: string, version: string) => set === 'ExcelApi' && isUpTo(version, api) },
    },
  };
  const bridge: Bridge = {
    sendMessageToHost: (text) => answer(model, JSON.parse(text), (reply) => bridge.onMessageFromHost?.(reply)),
  };
  loaded.OfficeExtension.HostBridge.init(bridge);
  model.onEdit = (event) => {
    const entry = [65_536, 10, 'Workbook', JSON.stringify(event), 0];
    queueMicrotask(() =>
      bridge.onMessageFromHost?.(JSON.stringify({ type: 3, controlId: '', message: { entries: [entry] } })),
    );
  };
  Object.assign(globalThis, { Excel: loaded.Excel });
}

function answer(model: ExcelModel, { id, type, flags, message }: Message, send: (reply: string) => void): void {
  if (type !== 1) return;
  const batch = typeof message.body === 'string' ? JSON.parse(message.body) : message.body;
  const body = JSON.stringify(model.execute(batch));
  const reply = JSON.stringify({ id, type: 1, flags, message: { statusCode: 200, headers: {}, body } });
  queueMicrotask(() => send(reply));
}

function isUpTo(version: string, api: string): boolean {
  return Number(version.split('.')[1]) <= Number(api.split('.')[1]);
}

function loadLibrary(): OfficeWindow {
  const element = () => ({ style: {}, setAttribute() {}, appendChild() {}, addEventListener() {} });
  const store = { getItem: () => null, setItem() {}, removeItem() {} };
  const window = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    URL,
    location: { hash: '', search: '', href: 'https://localhost/', origin: 'https://localhost' },
    navigator: { userAgent: 'node', language: 'vi-VN' },
    document: {
      createElement: element,
      getElementsByTagName: () => [],
      querySelectorAll: () => [],
      addEventListener() {},
      domain: 'localhost',
      body: element(),
      head: element(),
    },
    addEventListener() {},
    removeEventListener() {},
    postMessage() {},
    sessionStorage: store,
    localStorage: store,
  };
  const context = createContext(Object.assign(window, { window, self: window, top: window, parent: window }));
  const file = join(OFFICE_FOLDER, 'excel-web-16.00.debug.js');
  runInContext(readFileSync(file, 'utf8'), context, { filename: file });
  // The library has put its globals there.
  return window as unknown as OfficeWindow;
}
