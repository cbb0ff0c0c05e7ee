import { RotateCcw, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { COURSE_STACK, STACK_FILE } from '../../../run/default-scenario.ts';
import { deployFile, deployLine, saveFile } from '../../actions/deploy.ts';
import { useMessages } from '../../i18n/messages.ts';
import { closeFile, editFile, useFiles } from '../../world/files.ts';
import { useSettings } from '../../world/settings.ts';
import { Button } from '../kit/Button.tsx';
import { Fallback } from '../kit/Fallback.tsx';
import { Hint } from '../kit/Hint.tsx';
import { StateMark } from '../kit/StateMark.tsx';
import { useMedia } from '../kit/use-media.ts';
import css from './EditorPanel.module.css';
import type { EditorProps } from './MonacoEditor.tsx';
import { PlainEditor } from './PlainEditor.tsx';
import { hintText } from './problem-text.ts';
import { useProblems } from './use-problems.ts';

const MonacoEditor = lazy(() => import('./MonacoEditor.tsx').then((module) => ({ default: module.MonacoEditor })));
const MOST_PROBLEMS = 20;
const STACK_NAME = /^[A-Za-z0-9][\w-]*$/;

/** The stack file (and others that programs opened), what Docker says about it, and Deploy. */
export function EditorPanel() {
  const m = useMessages();
  const files = useFiles((state) => state.files);
  const activePath = useFiles((state) => state.active);
  const stackName = useFiles((state) => state.stackName);
  const locale = useSettings((settings) => settings.locale);
  const small = useMedia('(max-width: 600px)');
  const [goTo, setGoTo] = useState<EditorProps['goTo']>();
  const file = files.find((each) => each.path === activePath) ?? files[0];
  const yaml = file !== undefined && /\.ya?ml$/.test(file.path);
  const problems = useProblems(file?.path ?? '', file?.content ?? '', yaml);
  if (!file) return null;
  const nameFits = STACK_NAME.test(stackName);
  const errors = problems?.filter((problem) => problem.severity === 'error').length ?? 0;
  const deploy = (): void => {
    if (yaml && nameFits) deployFile(file.path);
  };
  const props: EditorProps = {
    path: file.path,
    content: file.content,
    problems: problems ?? [],
    goTo,
    onChange: (content) => editFile(file.path, content),
    onDeploy: deploy,
    onSave: () => saveFile(file.path),
  };
  return (
    <section className={css['panel']} aria-label={m.editor.title}>
      <div className={css['bar']}>
        <div className={css['tabs']} role="tablist" aria-label={m.editor.files}>
          {files.map((each) => (
            <span key={each.path} className={css['tabBox']} data-active={each === file}>
              <button
                type="button"
                role="tab"
                aria-selected={each === file}
                className={css['tab']}
                title={each.path}
                onClick={() => useFiles.setState({ active: each.path })}
              >
                {each.path.slice(each.path.lastIndexOf('/') + 1)}
                {each.savedContent !== undefined && each.savedContent !== each.content && <i aria-hidden="true" />}
              </button>
              {each.path !== STACK_FILE && (
                <button type="button" className={css['close']} aria-label={m.editor.closeFile(each.path)} onClick={() => closeFile(each.path)}>
                  <X size={12} />
                </button>
              )}
            </span>
          ))}
        </div>
        {file.path === STACK_FILE && file.content !== COURSE_STACK && (
          <Hint text={m.editor.reset}>
            <Button look="plain" square icon={<RotateCcw />} aria-label={m.editor.reset} onClick={() => editFile(STACK_FILE, COURSE_STACK)} />
          </Hint>
        )}
      </div>
      <div className={css['body']}>
        {small ? (
          <PlainEditor key={file.path} {...props} />
        ) : (
          <Fallback instead={<PlainEditor key={file.path} {...props} />}>
            <Suspense fallback={<pre className={css['waiting']}>{file.content}</pre>}>
              <MonacoEditor key={file.path} {...props} />
            </Suspense>
          </Fallback>
        )}
      </div>
      <div className={css['foot']}>
        {yaml && (
          <div className={css['problems']} aria-live="polite">
            {problems === undefined && <p className={css['quiet']}>{m.editor.checking}</p>}
            {problems?.length === 0 && (
              <p className={css['fine']}>
                <StateMark mark="done" size={11} />
                {m.editor.noProblems}
              </p>
            )}
            {problems !== undefined && problems.length > 0 && (
              <ul>
                {problems.slice(0, MOST_PROBLEMS).map((problem, i) => (
                  <li key={`${problem.line}/${problem.message}/${i}`}>
                    <button
                      type="button"
                      data-severity={problem.severity}
                      onClick={() => setGoTo({ line: problem.line, column: problem.column, count: (goTo?.count ?? 0) + 1 })}
                    >
                      <StateMark mark={problem.severity === 'error' ? 'failed' : 'unwell'} size={10} />
                      <span>
                        {problem.line > 0 && <small>{m.editor.atLine(problem.line)}</small>} <span className={css['says']}>{problem.message}</span>
                        {hintText(problem, locale) !== '' && <em>{hintText(problem, locale)}</em>}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
        <div className={css['deploy']}>
          {yaml ? (
            <>
              <Hint text={m.editor.deployHint} side="top">
                <Button look="primary" disabled={!nameFits} onClick={deploy} data-errors={errors}>
                  {m.editor.deploy}
                </Button>
              </Hint>
              <label className={css['name']}>
                {m.editor.stackName}
                <input
                  type="text"
                  spellCheck={false}
                  autoComplete="off"
                  value={stackName}
                  aria-label={m.editor.stackNameLong}
                  aria-invalid={!nameFits}
                  title={nameFits ? undefined : m.editor.badName}
                  onChange={(event) => useFiles.setState({ stackName: event.target.value })}
                />
              </label>
              <Button onClick={props.onSave}>{m.editor.save}</Button>
            </>
          ) : (
            <Button look="primary" onClick={props.onSave}>
              {m.editor.save}
            </Button>
          )}
        </div>
        {yaml && <code className={css['command']}>{deployLine(file.path, stackName)}</code>}
      </div>
    </section>
  );
}
