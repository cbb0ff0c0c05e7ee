import { Interrupted } from '../../api/client.ts';
import type { CommandContext } from '../command.ts';
import { CommandError } from '../command.ts';
import { get } from '../engine-call.ts';
import { servicePath } from '../service-path.ts';
import { GlobalProgress } from './global-progress.ts';
import { GlobalJobProgress, ReplicatedJobProgress } from './job-progress.ts';
import { ProgressOutput } from './progress-output.ts';
import { ReplicatedProgress } from './replicated-progress.ts';
import type { ServiceProgress } from './service-progress.ts';
import type { WatchedNode, WatchedService, WatchedTask } from './watched-service.ts';

const pollMs = 200;
const defaultMonitorMs = 5000;
const nanosecondsPerMs = 1_000_000;

/** What to print meanwhile. `label`: what was typed, or the new id after a create; quiet: nothing. */
export interface WaitOptions {
  readonly quiet: boolean;
  readonly label: string;
}

function progressOf(service: WatchedService, output: ProgressOutput): ServiceProgress {
  const { Mode: mode } = service.Spec;
  if (mode.Replicated?.Replicas !== undefined) return new ReplicatedProgress(output);
  if (mode.Global !== undefined) return new GlobalProgress(output);
  if (mode.ReplicatedJob !== undefined) return new ReplicatedJobProgress(output, service);
  if (mode.GlobalJob !== undefined) return new GlobalJobProgress(output);
  throw new CommandError('unrecognized service mode');
}

/** The wait for one service: what it has seen so far of convergence and rollback. */
class Convergence {
  isConverged = false;
  private progress: ServiceProgress | undefined;
  private convergedAt: number | undefined;
  private monitorMs = defaultMonitorMs;
  private rollback = false;
  private lastWord: string | undefined;

  constructor(
    private readonly context: CommandContext,
    private readonly output: ProgressOutput,
    private readonly serviceId: string,
    private readonly label: string,
  ) {}

  /** One poll; true when there is nothing more to wait for. */
  async poll(): Promise<boolean> {
    const { context, output } = this;
    const service = await get<WatchedService>(context, servicePath(this.serviceId), { insertDefaults: 'false' });
    const monitor = service.Spec.UpdateConfig?.Monitor ?? 0;
    if (monitor !== 0) this.monitorMs = monitor / nanosecondsPerMs;
    this.progress ??= progressOf(service, output);
    if (this.readUpdateStatus(service)) return true;
    if (this.isConverged && this.convergedAt !== undefined && context.clock.now() - this.convergedAt >= this.monitorMs) {
      output.draw('verify', `Service ${this.label} converged`);
      if (this.lastWord !== undefined) output.message(`rollback: ${this.lastWord}`);
      return true;
    }
    const filters = JSON.stringify({ '_up-to-date': { true: true }, service: { [service.ID]: true } });
    const tasks = await get<readonly WatchedTask[]>(context, '/tasks', { filters });
    const nodes = await get<readonly WatchedNode[]>(context, '/nodes');
    const active = new Set(nodes.filter((node) => node.Status.State !== 'down').map((node) => node.ID));
    this.isConverged = this.progress.update(service, tasks ?? [], active, this.rollback);
    if (this.isConverged && service.JobStatus !== undefined) {
      output.message('job complete');
      return true;
    }
    this.countDown();
    return false;
  }

  /** Whether the update has come to an end that needs no verification. Throws CommandError when it was paused. */
  private readUpdateStatus(service: WatchedService): boolean {
    const message = service.UpdateStatus?.Message ?? '';
    switch (service.UpdateStatus?.State) {
      case 'updating':
        this.rollback = false;
        return false;
      case 'completed':
        return !this.isConverged;
      case 'paused':
        throw new CommandError(`service update paused: ${message}`);
      case 'rollback_started':
        if (!this.rollback && message !== '') this.output.draw('rollback', message);
        this.rollback = true;
        return false;
      case 'rollback_paused':
        throw new CommandError(`service rollback paused: ${message}`);
      case 'rollback_completed':
        if (!this.isConverged) this.lastWord = message;
        this.rollback = true;
        return false;
      default:
        return false;
    }
  }

  private countDown(): void {
    if (!this.isConverged) {
      if (this.convergedAt !== undefined) this.output.draw('verify', 'Detected task failure');
      this.convergedAt = undefined;
      return;
    }
    this.convergedAt ??= this.context.clock.now();
    // Looking takes time: of whole seconds left, the last has always begun.
    const seconds = Math.ceil((this.monitorMs - (this.context.clock.now() - this.convergedAt)) / 1000);
    if (seconds > 0) this.output.draw('verify', `Waiting ${seconds} seconds to verify that tasks are stable...`);
  }
}

/**
 * Waits until a service has converged, polling every 200 ms and drawing its progress on stdout (spec/cli.md §9; docker CLI
 * service/progress). `serviceId` is what the service is asked for by. Resolves on convergence, when an update was already
 * complete, and on Ctrl-C; throws CommandError when an update or rollback was paused or the engine refuses.
 */
export async function waitOnService(context: CommandContext, serviceId: string, options: WaitOptions): Promise<void> {
  const sink = options.quiet ? { write: (): void => {} } : context.stdout;
  const output = new ProgressOutput(sink, context.terminal);
  const convergence = new Convergence(context, output, serviceId, options.label);
  try {
    while (!(await convergence.poll())) await context.clock.sleep(pollMs, context.signal);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    if (convergence.isConverged) return;
    output.message('Operation continuing in background.');
    output.message(`Use \`docker service ps ${options.label}\` to check progress.`);
  }
}
