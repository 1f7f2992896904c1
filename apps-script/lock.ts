// One writer at a time: two users of the same spreadsheet, or one with two windows, must not write into each other.
const MILLISECONDS_WAITED = 8_000;

/** Does the work while nobody else's does; null when another one would not end in time. */
export function withLock<T>(work: () => T): T | null {
  // There is none for a script that belongs to no document.
  const lock: GoogleAppsScript.Lock.Lock | null = LockService.getDocumentLock();
  if (lock && !lock.tryLock(MILLISECONDS_WAITED)) return null;
  try {
    return work();
  } finally {
    lock?.releaseLock();
  }
}
