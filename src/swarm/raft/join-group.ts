import type { RpcAnswer, RpcEndpoint } from '../../sim/rpc.ts';
import type { Timers } from '../../sim/timers.ts';
import { RAFT_SERVICE, type RaftRequest, type RaftResponse } from './raft-service.ts';

/** Finds host and TCP port behind an address like `10.35.3.145:2377`; undefined: nobody has it. */
export type Locate = (address: string) => { readonly host: string; readonly port: number } | undefined;

const DEADLINE = 'rpc error: code = DeadlineExceeded desc = context deadline exceeded';

/** Calls another manager. A failure has gRPC's text. */
export function askManager(
  rpc: RpcEndpoint,
  timers: Timers,
  locate: Locate,
  address: string,
  request: RaftRequest,
  timeoutMs: number,
  done: (response: RaftResponse) => void,
): void {
  const target = locate(address);
  const fail = (text: string): void => done({ kind: 'error', text });
  if (!target) {
    timers.after(timeoutMs, `nobody answers at ${address}`, () => fail(DEADLINE));
    return;
  }
  rpc.call(target.host, target.port, RAFT_SERVICE, request, timeoutMs, (answer: RpcAnswer<RaftResponse>) => {
    if (answer.kind === 'ok') done(answer.body);
    else if (answer.kind === 'timeout') fail(DEADLINE);
    else
      fail(`rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp ${address}: connect: connection refused"`);
  });
}
