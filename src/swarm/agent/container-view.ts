import type { Container, ContainerConfig } from './container.ts';

// All views have one shape: there is one for each container, and another at each change (see objects/task-shape.ts).

const NO_PORTS: Container['boundPorts'] = [];

/** A container that was made and has not run. */
export function createdContainer(id: string, config: ContainerConfig, imageId: string, createdAt: number): Container {
  return {
    id,
    config,
    imageId,
    state: 'created',
    createdAt,
    exitCode: 0,
    pid: 0,
    oomKilled: false,
    error: '',
    restartCount: 0,
    boundPorts: NO_PORTS,
    startedAt: undefined,
    finishedAt: undefined,
    bridgeAddress: undefined,
    health: undefined,
  };
}

/** A container that has been started, perhaps once more. */
export function startedContainer(
  { id, config, imageId, createdAt, restartCount }: Container,
  startedAt: number,
  pid: number,
  boundPorts: Container['boundPorts'],
  bridgeAddress: string | undefined,
): Container {
  return {
    id,
    config,
    imageId,
    state: 'running',
    createdAt,
    exitCode: 0,
    pid,
    oomKilled: false,
    error: '',
    restartCount,
    boundPorts,
    startedAt,
    finishedAt: undefined,
    bridgeAddress,
    health: undefined,
  };
}

/** The container after a change; what is given as undefined it has no more. */
export function changedContainer(container: Container, change: Partial<Container>): Container {
  const { id, imageId, createdAt } = container;
  return {
    id,
    config: change.config ?? container.config,
    imageId,
    state: change.state ?? container.state,
    createdAt,
    exitCode: change.exitCode ?? container.exitCode,
    pid: change.pid ?? container.pid,
    oomKilled: change.oomKilled ?? container.oomKilled,
    error: change.error ?? container.error,
    restartCount: change.restartCount ?? container.restartCount,
    boundPorts: change.boundPorts ?? container.boundPorts,
    startedAt: 'startedAt' in change ? change.startedAt : container.startedAt,
    finishedAt: 'finishedAt' in change ? change.finishedAt : container.finishedAt,
    bridgeAddress: 'bridgeAddress' in change ? change.bridgeAddress : container.bridgeAddress,
    health: 'health' in change ? change.health : container.health,
  };
}
