import type { Reader } from '../store/tables.ts';

/** Whether a node was removed while its certificate is valid still: no manager serves it any more (swarmkit ca/auth.go). */
export function isBlacklisted(reader: Reader, nodeId: string): boolean {
  for (const entry of reader.cluster()?.blacklist ?? []) if (entry.nodeId === nodeId) return true;
  return false;
}

/** What such a node is told. */
export function removedFromSwarm(nodeId: string): string {
  return `Permission denied: node ${nodeId} was removed from swarm`;
}
