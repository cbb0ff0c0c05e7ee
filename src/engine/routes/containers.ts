import { type Container, isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import { containerNameFault } from '../../swarm/agent/creation-fault.ts';
import { isLinuxSignal, isSignal, signalNumber } from '../../swarm/agent/program/signal-name.ts';
import type { Call } from '../call.ts';
import { containerItemJson, containerJson } from '../convert/container-json.ts';
import type { Daemon } from '../daemon.ts';
import { hourMinute } from '../json-time.ts';
import { changesOf } from '../local/container-changes.ts';
import { endpointsOf } from '../local/endpoints.ts';
import { selectContainers } from '../local/select-containers.ts';
import type { Router } from '../router.ts';
import { attach } from './attach.ts';
import { createContainer } from './container-create.ts';
import { startAttached, startContainer } from './container-start.ts';
import { sendStats } from './container-stats.ts';
import { updateContainer } from './container-update.ts';
import { publishPrune } from './prune-event.ts';
import { readPruneFilter } from './prune-filter.ts';

const SIGKILL = 9;

/** `/containers`, without exec and logs. */
export function routeContainers(router: Router, daemon: Daemon): void {
  const runtime = daemon.host.containers;
  const withContainer = (call: Call, use: (container: Container) => void): void => {
    const container = runtime.find(call.param('id'));
    if (isRefusal(container)) call.refuse(container);
    else use(container);
  };
  const finish = (call: Call, refused: Refusal | undefined): void => (refused ? call.refuse(refused) : call.reply(204));

  router.add('GET', '/containers/json', (call) => {
    const containers = selectContainers(daemon, call);
    if (isRefusal(containers)) return call.refuse(containers);
    call.reply(
      200,
      containers.map((container) => containerItemJson(daemon, container, call.flag('size'))),
    );
  });
  router.add('POST', '/containers/create', (call) => createContainer(daemon, call));
  router.add('POST', '/containers/prune', (call) => prune(daemon, call));
  router.add('GET', '/containers/{id}/json', (call) =>
    withContainer(call, (container) => call.reply(200, containerJson(daemon, container, call.flag('size')))),
  );
  router.add('GET', '/containers/{id}/top', (call) => withContainer(call, (container) => top(daemon, call, container)));
  router.add('GET', '/containers/{id}/stats', (call) => withContainer(call, (container) => sendStats(daemon, call, container)));
  router.add('GET', '/containers/{id}/changes', (call) =>
    withContainer(call, (container) => {
      const changes = changesOf(daemon, container);
      call.reply(200, changes.length > 0 ? changes.map((change) => ({ ...change })) : null);
    }),
  );

  router.add('POST', '/containers/{id}/start', (call) => withContainer(call, (container) => startContainer(daemon, call, container)));
  router.add('POST', '/containers/{id}/stop', (call) =>
    withContainer(call, (container) => {
      if (!['running', 'paused', 'restarting'].includes(container.state)) return call.reply(304);
      const odd = oddSignal(call);
      if (odd !== undefined) return call.refuse({ status: 500, message: `cannot stop container: ${call.param('id')}: ${odd}` });
      runtime.stop(container.id, seconds(call), () => call.reply(204), call.query('signal') || undefined);
    }),
  );
  router.add('POST', '/containers/{id}/restart', (call) =>
    withContainer(call, (container) => {
      const odd = container.state === 'running' ? oddSignal(call) : undefined;
      if (odd !== undefined) return call.refuse({ status: 500, message: `Cannot restart container ${call.param('id')}: ${odd}` });
      runtime.stop(
        container.id,
        seconds(call),
        () => {
          startAttached(daemon, container, (refused) => {
            const now = runtime.find(container.id);
            if (!refused && !isRefusal(now)) publishRestart(daemon, now);
            finish(call, refused);
          });
        },
        call.query('signal') || undefined,
      );
    }),
  );
  router.add('POST', '/containers/{id}/kill', (call) => {
    const term = call.param('id');
    const odd = oddSignal(call);
    if (odd !== undefined) return call.refuse({ status: 400, message: `cannot kill container: ${term}: ${odd}` });
    const number = signalNumber(call.query('signal') ?? '');
    if (!isLinuxSignal(number))
      return call.refuse({ status: 400, message: `cannot kill container: ${term}: the linux daemon does not support signal ${number}` });
    const container = runtime.find(term);
    if (isRefusal(container)) return call.refuse({ ...container, message: `cannot kill container: ${term}: ${container.message}` });
    if (container.state !== 'running' && container.state !== 'paused') {
      return call.refuse({ status: 409, message: `cannot kill container: ${term}: container ${container.id} is not running` });
    }
    const refused = runtime.kill(container.id, call.query('signal') || 'SIGKILL');
    // Whoever kills for good is answered when the container has ended (moby daemon/kill.go Kill).
    if (refused || (number !== SIGKILL && call.query('signal'))) finish(call, refused);
    else runtime.wait(container.id, () => call.reply(204));
  });
  router.add('POST', '/containers/{id}/pause', (call) => withContainer(call, ({ id }) => finish(call, runtime.pause(id))));
  router.add('POST', '/containers/{id}/unpause', (call) => withContainer(call, ({ id }) => finish(call, runtime.unpause(id))));
  router.add('POST', '/containers/{id}/rename', (call) =>
    withContainer(call, ({ id, config }) => {
      const name = (call.query('name') ?? '').replace(/^\//, '');
      if (name === '') return call.refuse({ status: 400, message: 'Neither old nor new names may be empty' });
      if (name === config.name) return call.refuse({ status: 400, message: 'Renaming a container with the same name as its current name' });
      const fault = containerNameFault(name, `/${name}`);
      if (fault) return call.refuse({ status: 400, message: `Error when allocating new name: ${fault}` });
      finish(call, overlayRefusal(daemon, id, name) ?? runtime.rename(id, name));
    }),
  );
  router.add('POST', '/containers/{id}/resize', (call) =>
    withContainer(call, ({ id, state }) => (state === 'running' ? call.reply(200) : call.refuse({ status: 409, message: `container ${id} is not running` }))),
  );
  router.add('POST', '/containers/{id}/update', (call) => withContainer(call, (container) => updateContainer(daemon, call, container)));
  router.add('POST', '/containers/{id}/wait', (call) => withContainer(call, (container) => wait(daemon, call, container)));
  router.add('POST', '/containers/{id}/attach', (call) => withContainer(call, (container) => attach(daemon, call, container)));
  router.add('DELETE', '/containers/{id}', (call) =>
    withContainer(call, (container) => {
      if (call.flag('link')) return call.refuse(linkRefusal(call.param('id')));
      const refused = runtime.remove(container.id, { force: call.flag('force'), volumes: call.flag('v') });
      // The engine names the container as it was asked for.
      finish(call, refused && { ...refused, message: refused.message.replace(JSON.stringify(container.id), JSON.stringify(call.param('id'))) });
    }),
  );
}

/**
 * Engine 28.2.2 cannot rename a running container on an overlay, a task's included: the new name is entered beside the old one
 * (errors.tsv, `rename`). Trying leaves the old name with its slash behind.
 */
function overlayRefusal(daemon: Daemon, id: string, name: string): Refusal | undefined {
  const container = daemon.host.containers.find(id);
  if (isRefusal(container) || container.state !== 'running') return undefined;
  const end = endpointsOf(daemon, container).find(({ overlay }) => overlay);
  if (!end) return undefined;
  daemon.namesWithSlash.add(id);
  const entry = `cannot create entry in table endpoint_table with network id ${end.networkId} and key ${end.endpointId}, already exists`;
  return { status: 500, message: `could not add service state for endpoint ${name} to cluster on UpdateDNSNames: ${entry}` };
}

/** `rm --link`: there are links only as `/container/alias`, and a name alone is the container's own (moby daemon/delete.go rmLink). */
function linkRefusal(term: string): Refusal {
  const alias = term.replace(/^\//, '').split('/').slice(1).join('/');
  if (alias === '') return { status: 409, message: 'Conflict, cannot remove the default link name of the container' };
  return { status: 404, message: `Cannot get parent ${term.replace(/^\//, '').split('/', 1).join()} for link ${term}` };
}

function seconds(call: Call): number | undefined {
  const text = call.query('t') ?? '';
  return /^-?\d+$/.test(text) ? Number(text) : undefined;
}

function publishRestart(daemon: Daemon, container: Container): void {
  const attributes = { ...container.config.labels, image: container.config.image, name: container.config.name };
  daemon.events.publish({ type: 'container', action: 'restart', id: container.id, attributes, scope: 'local' });
}

/** The head is sent at once, the exit code when the container ends or, with `removed`, when it is gone. */
function wait(daemon: Daemon, call: Call, container: Container): void {
  const runtime = daemon.host.containers;
  const stream = call.stream(200, 'application/json');
  const answer = (exitCode: number): void => {
    stop();
    stream.chunk({ kind: 'json', value: { StatusCode: exitCode } });
    stream.end();
  };
  const condition = call.query('condition') ?? '';
  let stop = (): void => undefined;
  if (condition === 'next-exit' || condition === 'removed') {
    const last = condition === 'removed' ? 'destroy' : 'die';
    stop = runtime.onEvent((event) => {
      if (event.container.id !== container.id) return;
      if (event.action === last) answer(daemon.failedStarts.get(container.id) ?? event.container.exitCode);
      else if (event.action === 'destroy') answer(event.container.exitCode);
    });
    call.onCancel(stop);
    return;
  }
  runtime.wait(container.id, (exitCode) => {
    if (!call.cancelled) answer(exitCode);
  });
}

function top(daemon: Daemon, call: Call, container: Container): void {
  if (container.state !== 'running') return call.refuse({ status: 409, message: `container ${container.id} is not running` });
  const host = (pid: number): string => String(container.pid - 1 + pid);
  call.reply(200, {
    Processes: daemon.host.containers
      .processes(container.id)
      .map(({ pid, parent, command, startedAt }) => [
        'root',
        host(pid),
        parent === 0 ? String(container.pid - 39) : host(parent),
        '0',
        hourMinute(daemon.options.epochMs + startedAt),
        container.config.tty && pid === 1 ? 'pts/0' : '?',
        '00:00:00',
        command,
      ]),
    Titles: ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'],
  });
}

function prune(daemon: Daemon, call: Call): void {
  const filter = readPruneFilter(daemon, call, 'until');
  if (isRefusal(filter)) return call.refuse(filter);
  const deleted: string[] = [];
  for (const { id, state, config, createdAt } of daemon.host.containers.list()) {
    if (!['created', 'exited', 'dead'].includes(state) || !filter.takes(config.labels, createdAt)) continue;
    if (!daemon.host.containers.remove(id, { force: false, volumes: false })) deleted.push(id);
  }
  publishPrune(daemon, 'container', 0);
  call.reply(200, { ContainersDeleted: deleted.length > 0 ? deleted : null, SpaceReclaimed: 0 });
}

/** Why the signal that is asked for cannot be sent; undefined when it can, or none is asked for. */
function oddSignal(call: Call): string | undefined {
  const signal = call.query('signal') ?? '';
  return signal === '' || isSignal(signal) ? undefined : `invalid signal: ${signal}`;
}
