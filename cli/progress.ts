// Progress on standard error: a bar that redraws itself on a terminal, silent elsewhere; errors always get a line.
import { say } from './terminal.ts';

export interface Progress {
  /** One file more; `problem` is written on a line of its own. */
  step(problem: string | null): void;
  end(): void;
}

const REDRAW_EVERY_MS = 100;
const WIDTH = 30;

export function progressBar(total: number): Progress {
  const terminal = process.stderr.isTTY;
  const started = performance.now();
  let done = 0;
  let drawn = 0;
  const clear = () => {
    if (terminal && drawn > 0) process.stderr.write('\r\x1b[K');
  };
  const draw = () => {
    const now = performance.now();
    if (!terminal || (now - drawn < REDRAW_EVERY_MS && done < total)) return;
    drawn = now;
    const filled = Math.round((WIDTH * done) / total);
    const left = Math.ceil((((now - started) / done) * (total - done)) / 1000);
    process.stderr.write(
      `\r\x1b[K[${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${done}/${total} tệp, còn khoảng ${left} giây`,
    );
  };
  return {
    step(problem) {
      done++;
      if (problem !== null) {
        clear();
        say(`${problem}\n`);
      }
      draw();
    },
    end: clear,
  };
}
