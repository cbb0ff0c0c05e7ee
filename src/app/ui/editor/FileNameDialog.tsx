import { type FormEvent, useId, useState } from 'react';
import { useEditorWords } from '../../i18n/editor-words.ts';
import { absolutePath, freeName, nameProblem, shortPath } from '../../world/file-name.ts';
import { openFile, renameFile, useFiles } from '../../world/files.ts';
import { focusOn } from '../../world/session.ts';
import { Button } from '../kit/Button.tsx';
import { Modal } from '../kit/Modal.tsx';
import css from './FileNameDialog.module.css';

/** Asks for a file's name: of a new one, or another one for `path`. */
export function FileNameDialog({ path, onClose }: { readonly path: string | undefined; readonly onClose: () => void }) {
  const m = useEditorWords();
  const taken = useFiles.getState().files.map((file) => file.path);
  const [name, setName] = useState(() => (path === undefined ? freeName('stack.yml', taken) : shortPath(path)));
  const problem = nameProblem(
    name,
    taken.filter((each) => each !== path),
  );
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problem !== undefined) return;
    if (path === undefined) openFile(absolutePath(name), '');
    else if (absolutePath(name) !== path) renameFile(path, absolutePath(name));
    onClose();
    // After the dialog has given the focus back: a new file is there to be written.
    setTimeout(() => focusOn('editor'));
  };
  return (
    <Modal title={path === undefined ? m.editor.newTitle : m.editor.renameTitle} onClose={onClose} width={400}>
      <form className={css['form']} onSubmit={submit}>
        <label htmlFor={id}>{m.editor.name}</label>
        <input
          id={id}
          type="text"
          data-first
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          dir="auto"
          value={name}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-about`}
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => {
            const dot = event.target.value.lastIndexOf('.');
            event.target.setSelectionRange(0, dot > 0 ? dot : event.target.value.length);
          }}
        />
        <p id={`${id}-about`} className={problem === undefined ? css['lead'] : css['bad']} role={problem === undefined ? undefined : 'alert'}>
          {problem === undefined ? m.editor.nameLead : m.editor.nameProblem[problem]}
        </p>
        <Button look="primary" type="submit" disabled={problem !== undefined}>
          {path === undefined ? m.editor.create : m.editor.renameTitle}
        </Button>
      </form>
    </Modal>
  );
}
