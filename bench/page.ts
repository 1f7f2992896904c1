// Writes docs/bench.md: the machine and every topic that was measured, with nothing typed by hand.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { markdownOf, type Topic, verdict } from './table.ts';

export interface Machine {
  readonly date: string;
  readonly processor: string;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
  /** Processes that wanted the processor before anything was measured: more than none makes every number worse. */
  readonly load: number;
}

export function thisMachine(): Machine {
  const [cpu] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: `${cpu?.model.trim() ?? 'unknown'}, ${cpus().length} cores`,
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GB`,
    system: `${type()} ${release().split('-')[0]}`,
    node: process.version,
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}

export function writePage(file: URL, machine: Machine, command: string, topics: readonly Topic[]): void {
  const parts = [
    HEAD,
    ...warningOf(machine),
    `Written by \`${command}\`.`,
    machineTable(machine),
    targetTable(topics),
    ...topics.map(markdownOf),
  ];
  writeFileSync(file, `${parts.join('\n\n')}\n`);
}

const HEAD = `# Speed and size, beside others

All of this page comes out of one run of the bench on one machine; nothing in it is typed by hand. The workbooks are made up:
one form, filled in by many communes with figures of their own, the same ones on every machine (\`bench/workbooks.ts\`).

How to read it: times are wall time, processes with their start. The best of several rounds counts, in which the programs take
turns; “spread” says how much longer the slowest round took, and so how far a difference can be trusted. What the ratio is to
stands above each table. A target stands where the project has set itself one; elsewhere the number is for the next run to be
held against.`;

/** Load that was there beforehand, the build's own not counted. */
function warningOf({ load }: Machine): readonly string[] {
  if (load <= cpus().length) return [];
  return [
    '**Other work ran on this machine: of this page only sizes, memory and counts can be relied on, not times.**',
  ];
}

function machineTable(machine: Machine): string {
  const rows = [
    ['date', machine.date],
    ['processor', machine.processor],
    ['memory', machine.memory],
    ['system', machine.system],
    ['Node', machine.node],
    ['load before the start', String(machine.load)],
  ];
  return ['| machine | |', '|---|---|', ...rows.map(([what, is]) => `| ${what} | ${is} |`)].join('\n');
}

/** Every target in one table, to be seen at a glance. */
function targetTable(topics: readonly Topic[]): string {
  const rows = topics.flatMap((topic) =>
    topic.rows.flatMap(({ what, measured, ratio, target, met }) =>
      target === undefined ? [] : [`| ${topic.title} | ${what} | ${ratio ?? measured} | ${target} | ${verdict(met)} |`],
    ),
  );
  const head = '| topic | what | measured | target | |\n|---|---|---:|---|---|';
  return `## Targets\n\n${[head, ...rows].join('\n')}`;
}
