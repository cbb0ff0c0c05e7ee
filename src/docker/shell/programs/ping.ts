import { Interrupted } from '../../api/client.ts';
import { options, type Program, refuse } from '../program.ts';

/** ping by name or address: hosts answer while the link is there. */
export const ping: Program = async (context, args) => {
  const parsed = options(context, 'ping', args, 'nq46fbv', 'ciWwsIt');
  if (!parsed) return 2;
  const [target] = parsed.rest;
  if (target === undefined) return refuse(context, 'ping: usage error: Destination address required\n');
  const { host } = context;
  const address = host.lookup(target);
  if (address === undefined)
    return refuse(context, `ping: ${target}: ${/[^\w.-]/.test(target) ? 'Name or service not known' : 'Name or service not known'}\n`, 2);
  const count = Number(parsed.values.get('c') ?? Number.POSITIVE_INFINITY);
  if (!(count >= 1)) return refuse(context, `ping: invalid argument: '${parsed.values.get('c') ?? ''}': out of range: 1 <= value <= 9223372036854775807\n`);
  const interval = Number(parsed.values.get('i') ?? 1) * 1000;
  const times: number[] = [];
  const began = host.clock.now();
  let sent = 0;
  context.stdout.write(`PING ${target} (${address}) 56(84) bytes of data.\n`);
  const summary = (): void => {
    const lost = sent === 0 ? 0 : Math.round(((sent - times.length) / sent) * 100);
    context.stdout.write(
      `\n--- ${target} ping statistics ---\n${sent} packets transmitted, ${times.length} received, ${lost}% packet loss, time ${host.clock.now() - began}ms\n`,
    );
    if (times.length === 0) return;
    const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length;
    const spread = Math.sqrt(times.reduce((sum, ms) => sum + (ms - mean) ** 2, 0) / times.length);
    context.stdout.write(
      `rtt min/avg/max/mdev = ${[times.reduce((a, b) => Math.min(a, b)), mean, times.reduce((a, b) => Math.max(a, b)), spread].map((ms) => ms.toFixed(3)).join('/')} ms\n`,
    );
  };
  try {
    for (let i = 1; i <= count; i++) {
      sent = i;
      const ms = host.answersPing(address)
        ? (address === host.address || address.startsWith('127.') ? 30 + host.random(20) : 350 + host.random(200)) / 1000
        : undefined;
      if (ms !== undefined) times.push(ms);
      if (!parsed.flags.has('q')) {
        if (ms !== undefined)
          context.stdout.write(`64 bytes from ${target === address ? address : `${target} (${address})`}: icmp_seq=${i} ttl=64 time=${ms.toFixed(3)} ms\n`);
        else context.stdout.write(`From ${host.address} icmp_seq=${i} Destination Host Unreachable\n`);
      }
      if (i < count) await host.clock.sleep(Number.isFinite(interval) ? Math.max(2, interval) : 1000, context.signal);
    }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    summary();
    throw error;
  }
  summary();
  return times.length > 0 ? 0 : 1;
};
