import { assert } from '../../../base/assert.ts';
import type { Port } from '../../../sim/kernel.ts';
import { Timers } from '../../../sim/timers.ts';
import { type AgentEnvelope, type AgentMessage, agentAddress, type DispatcherMessage, dispatcherAddress, type ManagerPeer } from '../../dispatcher/messages.ts';
import type { NodeAgent, NodeAgentOptions } from '../../node/node-agent.ts';

let generations = 0;

/** An agent that registers and beats its heart, and runs nothing: for tests of the frame. */
export function createIdleAgent(options: NodeAgentOptions): NodeAgent {
  const { kernel, network, host, address, nodeId, description, managers, onSession } = options;
  let port: Port<DispatcherMessage> | undefined;
  let timers: Timers | undefined;
  let manager: ManagerPeer | undefined;
  let sessionId = '';
  let watchdog = (): void => {};
  let call = 0;
  const ask = (message: Omit<Extract<AgentMessage, { kind: 'session' }>, 'call'> | Omit<Extract<AgentMessage, { kind: 'heartbeat' }>, 'call'>): void => {
    assert(manager, 'no manager');
    network.send(host, manager.host, dispatcherAddress(manager.host), { from: host, nodeId, message: { ...message, call: ++call } } satisfies AgentEnvelope);
    watchdog();
    watchdog = timers?.after(5000, 'call time-out', open) ?? watchdog;
  };
  const open = (): void => {
    sessionId = '';
    const peers = managers().filter((peer) => network.connected(host, peer.host));
    manager = peers[kernel.random(`agent/${host}`).below(Math.max(1, peers.length))];
    if (manager) ask({ kind: 'session', sessionId: '', description: description(), addr: address });
    else timers?.after(1000, 'look for a manager', open);
  };
  const receive = (message: DispatcherMessage): void => {
    switch (message.kind) {
      case 'session':
        watchdog();
        onSession(message.node, message.managers);
        if (sessionId === message.sessionId) return;
        sessionId = message.sessionId;
        ask({ kind: 'heartbeat', sessionId });
        return;
      case 'heartbeat':
        watchdog();
        timers?.after(message.periodMs, 'heartbeat', () => sessionId !== '' && ask({ kind: 'heartbeat', sessionId }));
        return;
      case 'refused':
      case 'disconnect':
        watchdog();
        timers?.after(500, 'new session', open);
    }
  };
  return {
    start() {
      timers = new Timers(kernel, `${host}/idle-agent/${++generations}`);
      port = kernel.port<DispatcherMessage>(agentAddress(host), receive);
      open();
    },
    stop() {
      timers?.close();
      port?.close();
    },
    leave() {},
  };
}
