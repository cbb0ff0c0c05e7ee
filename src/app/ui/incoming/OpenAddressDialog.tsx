import { Globe, LoaderCircle, TriangleAlert } from 'lucide-react';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { deployFile } from '../../actions/deploy.ts';
import { useEditorWords } from '../../i18n/editor-words.ts';
import { type Address, addressOfLink, type FetchProblem, fetchText, readAddress } from '../../world/fetch-text.ts';
import { isStackName, stackNameFor } from '../../world/file-name.ts';
import { useFiles } from '../../world/files.ts';
import { addFile } from '../../world/open-files.ts';
import { openEditor } from '../../world/open-panel.ts';
import { useSession } from '../../world/session.ts';
import { Button } from '../kit/Button.tsx';
import { Modal } from '../kit/Modal.tsx';
import css from './OpenAddressDialog.module.css';

type State =
  | { readonly at: 'form' }
  | { readonly at: 'ask' | 'fetching'; readonly address: Address }
  | { readonly at: 'failed'; readonly address: Address; readonly words: string };

/** What the page's own address asks for: `?stack=` and `?stack_name=`, as links of Play with Docker do. */
function readLink(): { readonly stack: string; readonly name: string } | undefined {
  const query = new URLSearchParams(location.search);
  const stack = query.get('stack');
  return stack === null || stack === '' ? undefined : { stack: addressOfLink(stack), name: query.get('stack_name') ?? '' };
}

/** Takes a stack file from another site: names the site and asks first; nothing is requested before. */
export function OpenAddressDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useEditorWords();
  const [link] = useState(readLink);
  const [typed, setTyped] = useState(() => link?.stack ?? useSession.getState().wantedAddress);
  const [tried, setTried] = useState(false);
  const [state, setState] = useState<State>(() => {
    const address = readAddress(typed);
    return address ? { at: 'ask', address } : { at: 'form' };
  });
  const id = useId();
  useEffect(() => {
    // Whatever is decided, a reload does not ask again.
    const url = new URL(location.href);
    url.searchParams.delete('stack');
    url.searchParams.delete('stack_name');
    history.replaceState(history.state, '', url);
    return () => useSession.setState({ wantedAddress: '' });
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const address = readAddress(typed);
    if (address) setState({ at: 'ask', address });
  };
  const stackName = link && isStackName(link.name) ? link.name : stackNameFor(state.at === 'form' ? '' : state.address.name);
  const bring = async (address: Address, deploy: boolean): Promise<void> => {
    setState({ at: 'fetching', address });
    const fetched = await fetchText(address);
    const fail = (words: string): void => setState({ at: 'failed', address, words });
    if ('problem' in fetched) return fail(failureText(fetched.problem, address.host, fetched.detail, m));
    const problem = addFile(address.name, fetched.text, stackName);
    if (problem !== undefined) return fail(problem);
    onClose();
    openEditor();
    if (deploy) deployFile(useFiles.getState().active);
  };
  return (
    <Modal title={m.incoming.title} onClose={onClose}>
      {state.at === 'form' ? (
        <form className={css['body']} onSubmit={submit}>
          <label htmlFor={id}>{m.incoming.address}</label>
          <input
            id={id}
            type="text"
            data-first
            inputMode="url"
            spellCheck={false}
            autoComplete="off"
            placeholder="https://"
            value={typed}
            aria-invalid={tried && !readAddress(typed)}
            aria-describedby={`${id}-about`}
            onChange={(event) => setTyped(event.target.value)}
          />
          {tried && !readAddress(typed) ? (
            <p id={`${id}-about`} className={css['bad']} role="alert">
              {m.incoming.badAddress}
            </p>
          ) : (
            <p id={`${id}-about`} className={css['quiet']}>
              {m.incoming.addressLead}
            </p>
          )}
          <div className={css['buttons']}>
            <Button look="primary" type="submit" disabled={typed.trim() === ''}>
              {m.incoming.next}
            </Button>
          </div>
        </form>
      ) : (
        <div className={css['body']}>
          <p>{link ? m.incoming.linkLead : m.incoming.askLead}</p>
          <p className={css['host']}>
            <Globe size={18} aria-hidden="true" />
            <strong>{state.address.host}</strong>
          </p>
          <code className={css['address']}>{state.address.url}</code>
          {state.address.rewritten && <p className={css['quiet']}>{m.incoming.rewritten}</p>}
          {state.at === 'failed' ? (
            <p className={css['failed']} role="alert">
              <TriangleAlert size={16} aria-hidden="true" />
              {state.words}
            </p>
          ) : (
            <p className={css['quiet']} aria-live="polite">
              {state.at === 'fetching' ? m.incoming.fetching(state.address.host) : m.incoming.asks(state.address.host)}
            </p>
          )}
          <div className={css['buttons']}>
            <Button look="plain" onClick={() => setState({ at: 'form' })} disabled={state.at === 'fetching'}>
              {m.incoming.back}
            </Button>
            <Button disabled={state.at === 'fetching'} onClick={() => void bring(state.address, true)}>
              {m.incoming.fetchDeploy(stackName)}
            </Button>
            <Button
              look="primary"
              disabled={state.at === 'fetching'}
              icon={state.at === 'fetching' ? <LoaderCircle className={css['turning']} /> : undefined}
              onClick={() => void bring(state.address, false)}
            >
              {state.at === 'failed' ? m.incoming.again : m.incoming.fetch}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}

function failureText(problem: FetchProblem, host: string, detail: string, m: ReturnType<typeof useEditorWords>): string {
  return m.incoming.failed[problem](host, detail);
}
