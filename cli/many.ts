// Works on many files on worker threads and hands the results on in the order given, holding few at a time.
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Key, Template } from '../core/index.ts';
import { type FileFacts, factsOfFile } from './facts.ts';
import { gatherFile, type StampedFile } from './gather.ts';
import { checkFile, type FileResult } from './result.ts';

export interface CheckOptions {
  readonly sheet: string | null;
  readonly json: boolean;
  readonly template?: Template<Key>;
}

/** What is to be done with each file: its name and options are what a worker is told. */
export interface Job<Result> {
  readonly name: 'check' | 'gather' | 'facts';
  readonly options: CheckOptions;
  readonly work: (file: string) => Result;
}

const NO_OPTIONS: CheckOptions = { sheet: null, json: false };

/** What a job other than checking needs to know: the template alone. */
type ReadOptions = Pick<CheckOptions, 'template'>;

export function gatherJob({ template }: ReadOptions): Job<StampedFile> {
  const own = template ? { template } : {};
  return { name: 'gather', options: { ...NO_OPTIONS, ...own }, work: (file) => gatherFile(file, own) };
}

export function factsJob({ template }: ReadOptions): Job<FileFacts> {
  const own = template ? { template } : {};
  return { name: 'facts', options: { ...NO_OPTIONS, ...own }, work: (file) => factsOfFile(file, own) };
}

export function checkJob(options: CheckOptions): Job<FileResult> {
  return { name: 'check', options, work: (file) => checkFile(file, options) };
}

/** What a worker is started with; it tells the program that it is one. */
interface WorkerStart {
  readonly cchcWorker: Job<unknown>['name'];
  readonly options: CheckOptions;
}

/** A thread has to be started and warmed up: each one more pays only with so many files more. */
const FILES_A_THREAD = 1500;

/** As many threads as asked for, else as suit the machine and the number of files. */
export function threadsFor(files: number, asked: number | null): number {
  return asked ?? Math.min(availableParallelism(), Math.ceil(files / FILES_A_THREAD));
}

/** How far a thread may run ahead of the slowest result: bounds memory whatever the number of files. */
const AHEAD = 64;
/** Files a worker gets in one message. */
const BATCH = 8;

export async function runMany<Result>(
  files: readonly string[],
  threads: number,
  job: Job<Result>,
  deliver: (result: Result) => Promise<void>,
): Promise<void> {
  if (threads <= 1) {
    for (const file of files) await deliver(job.work(file));
    return;
  }
  await new Pool(files, threads, job, deliver).run();
}

class Pool<Result> {
  private readonly results = new Map<number, Result>();
  private readonly waiting: Worker[] = [];
  private next = 0;
  private delivered = 0;
  private delivering: Promise<void> = Promise.resolve();

  constructor(
    private readonly files: readonly string[],
    private readonly threads: number,
    private readonly job: Job<Result>,
    private readonly deliver: (result: Result) => Promise<void>,
  ) {}

  async run(): Promise<void> {
    const count = Math.min(this.threads, Math.ceil(this.files.length / BATCH));
    await Promise.all(Array.from({ length: count }, () => this.runWorker()));
    await this.delivering;
  }

  private runWorker(): Promise<void> {
    const start: WorkerStart = { cchcWorker: this.job.name, options: this.job.options };
    const worker = new Worker(new URL(import.meta.url), { workerData: start });
    return new Promise((resolve, reject) => {
      worker.on('message', (batch: readonly [number, Result][]) => {
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
    if (this.next - this.delivered > AHEAD * this.threads) {
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
  const { work } = jobNamed(start.cchcWorker, start.options ?? NO_OPTIONS);
  port.on('message', (batch: readonly [number, string][] | null) => {
    if (batch === null) port.close();
    else port.postMessage(batch.map(([index, file]): [number, unknown] => [index, work(file)]));
  });
  return true;
}

function jobNamed(name: Job<unknown>['name'], options: CheckOptions): Job<unknown> {
  switch (name) {
    case 'check':
      return checkJob(options);
    case 'gather':
      return gatherJob(options);
    case 'facts':
      return factsJob(options);
    default:
      return name satisfies never;
  }
}
