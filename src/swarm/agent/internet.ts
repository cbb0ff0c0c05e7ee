import { RandomStream } from '../../sim/random.ts';

/** Last parts of names that are nobody's on the internet. */
const PRIVATE_SUFFIX = /\.(?:local|localdomain|internal|lan|test|invalid|example)$/i;

/** Whether an address is one that anybody on the internet could have: not private, not local, not of a group. */
function isPublic(address: string): boolean {
  const [a = 0, b = 0] = address.split('.').map(Number);
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  return !((a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 169 && b === 254) || (a === 100 && b >= 64 && b < 128));
}

/**
 * The internet, as far as programs in the playground's containers notice it: names of more than one part have an address, the
 * same for ever, and public addresses answer a ping. Nothing is served there. The recorded swarms had none.
 */
export const internet = {
  /** The address of a public name; undefined for names that only a network of one's own could know. */
  resolve(name: string): string | undefined {
    const known = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\.?$/i.test(name) && !PRIVATE_SUFFIX.test(name);
    if (!known) return undefined;
    const random = new RandomStream(`internet/${name.toLowerCase().replace(/\.$/, '')}`);
    return `${random.between(34, 99)}.${random.below(256)}.${random.below(256)}.${random.between(1, 254)}`;
  },
  answersPing: isPublic,
};
