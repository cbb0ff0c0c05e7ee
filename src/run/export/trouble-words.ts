import type { Input, Trouble } from '../input.ts';

/** What a trouble is, in English words; texts of the run are in it as they are. */
export function troubleWords(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'partition':
      return trouble.groups.length === 0
        ? 'the network is whole again'
        : `the network is parted: ${trouble.groups.map((group) => group.join(' ')).join(' | ')}`;
    case 'quality':
      return `links between ${trouble.a} and ${trouble.b}: ${trouble.delayMs} ms, ${trouble.lossPercent} % lost`;
    case 'slow':
      return `${trouble.host} takes ${trouble.delayMs} ms longer for everything`;
    case 'memory':
      return `${Math.round(trouble.usedBytes / 2 ** 20)} MiB of ${trouble.host} are taken by something else`;
    case 'image':
      return `${trouble.image} can ${trouble.pullable ? 'be pulled again' : 'not be pulled'}`;
    case 'character':
      return `containers of ${trouble.service}${trouble.host === '*' ? '' : ` on ${trouble.host}`} behave as ${
        Object.entries(trouble.labels)
          .map(([name, value]) => `${name}=${value}`)
          .join(' ') || 'their spec says'
      }`;
  }
}

/** What a fault does to a host, in words. */
export const FAULT_WORDS: { readonly [fault in Extract<Input, { kind: 'fault' }>['fault']]: string } = {
  'engine-stop': 'the engine stops',
  'engine-start': 'the engine starts',
  'power-off': 'the power goes out',
  'power-on': 'the power comes back',
  cut: 'the network is cut',
  heal: 'the network is back',
};
