// Preloaded into a measured process: when it ends, writes its peak resident memory (KB) to the file it was told.
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.BENCH_MEMORY_FILE;
if (isMainThread && file) process.on('exit', () => writeFileSync(file, String(peak())));

/** Linux tells a new process's `maxRSS` as at least what its parent held, which here is the bench: its own is in /proc. */
function peak() {
  const own = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(own)?.[1] ?? process.resourceUsage().maxRSS);
}
