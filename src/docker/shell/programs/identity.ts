import { type Program, print, refuse } from '../program.ts';

const KERNEL = '6.1.0-32-amd64';

/** What the host is: its name, its system, its processors. */
export const identityPrograms: { readonly [name: string]: Program } = {
  hostname: (context, args) => {
    const { name, address } = context.host;
    if (args.includes('-I') || args.includes('--all-ip-addresses')) return print(context, `${address} 172.17.0.1 172.18.0.1 \n`);
    if (args.includes('-i') || args.includes('--ip-address')) return print(context, `${address}\n`);
    return args.some((arg) => !arg.startsWith('-')) ? refuse(context, 'hostname: you must be root to change the host name\n') : print(context, `${name}\n`);
  },
  hostnamectl: (context) =>
    print(
      context,
      ` Static hostname: ${context.host.name}\n       Icon name: computer-vm\n         Chassis: vm\n  Virtualization: kvm\nOperating System: Debian GNU/Linux 12 (bookworm)\n          Kernel: Linux ${KERNEL}\n    Architecture: x86-64\n`,
    ),
  whoami: (context) => print(context, 'root\n'),
  logname: (context) => print(context, 'root\n'),
  groups: (context) => print(context, 'root docker\n'),
  id: (context, args) =>
    print(
      context,
      args.some((arg) => /^-[ug]$/.test(arg))
        ? '0\n'
        : args.some((arg) => arg === '-un' || arg === '-gn')
          ? 'root\n'
          : 'uid=0(root) gid=0(root) groups=0(root),999(docker)\n',
    ),
  usermod: () => Promise.resolve(0),
  groupadd: (context, args) => (args.includes('docker') ? refuse(context, "groupadd: group 'docker' already exists\n", 9) : Promise.resolve(0)),
  who: (context) => print(context, 'root     pts/0\n'),
  tty: (context) => print(context, context.keyboard ? '/dev/pts/0\n' : 'not a tty\n').then(() => (context.keyboard ? 0 : 1)),
  uname: (context, args) => {
    const letters = args.join('').replace(/-/g, '');
    if (letters.includes('a')) return print(context, `Linux ${context.host.name} ${KERNEL} #1 SMP PREEMPT_DYNAMIC Debian 6.1.129-1 x86_64 GNU/Linux\n`);
    const fields: { readonly [letter: string]: string } = {
      s: 'Linux',
      n: context.host.name,
      r: KERNEL,
      v: '#1 SMP PREEMPT_DYNAMIC Debian 6.1.129-1',
      m: 'x86_64',
      p: 'x86_64',
      i: 'x86_64',
      o: 'GNU/Linux',
    };
    const wanted = [...'snrvmpio'].filter((letter) => letters.includes(letter));
    return print(context, `${(wanted.length > 0 ? wanted : ['s']).map((letter) => fields[letter]).join(' ')}\n`);
  },
  arch: (context) => print(context, 'x86_64\n'),
  nproc: (context) => print(context, '2\n'),
  lscpu: (context) => print(context, 'Architecture:            x86_64\nCPU(s):                  2\nModel name:              Virtual CPU\n'),
  lsb_release: (context) => print(context, 'Distributor ID:\tDebian\nDescription:\tDebian GNU/Linux 12 (bookworm)\nRelease:\t12\nCodename:\tbookworm\n'),
  uptime: (context) => {
    const minutes = Math.floor(context.host.clock.now() / 60_000) % 60;
    return print(context, ` ${new Date(context.host.clock.now()).toISOString().slice(11, 19)} up ${minutes} min,  1 user,  load average: 0.08, 0.03, 0.01\n`);
  },
};
