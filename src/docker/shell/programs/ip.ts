import { type Program, type ProgramContext, print, refuse } from '../program.ts';

/** A network device of the host, as ip and ifconfig show it. */
interface Device {
  readonly name: string;
  readonly up: boolean;
  readonly carrier: boolean;
  readonly address: string;
  readonly bits: number;
  readonly mac: string;
}

function devicesOf({ host }: ProgramContext): readonly Device[] {
  const last = Number(host.address.split('.').at(-1) ?? 1)
    .toString(16)
    .padStart(2, '0');
  return [
    { name: 'lo', up: true, carrier: true, address: '127.0.0.1', bits: 8, mac: '00:00:00:00:00:00' },
    { name: 'eth0', up: host.linkUp(), carrier: host.linkUp(), address: host.address, bits: 24, mac: `52:54:00:0a:23:${last}` },
    { name: 'docker0', up: true, carrier: false, address: '172.17.0.1', bits: 16, mac: `02:42:ac:11:00:${last}` },
    { name: 'docker_gwbridge', up: true, carrier: true, address: '172.18.0.1', bits: 16, mac: `02:42:ac:12:00:${last}` },
  ];
}

/** ip addr, link, route, neigh: what they show, and `ip link set eth0 up|down`. */
export const ip: Program = async (context, args) => {
  const brief = args.some((arg) => /^-(?:br|brief)$/.test(arg));
  const words = args.filter((arg) => !arg.startsWith('-'));
  const [object = '', ...rest] = words;
  const isLink = object !== '' && 'link'.startsWith(object);
  const isAddress = object !== '' && 'address'.startsWith(object);
  if (isLink && rest[0] === 'set') return setLink(context, rest.slice(1));
  if (isLink || isAddress) {
    const only = rest.filter((word) => !['show', 's', 'sh', 'list', 'ls', 'dev'].includes(word)).at(-1);
    const devices = devicesOf(context);
    const shown = devices.filter((device) => only === undefined || device.name === only);
    if (shown.length === 0) return refuse(context, `Device "${only ?? ''}" does not exist.\n`);
    for (const device of shown) context.stdout.write(brief ? briefText(device, isAddress) : deviceText(device, devices.indexOf(device) + 1, isAddress));
    return 0;
  }
  if ('route'.startsWith(object) && object !== '') return route(context, rest);
  if ('neighbour'.startsWith(object) && object !== '')
    return print(
      context,
      context.host
        .hosts()
        .filter((host) => host.name !== context.host.name)
        .map((host) => `${host.address} dev eth0 lladdr 52:54:00:0a:23:${Number(host.address.split('.').at(-1)).toString(16)} REACHABLE\n`)
        .join(''),
    );
  return refuse(context, 'Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }\nwhere  OBJECT := { address | link | neighbour | route }\n', object === '' ? 255 : 1);
};

function setLink(context: ProgramContext, words: readonly string[]): Promise<number> {
  const rest = words.filter((word) => word !== 'dev');
  const [device] = rest;
  const state = rest.find((word) => word === 'up' || word === 'down');
  if (device !== 'eth0') return refuse(context, `Cannot find device "${device ?? ''}"\n`);
  if (state === undefined) return refuse(context, 'Usage: ip link set eth0 { up | down }\n', 255);
  context.host.setLink(state === 'up');
  return Promise.resolve(0);
}

function deviceText({ name, up, carrier, address, bits, mac }: Device, number: number, addresses: boolean): string {
  const isLoopback = name === 'lo';
  const flags = [
    ...(carrier ? [] : up ? ['NO-CARRIER'] : []),
    ...(isLoopback ? ['LOOPBACK'] : ['BROADCAST', 'MULTICAST']),
    ...(up ? ['UP'] : []),
    ...(carrier ? ['LOWER_UP'] : []),
  ];
  const state = isLoopback ? 'UNKNOWN' : carrier ? 'UP' : 'DOWN';
  const link = `${number}: ${name}: <${flags.join(',')}> mtu ${isLoopback ? 65_536 : 1500} qdisc ${isLoopback ? 'noqueue' : 'fq_codel'} state ${state} group default qlen 1000\n    link/${isLoopback ? 'loopback' : 'ether'} ${mac} brd ${isLoopback ? '00:00:00:00:00:00' : 'ff:ff:ff:ff:ff:ff'}\n`;
  if (!addresses) return link;
  const broadcast = bits === 24 ? `${address.replace(/\d+$/, '255')}` : `${address.split('.').slice(0, 2).join('.')}.255.255`;
  return `${link}    inet ${address}/${bits}${isLoopback ? '' : ` brd ${broadcast}`} scope ${isLoopback ? 'host' : 'global'} ${name}\n       valid_lft forever preferred_lft forever\n`;
}

function briefText({ name, carrier, address, bits, mac }: Device, addresses: boolean): string {
  return `${name.padEnd(16)} ${(name === 'lo' ? 'UNKNOWN' : carrier ? 'UP' : 'DOWN').padEnd(14)} ${addresses ? `${address}/${bits}` : mac} \n`;
}

function route(context: ProgramContext, words: readonly string[]): Promise<number> {
  const { address } = context.host;
  const network = address.replace(/\d+$/, '0');
  const gateway = address.replace(/\d+$/, '1');
  if (words[0] === 'get') {
    const [, target = ''] = words;
    const local = target.startsWith(network.replace(/0$/, ''));
    return print(context, `${target}${local ? '' : ` via ${gateway}`} dev eth0 src ${address} uid 0 \n    cache \n`);
  }
  const own = context.host.linkUp() ? `default via ${gateway} dev eth0 onlink \n${network}/24 dev eth0 proto kernel scope link src ${address} \n` : '';
  return print(
    context,
    `${own}172.17.0.0/16 dev docker0 proto kernel scope link src 172.17.0.1 linkdown \n172.18.0.0/16 dev docker_gwbridge proto kernel scope link src 172.18.0.1 \n`,
  );
}

/** ifconfig, as older courses have it. */
export const ifconfig: Program = async (context, args) => {
  const [only, state] = args.filter((arg) => !arg.startsWith('-'));
  if (only === 'eth0' && (state === 'up' || state === 'down')) {
    context.host.setLink(state === 'up');
    return 0;
  }
  const shown = devicesOf(context).filter((device) => only === undefined || device.name === only);
  if (shown.length === 0) return refuse(context, `${only ?? ''}: error fetching interface information: Device not found\n`);
  for (const { name, up, carrier, address, bits, mac } of shown) {
    const mask = bits === 24 ? '255.255.255.0' : bits === 16 ? '255.255.0.0' : '255.0.0.0';
    context.stdout.write(
      `${name}: flags=4163<${up ? 'UP,' : ''}BROADCAST${carrier ? ',RUNNING' : ''},MULTICAST>  mtu ${name === 'lo' ? 65_536 : 1500}\n        inet ${address}  netmask ${mask}\n        ether ${mac}\n\n`,
    );
  }
  return 0;
};
