import type { Json, JsonObject } from '../../base/json.ts';
import { isRefusal } from '../../swarm/agent/container.ts';
import { userFault } from '../../swarm/agent/start-fault.ts';
import type { Call } from '../call.ts';
import type { Daemon } from '../daemon.ts';
import { decode, list, struct } from '../decode/shape.ts';
import { containerAttributes, spoken } from '../local/container-events.ts';
import type { Exec } from '../local/execs.ts';
import { typeTo } from '../local/type-to.ts';
import { streamType } from '../log-format.ts';
import type { Router } from '../router.ts';

const execShape = struct('ExecOptions', [
  ['User', 'string', 'keep'],
  ['Privileged', 'bool', 'keep'],
  ['Tty', 'bool', 'keep'],
  ['AttachStdin', 'bool', 'keep'],
  ['AttachStderr', 'bool', 'keep'],
  ['AttachStdout', 'bool', 'keep'],
  ['DetachKeys', 'string', 'keep'],
  ['Env', list('string'), 'keep'],
  ['WorkingDir', 'string', 'keep'],
  ['Cmd', list('string'), 'keep'],
]);
const startShape = struct('ExecStartOptions', [
  ['Detach', 'bool', 'keep'],
  ['Tty', 'bool', 'keep'],
]);

interface ExecBody {
  readonly User: string;
  readonly Privileged: boolean;
  readonly Tty: boolean;
  readonly AttachStdin: boolean;
  readonly AttachStderr: boolean;
  readonly AttachStdout: boolean;
  readonly DetachKeys: string;
  readonly Env: readonly string[] | null;
  readonly WorkingDir: string;
  readonly Cmd: readonly string[];
}

/** `/containers/{id}/exec` and `/exec/{id}`. */
export function routeExec(router: Router, daemon: Daemon): void {
  router.add('POST', '/containers/{id}/exec', (call) => {
    const decoded = decode(execShape, call.body);
    if ('error' in decoded) return call.refuse({ status: 400, message: decoded.error });
    const body = decoded.value as unknown as ExecBody;
    const container = daemon.host.containers.find(call.param('id'));
    if (isRefusal(container)) return call.refuse(container);
    if (body.Cmd.length === 0) return call.refuse({ status: 400, message: 'No exec command specified' });
    if (container.state !== 'running') {
      const why = container.state === 'paused' ? 'is paused, unpause the container before exec' : 'is not running';
      return call.refuse({ status: 409, message: container.state === 'paused' ? `Container ${call.param('id')} ${why}` : `container ${container.id} ${why}` });
    }
    const exec: Exec = {
      id: daemon.random.hex(64),
      containerId: container.id,
      command: body.Cmd,
      tty: body.Tty,
      privileged: body.Privileged,
      user: body.User,
      env: body.Env ?? [],
      workingDir: body.WorkingDir,
      stdin: body.AttachStdin,
      stdout: body.AttachStdout,
      stderr: body.AttachStderr,
      detachKeys: body.DetachKeys,
      running: false,
      pid: 0,
      exitCode: undefined,
    };
    daemon.execs.add(exec);
    publish(daemon, exec, `exec_create: ${spoken(body.Cmd)}`);
    call.reply(201, { Id: exec.id });
  });

  router.add('POST', '/exec/{id}/start', (call) => {
    const decoded = decode(startShape, call.body);
    if ('error' in decoded) return call.refuse({ status: 400, message: decoded.error });
    const exec = daemon.execs.get(call.param('id'));
    if (!exec) return call.refuse(noSuchExec(call));
    const container = daemon.host.containers.find(exec.containerId);
    if (isRefusal(container)) return call.refuse(container);
    if (container.state !== 'running') return call.refuse({ status: 409, message: `container ${container.id} is not running` });
    if (exec.running || exec.exitCode !== undefined) return call.refuse({ status: 409, message: `exec command ${exec.id} has already run` });
    start(daemon, call, exec, decoded.value['Detach'] === true);
  });

  router.add('GET', '/exec/{id}/json', (call) => {
    const exec = daemon.execs.get(call.param('id'));
    if (exec) call.reply(200, execJson(exec));
    else call.refuse(noSuchExec(call));
  });

  router.add('POST', '/exec/{id}/resize', (call) => {
    if (daemon.execs.get(call.param('id'))) call.reply(200);
    else call.refuse(noSuchExec(call));
  });
}

function noSuchExec(call: Call): { readonly status: number; readonly message: string } {
  return { status: 404, message: `No such exec instance: ${call.param('id')}` };
}

function start(daemon: Daemon, call: Call, exec: Exec, detach: boolean): void {
  exec.running = true;
  exec.pid = 2000 + daemon.random.below(28_000);
  publish(daemon, exec, `exec_start: ${spoken(exec.command)}`);
  const fault = execFault(daemon, exec);
  const output = detach ? undefined : call.upgrade(streamType(call, exec.tty), exec.tty, false);
  if (fault !== undefined) {
    exec.running = false;
    exec.exitCode = CANNOT_BE_RUN;
    output?.chunk({ kind: 'stdout', text: `${fault}\r\n` });
    output?.end();
    if (detach) call.refuse({ status: 400, message: fault });
    return;
  }
  if (detach) call.reply(200);
  const process = daemon.host.containers.exec(
    exec.containerId,
    exec,
    (stream, text) => output?.chunk({ kind: stream, text }),
    (exitCode) => {
      exec.running = false;
      exec.exitCode = exitCode;
      publish(daemon, exec, 'exec_die', { exitCode: String(exitCode) });
      output?.end();
    },
  );
  if (detach || !exec.stdin) return;
  const leave = (): void => output?.end();
  // At a terminal, whoever has nothing more to say is let go.
  const closeInput = exec.tty ? leave : (): void => process.closeInput();
  typeTo(call, exec.detachKeys, { write: (text) => process.write(text), closeInput }, leave);
}

/** What a shell says of a program that is there and cannot be run. */
const CANNOT_BE_RUN = 126;

/** Why a command cannot even be looked for: its user, its directory, or a file that is no program. */
function execFault(daemon: Daemon, { containerId, user, workingDir, command }: Exec): string | undefined {
  const files = daemon.host.containers.files(containerId);
  const [program = ''] = command;
  const unknown = userFault({ user }, () => files?.read('/etc/passwd') ?? '');
  if (unknown !== undefined) return unknown;
  if (workingDir !== '' && !workingDir.startsWith('/')) return 'OCI runtime exec failed: exec failed: Cwd must be an absolute path: unknown';
  if (/^\/etc\//.test(program) && files?.read(program) !== undefined)
    return `OCI runtime exec failed: exec failed: unable to start container process: exec: ${JSON.stringify(program)}: permission denied: unknown`;
  return undefined;
}

function execJson(exec: Exec): JsonObject {
  const [entrypoint = '', ...args] = exec.command;
  const exitCode: Json = exec.exitCode ?? null;
  return {
    ID: exec.id,
    Running: exec.running,
    ExitCode: exitCode,
    ProcessConfig: { tty: exec.tty, entrypoint, arguments: args, privileged: exec.privileged, ...(exec.user ? { user: exec.user } : {}) },
    OpenStdin: exec.stdin,
    OpenStderr: exec.stderr,
    OpenStdout: exec.stdout,
    CanRemove: false,
    ContainerID: exec.containerId,
    DetachKeys: exec.detachKeys,
    Pid: exec.pid,
  };
}

function publish(daemon: Daemon, exec: Exec, action: string, more: { readonly [key: string]: string } = {}): void {
  const container = daemon.host.containers.find(exec.containerId);
  if (isRefusal(container)) return;
  const attributes = { ...containerAttributes(container), execID: exec.id, ...more };
  daemon.events.publish({ type: 'container', action, id: container.id, attributes, scope: 'local' });
}
