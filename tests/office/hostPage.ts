// The embedding page's side of Microsoft's protocol between Excel on the web and an add-in's frame. Bundled, runs in the browser.

/** What a test may call on the host page. */
export interface HostPage {
  /** Opens the add-in in the frame. Requirement sets are JSON, as {"ExcelApi":"1.15"}; logging is Microsoft's telemetry. */
  readonly open: (addin: string, requirements: string, logging: boolean) => void;
  /** Sends an event to the add-in; false when it does not listen. */
  readonly fire: (name: string, data: unknown) => boolean;
  /** Presses a ribbon button; resolves when the add-in has said that it is done. */
  readonly press: (command: string) => Promise<void>;
}

declare global {
  interface Window {
    excelHost: HostPage;
    /** Answers a request batch, JSON in and out; lives in the test's process. */
    processBatch: (batch: string) => Promise<string>;
  }
}

interface Message {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

/** The numbers that calls go by: settings, request batches, the end of a ribbon command. */
const CALL = { loadSettings: 75, saveSettings: 76, batch: 93, commandDone: 94 } as const;
const INSTANCE = 'cchc';
const conversation = `c${Date.now().toString(36)}`;
const frame = document.querySelector('iframe');
const listening = new Map<string, Message>();
const pressed = new Map<string, () => void>();
let origin = '';
let requirements = '{}';

/** What Excel tells of itself and of the add-in. */
function appContext() {
  return {
    _id: INSTANCE,
    _appName: 16,
    _appVersion: '16.0',
    _appMinorVersion: 0,
    _appUILocale: 'vi-VN',
    _dataLocale: 'vi-VN',
    _docUrl: `${location.origin}/book.xlsx`,
    _clientMode: 1,
    _settings: [],
    _reason: 0,
    _osfControlType: 1,
    _eToken: '',
    _correlationId: conversation,
    _appInstanceId: INSTANCE,
    _requirementMatrix: requirements,
    _hostFullVersion: '16.0.0.0',
    _appDomains: [],
    _featureGates: {},
  };
}

function post(to: Message, responseType: number, data: unknown): void {
  const answer = {
    _messageType: 1,
    _responseType: responseType,
    _actionName: to._actionName,
    _conversationId: to._conversationId,
    _correlationId: to._correlationId,
    _origin: location.origin,
    _serializerVersion: 1,
    _errorCode: 0,
    _data: data,
  };
  frame?.contentWindow?.postMessage(JSON.stringify(answer), origin);
}

async function execute(data: unknown): Promise<unknown> {
  const call = Object(data);
  switch (call.DdaMethod.DispatchId) {
    case CALL.batch:
      return { Version: 1, Error: 0, Data: [200, [], await window.processBatch(call.ArrayData[4])] };
    case CALL.loadSettings:
      return { Version: 1, Error: 0, Properties: { Settings: [] } };
    case CALL.saveSettings:
      return { Version: 1, Error: 0 };
    case CALL.commandDone:
      pressed.get(call[0])?.();
      return { Version: 1, Error: 0 };
    default:
      return { Version: 1, Error: 5_004 };
  }
}

async function invoke(message: Message): Promise<unknown> {
  switch (message._actionName) {
    case 'ContextActivationManager_getAppContextAsync':
      return appContext();
    case 'ContextActivationManager_notifyHost':
      return null;
    case 'executeMethod':
      return execute(message._data);
    default:
      return { Error: 0 };
  }
}

async function answer(message: Message): Promise<void> {
  if (message._actionType === 1) listening.set(message._actionName, message);
  if (message._actionType === 2) listening.delete(message._actionName);
  post(message, 0, message._actionType === 0 ? await invoke(message) : { Error: 0 });
}

window.addEventListener('message', (event) => {
  if (event.source !== frame?.contentWindow || typeof event.data !== 'string') return;
  const message = JSON.parse(event.data);
  if (message._messageType === 0 && message._conversationId === conversation) void answer(message);
});

window.excelHost = {
  open(addin, sets, logging) {
    origin = new URL(addin).origin;
    requirements = sets;
    // Microsoft's client reads the last part to the end of the address.
    const query = `?_host_Info=Excel$Web$16.01$vi-VN$$$${logging ? '' : 'disableLogging'}$0`;
    const hash = `#&_serializer_version=1&_xdm_Info=${conversation}|${INSTANCE}|${location.origin}`;
    if (frame) frame.src = addin + query + hash;
  },
  fire(name, data) {
    const listener = listening.get(name);
    if (listener) post(listener, 1, data);
    return listener !== undefined;
  },
  press: (command) =>
    new Promise((resolve, reject) => {
      const id = `command${pressed.size + 1}`;
      pressed.set(id, resolve);
      const source = JSON.stringify({ source: { id: command } });
      const isHeard = window.excelHost.fire('appCommandInvoked', [id, command, source]);
      if (!isHeard) reject(new Error('the add-in does not listen to the ribbon'));
    }),
};
