import { goTime } from '../../format/age.ts';
import { capitalised } from '../../format/list.ts';
import { labelBlock } from '../../format/pretty.ts';
import { binarySize } from '../../format/size.ts';
import type { NodeAnswer } from './node-answer.ts';

function pluginBlock(node: NodeAnswer): string {
  const plugins = node.Description?.Engine?.Plugins ?? [];
  if (plugins.length === 0) return '';
  const types = [...new Set(plugins.map((plugin) => plugin.Type))].sort();
  const lines = types.map((type) => {
    const names = plugins.filter((plugin) => plugin.Type === type).map((plugin) => plugin.Name);
    return ` ${type}:\t\t${names.join(', ')}\n`;
  });
  return `Plugins:\n${lines.join('')}`;
}

function tlsBlock(node: NodeAnswer): string {
  const tls = node.Description?.TLSInfo;
  if (tls === undefined || (tls.TrustRoot ?? '') === '') return '';
  return `TLS Info:\n TrustRoot:\n${tls.TrustRoot ?? ''}\n Issuer Subject:\t${tls.CertIssuerSubject ?? ''}\n Issuer Public Key:\t${tls.CertIssuerPublicKey ?? ''}`;
}

/** A node in docker's human form (spec/cli.md §7; docker CLI node/formatter.go), without the newline after it. */
export function prettyNode(node: NodeAnswer): string {
  const { Spec: spec, Description: description, Status: status, ManagerStatus: manager } = node;
  const name = spec.Name ?? '';
  const message = status?.Message ?? '';
  return [
    `ID:\t\t\t${node.ID}\n`,
    name === '' ? '' : `Name:\t\t\t${name}\n`,
    labelBlock('Labels:', spec.Labels),
    `Hostname:              \t${description?.Hostname ?? ''}\n`,
    `Joined at:             \t${capitalised(goTime(node.CreatedAt))}\n`,
    'Status:\n',
    ` State:\t\t\t${capitalised(status?.State ?? '')}\n`,
    message === '' ? '' : ` Message:              \t${capitalised(message)}\n`,
    ` Availability:         \t${capitalised(spec.Availability ?? '')}\n`,
    (status?.Addr ?? '') === '' ? '' : ` Address:\t\t${status?.Addr ?? ''}\n`,
    manager === undefined || manager === null
      ? ''
      : `Manager Status:\n Address:\t\t${manager.Addr ?? ''}\n Raft Status:\t\t${capitalised(manager.Reachability ?? '')}\n Leader:\t\t${manager.Leader === true ? 'Yes' : 'No'}\n`,
    'Platform:\n',
    ` Operating System:\t${description?.Platform?.OS ?? ''}\n`,
    ` Architecture:\t\t${description?.Platform?.Architecture ?? ''}\n`,
    'Resources:\n',
    ` CPUs:\t\t\t${Math.trunc((description?.Resources?.NanoCPUs ?? 0) / 1e9)}\n`,
    ` Memory:\t\t${binarySize(description?.Resources?.MemoryBytes ?? 0)}\n`,
    pluginBlock(node),
    `Engine Version:\t\t${description?.Engine?.EngineVersion ?? ''}\n`,
    labelBlock('Engine Labels:', description?.Engine?.Labels),
    tlsBlock(node),
  ].join('');
}
