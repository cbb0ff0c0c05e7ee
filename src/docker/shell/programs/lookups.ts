import type { JsonObject } from '../../../base/json.ts';
import { type Program, type ProgramContext, print, refuse } from '../program.ts';

/** Names and ports: getent, nslookup, dig, host, ss, netstat, nc, traceroute, arp. */
export const lookupPrograms: { readonly [name: string]: Program } = {
  getent: async (context, [database = '', name]) => {
    if (database !== 'hosts' && database !== 'ahosts') return 1;
    if (name === undefined)
      return print(
        context,
        context.host
          .hosts()
          .map((host) => `${host.address.padEnd(15)} ${host.name}\n`)
          .join(''),
      );
    const address = context.host.lookup(name);
    return address === undefined ? 2 : print(context, `${address.padEnd(15)} ${name}\n`);
  },
  nslookup: async (context, args) => {
    const [name] = args.filter((arg) => !arg.startsWith('-'));
    const address = name === undefined ? undefined : context.host.lookup(name);
    const head = 'Server:\t\t127.0.0.53\nAddress:\t127.0.0.53#53\n\n';
    return address === undefined
      ? print(context, `${head}** server can't find ${name ?? ''}: NXDOMAIN\n\n`).then(() => 1)
      : print(context, `${head}Name:\t${name}\nAddress: ${address}\n\n`);
  },
  dig: async (context, args) => {
    const [name] = args.filter((arg) => !/^[-+@]/.test(arg) && !/^(?:A|AAAA|SRV|ANY|TXT|MX|NS)$/i.test(arg));
    const address = name === undefined ? undefined : context.host.lookup(name);
    if (args.includes('+short')) return print(context, address === undefined ? '' : `${address}\n`);
    return print(
      context,
      address === undefined
        ? `;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN\n`
        : `;; ->>HEADER<<- opcode: QUERY, status: NOERROR\n\n;; ANSWER SECTION:\n${name}.\t\t0\tIN\tA\t${address}\n`,
    );
  },
  host: async (context, [name = '']) => {
    const address = context.host.lookup(name);
    return address === undefined ? print(context, `Host ${name} not found: 3(NXDOMAIN)\n`).then(() => 1) : print(context, `${name} has address ${address}\n`);
  },
  ss: sockets,
  netstat: sockets,
  lsof: sockets,
  nc: reach,
  ncat: reach,
  telnet: reach,
  traceroute: async (context, args) => {
    const [name = ''] = args.filter((arg) => !arg.startsWith('-'));
    const address = context.host.lookup(name);
    if (address === undefined) return refuse(context, `${name}: Name or service not known\n`, 2);
    return print(
      context,
      `traceroute to ${name} (${address}), 30 hops max, 60 byte packets\n 1  ${context.host.answersPing(address) ? `${name} (${address})  0.412 ms` : '* * *'}\n`,
    );
  },
  arp: (context) =>
    print(
      context,
      context.host
        .hosts()
        .filter((host) => host.name !== context.host.name)
        .map((host) => `${host.name} (${host.address}) at 52:54:00:0a:23:${Number(host.address.split('.').at(-1)).toString(16)} [ether] on eth0\n`)
        .join(''),
    ),
};

/** Ports that are open on this host: ssh, the engine's, and what services and containers publish. */
async function portsOf(context: ProgramContext): Promise<readonly { readonly protocol: string; readonly port: number; readonly program: string }[]> {
  const ports = [{ protocol: 'tcp', port: 22, program: 'sshd' }];
  if (!context.host.engineUp()) return ports;
  const ask = async (path: string): Promise<JsonObject | undefined> => {
    const { status, body } = await context.host.client.request({ method: 'GET', path });
    return status < 400 ? (body as JsonObject | undefined) : undefined;
  };
  const swarm = (await ask('/info'))?.['Swarm'] as JsonObject | undefined;
  if (swarm?.['LocalNodeState'] === 'active') {
    ports.push(
      { protocol: 'tcp', port: 7946, program: 'dockerd' },
      { protocol: 'udp', port: 7946, program: 'dockerd' },
      { protocol: 'udp', port: 4789, program: '-' },
    );
    if (swarm['ControlAvailable'] === true) ports.push({ protocol: 'tcp', port: 2377, program: 'dockerd' });
  }
  const published = new Map<string, { readonly protocol: string; readonly port: number; readonly program: string }>();
  const add = (protocol: unknown, port: unknown): void => {
    if (typeof port === 'number' && port > 0) published.set(`${String(protocol)}/${port}`, { protocol: String(protocol), port, program: 'dockerd' });
  };
  const services = await ask('/services');
  for (const each of Array.isArray(services) ? (services as readonly JsonObject[]) : []) {
    const endpoint = each['Endpoint'] as JsonObject | undefined;
    for (const port of Array.isArray(endpoint?.['Ports']) ? (endpoint['Ports'] as readonly JsonObject[]) : [])
      if (port['PublishMode'] !== 'host') add(port['Protocol'], port['PublishedPort']);
  }
  const containers = await ask('/containers/json');
  for (const each of Array.isArray(containers) ? (containers as readonly JsonObject[]) : [])
    for (const port of Array.isArray(each['Ports']) ? (each['Ports'] as readonly JsonObject[]) : []) add(port['Type'], port['PublicPort']);
  return [...ports, ...published.values()].sort((a, b) => a.port - b.port || (a.protocol < b.protocol ? -1 : 1));
}

async function sockets(context: ProgramContext, args: readonly string[]): Promise<number> {
  const letters = args.filter((arg) => arg.startsWith('-')).join('');
  const wanted = (protocol: string): boolean => (!letters.includes('t') && !letters.includes('u')) || letters.includes(protocol.charAt(0));
  const names = letters.includes('p');
  context.stdout.write(`Netid State  Recv-Q Send-Q Local Address:Port  Peer Address:Port${names ? ' Process' : ''}\n`);
  for (const { protocol, port, program } of await portsOf(context)) {
    if (!wanted(protocol)) continue;
    context.stdout.write(
      `${protocol.padEnd(5)} ${protocol === 'tcp' ? 'LISTEN' : 'UNCONN'} 0      4096   ${`*:${port}`.padEnd(19)} *:*${names ? `              users:(("${program}",pid=612,fd=20))` : ''}\n`,
    );
  }
  return 0;
}

/** nc -zv HOST PORT: whether something listens there. */
async function reach(context: ProgramContext, args: readonly string[]): Promise<number> {
  const [name = '', port = ''] = args.filter((arg) => !arg.startsWith('-'));
  const address = context.host.lookup(name);
  if (address === undefined) return refuse(context, `nc: getaddrinfo for host "${name}" port ${port}: Name or service not known\n`);
  const own = address === context.host.address || address.startsWith('127.');
  const open = own
    ? (await portsOf(context)).some((each) => String(each.port) === port)
    : context.host.answersPing(address) && (['22', '2377', '7946'].includes(port) || (await context.host.get(`http://${address}:${port}/`)).ok);
  return refuse(
    context,
    open
      ? `Connection to ${name} ${port} port succeeded!\n`
      : `nc: connect to ${name} port ${port} (tcp) failed: ${context.host.answersPing(address) ? 'Connection refused' : 'No route to host'}\n`,
    open ? 0 : 1,
  );
}
