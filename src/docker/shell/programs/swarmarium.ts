import { type Program, type ProgramContext, resolvePath } from '../program.ts';

const HELP = `Usage:  swarmarium COMMAND

What docker has no command for

Commands:
  plan        Tell what "docker stack deploy" would do, without doing it

Run 'swarmarium COMMAND --help' for more information on a command.
`;

const PLAN_HELP = `Usage:  swarmarium plan [OPTIONS] STACK

Tell what "docker stack deploy" of the same files would do now: networks,
secrets, configs and services that are created, changed or left over, which
tasks restart, in what order and how long it takes, and what will not fit.
Nothing is changed.

Options:
  -c, --compose-file strings   Path to a Compose file, or "-" to read from stdin
      --prune                  Plan with services removed that the file does
                               not have
      --resolve-image string   Query the registry to resolve image digests
                               ("always", "changed", "never") (default "always")
`;

const RESOLVE = ['always', 'changed', 'never'] as const;

/** Flags of `swarmarium plan`, for completion. */
export const planFlags = ['--compose-file', '--help', '--prune', '--resolve-image'] as const;

/** Our own command beside docker's. */
export const swarmarium: Program = async (context, args) => {
  const [command = '', ...rest] = args;
  switch (command) {
    case 'plan':
      return plan(context, rest);
    case '':
    case 'help':
    case '--help':
    case '-h':
      context.stdout.write(HELP);
      return 0;
    default:
      context.stderr.write(`swarmarium: '${command}' is not a swarmarium command.\nSee 'swarmarium --help'\n`);
      return 1;
  }
};

interface PlanFlags {
  readonly files: readonly string[];
  readonly prune: boolean;
  readonly resolveImage: string;
  readonly help: boolean;
  readonly names: readonly string[];
}

/** Flags and arguments in any order, or what is wrong with them. */
function readFlags(args: readonly string[]): PlanFlags | string {
  const files: string[] = [];
  const names: string[] = [];
  let [prune, help, resolveImage] = [false, false, 'always'];
  for (let i = 0; i < args.length; i += 1) {
    const word = args[i] ?? '';
    const [, flag = '', glued] = /^(--[\w-]+|-c)(?:=?([\s\S]+))?$/.exec(word) ?? [];
    if (!word.startsWith('-') || word === '-') names.push(word);
    else if (flag === '--prune' && (glued === undefined || glued === 'true')) prune = true;
    else if (word === '--help' || word === '-h') help = true;
    else if (flag === '-c' || flag === '--compose-file' || flag === '--resolve-image') {
      const value = glued ?? args[(i += 1)];
      if (value === undefined) return `flag needs an argument: ${flag === '-c' ? "'c' in -c" : flag}`;
      if (flag === '--resolve-image') resolveImage = value;
      else files.push(...value.split(','));
    } else return `unknown flag: ${word.split('=')[0]}`;
  }
  return { files, prune, resolveImage, help, names };
}

async function plan(context: ProgramContext, args: readonly string[]): Promise<number> {
  const refuse = (text: string, status = 1): number => {
    context.stderr.write(`${text}\n`);
    return status;
  };
  const flags = readFlags(args);
  if (typeof flags === 'string') return refuse(`${flags}\n\nUsage:  swarmarium plan [OPTIONS] STACK\n\nRun 'swarmarium plan --help' for more information`, 125);
  if (flags.help) {
    context.stdout.write(PLAN_HELP);
    return 0;
  }
  const [stack] = flags.names;
  if (stack === undefined || flags.names.length > 1) {
    return refuse(`'swarmarium plan' requires 1 argument\n\nUsage:  swarmarium plan [OPTIONS] STACK\n\nRun 'swarmarium plan --help' for more information`);
  }
  if (flags.files.length === 0) return refuse('Specify a Compose file (with --compose-file)');
  const resolveImage = RESOLVE.find((word) => word === flags.resolveImage);
  if (resolveImage === undefined) return refuse(`Invalid option ${flags.resolveImage} for flag --resolve-image`);
  if (!context.host.plan) return refuse('swarmarium plan: this cluster cannot be branched, so nobody can tell before');
  const files: { path: string; content: string }[] = [];
  for (const name of flags.files) {
    // What comes from a pipe is put into a file where the branch finds it, in the folder from which paths are read.
    const path = resolvePath(context.cwd, name === '-' ? '.stdin.yml' : name);
    const content = name === '-' ? await context.stdin.readAll() : context.host.files.read(path);
    if (content === undefined) return refuse(context.host.files.isFolder(path) ? `read ${name}: is a directory` : `open ${name}: no such file or directory`);
    files.push({ path, content });
  }
  const env: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(context.env)) if (value !== undefined && /^[A-Za-z_]\w*$/.test(name)) env[name] = value;
  const { text, status } = await context.host.plan({ stack, files, prune: flags.prune, resolveImage, env });
  context.stdout.write(text);
  return status;
}
