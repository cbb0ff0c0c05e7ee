import type { RandomStream } from '../../sim/random.ts';

const ADJECTIVES = [
  'amazing', 'blissful', 'bold', 'brave', 'busy', 'charming', 'clever', 'compassionate', 'cool', 'crazy', 'dazzling', 'determined', 'dreamy', 'eager',
  'ecstatic', 'elastic', 'elegant', 'epic', 'exciting', 'fervent', 'festive', 'focused', 'friendly', 'frosty', 'gallant', 'gifted', 'goofy', 'gracious',
  'great', 'happy', 'hopeful', 'hungry', 'inspiring', 'interesting', 'jolly', 'jovial', 'keen', 'kind', 'laughing', 'loving', 'lucid', 'magical', 'modest',
  'nice', 'nifty', 'nostalgic', 'objective', 'optimistic', 'peaceful', 'pensive', 'practical', 'quirky', 'recursing', 'relaxed', 'serene', 'sharp',
  'silly', 'stoic', 'sweet', 'tender', 'thirsty', 'upbeat', 'vibrant', 'vigilant', 'wizardly', 'wonderful', 'youthful', 'zealous', 'zen',
] as const;

const SURNAMES = [
  'albattani', 'archimedes', 'babbage', 'banach', 'bell', 'bohr', 'boyd', 'carson', 'cerf', 'chandrasekhar', 'curie', 'darwin', 'davinci', 'diffie',
  'dijkstra', 'einstein', 'elion', 'engelbart', 'euclid', 'euler', 'fermat', 'fermi', 'feynman', 'franklin', 'galileo', 'gauss', 'goldberg', 'goodall',
  'hamilton', 'hawking', 'heisenberg', 'hertz', 'hodgkin', 'hoover', 'hopper', 'hypatia', 'jackson', 'johnson', 'kalam', 'keller', 'kepler', 'kilby',
  'knuth', 'lamarr', 'lamport', 'leakey', 'lovelace', 'mayer', 'meitner', 'mendel', 'morse', 'napier', 'newton', 'nobel', 'noether', 'pascal', 'pasteur',
  'payne', 'perlman', 'poincare', 'ptolemy', 'raman', 'ride', 'ritchie', 'saha', 'shannon', 'swartz', 'tesla', 'thompson', 'torvalds', 'turing', 'volhard',
  'wescoff', 'wilson', 'wright', 'yalow',
] as const;

/** A name like `ecstatic_turing` for a service or container that was given none (moby pkg/namesgenerator). */
export function randomName(random: RandomStream): string {
  return `${ADJECTIVES[random.below(ADJECTIVES.length)]}_${SURNAMES[random.below(SURNAMES.length)]}`;
}
