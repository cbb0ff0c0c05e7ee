import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { inputText } from '../../i18n/input-text.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useClock } from '../../mirror/mirror-store.ts';
import { lookBefore, nextStep, previousStep, stepsDone, stepsOf } from '../../time/steps.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import { Button } from '../kit/Button.tsx';
import css from './StepList.module.css';

/** The story of a run step by step, for somebody who tells it before others: what was done, what comes next, one key for it. */
export function StepList() {
  const m = useMessages();
  const inputs = useTimeline((time) => time.inputs);
  const shown = useClock((clock) => clock.coarse);
  const steps = stepsOf(inputs);
  const done = stepsDone(steps, shown);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    (list.current?.querySelector('[data-next]') ?? list.current?.lastElementChild)?.scrollIntoView({ block: 'nearest' });
  }, [done]);
  return (
    <section className={css['panel']} aria-label={m.steps.title} data-pane="steps">
      <header className={css['head']}>
        <h2>{m.steps.title}</h2>
        <span>{m.steps.done(done, steps.length)}</span>
        <Button look="plain" square icon={<ChevronUp />} aria-label={m.steps.previous} disabled={done === 0} onClick={previousStep} />
        <Button look="primary" square icon={<ChevronDown />} aria-label={m.steps.next} onClick={nextStep} />
      </header>
      <ol ref={list} className={css['list']}>
        {steps.map((step, i) => (
          <li key={step.at} data-done={i < done} data-next={i === done || undefined}>
            <button type="button" aria-current={i === done - 1 ? 'step' : undefined} onClick={() => lookBefore(step)}>
              {step.inputs.map(({ input }) => inputText(m, input)).join('\n')}
            </button>
          </li>
        ))}
      </ol>
      <p className={css['hint']}>{m.steps.hint}</p>
    </section>
  );
}
