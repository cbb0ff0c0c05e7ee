import { options, type Program, type ProgramContext, print, refuse } from '../program.ts';
import { dateText } from './date.ts';

const VERBS = [
  'start',
  'stop',
  'restart',
  'reload',
  'try-restart',
  'status',
  'is-active',
  'is-enabled',
  'is-failed',
  'enable',
  'disable',
  'mask',
  'unmask',
  'show',
  'cat',
  'kill',
  'daemon-reload',
  'list-units',
  'reboot',
  'poweroff',
];

/** systemctl for the units that a host has: docker, its socket, containerd and ssh. */
export const systemctl: Program = async (context, args) => {
  const parsed = options(context, 'systemctl', args, 'qlfnaH', 'tpP', {
    now: 'n',
    'no-pager': 'n',
    quiet: 'q',
    full: 'l',
    force: 'f',
    all: 'a',
    'no-legend': 'n',
    type: 't',
    property: 'p',
    'no-block': 'n',
    signal: 'P',
  });
  if (!parsed) return 1;
  const [action = 'list-units', ...units] = parsed.rest;
  if (!VERBS.includes(action)) return refuse(context, `Unknown command verb '${action}'.\n`);
  switch (action) {
    case 'daemon-reload':
      return 0;
    case 'reboot':
    case 'poweroff':
      context.host.powerOff(action === 'reboot');
      return 0;
    case 'list-units':
      return list(context);
    default: {
      if (units.length === 0) return refuse(context, 'Too few arguments.\n');
      let status = 0;
      for (const unit of units) status = Math.max(status, await one(context, action, unit, parsed.flags));
      return status;
    }
  }
};

/** service NAME ACTION, as older courses have it. */
export const service: Program = (context, [name = '', action = 'status']) => systemctl(context, [action, name]);

async function one(context: ProgramContext, action: string, unit: string, flags: ReadonlySet<string>): Promise<number> {
  const { host } = context;
  const name = unit.replace(/\.(?:service|socket)$/, '');
  const isDocker = name === 'docker';
  if (!isDocker && name !== 'containerd' && name !== 'ssh' && name !== 'sshd') {
    const missing = `${name}.service`;
    if (action === 'is-active' || action === 'is-enabled' || action === 'is-failed') return print(context, 'inactive\n').then(() => 4);
    return action === 'status'
      ? refuse(context, `Unit ${missing} could not be found.\n`, 4)
      : refuse(context, `Failed to ${action} ${missing}: Unit ${missing} not found.\n`, 5);
  }
  const up = !isDocker || host.engineUp();
  switch (action) {
    case 'start':
    case 'stop':
    case 'restart':
    case 'try-restart':
      if (isDocker) await host.systemctl(action === 'try-restart' ? 'restart' : action);
      if (isDocker && action === 'stop' && !unit.endsWith('.socket'))
        context.stderr.write("Stopping 'docker.service', but its triggering units are still active:\ndocker.socket\n");
      return 0;
    case 'kill':
      if (isDocker) await host.systemctl('restart');
      return 0;
    case 'disable':
    case 'enable':
      if (isDocker && flags.has('n')) await host.systemctl(action === 'enable' ? 'start' : 'stop');
      return 0;
    case 'is-active':
      if (!flags.has('q')) context.stdout.write(up ? 'active\n' : 'inactive\n');
      return up ? 0 : 3;
    case 'is-enabled':
      return print(context, 'enabled\n');
    case 'is-failed':
      return print(context, up ? 'active\n' : 'inactive\n').then(() => 1);
    case 'status':
      return status(context, name, up);
    case 'show':
      return print(context, `Id=${name}.service\nActiveState=${up ? 'active' : 'inactive'}\nSubState=${up ? 'running' : 'dead'}\n`);
    case 'cat':
      return print(
        context,
        `# /lib/systemd/system/${name}.service\n[Service]\nExecStart=/usr/bin/${isDocker ? 'dockerd -H fd:// --containerd=/run/containerd/containerd.sock' : name}\nRestart=always\n`,
      );
    default:
      return 0;
  }
}

async function status(context: ProgramContext, name: string, up: boolean): Promise<number> {
  const title =
    name === 'docker' ? 'Docker Application Container Engine' : name === 'containerd' ? 'containerd container runtime' : 'OpenBSD Secure Shell server';
  const lines = [
    `${up ? '●' : '○'} ${name}.service - ${title}`,
    `     Loaded: loaded (/lib/systemd/system/${name}.service; enabled; preset: enabled)`,
    `     Active: ${up ? 'active (running)' : 'inactive (dead)'}`,
    ...(name === 'docker' ? ['TriggeredBy: ● docker.socket', '       Docs: https://docs.docker.com'] : []),
    ...(up
      ? [
          `   Main PID: ${name === 'docker' ? '612 (dockerd)' : name === 'containerd' ? '588 (containerd)' : '540 (sshd)'}`,
          `     CGroup: /system.slice/${name}.service`,
        ]
      : []),
  ];
  context.stdout.write(`${lines.join('\n')}\n`);
  return up ? 0 : 3;
}

async function list(context: ProgramContext): Promise<number> {
  const rows = [
    ['containerd.service', 'active running', 'containerd container runtime'],
    ['docker.service', context.host.engineUp() ? 'active running' : 'inactive dead', 'Docker Application Container Engine'],
    ['ssh.service', 'active running', 'OpenBSD Secure Shell server'],
  ] as const;
  context.stdout.write(`  UNIT                 LOAD   ACTIVE SUB     DESCRIPTION\n`);
  for (const [unit, state, title] of rows) context.stdout.write(`  ${unit.padEnd(20)} loaded ${state.padEnd(14)} ${title}\n`);
  return 0;
}

/** journalctl -u docker: what the engine's events tell, as it keeps no other journal here. */
export const journalctl: Program = async (context, args) => {
  const parsed = options(context, 'journalctl', args, 'fexrkqb', 'unSUop', {
    unit: 'u',
    follow: 'f',
    lines: 'n',
    since: 'S',
    until: 'U',
    'no-pager': 'e',
    output: 'o',
    reverse: 'r',
  });
  if (!parsed) return 1;
  const unit = (parsed.values.get('u') ?? 'docker').replace(/\.service$/, '');
  if (unit !== 'docker') return print(context, '-- No entries --\n');
  const host = context.host.name;
  const events = async (from: number, until: number | undefined): Promise<number> =>
    context.exec(['docker', 'events', '--since', String(from), ...(until === undefined ? [] : ['--until', String(until)]), '--format', '{{json .}}'], {
      stdout: { write: (text) => context.stdout.write(text.replace(/.+\n/g, (line) => entry(line, host))) },
      terminal: undefined,
    });
  const now = Math.floor(context.host.clock.now() / 1000);
  if (!context.host.engineUp()) return print(context, '-- No entries --\n');
  return events(0, parsed.flags.has('f') ? undefined : now + 1);
};

function entry(line: string, host: string): string {
  try {
    const event: unknown = JSON.parse(line);
    if (typeof event !== 'object' || event === null) return '';
    const { Type, Action, Actor, time } = event as {
      readonly Type?: string;
      readonly Action?: string;
      readonly Actor?: { readonly ID?: string };
      readonly time?: number;
    };
    return `${dateText('%b %d %T', (time ?? 0) * 1000)} ${host} dockerd[612]: level=info msg="${Action ?? ''}" ${Type ?? ''}=${Actor?.ID ?? ''}\n`;
  } catch {
    return '';
  }
}
