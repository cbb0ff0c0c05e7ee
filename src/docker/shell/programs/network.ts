import { options, type Program, type ProgramContext, resolvePath } from '../program.ts';

/** What reaches out: ip, ping, curl through the routing mesh, ssh to another host. */
export const networkPrograms: { readonly [name: string]: Program } = {
  ip: async (context, args) => {
    const words = args.filter((arg) => !arg.startsWith('-'));
    const [object = '', action = ''] = words;
    if (['link', 'l'].includes(object) && action === 'set') {
      const device = words.filter((word) => word !== 'dev')[2];
      const state = words.at(-1);
      if (device !== 'eth0' || (state !== 'up' && state !== 'down'))
        return refuse(context, device === 'eth0' ? 'Usage: ip link set eth0 { up | down }\n' : `Cannot find device "${device ?? ''}"\n`, 1);
      context.host.setLink(state === 'up');
      return 0;
    }
    if (['a', 'addr', 'address', 'link', 'l'].includes(object)) {
      const up = context.host.linkUp();
      const addresses = !['link', 'l'].includes(object);
      const devices: readonly (readonly [string, string, string])[] = [
        ['lo', 'LOOPBACK,UP,LOWER_UP', '127.0.0.1/8'],
        ['eth0', up ? 'BROADCAST,MULTICAST,UP,LOWER_UP' : 'BROADCAST,MULTICAST', `${context.host.address}/24`],
        ['docker0', 'NO-CARRIER,BROADCAST,MULTICAST,UP', '172.17.0.1/16'],
        ['docker_gwbridge', 'BROADCAST,MULTICAST,UP,LOWER_UP', '172.18.0.1/16'],
      ];
      devices.forEach(([name, flags, address], i) => {
        const state = name === 'lo' ? 'UNKNOWN' : flags.includes('LOWER_UP') ? 'UP' : 'DOWN';
        context.stdout.write(`${i + 1}: ${name}: <${flags}> mtu ${name === 'lo' ? 65536 : 1500} qdisc noqueue state ${state} group default qlen 1000\n`);
        if (addresses)
          context.stdout.write(`    inet ${address} scope ${name === 'lo' ? 'host' : 'global'} ${name}\n       valid_lft forever preferred_lft forever\n`);
      });
      return 0;
    }
    if (['r', 'route'].includes(object)) {
      context.stdout.write(
        `default via ${context.host.address.replace(/\d+$/, '1')} dev eth0\n${context.host.address.replace(/\d+$/, '0')}/24 dev eth0 proto kernel scope link src ${context.host.address}\n`,
      );
      return 0;
    }
    return refuse(context, 'Usage: ip { addr | link | route } [ show ]\n       ip link set eth0 { up | down }\n', object === '' ? 0 : 1);
  },
  ping: async (context, args) => {
    const parsed = options(context, 'ping', args, 'nq46', 'ciWw');
    if (!parsed) return 2;
    const target = parsed.rest[0];
    if (target === undefined) return refuse(context, 'ping: usage error: Destination address required\n', 1);
    const host = context.host.hosts().find((h) => h.name === target || h.address === target || (target === 'localhost' && h.name === context.host.name));
    if (!host) return refuse(context, `ping: ${target}: Name or service not known\n`, 2);
    const count = Number(parsed.values.get('c') ?? Number.POSITIVE_INFINITY);
    context.stdout.write(`PING ${target} (${host.address}) 56(84) bytes of data.\n`);
    for (let i = 1; i <= count; i++) {
      if (host.name === context.host.name || context.host.linkUp())
        context.stdout.write(`64 bytes from ${host.address}: icmp_seq=${i} ttl=64 time=${host.name === context.host.name ? '0.03' : '0.42'} ms\n`);
      else context.stdout.write(`From ${context.host.address} icmp_seq=${i} Destination Host Unreachable\n`);
      if (i < count) await context.host.clock.sleep(1000, context.signal);
    }
    context.stdout.write(`\n--- ${target} ping statistics ---\n${count} packets transmitted\n`);
    return 0;
  },
  curl: async (context, args) => {
    const parsed = options(context, 'curl', args, 'sSfLikvIN', 'oHXmdw', { silent: 's', fail: 'f', location: 'L', output: 'o', head: 'I', 'max-time': 'm' });
    if (!parsed) return 2;
    const [url] = parsed.rest;
    if (url === undefined) return refuse(context, "curl: try 'curl --help' for more information\n", 2);
    const answer = await context.host.get(/^\w+:\/\//.test(url) ? url : `http://${url}`);
    const quiet = parsed.flags.has('s') && !parsed.flags.has('S');
    if (!answer.ok) {
      if (!quiet) context.stderr.write(`curl: ${answer.text}\n`);
      return Number(/^\((\d+)\)/.exec(answer.text)?.[1] ?? 7);
    }
    const output = parsed.values.get('o');
    const text = parsed.flags.has('I') ? `HTTP/1.1 ${answer.status} OK\n` : answer.text.endsWith('\n') ? answer.text : `${answer.text}\n`;
    if (output === undefined) context.stdout.write(text);
    else if (output !== '/dev/null') context.host.files.write(resolvePath(context.cwd, output), text);
    return parsed.flags.has('f') && answer.status >= 400 ? 22 : 0;
  },
  wget: async (context, args) =>
    networkPrograms['curl']?.(
      context,
      args.filter((arg) => !/^-[qO-]+$/.test(arg)),
    ) ?? 1,
  ssh: async (context, args) => {
    // What follows the host is the remote command, flags and all.
    const at = args.findIndex((arg) => !arg.startsWith('-'));
    const [target = '', ...command] = at < 0 ? [] : args.slice(at);
    const name = target.replace(/^.*@/, '');
    const host = context.host.hosts().find((h) => h.name === name || h.address === name);
    if (!host) return refuse(context, `ssh: Could not resolve hostname ${name}: Name or service not known\n`, 255);
    if (command.length === 0)
      return refuse(context, `Each host has a terminal of its own here: open the tab ${host.name}, or run one command there: ssh ${host.name} docker ps\n`, 0);
    const shell = await context.host.shellOf(host.name);
    if (!shell || (host.name !== context.host.name && !context.host.linkUp()))
      return refuse(context, `ssh: connect to host ${name} port 22: No route to host\n`, 255);
    return shell.run(command.join(' '), { stdin: context.stdin, stdout: context.stdout, stderr: context.stderr, terminal: undefined, signal: context.signal });
  },
};

async function refuse(context: ProgramContext, text: string, status: number): Promise<number> {
  context.stderr.write(text);
  return status;
}
