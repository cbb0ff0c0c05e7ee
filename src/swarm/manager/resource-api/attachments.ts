import type { RandomStream } from '../../../sim/random.ts';
import { NOT_STORED, type Task } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import type { Store } from '../../store/store.ts';
import { type RpcStatus, rpcStatus, storeRefusal } from '../control-api/rpc-status.ts';

/** A container that a person attaches to a network of the swarm. */
export interface AttachmentRequest {
  /** The node on which it is. */
  readonly nodeId: string;
  readonly networkId: string;
  readonly containerId: string;
}

/**
 * Makes the task that stands for a container which is attached by hand: the allocator gives it an address, and its node
 * hears of it as of any other task. `done` gets the task's id, or the refusal (swarmkit manager/resourceapi/allocator.go).
 */
export function attachNetwork(
  { store, random, now }: { readonly store: Store; readonly random: RandomStream; readonly now: number },
  { nodeId, networkId, containerId }: AttachmentRequest,
  done: (result: string | RpcStatus) => void,
): void {
  const id = random.swarmId();
  let refused: RpcStatus | undefined;
  store.update(
    (tx) => {
      const network = tx.get('network', networkId);
      if (!network) refused = rpcStatus('NotFound', `network ${networkId} not found`);
      else if (!network.spec.Attachable) refused = rpcStatus('PermissionDenied', `network ${network.spec.Name} not manually attachable`);
      else tx.create('task', attachmentTask(id, nodeId, networkId, containerId, now));
    },
    (error) => done(error ? storeRefusal(error) : (refused ?? id)),
  );
}

/** Deletes the task of an attachment, if it is there and its node asks for it. */
export function detachNetwork(store: Store, taskId: string, nodeId: string): void {
  store.update((tx) => {
    const task = tx.get('task', taskId);
    if (task?.spec.NetworkAttachmentSpec && task.nodeId === nodeId) tx.delete('task', taskId);
  });
}

function attachmentTask(id: string, nodeId: string, networkId: string, containerId: string, now: number): Task {
  return {
    id,
    serviceId: '',
    serviceName: '',
    serviceLabels: {},
    slot: 0,
    nodeId,
    spec: { NetworkAttachmentSpec: { ContainerID: containerId }, Networks: [{ Target: networkId }] },
    specVersion: 0,
    status: { state: TaskState.NEW, timestamp: now, message: 'created' },
    desiredState: TaskState.RUNNING,
    networks: [],
    assignedGenericResources: [],
    meta: NOT_STORED,
    placement: undefined,
  };
}
