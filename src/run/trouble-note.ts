import type { Trouble } from './input.ts';
import type { Note } from './view.ts';

/** What there is to tell about a trouble: its note without the time. */
export function troubleNote(trouble: Trouble): Omit<Note, 'at'> {
  switch (trouble.kind) {
    case 'partition': {
      const subject = trouble.groups.map((group) => group.join(' ')).join(' | ');
      return { kind: subject === '' ? 'partition-healed' : 'partition', subject, words: {} };
    }
    case 'quality':
      return { kind: 'link-quality', subject: `${trouble.a} – ${trouble.b}`, words: { delay: String(trouble.delayMs), loss: String(trouble.lossPercent) } };
    case 'slow':
      return { kind: 'host-slow', subject: trouble.host, words: { delay: String(trouble.delayMs) } };
    case 'memory':
      return { kind: 'host-memory', subject: trouble.host, words: { used: String(Math.round(trouble.usedBytes / 2 ** 20)) } };
    case 'image':
      return { kind: trouble.pullable ? 'image-pullable' : 'image-gone', subject: trouble.image, words: {} };
    case 'character': {
      const what = Object.entries(trouble.labels)
        .map(([name, value]) => `${name}=${value}`)
        .join(' ');
      return { kind: 'character', subject: trouble.service, words: { what } };
    }
  }
}
