import { FileCode2 } from 'lucide-react';
import { clickLine, echo } from '../../actions/action.ts';
import { deployFile } from '../../actions/deploy.ts';
import { managerOf } from '../../actions/managers.ts';
import type { Example } from '../../examples/example.ts';
import { EXAMPLES } from '../../examples/index.ts';
import { useEditorWords } from '../../i18n/editor-words.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { HOME } from '../../world/file-name.ts';
import { showFile } from '../../world/files.ts';
import { addFile } from '../../world/open-files.ts';
import { openEditor } from '../../world/open-panel.ts';
import { useSettings } from '../../world/settings.ts';
import { send } from '../../world/world.ts';
import { Button } from '../kit/Button.tsx';
import { Modal } from '../kit/Modal.tsx';
import css from './ExamplesDialog.module.css';

/** Stacks to begin with: open one, or deploy it at once. */
export function ExamplesDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useEditorWords();
  return (
    <Modal title={m.examples.title} onClose={onClose} width={860}>
      <p className={css['lead']}>{m.examples.lead}</p>
      <ul className={css['list']}>
        {EXAMPLES.map((example) => (
          <ExampleCard key={example.id} example={example} onClose={onClose} />
        ))}
      </ul>
    </Modal>
  );
}

function ExampleCard({ example, onClose }: { readonly example: Example; readonly onClose: () => void }) {
  const m = useEditorWords();
  const locale = useSettings((settings) => settings.locale);
  const hosts = useMirror((mirror) => mirror.hosts);
  const text = (both: Example['title']): string => (locale === 'en' ? both.en : both.pt);
  const [stackFile, ...beside] = example.files;
  const services = (/^services:\n((?:(?: .*)?\n)*)/m.exec(stackFile?.content ?? '')?.[1]?.match(/^ {2}\S+:$/gm) ?? []).map((line) => line.trim().slice(0, -1));
  const prepare = example.prepare?.(hosts.filter((host) => host.nodeId !== '').map((host) => host.id)) ?? [];
  const open = (): string => {
    addFile(stackFile?.name ?? '', stackFile?.content ?? '', example.stack);
    for (const { name, content } of beside) addFile(name, content);
    const path = HOME + (stackFile?.name ?? '');
    showFile(path);
    onClose();
    openEditor();
    return path;
  };
  const deploy = (): void => {
    const path = open();
    const host = managerOf(hosts)?.id;
    if (host !== undefined && prepare.length > 0) {
      const line = prepare.join(' && ');
      send(clickLine(host, line));
      echo(m.examples.prepare, host, line);
    }
    deployFile(path);
  };
  return (
    <li className={css['card']}>
      <h3>
        <FileCode2 size={15} aria-hidden="true" />
        {text(example.title)}
      </h3>
      <p>{text(example.about)}</p>
      <p className={css['services']} aria-label={m.examples.services(services.length)}>
        {services.map((service) => (
          <code key={service}>{service}</code>
        ))}
      </p>
      {prepare.length > 0 && (
        <details>
          <summary>{m.examples.needs}</summary>
          <pre>{prepare.join('\n')}</pre>
        </details>
      )}
      <p className={css['next']}>
        {m.examples.tryNext}: <code>{example.next}</code>
      </p>
      <div className={css['buttons']}>
        <Button onClick={open} aria-label={`${m.examples.open}: ${text(example.title)}`}>
          {m.examples.open}
        </Button>
        <Button look="plain" onClick={deploy} aria-label={`${m.examples.openDeploy}: ${text(example.title)}`}>
          {m.examples.openDeploy}
        </Button>
        {beside.length > 0 && <small>{m.examples.files(beside.length)}</small>}
      </div>
    </li>
  );
}
