import { type CommandNode, type FlagDefinition, rootCommand } from '../../docker/cli/command-tree.ts';
import { valuesOf } from './docker-values.ts';

/** Groups whose commands are those of a plugin or talk to a registry: docker itself does not know their flags. */
const OF_PLUGINS = /^(?:builder|checkpoint|manifest|plugin|trust|login|logout|search|image build)\b/;

/** Commands that have flags, each once, under the name it is registered with. */
function flaggedCommands(node: CommandNode = rootCommand): readonly CommandNode[] {
  const below = node.subcommands.flatMap(flaggedCommands);
  const own = node.path === node.body && node.path !== '' && node.flags.length > 0 && node.subcommands.length === 0 && !OF_PLUGINS.test(node.path);
  return own ? [node, ...below] : below;
}

/** Flags that ask for more than flags are: the engine's system, a notary's server. */
const NOT_ALONE = new Set(['device', 'disable-content-trust']);

/** Arguments that no flag minds. */
function argumentsOf(node: CommandNode): readonly string[] {
  const least = node.args?.min ?? 0;
  const word = node.body === 'service scale' ? 'x=1' : node.body === 'swarm join-token' ? 'worker' : node.body === 'container cp' ? 'x:/y' : 'x';
  return Array.from({ length: least }, (_, index) => (node.body === 'container cp' && index === 1 ? '-' : word));
}

/** How one flag is given: its first and last values (a good one and a bad one, as a rule), empty, twice, and without a value. */
function waysOf(flag: FlagDefinition): readonly (readonly string[])[] {
  const long = `--${flag.name}`;
  const values = valuesOf(flag);
  const chosen = [...new Set([values[0] ?? '', values[1] ?? '', values[Math.floor(values.length / 2)] ?? '', values.at(-1) ?? '', ''])];
  const ways: (readonly string[])[] = chosen.map((value) => [`${long}=${value}`]);
  if (flag.type === 'bool') ways.push([long]);
  if (flag.shorthand !== '') ways.push([`-${flag.shorthand}`], [`-${flag.shorthand}=${values[0] ?? ''}`]);
  return ways;
}

/** For every command and flag of docker: the flag alone, given in every way, good and bad. Without the word `docker`. */
export function flagLines(): readonly (readonly string[])[] {
  return flaggedCommands().flatMap((node) =>
    node.flags
      .filter((flag) => !NOT_ALONE.has(flag.name))
      .flatMap((flag) => {
        const words = node.path.split(' ');
        const args = argumentsOf(node);
        const given = waysOf(flag).map((way) => [...words, ...way, ...args]);
        // Last on the line, a flag that wants a value has none.
        return flag.type === 'bool' ? given : [...given, [...words, ...(node.interspersed ? args : []), `--${flag.name}`]];
      }),
  );
}
