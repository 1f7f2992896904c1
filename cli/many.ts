// Checks many files on worker threads and hands the results on in the order given, holding few at a time.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { checkFile, type FileResult } from './result.ts';

export interface ManyOptions {
  readonly threads: number;
  readonly sheet: string | null;
  readonly json: boolean;
}

/** What a worker is started with; it tells the program that it is one. */
interface WorkerStart {
  readonly cchcWorker: true;
  readonly sheet: string | null;
  readonly json: boolean;
}

/** How far a thread may run ahead of the slowest result: bounds memory whatever the number of files. */
const AHEAD = 64;
/** Files a worker gets in one message. */
const BATCH = 8;

export async function checkMany(
  files: readonly string[],
  options: ManyOptions,
  deliver: (result: FileResult) => Promise<void>,
): Promise<void> {
  if (options.threads <= 1) {
    for (const file of files) await deliver(checkFile(file, options));
    return;
  }
  await new Pool(files, options, deliver).run();
}

class Pool {
  private readonly results = new Map<number, FileResult>();
  private readonly waiting: Worker[] = [];
  private next = 0;
  private delivered = 0;
  private delivering: Promise<void> = Promise.resolve();

  constructor(
    private readonly files: readonly string[],
    private readonly options: ManyOptions,
    private readonly deliver: (result: FileResult) => Promise<void>,
  ) {}

  async run(): Promise<void> {
    const count = Math.min(this.options.threads, Math.ceil(this.files.length / BATCH));
    await Promise.all(Array.from({ length: count }, () => this.runWorker()));
    await this.delivering;
  }

  private runWorker(): Promise<void> {
    const start: WorkerStart = { cchcWorker: true, sheet: this.options.sheet, json: this.options.json };
    const worker = new Worker(new URL(import.meta.url), { workerData: start });
    return new Promise((resolve, reject) => {
      worker.on('message', (batch: readonly [number, FileResult][]) => {
        for (const [index, result] of batch) this.results.set(index, result);
        this.delivering = this.delivering.then(() => this.deliverReady());
        this.delivering.catch(reject);
        this.feed(worker);
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
      this.feed(worker);
    });
  }

  /** The next batch, unless this thread would run too far ahead. */
  private feed(worker: Worker): void {
    if (this.next >= this.files.length) {
      worker.postMessage(null);
      return;
    }
    if (this.next - this.delivered > AHEAD * this.options.threads) {
      this.waiting.push(worker);
      return;
    }
    const from = this.next;
    this.next = Math.min(this.files.length, from + BATCH);
    worker.postMessage(
      this.files.slice(from, this.next).map((file, offset): [number, string] => [from + offset, file]),
    );
  }

  private async deliverReady(): Promise<void> {
    for (let result = this.results.get(this.delivered); result; result = this.results.get(this.delivered)) {
      this.results.delete(this.delivered);
      this.delivered++;
      await this.deliver(result);
    }
    for (const worker of this.waiting.splice(0)) this.feed(worker);
  }
}

/** In a worker thread: answers batches until told to stop. False in the main thread. */
export function serveAsWorker(): boolean {
  const start: Partial<WorkerStart> | null = isMainThread ? null : workerData;
  if (!start?.cchcWorker || !parentPort) return false;
  const port = parentPort;
  const options = { sheet: start.sheet ?? null, json: start.json === true };
  port.on('message', (batch: readonly [number, string][] | null) => {
    if (batch === null) port.close();
    else port.postMessage(batch.map(([index, file]): [number, FileResult] => [index, checkFile(file, options)]));
  });
  return true;
}
