// What Excel's errors mean to the port.
import { type FailureCode, hostFailure, type RefusalCode } from '../core/index.ts';

/** The code of an error that Office.js threw, "" for any other. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** The answer would be larger than Excel on the web hands over at once (5 MB). */
export function isTooMuchAtOnce(error: unknown): boolean {
  return errorCode(error) === 'ResponsePayloadSizeLimitExceeded';
}

/** A cell is being typed: Excel does nothing until that is over. */
export function isBusy(error: unknown): boolean {
  return errorCode(error) === 'InvalidOperationInCellEditMode';
}

/** Why a batch was not carried out. */
export function refusalOf(error: unknown): RefusalCode {
  switch (errorCode(error)) {
    case 'InvalidOperationInCellEditMode':
      return 'busy';
    case 'ItemNotFound':
      return 'sheet-missing';
    case 'AccessDenied':
      return 'protected';
    default:
      return 'failed';
  }
}

/** Runs one piece of reading; whatever goes wrong comes out as a host's failure. */
export async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && error.name === 'HostFailure') throw error;
    const code: FailureCode = isBusy(error) ? 'busy' : isTooMuchAtOnce(error) ? 'too-large' : 'failed';
    throw hostFailure(code, error);
  }
}
