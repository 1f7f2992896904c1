// The embedding page's side of Microsoft's protocol between Excel on the web and an add-in's frame. Runs in the browser.

/** What the host tells the add-in, and where it is to be opened. */
export interface HostPageOptions {
  readonly addin: string;
  /** Requirement sets as JSON: {"ExcelApi":"1.15"}. */
  readonly requirements: string;
}

/** What a test may call on the host page. */
export interface HostPage {
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

/** Starts the host and opens the add-in in the page's frame. Self-contained: it is sent to the browser as it stands. */
export function startHost({ addin, requirements }: HostPageOptions): void {
  const frame = document.querySelector('iframe');
  if (!frame) throw new Error('the host page has no frame');
  const { origin } = new URL(addin);
  const conversation = `c${Date.now().toString(36)}`;
  const instance = 'cchc';
  const listening = new Map<string, Message>();
  const pressed = new Map<string, () => void>();

  const post = (to: Message, type: number, data: unknown) => {
    const { _actionName, _conversationId, _correlationId } = to;
    const head = {
      _messageType: 1,
      _responseType: type,
      _errorCode: 0,
      _origin: location.origin,
      _serializerVersion: 1,
    };
    const text = JSON.stringify({ ...head, _actionName, _conversationId, _correlationId, _data: data });
    frame.contentWindow?.postMessage(text, origin);
  };
  const context = {
    _id: instance,
    _appName: 16,
    _appVersion: '16.0',
    _appMinorVersion: 0,
    _appUILocale: 'vi-VN',
    _dataLocale: 'vi-VN',
    _docUrl: 'https://localhost:3001/book.xlsx',
    _clientMode: 1,
    _settings: [],
    _reason: 0,
    _osfControlType: 1,
    _eToken: '',
    _correlationId: conversation,
    _appInstanceId: instance,
    _requirementMatrix: requirements,
    _hostFullVersion: '16.0.0.0',
    _appDomains: [],
    _featureGates: {},
  };
  /** 93 is a request batch, 75 and 76 settings, 94 the end of a ribbon command. */
  const execute = async (data: unknown): Promise<unknown> => {
    const call = Object(data);
    switch (call.DdaMethod.DispatchId) {
      case 93:
        return { Version: 1, Error: 0, Data: [200, [], await window.processBatch(call.ArrayData[4])] };
      case 75:
        return { Version: 1, Error: 0, Properties: { Settings: [] } };
      case 76:
        return { Version: 1, Error: 0 };
      case 94:
        pressed.get(call[0])?.();
        return { Version: 1, Error: 0 };
      default:
        return { Version: 1, Error: 5_004 };
    }
  };
  const answer = async (message: Message): Promise<void> => {
    if (message._actionType === 1) listening.set(message._actionName, message);
    if (message._actionType === 2) listening.delete(message._actionName);
    if (message._actionType !== 0) return post(message, 0, { Error: 0 });
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return post(message, 0, context);
      case 'ContextActivationManager_notifyHost':
        return post(message, 0, null);
      case 'executeMethod':
        return post(message, 0, await execute(message._data));
      default:
        return post(message, 0, { Error: 0 });
    }
  };
  window.addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || typeof event.data !== 'string') return;
    const message = JSON.parse(event.data);
    if (message._messageType === 0 && message._conversationId === conversation) void answer(message);
  });
  const fire = (name: string, data: unknown): boolean => {
    const listener = listening.get(name);
    if (listener) post(listener, 1, data);
    return listener !== undefined;
  };
  const press = (command: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const id = `command${pressed.size + 1}`;
      pressed.set(id, resolve);
      const isHeard = fire('appCommandInvoked', [id, command, JSON.stringify({ source: { id: command } })]);
      if (!isHeard) reject(new Error('the add-in does not listen to the ribbon'));
    });
  window.excelHost = { fire, press };
  // Microsoft's client reads the last part to the end of the address.
  const query = '?_host_Info=Excel$Web$16.01$vi-VN$$$disableLogging$0';
  const hash = `#&_serializer_version=1&_xdm_Info=${conversation}|${instance}|${location.origin}`;
  frame.src = addin + query + hash;
}
