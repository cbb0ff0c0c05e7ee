import { STACK_FILE } from '../../run/default-scenario.ts';
import { messages } from '../i18n/messages.ts';
import { useMirror } from '../mirror/mirror-store.ts';
import { markSaved, useFiles } from '../world/files.ts';
import { send } from '../world/world.ts';
import { clickLine, echo } from './action.ts';
import { managerOf } from './managers.ts';

const HOME = '/root/';

/** The command that deploys a file, as somebody in /root types it. */
export function deployLine(path: string, stackName: string): string {
  return `docker stack deploy -c ${path.startsWith(HOME) ? path.slice(HOME.length) : path} ${stackName}`;
}

/** Writes a file on every host. */
export function saveFile(path: string): void {
  const file = useFiles.getState().files.find((each) => each.path === path);
  if (!file) return;
  send({ kind: 'file', path, content: file.content });
  markSaved(path, file.content);
  echo(messages().editor.save, path === STACK_FILE ? path.slice(HOME.length) : path, undefined, messages().editor.saved);
}

/** Writes a stack file on every host and deploys it from a manager. */
export function deployFile(path: string): void {
  const { files, stackName } = useFiles.getState();
  const file = files.find((each) => each.path === path);
  const { hosts } = useMirror.getState();
  const host = (managerOf(hosts) ?? hosts.find((each) => each.power))?.id;
  if (!file || host === undefined) return;
  if (file.savedContent !== file.content) {
    send({ kind: 'file', path, content: file.content });
    markSaved(path, file.content);
  }
  const line = deployLine(path, stackName);
  send(clickLine(host, line));
  echo(messages().act.deploy, host, line);
}
