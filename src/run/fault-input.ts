import type { Input } from './input.ts';

/** Shell lines that break or mend a machine. */
const FAULT_LINE = /\bsystemctl\s+(?:stop|start|restart)\s+docker\b|\bip\s+link\s+set\s+\S+\s+(?:up|down)\b|\b(?:poweroff|reboot|shutdown)\b/;

/** Inputs other than lines that are orders, or no matter of the machines. */
const ORDERS: ReadonlySet<Input['kind']> = new Set(['keys', 'resize', 'add-host', 'remove-host', 'file']);

/** Whether an input is something that happens to the machines rather than an order to the swarm. */
export function isFault(input: Input): boolean {
  return input.kind === 'line' ? FAULT_LINE.test(input.text) : !ORDERS.has(input.kind);
}
