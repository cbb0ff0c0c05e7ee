import type { JsonObject } from '../../base/json.ts';
import { type Container, isRefusal } from '../../swarm/agent/container.ts';
import type { Call } from '../call.ts';
import type { Daemon } from '../daemon.ts';
import { NEVER, rfc3339 } from '../json-time.ts';
import { endpointsOf } from '../local/endpoints.ts';

const SAMPLE_MS = 1000;

/** What has been counted for a container at one moment. */
interface Sample {
  readonly at: number;
  readonly cpuNs: number;
}

/** `GET /containers/{id}/stats`: one sample, or one a second until the caller goes or the container is gone. */
export function sendStats(daemon: Daemon, call: Call, container: Container): void {
  const once = call.query('stream') !== undefined && !call.flag('stream');
  if (once) {
    if (call.flag('one-shot') || container.state !== 'running')
      return call.reply(200, statsJson(daemon, container, sample(daemon, container, undefined), undefined));
    const before = sample(daemon, container, undefined);
    const cancel = daemon.after(SAMPLE_MS, () => call.reply(200, statsJson(daemon, container, sample(daemon, container, before), before)));
    return call.onCancel(cancel);
  }
  const stream = call.stream(200, undefined);
  let before: Sample | undefined;
  let cancel = (): void => undefined;
  const next = (): void => {
    const now = daemon.host.containers.find(container.id);
    if (isRefusal(now) || !daemon.host.engineUp) return stream.end();
    const current = sample(daemon, now, before);
    stream.chunk({ kind: 'json', value: statsJson(daemon, now, current, before) });
    before = current;
    cancel = daemon.after(SAMPLE_MS, next);
  };
  next();
  call.onCancel(() => cancel());
}

/** The counter goes on from the last sample at the rate of now. */
function sample(daemon: Daemon, container: Container, before: Sample | undefined): Sample {
  const { cpuPercent } = daemon.host.containers.usage(container.id);
  const since = before?.at ?? container.startedAt ?? daemon.now;
  return { at: daemon.now, cpuNs: (before?.cpuNs ?? 0) + Math.round((daemon.now - since) * 10_000 * cpuPercent) };
}

/** An interface for each network; containers on overlays have one on `docker_gwbridge`, too. */
function networksJson(daemon: Daemon, container: Container): JsonObject {
  const ends = endpointsOf(daemon, container);
  const count = ends.length + (ends.some(({ overlay }) => overlay) ? 1 : 0);
  const traffic = { rx_bytes: 0, rx_packets: 0, rx_errors: 0, rx_dropped: 0, tx_bytes: 126, tx_packets: 3, tx_errors: 0, tx_dropped: 0 };
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`eth${i}`, traffic]));
}

function statsJson(daemon: Daemon, container: Container, now: Sample, before: Sample | undefined): JsonObject {
  const { spec } = daemon.host;
  const name = { name: `/${container.config.name}`, id: container.id };
  const { memoryBytes, pids } = daemon.host.containers.usage(container.id);
  const running = container.state === 'running' || container.state === 'paused';
  const throttling = { periods: 0, throttled_periods: 0, throttled_time: 0 };
  const cpu = (at: Sample): JsonObject => ({
    cpu_usage: { total_usage: at.cpuNs, usage_in_kernelmode: 0, usage_in_usermode: at.cpuNs },
    system_cpu_usage: ((daemon.options.epochMs % 1_000_000_000) + at.at) * 1_000_000 * spec.cpus,
    online_cpus: spec.cpus,
    throttling_data: throttling,
  });
  const none = { cpu_usage: { total_usage: 0, usage_in_kernelmode: 0, usage_in_usermode: 0 }, throttling_data: throttling };
  return {
    ...name,
    read: running ? rfc3339(daemon.unixNow) : NEVER,
    preread: before ? rfc3339(daemon.options.epochMs + before.at) : NEVER,
    pids_stats: running ? { current: pids } : {},
    blkio_stats: {
      io_service_bytes_recursive: running ? [] : null,
      io_serviced_recursive: running ? [] : null,
      io_queue_recursive: running ? [] : null,
      io_service_time_recursive: running ? [] : null,
      io_wait_time_recursive: running ? [] : null,
      io_merged_recursive: running ? [] : null,
      io_time_recursive: running ? [] : null,
      sectors_recursive: running ? [] : null,
    },
    num_procs: 0,
    storage_stats: {},
    cpu_stats: running ? cpu(now) : none,
    precpu_stats: running && before ? cpu(before) : none,
    memory_stats: running ? { usage: memoryBytes, stats: { total_inactive_file: 0 }, limit: container.config.memoryBytes ?? spec.memoryBytes } : {},
    ...(running ? { networks: networksJson(daemon, container) } : {}),
  };
}
