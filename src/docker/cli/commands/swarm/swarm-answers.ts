import type { Json } from '../../../../base/json.ts';
import type { SwarmSpec, TlsInfo } from '../../../api/specs.ts';
import type { CommandContext } from '../../command.ts';
import { get, post } from '../../engine-call.ts';
import { typedValue } from '../../format/go-template.ts';
import { toJson } from '../../format/template/to-json.ts';

/** `GET /swarm`, as far as commands read it. */
export interface SwarmAnswer {
  readonly Version: { readonly Index?: number };
  readonly Spec: SwarmSpec;
  readonly TLSInfo?: TlsInfo;
  readonly RootRotationInProgress?: boolean;
  readonly JoinTokens: { readonly Worker: string; readonly Manager: string };
}

/** `GET /info`, as far as the swarm commands read it. */
export interface InfoAnswer {
  readonly Swarm?: { readonly NodeID?: string; readonly LocalNodeState?: string; readonly ControlAvailable?: boolean };
}

/** `GET /nodes/{id}`, as far as the swarm commands read it. */
interface ManagerAnswer {
  readonly ManagerStatus?: { readonly Addr?: string } | null;
}

/** What a `POST /swarm/update` replaces besides the spec. */
export interface Rotations {
  readonly worker?: boolean;
  readonly manager?: boolean;
  readonly unlockKey?: boolean;
}

/** Sends the whole spec back, in the API's order. */
export async function updateSwarm(context: CommandContext, swarm: SwarmAnswer, spec: SwarmSpec, rotations: Rotations = {}): Promise<void> {
  await post(
    context,
    '/swarm/update',
    {
      version: String(swarm.Version.Index ?? 0),
      rotateWorkerToken: String(rotations.worker === true),
      rotateManagerToken: String(rotations.manager === true),
      rotateManagerUnlockKey: String(rotations.unlockKey === true),
    },
    toJson(typedValue('swarm.Spec', spec as unknown as Json)),
  );
}

/** The command with which nodes join, for each role wanted (docker CLI swarm/join_token.go). */
export async function printJoinCommand(context: CommandContext, nodeId: string, role: 'worker' | 'manager'): Promise<void> {
  const node = await get<ManagerAnswer>(context, `/nodes/${nodeId}`);
  const swarm = await get<SwarmAnswer>(context, '/swarm');
  if (node.ManagerStatus === undefined || node.ManagerStatus === null) return;
  const token = role === 'worker' ? swarm.JoinTokens.Worker : swarm.JoinTokens.Manager;
  context.stdout.write(
    `To add a ${role} to this swarm, run the following command:\n\n    docker swarm join --token ${token} ${node.ManagerStatus.Addr ?? ''}\n\n`,
  );
}

/** The key that locked managers ask for, with docker's advice around it (docker CLI swarm/unlock_key.go). */
export function printUnlockCommand(context: CommandContext, key: string): void {
  if (key === '') return;
  context.stdout.write(
    'To unlock a swarm manager after it restarts, run the `docker swarm unlock`\n' +
      `command and provide the following key:\n\n    ${key}\n\n` +
      'Remember to store this key in a password manager, since without it you\n' +
      'will not be able to restart the manager.\n',
  );
}
