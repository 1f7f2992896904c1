// The last few answers, for what many files have in common: copies of one form share all parts but their sheets.

/** Keeps at least so many of the values asked for last, and at most twice so many. */
export class Recent<K, V> {
  private newer = new Map<K, V>();
  private older: ReadonlyMap<K, V> = new Map();
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get(key: K): V | undefined {
    const value = this.newer.get(key);
    if (value !== undefined) return value;
    const old = this.older.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: K, value: V): void {
    this.newer.set(key, value);
    if (this.newer.size < this.limit) return;
    this.older = this.newer;
    this.newer = new Map();
  }
}
