import type { Kernel } from '../../sim/kernel.ts';
import type { Network } from '../../sim/network.ts';
import { Timers } from '../../sim/timers.ts';
import { type AgentEnvelope, agentAddress, type CallError, type DispatcherEnvelope, type DispatcherMessage, dispatcherAddress } from './messages.ts';

/** How often a call that came while there was no leader looks again, and how often at most (swarmkit manager/state/raft LeaderConn). */
const LOOK_AGAIN_MS = 1_000;
const LOOKS = 5;

export interface DispatcherProxy {
  start(): void;
  /** Ends the sessions of the agents that came this way. */
  stop(): void;
}

/**
 * What a manager that does not lead offers to agents: it passes their calls on to the leader and its answers back
 * (swarmkit's generated raft proxies, manager/manager.go). A call that finds no leader waits for one for 5 s.
 * `generation` differs for every proxy of a host, so that the events of an earlier one are dropped.
 */
export function createDispatcherProxy(ctx: {
  readonly kernel: Kernel;
  readonly network: Network;
  readonly host: string;
  readonly generation: number;
  /** Host name of the leader this manager knows of; its own name or undefined when there is none. */
  readonly leaderHost: () => string | undefined;
}): DispatcherProxy {
  const { kernel, network, host, generation } = ctx;
  const sessions = new Map<string, { readonly sessionId: string; readonly leader: string }>();
  let running: { readonly timers: Timers; readonly close: () => void } | undefined;

  const forward = (envelope: AgentEnvelope, looks: number): void => {
    const leader = ctx.leaderHost();
    if (leader !== undefined && leader !== host) {
      const session = sessions.get(envelope.from);
      if (session && session.leader !== leader && envelope.message.kind !== 'session') {
        // The stream that this call belongs to ended with the old leader's connection.
        sessions.delete(envelope.from);
        back(envelope.from, { kind: 'disconnect', sessionId: session.sessionId, error: LEADER_LOST });
        return;
      }
      network.send(host, leader, dispatcherAddress(leader), { ...envelope, via: host } satisfies AgentEnvelope);
    } else if (envelope.message.kind === 'session' && looks < LOOKS) {
      running?.timers.after(LOOK_AGAIN_MS, `session of ${envelope.from} waits for a leader`, () => forward(envelope, looks + 1));
    }
  };
  const back = (to: string, message: DispatcherMessage): void => network.send(host, to, agentAddress(to), message);

  return {
    start() {
      const timers = new Timers(kernel, `${dispatcherAddress(host)}/proxy/${generation}`);
      const port = kernel.port<AgentEnvelope | DispatcherEnvelope>(dispatcherAddress(host), (envelope) => {
        if ('from' in envelope) {
          forward(envelope, 0);
          return;
        }
        const { to, message } = envelope;
        if (message.kind === 'session') sessions.set(to, { sessionId: message.sessionId, leader: ctx.leaderHost() ?? '' });
        back(to, message);
      });
      running = {
        timers,
        close: () => {
          port.close();
          timers.close();
        },
      };
    },
    stop() {
      running?.close();
      running = undefined;
      for (const [agent, { sessionId }] of sessions) back(agent, { kind: 'disconnect', sessionId, error: LEADER_LOST });
      sessions.clear();
    },
  };
}

const LEADER_LOST: CallError = { code: 'Unavailable', text: 'transport is closing' };
