import type { Json, JsonObject } from '../../../base/json.ts';
import { DOCKERD_PID } from '../builtins/job-control.ts';
import { type Program, type ProgramContext, print, refuse } from '../program.ts';

/** Processes, memory and disks of the host: ps, pgrep, pidof, kill by name, free, df, du, top, lsof, reboot. */
export const machinePrograms: { readonly [name: string]: Program } = {
  ps: async (context, args) => {
    const letters = args.join('').replace(/-/g, '');
    if (!/[eAax]/.test(letters)) return print(context, '    PID TTY          TIME CMD\n    871 pts/0    00:00:00 bash\n    902 pts/0    00:00:00 ps\n');
    const full = /[uf]/.test(letters);
    const rows = (await processes(context)).map(({ pid, command }) =>
      full
        ? `root     ${pid.padStart(7)}  0.0  0.1 ?        00:00:00 ${command}`
        : `${pid.padStart(7)} ?        00:00:00 ${command.split(' ')[0]?.split('/').at(-1)}`,
    );
    return print(
      context,
      `${full ? 'USER         PID %CPU %MEM TTY      TIME     COMMAND' : '    PID TTY          TIME CMD'}\n${rows.map((row) => `${row}\n`).join('')}`,
    );
  },
  pgrep: (context, args) => byName(context, args),
  pidof: async (context, args) => {
    const found = (await processes(context)).filter(({ command }) => command.split(' ')[0]?.split('/').at(-1) === args.at(-1)).map(({ pid }) => pid);
    if (found.length > 0) context.stdout.write(`${found.join(' ')}\n`);
    return found.length > 0 ? 0 : 1;
  },
  pkill: (context, args) => killByName(context, 'pkill', args),
  killall: (context, args) => killByName(context, 'killall', args),
  free: async (context, args) => {
    const memory = (await infoOf(context))?.['MemTotal'];
    const bytes = typeof memory === 'number' ? memory : 4 * 1_073_741_824;
    const human = args.includes('-h');
    const unit = args.includes('-m') ? 1_048_576 : args.includes('-g') ? 1_073_741_824 : 1024;
    const show = (n: number): string => (human ? `${(n / 1_073_741_824).toFixed(1)}Gi` : String(Math.floor(n / unit))).padStart(12);
    const used = Math.floor(bytes / 16);
    return print(
      context,
      `               total        used        free      shared  buff/cache   available\nMem:    ${[bytes, used, bytes - 2 * used, 0, used, bytes - used].map(show).join('')}\nSwap:   ${[0, 0, 0].map(show).join('')}\n`,
    );
  },
  df: (context, args) =>
    print(
      context,
      args.includes('-h')
        ? 'Filesystem      Size  Used Avail Use% Mounted on\n/dev/vda1        40G  6.2G   32G  17% /\ntmpfs           2.0G     0  2.0G   0% /dev/shm\n'
        : 'Filesystem     1K-blocks    Used Available Use% Mounted on\n/dev/vda1       41152736 6501232  32741432  17% /\ntmpfs            2019428       0   2019428   0% /dev/shm\n',
    ),
  mount: (context) => print(context, '/dev/vda1 on / type ext4 (rw,relatime)\n'),
  lsblk: (context) => print(context, 'NAME   MAJ:MIN RM SIZE RO TYPE MOUNTPOINTS\nvda    254:0    0  40G  0 disk \n└─vda1 254:1    0  40G  0 part /\n'),
  sync: () => Promise.resolve(0),
  sysctl: (context, args) =>
    print(
      context,
      args
        .filter((arg) => arg.includes('='))
        .map((arg) => `${arg.replace('=', ' = ')}\n`)
        .join(''),
    ),
  modprobe: () => Promise.resolve(0),
  top: (context) => refuse(context, 'top: not available here; docker stats shows what containers use\n'),
  htop: (context) => refuse(context, 'htop: not available here; docker stats shows what containers use\n'),
  reboot: async (context) => {
    context.host.powerOff(true);
    return 0;
  },
  poweroff: off,
  halt: off,
  shutdown: async (context, args) => {
    context.host.powerOff(args.includes('-r'));
    return 0;
  },
};

async function off(context: ProgramContext): Promise<number> {
  context.host.powerOff(false);
  return 0;
}

/** What runs on the host: the system's own, and the containers' processes as the engine tells them. */
async function processes(context: ProgramContext): Promise<readonly { readonly pid: string; readonly command: string }[]> {
  const own = [
    { pid: '1', command: '/sbin/init' },
    { pid: '540', command: 'sshd: /usr/sbin/sshd -D' },
    { pid: '588', command: '/usr/bin/containerd' },
    ...(context.host.engineUp() ? [{ pid: DOCKERD_PID, command: '/usr/bin/dockerd -H fd:// --containerd=/run/containerd/containerd.sock' }] : []),
    { pid: '871', command: '-bash' },
  ];
  const found: { readonly pid: string; readonly command: string }[] = [];
  for (const container of await items(context, '/containers/json')) {
    const id = container['Id'];
    const table = typeof id === 'string' ? await get(context, `/containers/${id}/top`) : undefined;
    const titles = strings(table?.['Titles']);
    const rows = Array.isArray(table?.['Processes']) ? table['Processes'] : [];
    for (const row of rows) {
      const cells = strings(row);
      found.push({ pid: cells[titles.indexOf('PID')] ?? '', command: cells[titles.indexOf('CMD')] ?? cells.at(-1) ?? '' });
    }
  }
  return [...own, ...found];
}

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

async function items(context: ProgramContext, path: string): Promise<readonly JsonObject[]> {
  const body = await get(context, path);
  return Array.isArray(body) ? (body as readonly JsonObject[]) : [];
}

async function infoOf(context: ProgramContext): Promise<JsonObject | undefined> {
  return get(context, '/info');
}

async function get(context: ProgramContext, path: string): Promise<JsonObject | undefined> {
  if (!context.host.engineUp()) return undefined;
  try {
    const { status, body } = await context.host.client.request({ method: 'GET', path });
    return status < 400 ? (body as JsonObject | undefined) : undefined;
  } catch {
    // The engine went down while it was asked: nothing of it runs.
    return undefined;
  }
}

async function byName(context: ProgramContext, args: readonly string[]): Promise<number> {
  const pattern = args.filter((arg) => !arg.startsWith('-')).at(-1);
  if (pattern === undefined) return refuse(context, 'pgrep: no matching criteria specified\n', 2);
  const whole = args.includes('-f') || args.includes('-fl') || args.includes('-af');
  const found = (await processes(context)).filter(({ command }) => (whole ? command : (command.split(' ')[0]?.split('/').at(-1) ?? '')).includes(pattern));
  for (const { pid, command } of found) context.stdout.write(`${pid}${args.some((arg) => /^-[a-z]*[la]/.test(arg)) ? ` ${command}` : ''}\n`);
  return found.length > 0 ? 0 : 1;
}

async function killByName(context: ProgramContext, program: string, args: readonly string[]): Promise<number> {
  const name = args.filter((arg) => !arg.startsWith('-')).at(-1) ?? '';
  // systemd starts the engine again at once.
  if ((name === 'dockerd' || name === 'docker') && context.host.engineUp()) await context.host.systemctl('restart');
  else if (name === 'containerd') return 0;
  else return program === 'killall' ? refuse(context, `${name}: no process found\n`) : 1;
  return 0;
}
