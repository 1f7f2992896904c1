// The one entry that the sidebar calls: a method's name and JSON in, JSON out. What fails comes back as data.
import { failureCode } from '../core/index.ts';
import type { Answer, Calls, Method } from './protocol.ts';
import { applyChanges, readAll, readChecksum, reveal } from './sheetsHost.ts';

type Methods = { readonly [M in Method]: (request: Calls[M]['request']) => Calls[M]['answer'] };

const METHODS: Methods = {
  read: () => readAll(),
  apply: (request) => applyChanges(request),
  reveal: (at) => {
    reveal(at);
    return null;
  },
  checksum: () => readChecksum(),
};

/** Answers `method` of protocol.ts. Never throws. */
export function rpc(method: string, json: string): string {
  return JSON.stringify(isMethod(method) ? answer(method, json) : failed(new Error(`no method ${method}`)));
}

function isMethod(name: string): name is Method {
  return Object.keys(METHODS).includes(name);
}

function answer<M extends Method>(method: M, json: string): Answer<M> {
  try {
    const request: Calls[M]['request'] = JSON.parse(json);
    return { ok: true, value: METHODS[method](request) };
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): Extract<Answer<Method>, { ok: false }> {
  return { ok: false, code: failureCode(error), message: error instanceof Error ? error.message : String(error) };
}
