import { Interrupted } from '../../../api/client.ts';
import type { TlsInfo } from '../../../api/specs.ts';
import type { CommandContext } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { sha256Hex } from '../../format/sha256.ts';
import { ProgressOutput } from '../../progress/progress-output.ts';
import type { SwarmAnswer } from './swarm-answers.ts';

interface NodeWithTls {
  readonly Description?: { readonly TLSInfo?: TlsInfo };
}

const certificates = '  rotated TLS certificates';
const roots = '  rotated CA certificates';
/** How often the engine is asked. */
const pollMs = 200;

/** Draws how far the rotation has come; true when all nodes have the new root (docker CLI swarm/progress/root_rotation.go). */
function drawProgress(output: ProgressOutput, desired: TlsInfo, nodes: readonly NodeWithTls[], inProgress: boolean): boolean {
  output.draw('desired root digest', `sha256:${sha256Hex(desired.TrustRoot ?? '')}`);
  const issued = nodes.filter(
    ({ Description: description }) =>
      description?.TLSInfo?.CertIssuerPublicKey === desired.CertIssuerPublicKey && description?.TLSInfo?.CertIssuerSubject === desired.CertIssuerSubject,
  ).length;
  const trusting = nodes.filter(({ Description: description }) => description?.TLSInfo?.TrustRoot === desired.TrustRoot).length;
  const total = nodes.length;
  output.draw(certificates, '', { current: issued, total, units: 'nodes' });
  const settled = issued === total && !inProgress;
  // The roots follow once all certificates are new.
  output.draw(roots, ' ', { current: settled ? trusting : 0, total, units: 'nodes' });
  return settled && trusting === total;
}

/** Waits until every node has a certificate of the new root and trusts it alone. Ctrl-C ends the waiting, not the rotation. */
export async function waitForRootRotation(context: CommandContext): Promise<void> {
  const output = new ProgressOutput(context.stdout, context.terminal);
  output.draw('desired root digest', '');
  output.draw(certificates, '');
  output.draw(roots, ' ');
  let done = false;
  try {
    for (;;) {
      const swarm = await get<SwarmAnswer>(context, '/swarm');
      if (done) return;
      const nodes = await get<readonly NodeWithTls[]>(context, '/nodes');
      done = drawProgress(output, swarm.TLSInfo ?? {}, nodes, swarm.RootRotationInProgress === true);
      await context.clock.sleep(pollMs, context.signal);
    }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    if (done) return;
    output.message('Operation continuing in background.');
    output.message('Use `swarmctl cluster inspect default` to check progress.');
  }
}
