// Calls to the script, one at a time and never for ever: Google itself sets no limit and may never answer.
import { type FailureCode, hostFailure } from '../../core/index.ts';
import type { Answer, Calls, Method } from '../protocol.ts';
import { ask } from './googleScript.ts';

/** A whole read takes seconds; writing stops after six minutes, but nobody waits for that. What nobody asked for waits least. */
const MILLISECONDS: Readonly<Record<Method, number>> = {
  read: 60_000,
  apply: 90_000,
  reveal: 20_000,
  checksum: 10_000,
};

/** What stands between page and script, whatever was asked: told beside the pane, since no retry helps at once. */
export type Trouble = 'accounts' | 'silence';

export interface Caller {
  readonly call: <M extends Method>(method: M, request: Calls[M]['request']) => Promise<Calls[M]['answer']>;
  readonly isBusy: () => boolean;
}

/** `tell` hears of trouble, and with null that a call went through. */
export function createCaller(tell: (trouble: Trouble | null) => void): Caller {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    waiting++;
    const mine = last.then(work).finally(() => waiting--);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    isBusy: () => waiting > 0,
    call: (method, request) => inTurn(() => callNow(method, request, tell)),
  };
}

async function callNow<M extends Method>(
  method: M,
  request: Calls[M]['request'],
  tell: (trouble: Trouble | null) => void,
): Promise<Calls[M]['answer']> {
  const answer = await withTroubleTold(limited(ask(method, JSON.stringify(request)), MILLISECONDS[method]), tell);
  const read: Answer<M> = JSON.parse(String(answer));
  if (!read.ok) throw hostFailure(read.code, read.message);
  return read.value;
}

async function withTroubleTold<T>(answer: Promise<T>, tell: (trouble: Trouble | null) => void): Promise<T> {
  try {
    const given = await answer;
    tell(null);
    return given;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble) tell(trouble);
    throw hostFailure(codeOf(error), error);
  }
}

class Silence extends Error {}

function limited<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Silence()), milliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** With several accounts in one browser Google may run the script as another than the one that opened the file. */
function troubleOf(error: unknown): Trouble | null {
  if (error instanceof Silence) return 'silence';
  const message = error instanceof Error ? error.message : String(error);
  return /PERMISSION_DENIED|Authorization is required|reading from storage/i.test(message) ? 'accounts' : null;
}

function codeOf(error: unknown): FailureCode {
  const message = error instanceof Error ? error.message : String(error);
  return /too many|simultaneous/i.test(message) ? 'busy' : 'failed';
}
