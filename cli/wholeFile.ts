// Files written whole or not at all: to a temporary file beside them, renamed at the end. What is there already stays until then.
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { UsageError } from './usage.ts';

/** Writes a file at once. Throws UsageError. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const file = new WholeFile(path);
  file.write(bytes);
  file.finish();
}

/** A file written piece by piece. Every member throws UsageError, and has left nothing behind then. */
export class WholeFile {
  private readonly temporary: string;
  /** Null once it is closed. */
  private handle: number | null;

  constructor(private readonly path: string) {
    // By chance, not by the number of the process: that comes again, and with it what a killed run left.
    this.temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`;
    try {
      this.handle = openSync(this.temporary, 'wx');
    } catch {
      throw this.refusal();
    }
  }

  write(bytes: Uint8Array): void {
    this.attempt((handle) => {
      // A nearly full disk takes a part and says so by the count alone.
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    });
  }

  finish(): void {
    this.attempt((handle) => {
      fsyncSync(handle);
      this.close();
      renameSync(this.temporary, this.path);
    });
  }

  /** Leaves nothing behind; nothing more after `finish` or a refusal. */
  abandon(): void {
    if (this.handle === null) return;
    this.close();
    rmSync(this.temporary, { force: true });
  }

  private close(): void {
    const handle = this.handle;
    this.handle = null;
    if (handle !== null) closeSync(handle);
  }

  private attempt(action: (handle: number) => void): void {
    try {
      if (this.handle === null) throw new Error('closed');
      action(this.handle);
    } catch {
      this.abandon();
      rmSync(this.temporary, { force: true });
      throw this.refusal();
    }
  }

  private refusal(): UsageError {
    return new UsageError(`Không ghi được tệp “${this.path}”; hãy kiểm tra quyền ghi và dung lượng ổ đĩa.`);
  }
}
