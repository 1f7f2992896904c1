// The command line `cchc`: one command, one exit status. 0 no error found, 1 errors found, 2 bad usage or unreadable file.
import { runCheck } from './check.ts';
import { runClear } from './clear.ts';
import { HELP } from './help.ts';
import { serveAsWorker } from './many.ts';
import { say } from './terminal.ts';
import { type Command, readCommand, UsageError } from './usage.ts';
import { VERSION } from './version.ts';

/** Commands that need more than checking does are loaded when they are asked for. */
async function run(command: Command): Promise<number> {
  switch (command.name) {
    case 'help':
      process.stdout.write(HELP);
      return 0;
    case 'version':
      process.stdout.write(`${VERSION}\n`);
      return 0;
    case 'check':
      return runCheck(command);
    case 'compare':
      return (await import(/* webpackMode: "eager" */ './compare.ts')).runCompare(command);
    case 'narrate':
      return (await import(/* webpackMode: "eager" */ './narrate.ts')).runNarrate(command);
    case 'clear':
      return runClear(command);
    case 'new':
      return (await import(/* webpackMode: "eager" */ './new.ts')).runNew(command);
    case 'consolidate':
      return (await import(/* webpackMode: "eager" */ './consolidate.ts')).runConsolidate(command);
    case 'facts':
      return (await import(/* webpackMode: "eager" */ './writeFacts.ts')).runFacts(command);
    default:
      return command satisfies never;
  }
}

async function main(): Promise<void> {
  try {
    process.exitCode = await run(readCommand(process.argv.slice(2)));
  } catch (error) {
    // A fault of ours must never look like status 1, "errors found".
    const ours = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const said =
      error instanceof UsageError ? error.message : `Công cụ gặp lỗi ngoài dự kiến, chưa kiểm tra xong.\n${ours}`;
    say(`${said}\n`);
    process.exitCode = 2;
  }
}

// A reader that closes the pipe early ("| head") is no error.
process.stdout.on('error', (error) => {
  if (Reflect.get(error, 'code') === 'EPIPE') process.exit(process.exitCode ?? 0);
  // Not thrown: Node's own status for that is 1, "errors found".
  process.stderr.write('Không ghi được kết quả ra nơi nhận; hãy kiểm tra dung lượng ổ đĩa.\n');
  process.exit(2);
});
// Remarks that nobody can be told are no reason to stop the work.
process.stderr.on('error', () => {});

if (!serveAsWorker()) void main();
