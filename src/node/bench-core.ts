// The figures of the core, a section in each process: what one leaves in memory must not weigh on the next.
import { spawnSync } from 'node:child_process';
import { commandLine } from './bench/command-line.ts';
import { faultHour } from './bench/fault-hour.ts';
import type { Figure } from './bench/figure.ts';
import { frames } from './bench/frames.ts';
import { growth, growthAt } from './bench/growth.ts';
import { heartbeats, largeCluster } from './bench/large-cluster.ts';
import { placement } from './bench/placement.ts';
import { playground } from './bench/playground.ts';
import { stackFiles } from './bench/stack-files.ts';
import { time } from './bench/time.ts';

const SECTIONS: { readonly [name: string]: () => Promise<readonly Figure[]> | readonly Figure[] } = {
  playground,
  stackFiles,
  faultHour,
  placement,
  frames,
  heartbeats,
  growth: () => growth((nodes) => JSON.parse(own(`growth=${nodes}`))),
  largeCluster,
  'command-line': commandLine,
  time,
};

/** Runs this file with another argument in a process of its own. */
function own(argument: string): string {
  const { stdout, status } = spawnSync(process.execPath, [...process.execArgv, process.argv[1] ?? '', argument], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${argument} could not be measured`);
  return stdout;
}

const [name = '', of] = (process.argv[2] ?? '').split('=');
const section = SECTIONS[name];
if (of !== undefined) console.log(JSON.stringify(await growthAt(Number(of))));
else console.log(JSON.stringify(section ? await section() : Object.keys(SECTIONS)));
