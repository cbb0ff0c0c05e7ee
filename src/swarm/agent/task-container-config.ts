import type { Labels } from '../../docker/api/specs.ts';
import type { Task } from '../objects/objects.ts';
import type { ContainerConfig } from './container.ts';

/**
 * The configuration of a task's container. There are as many as there are tasks: what is the same for all tasks of a
 * spec is kept once, and what can be told from the task is made when somebody asks.
 */
export class TaskContainerConfig implements ContainerConfig, Readonly<Record<keyof ContainerConfig, unknown>> {
  constructor(
    readonly common: ContainerConfig,
    readonly name: string,
    private readonly of: Task,
    readonly ports: ContainerConfig['ports'],
    readonly networks: ContainerConfig['networks'],
  ) {}

  get labels(): Labels {
    const { name, of } = this;
    return {
      ...this.common.labels,
      'com.docker.swarm.node.id': of.nodeId,
      'com.docker.swarm.service.id': of.serviceId,
      'com.docker.swarm.service.name': of.serviceName,
      'com.docker.swarm.task.id': of.id,
      'com.docker.swarm.task.name': name,
    };
  }

  get task(): NonNullable<ContainerConfig['task']> {
    const { id, serviceId, serviceName } = this.of;
    return { id, serviceId, serviceName };
  }

  get image(): ContainerConfig['image'] {
    return this.common.image;
  }

  get entrypoint(): ContainerConfig['entrypoint'] {
    return this.common.entrypoint;
  }

  get command(): ContainerConfig['command'] {
    return this.common.command;
  }

  get env(): ContainerConfig['env'] {
    return this.common.env;
  }

  get hostname(): ContainerConfig['hostname'] {
    return this.common.hostname;
  }

  get user(): ContainerConfig['user'] {
    return this.common.user;
  }

  get groups(): ContainerConfig['groups'] {
    return this.common.groups;
  }

  get workingDir(): ContainerConfig['workingDir'] {
    return this.common.workingDir;
  }

  get tty(): ContainerConfig['tty'] {
    return this.common.tty;
  }

  get openStdin(): ContainerConfig['openStdin'] {
    return this.common.openStdin;
  }

  get stdinOnce(): ContainerConfig['stdinOnce'] {
    return this.common.stdinOnce;
  }

  get readOnly(): ContainerConfig['readOnly'] {
    return this.common.readOnly;
  }

  get init(): ContainerConfig['init'] {
    return this.common.init;
  }

  get health(): ContainerConfig['health'] {
    return this.common.health;
  }

  get stopSignal(): ContainerConfig['stopSignal'] {
    return this.common.stopSignal;
  }

  get stopTimeoutS(): ContainerConfig['stopTimeoutS'] {
    return this.common.stopTimeoutS;
  }

  get mounts(): ContainerConfig['mounts'] {
    return this.common.mounts;
  }

  get nanoCpus(): ContainerConfig['nanoCpus'] {
    return this.common.nanoCpus;
  }

  get memoryBytes(): ContainerConfig['memoryBytes'] {
    return this.common.memoryBytes;
  }

  get pidsLimit(): ContainerConfig['pidsLimit'] {
    return this.common.pidsLimit;
  }

  get ulimits(): ContainerConfig['ulimits'] {
    return this.common.ulimits;
  }

  get capAdd(): ContainerConfig['capAdd'] {
    return this.common.capAdd;
  }

  get capDrop(): ContainerConfig['capDrop'] {
    return this.common.capDrop;
  }

  get sysctls(): ContainerConfig['sysctls'] {
    return this.common.sysctls;
  }

  get isolation(): ContainerConfig['isolation'] {
    return this.common.isolation;
  }

  get securityOptions(): ContainerConfig['securityOptions'] {
    return this.common.securityOptions;
  }

  get restartPolicy(): ContainerConfig['restartPolicy'] {
    return this.common.restartPolicy;
  }

  get autoRemove(): ContainerConfig['autoRemove'] {
    return this.common.autoRemove;
  }

  get networkMode(): ContainerConfig['networkMode'] {
    return this.common.networkMode;
  }

  get dns(): ContainerConfig['dns'] {
    return this.common.dns;
  }

  get extraHosts(): ContainerConfig['extraHosts'] {
    return this.common.extraHosts;
  }

  get logDriver(): ContainerConfig['logDriver'] {
    return this.common.logDriver;
  }

  get files(): ContainerConfig['files'] {
    return this.common.files;
  }

  /** All of it as one plain object. */
  toJSON(): ContainerConfig {
    const { name, labels, ports, networks, task } = this;
    return { ...this.common, name, labels, ports, networks, task };
  }
}
