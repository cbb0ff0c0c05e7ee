import { cut } from './options/cut.ts';
import { parseTcpAddress } from './options/tcp-address.ts';

/** The engine of the host one is on. */
export const LOCAL_ENGINE = 'unix:///var/run/docker.sock';

/** Where an engine is meant to listen. */
export type EngineAddress =
  | { readonly address: string }
  /** `ofEndpoint`: found while the address is read; else while a client is made of it. */
  | { readonly problem: string; readonly ofEndpoint: boolean };

const unable = (problem: string): EngineAddress => ({ problem, ofEndpoint: true });

function tcpAddress(text: string): EngineAddress {
  const read = parseTcpAddress(text, 'localhost:2375');
  return read.ok ? { address: `tcp://${read.value}` } : unable(read.error);
}

/** Reads a `-H` or DOCKER_HOST value: `tcp://`, `unix://`, `ssh://`, or a bare host (docker CLI opts/hosts.go, moby client ParseHostURL). */
export function parseEngineAddress(text: string): EngineAddress {
  const given = text.trim();
  if (given === '') return { address: LOCAL_ENGINE };
  const { before, after, found } = cut(given, '://');
  if (!found) return tcpAddress(given);
  switch (before) {
    case 'tcp':
      return tcpAddress(after);
    case 'unix':
      return after.includes('://') ? unable(`invalid proto, expected unix: ${after}`) : { address: after === '' ? LOCAL_ENGINE : given };
    case 'ssh':
      return { address: given };
    case 'npipe':
      return { problem: 'protocol not available', ofEndpoint: false };
    case 'fd':
      return { problem: `unable to parse docker host \`${given}\``, ofEndpoint: false };
    default:
      return unable(`invalid bind address format: ${given}`);
  }
}
