import type { JsonObject } from '../../base/json.ts';
import type { NodeDescription } from '../../docker/api/specs.ts';
import type { Node } from '../../swarm/objects/objects.ts';
import type { RaftMember } from '../../swarm/raft/raft-member.ts';
import { asJson, sortedMap } from './as-json.ts';
import { metaJson, type TimeText } from './meta-json.ts';
import { nodeTlsInfoJson } from './tls-info.ts';

/** What a node's answer needs beside the node: the raft members as the leader sees them, and the root certificate. */
export interface NodeSurroundings {
  readonly members: readonly RaftMember[];
  readonly rootCertificate: string;
  readonly time: TimeText;
}

/** A node (moby daemon/cluster/convert/node.go NodeFromGRPC). */
export function nodeJson(node: Node, { members, rootCertificate, time }: NodeSurroundings): JsonObject {
  const member = members.find((candidate) => candidate.nodeId === node.id);
  return {
    ...metaJson(node, time),
    Spec: {
      ...(node.spec.Name ? { Name: node.spec.Name } : {}),
      Labels: sortedMap(node.spec.Labels),
      Role: node.spec.Role,
      Availability: node.spec.Availability,
    },
    Description: descriptionJson(node.description, rootCertificate),
    Status: {
      State: node.status.state,
      ...(node.status.message ? { Message: node.status.message } : {}),
      ...(node.status.addr ? { Addr: node.status.addr } : {}),
    },
    ...(member ? { ManagerStatus: managerStatusJson(member) } : {}),
  };
}

function managerStatusJson(member: RaftMember): JsonObject {
  return { ...(member.leader ? { Leader: true } : {}), Reachability: member.reachability, Addr: member.address };
}

function descriptionJson(description: NodeDescription | undefined, rootCertificate: string): JsonObject {
  if (!description) return { Platform: {}, Resources: {}, Engine: {}, TLSInfo: {} };
  const { Hostname, Platform: platform, Resources: resources, Engine: engine, TLSInfo: tls } = description;
  return {
    ...(Hostname ? { Hostname } : {}),
    Platform: {
      ...(platform?.Architecture ? { Architecture: platform.Architecture } : {}),
      ...(platform?.OS ? { OS: platform.OS } : {}),
    },
    Resources: {
      ...(resources?.NanoCPUs ? { NanoCPUs: resources.NanoCPUs } : {}),
      ...(resources?.MemoryBytes ? { MemoryBytes: resources.MemoryBytes } : {}),
      ...(resources?.GenericResources?.length ? { GenericResources: asJson(resources.GenericResources) } : {}),
    },
    Engine: {
      ...(engine?.EngineVersion ? { EngineVersion: engine.EngineVersion } : {}),
      ...(engine?.Labels && Object.keys(engine.Labels).length > 0 ? { Labels: sortedMap(engine.Labels) } : {}),
      ...(engine?.Plugins?.length ? { Plugins: engine.Plugins.map(({ Type, Name }) => ({ Type, Name })) } : {}),
    },
    TLSInfo: nodeTlsInfoJson(tls, rootCertificate),
  };
}
