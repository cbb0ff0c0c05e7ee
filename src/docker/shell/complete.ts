import { completeDocker } from '../cli/complete.ts';
import { builtins } from './builtins/index.ts';
import { resolvePath } from './program.ts';
import { programs } from './programs/index.ts';
import { planFlags } from './programs/swarmarium.ts';
import type { ShellControl } from './shell-control.ts';

/** What Tab offers at `cursor`: words that may stand there, and where the word begins that they replace. */
export async function completeLine(shell: ShellControl, line: string, cursor: number): Promise<{ readonly from: number; readonly words: readonly string[] }> {
  const before = line.slice(0, cursor);
  const command = before.slice(Math.max(0, ...[...before.matchAll(/(?:\|\|?|&&|;|\$\(|`)\s*/g)].map((match) => match.index + match[0].length)));
  const from = cursor - (/[^\s=]*$/.exec(command)?.[0].length ?? 0);
  const current = line.slice(from, cursor);
  let words = command
    .slice(0, command.length - current.length)
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  while (words[0] === 'sudo' || words[0] === 'watch' || words[0] === 'time') words = words.slice(1);
  if (words.length === 0) {
    const names = [...new Set([...programs.keys(), ...builtins.keys(), ...shell.state.functions.keys(), ...shell.state.aliases.keys()])];
    return { from, words: names.filter((name) => /^\w/.test(name) && name.startsWith(current)).sort() };
  }
  if (words[0] === 'docker') {
    const found = await completeDocker({ client: shell.host.client }, words.slice(1), current);
    if (found.length > 0) return { from, words: found };
  }
  if (words[0] === 'swarmarium') {
    const offered = await completeSwarmarium(shell, words.slice(1), current);
    if (offered !== undefined) return { from, words: offered };
  }
  if (words[0] === 'ssh' || words[0] === 'ping')
    return {
      from,
      words: shell.host
        .hosts()
        .map((host) => host.name)
        .filter((name) => name.startsWith(current)),
    };
  if (words[0] === 'systemctl') {
    const choices = words.length === 1 ? ['start', 'stop', 'restart', 'status', 'is-active'] : ['docker'];
    return { from, words: choices.filter((choice) => choice.startsWith(current)) };
  }
  return { from, words: paths(shell, current) };
}

/** Commands, flags, policies and stacks of our own command; undefined where a file is wanted. */
async function completeSwarmarium(shell: ShellControl, words: readonly string[], current: string): Promise<readonly string[] | undefined> {
  const starting = (choices: readonly string[]): readonly string[] => choices.filter((choice) => choice.startsWith(current));
  if (words.length === 0) return starting(['plan', '--help']);
  const before = words[words.length - 1] ?? '';
  if (before === '-c' || before === '--compose-file') return undefined;
  if (before === '--resolve-image') return starting(['always', 'changed', 'never']);
  if (current.startsWith('-')) return starting(planFlags);
  return completeDocker({ client: shell.host.client }, ['stack', 'rm'], current);
}

function paths(shell: ShellControl, current: string): string[] {
  const slash = current.lastIndexOf('/');
  const folder = slash < 0 ? '' : current.slice(0, slash + 1);
  const start = current.slice(slash + 1);
  const full = resolvePath(shell.state.cwd, folder === '' ? '.' : folder.replace(/^~/, '/root'));
  return (shell.host.files.list(full) ?? [])
    .filter((name) => name.startsWith(start) && (start.startsWith('.') || !name.startsWith('.')))
    .map((name) => `${folder}${name}${shell.host.files.isFolder(resolvePath(full, name)) ? '/' : ''}`);
}
