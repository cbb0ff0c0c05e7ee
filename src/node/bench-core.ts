// The figures of the core, a section in each process: what one leaves in memory must not weigh on the next.
import type { Figure } from './bench/figure.ts';
import { placement } from './bench/placement.ts';
import { playground } from './bench/playground.ts';
import { stackFiles } from './bench/stack-files.ts';

const SECTIONS: { readonly [name: string]: () => Promise<readonly Figure[]> | readonly Figure[] } = { playground, placement, stackFiles };

const [name = ''] = process.argv.slice(2);
const section = SECTIONS[name];
console.log(JSON.stringify(section ? await section() : Object.keys(SECTIONS)));
