// A file written piece by piece and whole or not at all: to a temporary file beside it, renamed at the end.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { UsageError } from './usage.ts';

export class WholeFile {
  private readonly temporary: string;
  private readonly handle: number;

  constructor(private readonly path: string) {
    this.temporary = `${path}.${process.pid}.tmp`;
    this.handle = this.attempt(() => openSync(this.temporary, 'wx'));
  }

  write(bytes: Uint8Array): void {
    this.attempt(() => {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.handle, bytes, at);
    });
  }

  finish(): void {
    this.attempt(() => {
      fsyncSync(this.handle);
      closeSync(this.handle);
      renameSync(this.temporary, this.path);
    });
  }

  /** Leaves nothing behind. */
  abandon(): void {
    closeSync(this.handle);
    rmSync(this.temporary, { force: true });
  }

  private attempt<T>(action: () => T): T {
    try {
      return action();
    } catch {
      rmSync(this.temporary, { force: true });
      throw new UsageError(`Không ghi được tệp “${this.path}”; hãy kiểm tra quyền ghi và dung lượng ổ đĩa.`);
    }
  }
}
