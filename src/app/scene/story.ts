import type { Note, TaskCause } from '../../run/view.ts';
import type { Mark } from './mark.ts';

/** One step of a chapter. `words` are filled into a translated sentence: `m.story[kind](words)`. */
export interface StoryStep {
  readonly at: number;
  readonly kind:
    | 'engine-stopped'
    | 'power-off'
    | 'link-cut'
    | 'partition'
    | 'heartbeats'
    | 'down'
    | 'drain'
    | 'replaced'
    | 'run-again'
    | 'waits'
    | 'back'
    | 'active'
    | 'paused'
    | 'created'
    | 'running'
    | 'scaled'
    | 'stopped'
    | 'updated'
    | 'update-says'
    | 'failed'
    | 'restarted'
    | 'removed'
    | 'leader'
    | 'candidate'
    | 'no-leader'
    | 'host-added'
    | 'host-removed'
    | 'healed'
    | 'trouble';
  readonly words: StoryWords;
}

export interface StoryWords {
  /** Host, service or task that it is about; or a message of Swarm. */
  readonly name: string;
  readonly count: number;
  readonly all: number;
  readonly seconds: number;
  readonly text: string;
  /** A note that has a sentence of its own. */
  readonly note?: Note;
}

/** A cause and what came of it. */
export interface Chapter {
  readonly key: string;
  readonly at: number;
  readonly mark: Mark;
  readonly steps: readonly StoryStep[];
  /** Host, service and tasks that it is about. */
  readonly about: ReadonlySet<string>;
}

interface Open {
  readonly key: string;
  readonly at: number;
  mark: Mark;
  readonly steps: StoryStep[];
  readonly about: Set<string>;
  /** Slots whose tasks were let go here and do not run again yet. */
  readonly waiting: Set<string>;
  replaced: number;
  restored: number;
  lastAt: number;
  /** Where the counted steps stand among the steps, once they are there. */
  readonly place: { [kind in StoryStep['kind']]?: number };
}

const NO_WORDS: StoryWords = { name: '', count: 0, all: 0, seconds: 0, text: '' };

/**
 * Tells the notes of a run as chapters: each begins with a cause (a fault, an order, a failure) and gathers what Swarm
 * did because of it, by the causes that were recorded with the decisions. Newest first.
 */
export function tellStory(notes: readonly Note[]): Chapter[] {
  const story = new Storyteller();
  for (const note of notes) story.take(note);
  return story.chapters();
}

const FAULTS: { readonly [kind in Note['kind']]?: 'engine-stopped' | 'power-off' | 'link-cut' } = {
  'engine-stopped': 'engine-stopped',
  'power-off': 'power-off',
  'link-cut': 'link-cut',
};

class Storyteller {
  private readonly all: Open[] = [];
  /** The chapter that a host's, a service's or a slot's next events belong to. */
  private readonly ofHost = new Map<string, Open>();
  private readonly ofService = new Map<string, Open>();
  private readonly ofSlot = new Map<string, Open>();
  private readonly failures = new Map<string, Open>();
  /** The chapter of the managers that look for a leader. */
  private election: Open | undefined;
  /** The chapter of the partition that holds. */
  private parted: Open | undefined;

  chapters(): Chapter[] {
    return this.all
      .filter((chapter) => chapter.steps.length > 0)
      .map(({ key, at, mark, steps, about }) => ({ key, at, mark, steps, about }))
      .reverse();
  }

  take(note: Note): void {
    const { at, subject, words } = note;
    switch (note.kind) {
      case 'engine-stopped':
      case 'power-off':
      case 'link-cut':
        this.fault(note, FAULTS[note.kind] ?? 'engine-stopped');
        break;
      case 'partition': {
        const hosts = subject.split(/ \| | /);
        const chapter = this.begin(note, 'unwell', hosts);
        this.step(chapter, at, 'partition', { name: subject });
        for (const host of hosts) this.ofHost.set(host, chapter);
        this.parted = chapter;
        break;
      }
      case 'partition-healed':
        if (this.parted) this.step(this.parted, at, 'healed', {});
        this.parted = undefined;
        break;
      case 'node-down':
        this.down(note);
        break;
      case 'node-ready':
      case 'engine-started':
      case 'power-on':
      case 'link-healed':
        this.back(note);
        break;
      case 'node-availability': {
        const availability = words['availability'] ?? '';
        const kind = availability === 'drain' ? 'drain' : availability === 'pause' ? 'paused' : 'active';
        const chapter = this.begin(note, kind === 'drain' ? 'drain' : kind === 'paused' ? 'paused' : 'running', [subject]);
        this.step(chapter, at, kind, { name: subject });
        if (kind === 'drain') this.ofHost.set(`drain/${subject}`, chapter);
        break;
      }
      case 'service-created': {
        const chapter = this.begin(note, 'running', [subject]);
        this.step(chapter, at, 'created', { name: subject });
        this.ofService.set(subject, chapter);
        break;
      }
      case 'service-scaled': {
        const chapter = this.begin(note, 'running', [subject]);
        this.step(chapter, at, 'scaled', { name: subject, count: Number(words['from']), all: Number(words['to']) });
        this.ofService.set(subject, chapter);
        break;
      }
      case 'service-updated': {
        const chapter = this.begin(note, 'starting', [subject]);
        this.step(chapter, at, 'updated', { name: subject });
        this.ofService.set(subject, chapter);
        break;
      }
      case 'service-removed': {
        const chapter = this.begin(note, 'leaving', [subject]);
        this.step(chapter, at, 'removed', { name: subject });
        this.ofService.set(subject, chapter);
        break;
      }
      case 'update-status':
        this.updateStatus(note);
        break;
      case 'task-replaced':
        this.replaced(note);
        break;
      case 'task-running':
        this.running(note);
        break;
      case 'task-failed':
        this.failed(note);
        break;
      case 'task-pending':
        this.pending(note);
        break;
      case 'leader': {
        const chapter = this.election ?? this.begin(note, subject === '' ? 'unreachable' : 'running', [subject]);
        this.step(chapter, at, subject === '' ? 'no-leader' : 'leader', { name: subject });
        this.election = subject === '' ? chapter : undefined;
        break;
      }
      case 'candidate':
        this.election ??= this.begin(note, 'unreachable', [subject]);
        this.step(this.election, at, 'candidate', { name: subject, count: Number(words['term']) });
        break;
      case 'host-added':
      case 'host-removed': {
        const chapter = this.begin(note, note.kind === 'host-added' ? 'pending' : 'leaving', [subject]);
        this.step(chapter, at, note.kind, { name: subject });
        if (note.kind === 'host-removed') this.ofHost.set(subject, chapter);
        break;
      }
      case 'link-quality':
      case 'host-slow':
      case 'host-memory':
      case 'image-gone':
      case 'character': {
        const chapter = this.begin(note, 'unwell', [subject]);
        this.step(chapter, at, 'trouble', { note });
        break;
      }
      case 'image-pullable':
      case 'input':
      case 'task-placed':
      case 'task-stopped':
        break;
    }
  }

  private begin(note: Note, mark: Mark, about: readonly string[]): Open {
    const chapter: Open = {
      key: `${note.kind}/${note.subject}/${note.at}/${this.all.length}`,
      at: note.at,
      mark,
      steps: [],
      about: new Set(about.filter(Boolean)),
      waiting: new Set(),
      replaced: 0,
      restored: 0,
      lastAt: note.at,
      place: {},
    };
    this.all.push(chapter);
    return chapter;
  }

  private step(chapter: Open, at: number, kind: StoryStep['kind'], words: Partial<StoryWords>): void {
    chapter.place[kind] = chapter.steps.length;
    chapter.steps.push({ at, kind, words: { ...NO_WORDS, ...words } });
    chapter.lastAt = at;
  }

  /** Writes a step that counts: the first time it is added, then it is brought up to date. */
  private count(chapter: Open, at: number, kind: StoryStep['kind'], words: Partial<StoryWords>): void {
    const place = chapter.place[kind];
    const before = place === undefined ? undefined : chapter.steps[place];
    if (place === undefined || !before) this.step(chapter, at, kind, words);
    else chapter.steps[place] = { at: kind === 'run-again' || kind === 'running' ? at : before.at, kind, words: { ...NO_WORDS, ...words } };
    chapter.lastAt = at;
  }

  private fault(note: Note, kind: 'engine-stopped' | 'power-off' | 'link-cut'): void {
    const hosts = note.subject.split(' – ');
    const chapter = this.begin(note, 'unwell', hosts);
    this.step(chapter, note.at, kind, { name: note.subject });
    for (const host of hosts) this.ofHost.set(host, chapter);
  }

  private down({ at, subject, words, kind }: Note): void {
    const chapter = this.ofHost.get(subject) ?? this.parted ?? this.begin({ at, subject, words, kind }, 'failed', [subject]);
    this.ofHost.set(subject, chapter);
    chapter.mark = 'failed';
    chapter.about.add(subject);
    const fault = chapter.steps[0];
    const missed = words['reason']?.includes('heartbeat') && fault ? Math.round((at - fault.at) / 1000) : 0;
    if (missed > 0) this.step(chapter, at, 'heartbeats', { name: subject, seconds: missed });
    this.step(chapter, at, 'down', { name: subject, text: missed > 0 ? '' : (words['reason'] ?? '') });
  }

  private back({ at, subject, kind }: Note): void {
    // A machine that has its power back is not a node that is ready yet: only what Swarm says ends the chapter.
    if (kind === 'engine-started' || kind === 'power-on') return;
    for (const host of subject.split(/, | – /)) {
      const chapter = this.ofHost.get(host);
      if (!chapter) continue;
      if (kind === 'node-ready') {
        this.step(chapter, at, 'back', { name: host });
        if (chapter.mark === 'failed') chapter.mark = 'running';
        this.ofHost.delete(host);
      } else if (chapter.place.healed === undefined) this.step(chapter, at, 'healed', { name: subject });
    }
  }

  private updateStatus(note: Note): void {
    const { at, subject, words } = note;
    const state = words['state'] ?? '';
    let chapter = this.ofService.get(subject);
    if (!chapter || (chapter.place.updated === undefined && chapter.place['update-says'] === undefined)) {
      chapter = this.begin(note, 'starting', [subject]);
      this.ofService.set(subject, chapter);
    }
    if (state === 'updating') return;
    chapter.mark = state.endsWith('paused') ? 'paused' : state.startsWith('rollback') ? 'unwell' : 'running';
    this.step(chapter, at, 'update-says', { name: subject, text: words['message'] ?? state });
  }

  private replaced({ at, subject, words }: Note): void {
    const cause = (words['cause'] ?? '') as TaskCause | '';
    const host = words['host'] ?? '';
    const chapter = this.chapterOfCause(cause, host, subject);
    if (!chapter) return;
    chapter.replaced++;
    chapter.about.add(subject).add(words['task'] ?? '');
    if (cause === 'scale' || cause === 'service-removed') {
      this.count(chapter, at, 'stopped', { count: chapter.replaced });
      return;
    }
    chapter.waiting.add(subject);
    this.ofSlot.set(subject, chapter);
    if (cause !== 'failed' && cause !== 'rejected') this.count(chapter, at, 'replaced', { count: chapter.replaced });
  }

  private chapterOfCause(cause: TaskCause | '', host: string, subject: string): Open | undefined {
    switch (cause) {
      case 'node-down':
      case 'node-removed':
        return this.ofHost.get(host);
      case 'drain':
        return this.ofHost.get(`drain/${host}`);
      case 'update':
      case 'rollback':
      case 'scale':
      case 'service-removed':
        return this.ofService.get(serviceOf(subject));
      case 'failed':
      case 'rejected':
      case 'ended':
        return this.failures.get(serviceOf(subject));
      case 'other':
      case '':
        return undefined;
    }
  }

  private running({ at, subject, words }: Note): void {
    const chapter = this.ofSlot.get(subject);
    if (chapter?.waiting.delete(subject)) {
      this.ofSlot.delete(subject);
      chapter.restored++;
      chapter.about.add(words['task'] ?? '');
      const seconds = Math.round((at - chapter.at) / 1000);
      const done = chapter.restored === chapter.replaced;
      if (chapter.place.failed !== undefined) this.count(chapter, at, 'restarted', { count: chapter.restored });
      else this.count(chapter, at, 'run-again', { count: chapter.restored, all: chapter.replaced, seconds, text: done ? 'all' : '' });
      return;
    }
    const own = this.ofService.get(serviceOf(subject));
    if (!own || (own.place.created === undefined && own.place.scaled === undefined)) return;
    own.restored++;
    own.about.add(subject).add(words['task'] ?? '');
    this.count(own, at, 'running', { count: own.restored, seconds: Math.round((at - own.at) / 1000) });
  }

  private failed(note: Note): void {
    const { at, subject, words } = note;
    const service = serviceOf(subject);
    // One chapter for what fails again and again: it goes on while failures come closer than this.
    let chapter = this.failures.get(service);
    if (!chapter || at - chapter.lastAt > SAME_TROUBLE_MS) {
      chapter = this.begin(note, 'failed', [service]);
      this.failures.set(service, chapter);
    }
    const count = (chapter.steps[chapter.place.failed ?? -1]?.words.count ?? 0) + 1;
    chapter.about.add(subject).add(words['task'] ?? '');
    this.count(chapter, at, 'failed', { name: count === 1 ? subject : service, count, text: words['reason'] ?? '' });
  }

  private pending(note: Note): void {
    const { at, subject, words } = note;
    const service = serviceOf(subject);
    const chapter = this.ofSlot.get(subject) ?? this.ofService.get(service) ?? this.begin(note, 'pending', [service]);
    chapter.about.add(subject).add(words['task'] ?? '');
    const before = chapter.steps[chapter.place.waits ?? -1]?.words;
    const count = before?.text === words['reason'] ? before?.count : 0;
    this.count(chapter, at, 'waits', { name: service, count: (count ?? 0) + 1, text: words['reason'] ?? '' });
    if (chapter.mark === 'running' || chapter.mark === 'starting') chapter.mark = 'pending';
  }
}

/** Failures of a service that are closer than this belong together, in virtual milliseconds. */
const SAME_TROUBLE_MS = 60_000;

function serviceOf(subject: string): string {
  const dot = subject.lastIndexOf('.');
  return dot < 0 ? subject : subject.slice(0, dot);
}
