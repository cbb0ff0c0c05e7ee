import { type Program, print, refuse } from '../program.ts';
import { absentPrograms } from './absent.ts';
import { column, cut, paste } from './columns.ts';
import { curl, wget } from './curl.ts';
import { date } from './date.ts';
import { docker } from './docker.ts';
import { diff, filePrograms } from './files.ts';
import { grep } from './grep.ts';
import { head, tail } from './head-tail.ts';
import { hexdump, od } from './hex-dump.ts';
import { identityPrograms } from './identity.ts';
import { ifconfig, ip } from './ip.ts';
import { justBashPrograms } from './just-bash.ts';
import { linePrograms } from './lines.ts';
import { lookupPrograms } from './lookups.ts';
import { ls } from './ls.ts';
import { machinePrograms } from './machine.ts';
import { openssl } from './openssl.ts';
import { ping } from './ping.ts';
import { runners } from './runners.ts';
import { screenPrograms } from './screen.ts';
import { sort } from './sort.ts';
import { scp, ssh } from './ssh.ts';
import { swarmarium } from './swarmarium.ts';
import { journalctl, service, systemctl } from './systemctl.ts';

const which: Program = async (context, args) => {
  const names = args.filter((arg) => !arg.startsWith('-'));
  const found = names.filter((name) => programs.has(name) && !Object.hasOwn(absentPrograms, name));
  for (const name of found) context.stdout.write(`/usr/bin/${name}\n`);
  return found.length === names.length ? 0 : 1;
};

/** All programs of a host by name. */
export const programs: ReadonlyMap<string, Program> = new Map<string, Program>([
  ...Object.entries(justBashPrograms),
  ...Object.entries({
    docker,
    swarmarium,
    dockerd: (context) => refuse(context, 'dockerd: the engine is a service here: systemctl start docker\n'),
    ls,
    dir: ls,
    diff,
    grep,
    egrep: (context, args) => grep(context, ['-E', ...args]),
    fgrep: (context, args) => grep(context, ['-F', ...args]),
    head,
    tail,
    sort,
    cut,
    paste,
    od,
    hexdump,
    xxd: hexdump,
    column,
    date,
    curl,
    wget,
    ip,
    ifconfig,
    ping,
    ssh,
    scp,
    openssl,
    systemctl,
    service,
    journalctl,
    which,
    whereis: (context, args) => print(context, args.map((name) => `${name}:${programs.has(name) ? ` /usr/bin/${name}` : ''}\n`).join('')),
    'ssh-keygen': (context) => refuse(context, 'ssh-keygen: no keys are needed here: ssh DC2-N2 goes there at once\n', 0),
    'ssh-copy-id': (context) => refuse(context, 'ssh-copy-id: no keys are needed here: ssh DC2-N2 goes there at once\n', 0),
  } satisfies { readonly [name: string]: Program }),
  ...Object.entries(linePrograms),
  ...Object.entries(filePrograms),
  ...Object.entries(screenPrograms),
  ...Object.entries(runners),
  ...Object.entries(identityPrograms),
  ...Object.entries(machinePrograms),
  ...Object.entries(lookupPrograms),
  ...Object.entries(absentPrograms),
]);
