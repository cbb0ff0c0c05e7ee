import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useId, useState } from 'react';
import { useEditorWords } from '../../i18n/editor-words.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { isStackName } from '../../world/file-name.ts';
import { type EditorFile, nameStack, stackNameOf } from '../../world/files.ts';
import css from './StackName.module.css';

/** The stack that a file is deployed as, and those that the cluster has. */
export function StackName({ file }: { readonly file: EditorFile }) {
  const m = useEditorWords();
  const [open, setOpen] = useState(false);
  const services = useMirror((mirror) => mirror.services);
  const name = stackNameOf(file);
  const fits = isStackName(name);
  const stacks = [...new Set(services.map((service) => service.stack).filter((stack) => stack !== ''))];
  const id = useId();
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={css['trigger']} aria-label={`${m.editor.stackNameLong}: ${name}`} data-bad={!fits}>
        <span>{name === '' ? m.editor.stackName : name}</span>
        <ChevronDown size={13} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={css['box']} align="end" sideOffset={5} collisionPadding={8}>
          <label htmlFor={id}>{m.editor.stackMenu}</label>
          <input
            id={id}
            type="text"
            spellCheck={false}
            autoComplete="off"
            value={name}
            aria-invalid={!fits}
            aria-describedby={fits ? undefined : `${id}-bad`}
            onChange={(event) => nameStack(file.path, event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && fits && setOpen(false)}
          />
          {!fits && (
            <p id={`${id}-bad`} className={css['bad']} role="alert">
              {m.editor.badName}
            </p>
          )}
          {stacks.length > 0 && (
            <>
              <p className={css['lead']}>{m.editor.stacks}</p>
              <div className={css['list']}>
                {stacks.map((stack) => (
                  <button
                    key={stack}
                    type="button"
                    aria-pressed={stack === name}
                    onClick={() => {
                      nameStack(file.path, stack);
                      setOpen(false);
                    }}
                  >
                    {stack}
                  </button>
                ))}
              </div>
            </>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
