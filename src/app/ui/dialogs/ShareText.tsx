import { Copy, Download } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { toMarkdown } from '../../../run/export/to-markdown.ts';
import { toShellScript } from '../../../run/export/to-shell-script.ts';
import { MAX_LINK_LENGTH } from '../../../run/link.ts';
import type { Recording } from '../../../run/recording.ts';
import { useMessages } from '../../i18n/messages.ts';
import { addressOf } from '../../share/addresses.ts';
import { download, fileName } from '../../share/download.ts';
import { useWorld } from '../../world/world.ts';
import { Button } from '../kit/Button.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import css from './ShareDialog.module.css';

type Form = 'markdown' | 'script' | 'transcript';
const ENDINGS: { readonly [form in Form]: string } = { markdown: 'md', script: 'sh', transcript: 't' };

/** The run as text: Markdown, a shell script of its commands, a transcript that can be replayed. */
export function ShareText({ recording, code }: { readonly recording: Recording; readonly code: string }) {
  const m = useMessages();
  const [form, setForm] = useState<Form>('markdown');
  const transcript = useTranscript(form === 'transcript' ? recording : undefined);
  const plain = useMemo(
    () =>
      form === 'markdown'
        ? toMarkdown(recording, code.length > MAX_LINK_LENGTH ? undefined : addressOf(code))
        : form === 'script'
          ? toShellScript(recording)
          : undefined,
    [form, recording, code],
  );
  const text = plain ?? transcript.text;
  return (
    <>
      <div className={css['row']} role="radiogroup" aria-label={m.share.form}>
        {(['markdown', 'script', 'transcript'] as const).map((name) => (
          <label key={name} className={css['check']}>
            <input type="radio" name="form" checked={form === name} onChange={() => setForm(name)} />
            {m.share.forms[name]}
          </label>
        ))}
      </div>
      <p className={css['quiet']}>{m.share.formHint[form]}</p>
      {transcript.problem !== undefined && plain === undefined ? (
        <p className={css['bad']} role="alert">
          {m.share.noTranscript[transcript.problem as 'hosts'] ?? m.share.failed}
        </p>
      ) : (
        <pre className={css['text']} data-tall="" tabIndex={0} aria-label={m.share.forms[form]}>
          {text ?? m.share.making}
        </pre>
      )}
      {text !== undefined && (
        <div className={css['row']}>
          <CopyButton text={text} icon={<Copy />} label={m.act.copy} look="primary" />
          <Button icon={<Download />} onClick={() => download(fileName(recording.scenario.title, ENDINGS[form]), text)}>
            {m.share.save}
          </Button>
        </div>
      )}
    </>
  );
}

/** The transcript with its outputs, once the worker has run it. */
function useTranscript(recording: Recording | undefined): { readonly text?: string; readonly problem?: string } {
  const client = useWorld((world) => world.client);
  const [made, setMade] = useState<{ readonly of: Recording | undefined; readonly text?: string; readonly problem?: string }>({ of: undefined });
  useEffect(() => {
    let current = true;
    if (recording) {
      client?.ask({ kind: 'transcript', recording }).then(
        (answer) => current && setMade({ of: recording, ...answer }),
        () => current && setMade({ of: recording, problem: 'failed' }),
      );
    }
    return () => {
      current = false;
    };
  }, [client, recording]);
  return made.of === recording ? made : {};
}
