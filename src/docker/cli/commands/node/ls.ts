import type { TlsInfo } from '../../../api/specs.ts';
import type { CommandBody } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { filterQuery, readFilters } from '../../filters.ts';
import { capitalised, type ListDescription, printList } from '../../format/list.ts';
import { compareNatural } from '../../format/natural-order.ts';
import type { NodeAnswer, NodeInfoAnswer } from './node-answer.ts';

interface NodeRow {
  readonly node: NodeAnswer;
  readonly self: boolean;
  readonly cluster: TlsInfo | undefined;
}

const isEmpty = (tls: TlsInfo | undefined): boolean =>
  (tls?.TrustRoot ?? '') === '' && (tls?.CertIssuerSubject ?? '') === '' && (tls?.CertIssuerPublicKey ?? '') === '';

function tlsStatus({ node, cluster }: NodeRow): string {
  const own = node.Description?.TLSInfo;
  if (cluster === undefined || own === undefined || isEmpty(cluster) || isEmpty(own)) return 'Unknown';
  const same =
    own.TrustRoot === cluster.TrustRoot && own.CertIssuerSubject === cluster.CertIssuerSubject && own.CertIssuerPublicKey === cluster.CertIssuerPublicKey;
  return same ? 'Ready' : 'Needs Rotation';
}

function managerStatus({ node }: NodeRow): string {
  const status = node.ManagerStatus;
  if (status === undefined || status === null) return '';
  return capitalised(status.Leader === true ? 'leader' : (status.Reachability ?? ''));
}

function nodeList(table: boolean): ListDescription<NodeRow> {
  return {
    typeName: '*node.nodeContext',
    fields: {
      // The default table marks the node one is talking to.
      ID: { header: 'ID', value: ({ node, self }) => (table ? `${node.ID} ${self ? '*' : ' '}` : node.ID) },
      Self: { header: '', value: ({ self }) => self },
      Hostname: { header: 'HOSTNAME', value: ({ node }) => node.Description?.Hostname ?? '' },
      Status: { header: 'STATUS', value: ({ node }) => capitalised(node.Status?.State ?? '') },
      Availability: { header: 'AVAILABILITY', value: ({ node }) => capitalised(node.Spec.Availability ?? '') },
      ManagerStatus: { header: 'MANAGER STATUS', value: managerStatus },
      TLSStatus: { header: 'TLS STATUS', value: tlsStatus },
      EngineVersion: { header: 'ENGINE VERSION', value: ({ node }) => node.Description?.Engine?.EngineVersion ?? '' },
    },
    table: ['ID', 'Hostname', 'Status', 'Availability', 'ManagerStatus', 'EngineVersion'],
    raw: {
      whole: 'node_id: {{.ID}}\nhostname: {{.Hostname}}\nstatus: {{.Status}}\navailability: {{.Availability}}\nmanager_status: {{.ManagerStatus}}\n',
      quiet: 'node_id: {{.ID}}',
    },
    // A row has no `.Name`: docker stops here.
    pretty: 'ID:\t\t\t{{.ID}}\n{{- if .Name }}\n{{- end }}',
    configKey: 'nodesFormat',
  };
}

/** `docker node ls`. */
export const nodeLs: CommandBody = async (context, flags) => {
  const nodes = await get<readonly NodeAnswer[]>(context, '/nodes', filterQuery(readFilters(flags.list('filter'))));
  const quiet = flags.bool('quiet');
  const format = flags.string('format');
  let info: NodeInfoAnswer = {};
  if (nodes.length > 0 && !quiet) info = await get<NodeInfoAnswer>(context, '/info');
  const rows = nodes
    .map((node) => ({ node, self: node.ID === info.Swarm?.NodeID, cluster: info.Swarm?.Cluster?.TLSInfo }))
    .sort((a, b) => compareNatural(a.node.Description?.Hostname ?? '', b.node.Description?.Hostname ?? ''));
  printList(context, nodeList((format === '' || format === 'table') && !quiet), rows, { format, quiet });
  return 0;
};
