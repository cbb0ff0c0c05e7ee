import { options, type Program, type ProgramContext } from '../program.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The host itself: its name, its clock, its services. */
export const systemPrograms: { readonly [name: string]: Program } = {
  hostname: (context, args) =>
    print(context, args.includes('-I') || args.includes('-i') ? `${context.host.address} 172.17.0.1 172.18.0.1 \n` : `${context.host.name}\n`),
  whoami: (context) => print(context, 'root\n'),
  id: (context) => print(context, 'uid=0(root) gid=0(root) groups=0(root)\n'),
  uname: (context, args) =>
    print(
      context,
      args.includes('-a')
        ? `Linux ${context.host.name} 6.1.0-32-amd64 #1 SMP PREEMPT_DYNAMIC x86_64 GNU/Linux\n`
        : args.includes('-r')
          ? '6.1.0-32-amd64\n'
          : args.includes('-n')
            ? `${context.host.name}\n`
            : args.includes('-m')
              ? 'x86_64\n'
              : 'Linux\n',
    ),
  uptime: (context) =>
    print(context, ` ${clockTime(context)} up ${Math.floor(context.host.clock.now() / 60_000) % 60} min,  1 user,  load average: 0.08, 0.03, 0.01\n`),
  nproc: (context) => print(context, '2\n'),
  date: async (context, args) => {
    const format = args.find((arg) => arg.startsWith('+'));
    const now = new Date(context.host.clock.now());
    const two = (n: number): string => String(n).padStart(2, '0');
    const fields: { readonly [letter: string]: string } = {
      Y: String(now.getUTCFullYear()),
      m: two(now.getUTCMonth() + 1),
      d: two(now.getUTCDate()),
      e: String(now.getUTCDate()).padStart(2),
      H: two(now.getUTCHours()),
      M: two(now.getUTCMinutes()),
      S: two(now.getUTCSeconds()),
      s: String(Math.floor(now.getTime() / 1000)),
      N: `${String(now.getTime() % 1000).padStart(3, '0')}000000`,
      a: DAYS[now.getUTCDay()] as string,
      b: MONTHS[now.getUTCMonth()] as string,
      Z: 'UTC',
      z: '+0000',
      F: now.toISOString().slice(0, 10),
      T: now.toISOString().slice(11, 19),
      n: '\n',
      '%': '%',
    };
    const text = format?.slice(1) ?? '%a %b %e %T UTC %Y';
    return print(context, `${text.replace(/%([YmdeHMSsNabZzFTn%])/g, (_, letter: string) => fields[letter] as string)}\n`);
  },
  clear: (context) => print(context, context.terminal ? '\u001b[H\u001b[2J\u001b[3J' : ''),
  reset: (context) => print(context, context.terminal ? '\u001b[H\u001b[2J\u001b[3J' : ''),
  free: async (context) =>
    print(
      context,
      '               total        used        free      shared  buff/cache   available\nMem:        24733440      812340    22904100        1180     1017000    23921100\nSwap:              0           0           0\n',
    ),
  systemctl,
  service: async (context, [name = '', action = '']) => systemctl(context, [action, name]),
  journalctl: async (context) => refuse(context, 'journalctl: the playground keeps no journal; `docker events` and the timeline tell what happened\n', 1),
  poweroff: (context) => refuse(context, 'poweroff: use "Power off" on the node in the picture: a shell cannot outlive its host\n', 1),
  reboot: async (context) => {
    await context.host.systemctl('restart');
    return 0;
  },
  history: (context) => refuse(context, 'history: arrow up and Ctrl-R look through what was typed\n', 0),
  man: (context, args) => {
    const page = args.at(-1);
    if (page === undefined) return refuse(context, 'What manual page do you want?\n', 1);
    const words = page === 'docker' ? [] : page.startsWith('docker-') ? page.slice(7).split('-') : undefined;
    return words ? context.exec(['docker', ...words, '--help']) : refuse(context, `No manual entry for ${page}\n`, 16);
  },
  'apt-get': (context) => refuse(context, 'apt-get: nothing can be installed in the playground\n', 100),
  apt: (context) => refuse(context, 'apt: nothing can be installed in the playground\n', 100),
  ps: async (context) =>
    print(context, '    PID TTY          TIME CMD\n      1 ?        00:00:01 systemd\n    612 ?        00:00:04 dockerd\n    871 pts/0    00:00:00 bash\n'),
};

/** systemctl start|stop|restart|status docker (and is-active); other units are not here. */
async function systemctl(context: ProgramContext, args: readonly string[]): Promise<number> {
  const parsed = options(context, 'systemctl', args, 'q', '', { now: 'n', 'no-pager': 'n', quiet: 'q' });
  if (!parsed) return 1;
  const [action = '', ...units] = parsed.rest;
  const unit = (units[0] ?? '').replace(/\.(?:service|socket)$/, '');
  const known = ['start', 'stop', 'restart', 'status', 'is-active', 'enable', 'disable', 'reload', 'daemon-reload'];
  if (!known.includes(action))
    return refuse(context, action === '' ? 'systemctl: say what to do, for example: systemctl status docker\n' : `Unknown command verb ${action}.\n`, 1);
  if (action === 'daemon-reload') return 0;
  if (unit !== 'docker' && unit !== 'containerd') {
    return action === 'status' || action === 'is-active'
      ? refuse(context, `Unit ${unit}.service could not be found.\n`, 4)
      : refuse(context, `Failed to ${action} ${unit}.service: Unit ${unit}.service not found.\n`, 5);
  }
  const up = context.host.engineUp();
  switch (action) {
    case 'start':
    case 'stop':
    case 'restart':
      await context.host.systemctl(action);
      if (action === 'stop') context.stderr.write('Warning: Stopping docker.service, but it can still be activated by:\n  docker.socket\n');
      return 0;
    case 'is-active':
      context.stdout.write(up ? 'active\n' : 'inactive\n');
      return up ? 0 : 3;
    case 'status':
      context.stdout.write(
        `${up ? '●' : '○'} docker.service - Docker Application Container Engine\n     Loaded: loaded (/lib/systemd/system/docker.service; enabled; preset: enabled)\n     Active: ${up ? 'active (running)' : 'inactive (dead)'}\nTriggeredBy: ● docker.socket\n       Docs: https://docs.docker.com\n${up ? '   Main PID: 612 (dockerd)\n' : ''}`,
      );
      return up ? 0 : 3;
    default:
      return 0;
  }
}

function clockTime(context: ProgramContext): string {
  return new Date(context.host.clock.now()).toISOString().slice(11, 19);
}

async function print(context: ProgramContext, text: string): Promise<number> {
  context.stdout.write(text);
  return 0;
}

async function refuse(context: ProgramContext, text: string, status: number): Promise<number> {
  context.stderr.write(text);
  return status;
}
