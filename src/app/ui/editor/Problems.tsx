import type { StackProblem } from '../../client/swarm-client.ts';
import { useEditorWords } from '../../i18n/editor-words.ts';
import { useSettings } from '../../world/settings.ts';
import { StateMark } from '../kit/StateMark.tsx';
import css from './Problems.module.css';
import { fixTitle, hintText } from './problem-text.ts';

const MOST = 20;

interface Props {
  readonly problems: readonly StackProblem[];
  readonly onGo: (problem: StackProblem) => void;
  readonly onFix: (fix: StackProblem['fixes'][number]) => void;
}

/** What docker says about the file, each with what to do; what is only worth a hint is folded away. */
export function Problems({ problems, onGo, onFix }: Props) {
  const m = useEditorWords();
  const errors = problems.filter((problem) => problem.severity === 'error');
  const hints = problems.filter((problem) => problem.severity === 'warning');
  // One hint takes no more room than to say that there is one.
  const alone = errors.length === 0 && hints.length === 1;
  return (
    <>
      {errors.length > 0 && <ProblemList problems={errors} onGo={onGo} onFix={onFix} />}
      {hints.length > 0 && (
        <details key={Number(alone)} className={css['hints']} open={alone}>
          <summary>
            <StateMark mark="unwell" size={10} />
            {m.editor.hints(hints.length)}
          </summary>
          <ProblemList problems={hints} onGo={onGo} onFix={onFix} />
        </details>
      )}
    </>
  );
}

function ProblemList({ problems, onGo, onFix }: Props) {
  const m = useEditorWords();
  const locale = useSettings((settings) => settings.locale);
  return (
    <ul className={css['list']}>
      {problems.slice(0, MOST).map((problem, i) => {
        const hint = hintText(problem, locale);
        return (
          <li key={`${problem.line}/${problem.message}/${i}`} data-severity={problem.severity}>
            <button type="button" className={css['problem']} onClick={() => onGo(problem)}>
              <StateMark mark={problem.severity === 'error' ? 'failed' : 'unwell'} size={10} />
              <span>
                {problem.line > 0 && <small>{m.editor.atLine(problem.line)}</small>}{' '}
                {problem.message !== '' && <span className={css['says']}>{problem.message}</span>}
                {hint !== '' && <em>{hint}</em>}
              </span>
            </button>
            {problem.fixes.slice(0, 2).map((fix) => (
              <button key={fixTitle(fix, locale)} type="button" className={css['fix']} onClick={() => onFix(fix)}>
                {fixTitle(fix, locale)}
              </button>
            ))}
          </li>
        );
      })}
      {problems.length > MOST && <li className={css['more']}>{m.editor.moreProblems(problems.length - MOST)}</li>}
    </ul>
  );
}
