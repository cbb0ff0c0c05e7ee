import { type Command, plain } from './command.ts';
import type { ProcessContext, ProgramAnswer } from './program.ts';

/** What reaches out of a container: names, pings, HTTP. */
export const NETWORK_COMMANDS: { readonly [name: string]: Command } = {
  ping: function* (process, args) {
    const counted = args.indexOf('-c');
    const limit = counted >= 0 ? Number.parseInt(args[counted + 1] ?? '', 10) || 1 : Number.MAX_SAFE_INTEGER;
    const host = args.filter((arg, i) => !arg.startsWith('-') && !/^-[cwWis]$/.test(args[i - 1] ?? '')).at(-1);
    if (host === undefined) return 1;
    const { net, random } = process.system;
    const address = /^\d+\.\d+\.\d+\.\d+$/.test(host) ? host : net.resolve(host)[0];
    if (address === undefined) {
      process.err(`ping: bad address '${host}'\n`);
      return 1;
    }
    process.out(`PING ${host} (${address}): 56 data bytes\n`);
    let received = 0;
    let sent = 0;
    for (; sent < limit; sent++) {
      if (net.ping(address)) {
        process.out(`64 bytes from ${address}: seq=${sent} ttl=64 time=0.${random.between(60, 400)} ms\n`);
        received++;
      }
      if (sent + 1 < limit || received <= sent) yield { kind: 'sleep', ms: 1_000 };
    }
    process.out(
      `\n--- ${host} ping statistics ---\n${sent} packets transmitted, ${received} packets received, ${Math.round(((sent - received) * 100) / sent)}% packet loss\n`,
    );
    return received > 0 ? 0 : 1;
  },
  nslookup: function* (process, args) {
    const name = args.find((arg) => !arg.startsWith('-')) ?? '';
    const { net } = process.system;
    const addresses = net.resolve(name);
    if (addresses.length === 0 && !net.online) {
      // Whoever would know the name is asked twice, and does not answer.
      yield { kind: 'sleep', ms: 10_000 };
      process.err(';; connection timed out; no servers could be reached\n\n');
      return 1;
    }
    process.out('Server:\t\t127.0.0.11\nAddress:\t127.0.0.11:53\n\n');
    if (addresses.length === 0) {
      process.out(`** server can't find ${name}: NXDOMAIN\n\n`.repeat(2));
      return 1;
    }
    // Both kinds of address are asked for; the answer that has none comes first, unless the other has several.
    const none = 'Non-authoritative answer:\n';
    const some = `${none}${addresses.map((address) => `Name:\t${name}\nAddress: ${address}\n`).join('')}`;
    process.out(`${(addresses.length > 1 ? [some, none] : [none, some]).join('\n')}\n`);
    return 0;
  },
  getent: plain((process, [, name = '']) => {
    const [address] = process.system.net.resolve(name);
    if (address !== undefined) process.out(`${address.padEnd(15)} ${name}\n`);
    return address === undefined ? 2 : 0;
  }),
  dig: plain((process, args) => {
    const name = args.find((arg) => !arg.startsWith('+') && !arg.startsWith('-') && !arg.startsWith('@')) ?? '';
    for (const address of process.system.net.resolve(name)) process.out(args.includes('+short') ? `${address}\n` : `${name}.\t600\tIN\tA\t${address}\n`);
    return 0;
  }),
  curl: function* (process, args) {
    const url = urlOf(args, ['-o', '-m', '--max-time', '-H', '-X', '-d', '--connect-timeout', '-w', '--retry', '-u']);
    if (url === undefined) return 2;
    const answer = yield* get(process, url);
    const silent = args.some((arg) => /^-[a-zA-Z]*s/.test(arg) || arg === '--silent');
    if (answer.status === 0) {
      const [code, text] = /resolve/.test(answer.text)
        ? [6, `Could not resolve host: ${hostOf(url)}`]
        : /timed out/.test(answer.text)
          ? [28, 'Connection timed out']
          : [7, `Failed to connect to ${hostOf(url)}: Connection refused`];
      if (!silent) process.err(`curl: (${code}) ${text}\n`);
      return code;
    }
    if (!answer.ok && args.some((arg) => /^-[a-zA-Z]*f/.test(arg) || arg === '--fail')) {
      if (!silent) process.err(`curl: (22) The requested URL returned error: ${answer.status}\n`);
      return 22;
    }
    if (!args.includes('-o') && !args.includes('--output')) process.out(answer.text);
    return 0;
  },
  wget: function* (process, args) {
    const url = urlOf(args, ['-O', '-T', '-t', '-o', '-U', '--timeout', '--tries']);
    if (url === undefined) return 1;
    const answer = yield* get(process, url);
    if (answer.status === 0) {
      process.err(
        /resolve/.test(answer.text)
          ? `wget: bad address '${hostOf(url)}'\n`
          : /timed out/.test(answer.text)
            ? 'wget: download timed out\n'
            : `wget: can't connect to remote host (${hostOf(url)}): Connection refused\n`,
      );
      return 1;
    }
    if (!answer.ok) {
      process.err(`wget: server returned error: HTTP/1.1 ${answer.status}\n`);
      return 1;
    }
    if (args.some((arg) => /^-[a-zA-Z]*O-?$/.test(arg)) && args.some((arg) => arg === '-' || arg.endsWith('O-'))) process.out(answer.text);
    return 0;
  },
};

function* get(
  process: ProcessContext,
  url: string,
): Generator<{ readonly kind: 'ask'; readonly start: (done: (answer: unknown) => void) => void }, ProgramAnswer, unknown> {
  const full = /^\w+:\/\//.test(url) ? url : `http://${url}`;
  return (yield { kind: 'ask', start: (done) => process.system.net.get(full, done) }) as ProgramAnswer;
}

function urlOf(args: readonly string[], withValue: readonly string[]): string | undefined {
  return args.filter((arg, i) => !arg.startsWith('-') && !withValue.includes(args[i - 1] ?? '')).at(-1);
}

function hostOf(url: string): string {
  return url.replace(/^\w+:\/\//, '').replace(/[/?#].*$/, '');
}
