import { Copy, X } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { PlanRequest } from '../../../run/plan.ts';
import { deployFile, deployLine, filesBeside, planLine, saveFile } from '../../actions/deploy.ts';
import { managerOf } from '../../actions/managers.ts';
import { editorWords, loadEditorWords, useEditorWords } from '../../i18n/editor-words.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { tell, useNotice } from '../../world/editor-notice.ts';
import { isStackFile } from '../../world/file-kind.ts';
import { isStackName } from '../../world/file-name.ts';
import { activeFile, type EditorFile, editFile, MAX_FILE_LENGTH, stackNameOf, useFiles } from '../../world/files.ts';
import { useSettings } from '../../world/settings.ts';
import { sizeText } from '../../world/size-text.ts';
import { Button } from '../kit/Button.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { Fallback } from '../kit/Fallback.tsx';
import { Hint } from '../kit/Hint.tsx';
import { StateMark } from '../kit/StateMark.tsx';
import { useMedia } from '../kit/use-media.ts';
import css from './EditorPanel.module.css';
import { EmptyEditor } from './EmptyEditor.tsx';
import { FileMenu } from './FileMenu.tsx';
import { FileNameDialog } from './FileNameDialog.tsx';
import { FileTabs } from './FileTabs.tsx';
import type { EditorProps, EditorWish } from './MonacoEditor.tsx';
import { NewFileMenu } from './NewFileMenu.tsx';
import { OutlineDialog } from './OutlineDialog.tsx';
import { PlainEditor } from './PlainEditor.tsx';
import { PlanView } from './PlanView.tsx';
import { Problems } from './Problems.tsx';
import { StackName } from './StackName.tsx';
import { useDeployedText } from './use-deployed-text.ts';
import { usePlan } from './use-plan.ts';
import { useProblems } from './use-problems.ts';

const MonacoEditor = lazy(() => import('./MonacoEditor.tsx').then((module) => ({ default: module.MonacoEditor })));

await loadEditorWords(useSettings.getState().locale);

/** The stack files and those beside them, what docker says about them, what deploying will do, and Deploy. */
export function EditorPanel() {
  const m = useEditorWords();
  const files = useFiles((state) => state.files);
  const file = useFiles(activeFile);
  const [naming, setNaming] = useState<'new' | 'rename'>();
  return (
    <section className={css['panel']} aria-label={m.editor.title} data-pane="editor">
      <Notice />
      {file ? (
        <FilePanel file={file} files={files} onNew={() => setNaming('new')} onRename={() => setNaming('rename')} />
      ) : (
        <EmptyEditor onNew={() => setNaming('new')} />
      )}
      {naming !== undefined && <FileNameDialog path={naming === 'rename' ? file?.path : undefined} onClose={() => setNaming(undefined)} />}
    </section>
  );
}

/** What there is to say about a file that came, or did not. */
function Notice() {
  const m = useEditorWords();
  const text = useNotice((notice) => notice.text);
  if (text === '') return null;
  return (
    <div className={css['notice']} role="alert">
      <p>{text}</p>
      <Button look="plain" square icon={<X />} aria-label={m.editor.dismiss} onClick={() => tell('')} />
    </div>
  );
}

interface FileProps {
  readonly file: EditorFile;
  readonly files: readonly EditorFile[];
  readonly onNew: () => void;
  readonly onRename: () => void;
}

const NO_FILES: readonly EditorFile[] = [];

const NO_PROBLEMS: EditorProps['problems'] = [];

/** A wish without its number. */
type Wish = EditorWish extends infer W ? (W extends EditorWish ? Omit<W, 'count'> : never) : never;

function FilePanel({ file, files, onNew, onRename }: FileProps) {
  const m = useEditorWords();
  const small = useMedia('(max-width: 600px)');
  const [wish, setWish] = useState<EditorWish>();
  const [outline, setOutline] = useState(false);
  const [compare, setCompare] = useState(false);
  const stack = isStackFile(file, files);
  const stackName = stackNameOf(file);
  const found = useProblems(file, stack, stack ? filesBeside(file, files) : NO_FILES);
  // Docker refuses an empty file, too; but somebody is about to write it.
  const problems = file.content.trim() === '' ? NO_PROBLEMS : found;
  const deployed = useDeployedText(stack ? stackName : '', file.path);
  const wishFor = (next: Wish): void => setWish({ ...next, count: (wish?.count ?? 0) + 1 } as EditorWish);
  const deploy = (prune = false): void => {
    if (stack && isStackName(stackName)) deployFile(file.path, prune);
  };
  const props: EditorProps = {
    file,
    problems: problems ?? [],
    deployed,
    compare,
    wish,
    onChange: (content) => editFile(file.path, content),
    onDeploy: () => deploy(),
    onSave: () => saveFile(file.path),
    onTooLong: (length) => tell(editorWords().editor.tooLongPaste(sizeText(length), sizeText(MAX_FILE_LENGTH))),
    onOutline: () => setOutline(true),
  };
  return (
    <>
      <div className={css['bar']}>
        <FileTabs files={files} active={file.path} onRename={onRename} />
        <NewFileMenu onNew={onNew} />
        <span className={css['gap']} />
        {stack && <StackName file={file} />}
        <FileMenu
          file={file}
          stack={stack}
          rich={!small}
          compare={deployed === undefined ? undefined : compare}
          onCompare={setCompare}
          onOutline={() => setOutline(true)}
          onWish={(kind) => wishFor({ kind })}
          onRename={onRename}
        />
      </div>
      <div className={css['body']}>
        {small ? (
          <PlainEditor key={file.id} {...props} />
        ) : (
          <Fallback instead={<PlainEditor key={file.id} {...props} />}>
            <Suspense fallback={<pre className={css['waiting']}>{file.content}</pre>}>
              <MonacoEditor {...props} />
            </Suspense>
          </Fallback>
        )}
      </div>
      {stack ? (
        <StackFoot file={file} files={files} problems={problems} onDeploy={deploy} onWish={wishFor} />
      ) : (
        <div className={css['foot']}>
          <div className={css['buttons']}>
            <Button look="primary" onClick={props.onSave}>
              {m.editor.save}
            </Button>
          </div>
        </div>
      )}
      {outline && (
        <OutlineDialog content={file.content} onGo={({ line, column }) => wishFor({ kind: 'go-to', line, column })} onClose={() => setOutline(false)} />
      )}
    </>
  );
}

interface FootProps {
  readonly file: EditorFile;
  readonly files: readonly EditorFile[];
  readonly problems: EditorProps['problems'] | undefined;
  readonly onDeploy: (prune: boolean) => void;
  readonly onWish: (wish: Wish) => void;
}

/** What docker says, what deploying will do, and the buttons that do it. */
function StackFoot({ file, files, problems, onDeploy, onWish }: FootProps) {
  const m = useEditorWords();
  const [asCommand, setAsCommand] = useState(false);
  const [prune, setPrune] = useState(false);
  const stackName = stackNameOf(file);
  const nameFits = isStackName(stackName);
  const isUp = useMirror((mirror) => managerOf(mirror.hosts) !== undefined);
  const errors = problems?.filter((problem) => problem.severity === 'error').length;
  const blank = file.content.trim() === '';
  const wanted = errors === 0 && nameFits && isUp && !blank;
  const request = useMemo((): PlanRequest | undefined => {
    if (!wanted) return undefined;
    const texts = (each: readonly EditorFile[]) => each.map(({ path, content }) => ({ path, content }));
    return { stack: stackName, files: texts([file]), beside: texts(filesBeside(file, files)), prune };
  }, [wanted, stackName, file, files, prune]);
  const planned = usePlan(request);
  const line = deployLine(file.path, stackName, prune);
  return (
    <div className={css['foot']}>
      <div className={css['talk']}>
        <div aria-live="polite">
          {problems === undefined && <p className={css['quiet']}>{m.editor.checking}</p>}
          {errors !== undefined && errors > 0 && (
            <h2 className={css['refused']}>
              <StateMark mark="failed" size={11} />
              {m.plan.refusedFile}
            </h2>
          )}
          {problems !== undefined && problems.length > 0 && (
            <Problems
              problems={problems}
              onGo={({ line: at, column }) => onWish({ kind: 'go-to', line: at, column })}
              onFix={({ edits }) => onWish({ kind: 'edit', edits })}
            />
          )}
        </div>
        {errors !== undefined && errors > 0 && <p className={css['quiet']}>{m.plan.mend}</p>}
        {blank && <p className={css['quiet']}>{m.editor.blank}</p>}
        {!isUp && <p className={css['quiet']}>{m.plan.noCluster}</p>}
        <PlanView planned={planned} />
        {planned.state === 'planned' && planned.plan.exit === 0 && (prune || planned.plan.services.some((service) => service.action === 'left-over')) && (
          <label className={css['prune']}>
            <input type="checkbox" checked={prune} onChange={(event) => setPrune(event.target.checked)} />
            {m.plan.prune} <code>--prune</code>
          </label>
        )}
      </div>
      <div className={css['buttons']}>
        <Hint text={m.editor.deployHint} side="top">
          <Button look="primary" disabled={!nameFits} onClick={() => onDeploy(prune)} data-errors={errors}>
            {m.editor.deploy}
          </Button>
        </Hint>
        <Button onClick={() => saveFile(file.path)}>{m.editor.save}</Button>
        <Button look="plain" aria-expanded={asCommand} onClick={() => setAsCommand(!asCommand)}>
          {asCommand ? m.plan.hideCommand : m.plan.command}
        </Button>
      </div>
      {asCommand && (
        <div className={css['command']}>
          <p>{m.plan.commandLead}</p>
          <div>
            <code>{line}</code>
            <CopyButton text={line} icon={<Copy />} />
          </div>
          <p>{m.plan.planCommand}</p>
          <div>
            <code>{planLine(file.path, stackName, prune)}</code>
            <CopyButton text={planLine(file.path, stackName, prune)} icon={<Copy />} />
          </div>
        </div>
      )}
    </div>
  );
}
