import { useMemo } from 'react';
import { type Messages, useMessages } from '../../i18n/messages.ts';
import { noteText } from '../../i18n/note-text.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { shortClock } from '../../scene/format.ts';
import { type Chapter, type StoryStep, tellStory } from '../../scene/story.ts';
import { StateMark } from '../kit/StateMark.tsx';
import css from './Chapters.module.css';

const MOST = 30;

/** The story of the last minutes: every cause with what came of it, the newest first; `about` asks for one thing's only. */
export function Chapters({ about, most = MOST }: { readonly about?: readonly string[]; readonly most?: number }) {
  const m = useMessages();
  const notes = useMirror((mirror) => mirror.notes);
  const chapters = useMemo(() => tellStory(notes), [notes]);
  const own = (about ? chapters.filter((chapter) => about.some((thing) => chapter.about.has(thing))) : chapters).slice(0, most);
  if (own.length === 0) return <p className={css['quiet']}>{m.timeline.none}</p>;
  return (
    <ol className={css['chapters']}>
      {own.map((chapter) => (
        <ChapterView key={chapter.key} chapter={chapter} />
      ))}
    </ol>
  );
}

function ChapterView({ chapter: { at, mark, steps } }: { readonly chapter: Chapter }) {
  const m = useMessages();
  return (
    <li className={css['chapter']} data-mark={mark}>
      <time>{shortClock(at)}</time>
      <StateMark mark={mark} size={11} />
      <ol>
        {steps.map((step, i) => (
          <li key={`${step.kind}${i}`}>
            {stepText(m, step)}
            {step.at - at >= 1000 && i > 0 && <small>{m.story.later(Math.round((step.at - at) / 1000))}</small>}
          </li>
        ))}
      </ol>
    </li>
  );
}

function stepText(m: Messages, { kind, words }: StoryStep): string {
  if (kind === 'trouble') return words.note ? noteText(m, words.note) : '';
  return m.story[kind](words);
}
