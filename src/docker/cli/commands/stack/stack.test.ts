import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../../base/json.ts';
import type { EngineClient, EngineRequest, EngineResponse } from '../../../api/client.ts';
import { splitShellWords } from '../../../api/parse/shell-words.ts';
import { runDocker } from '../../run-docker.ts';
import { recording, recordingsPresent, testContext } from '../../testing/recorded-exchange.ts';

const hint = 'Since --detach=false was not specified, tasks will be created in the background.\nIn a future release, --detach=false will become the default.\n';

/** An engine that keeps what it is given: networks, secrets, configs and services by name. */
class StackEngine implements EngineClient {
  readonly objects: { kind: string; ID: string; Spec: JsonObject }[] = [];
  readonly asked: string[] = [];
  isManager = true;
  refuse: string | undefined;
  tasks: readonly Json[] = [];

  async request({ method, path, query, body }: EngineRequest): Promise<EngineResponse> {
    if (path === '/_ping') return { status: 200, headers: {} };
    this.asked.push(`${method} ${path}`);
    const answer = (value: Json, status = 200): EngineResponse => ({ status, headers: {}, body: value });
    if (this.refuse !== undefined && `${method} ${path}`.startsWith(this.refuse)) return answer({ message: 'refused' }, 500);
    if (path === '/info') return answer({ Swarm: { ControlAvailable: this.isManager } });
    if (path === '/tasks') return answer(this.tasks);
    if (path.startsWith('/distribution/')) return answer({ message: 'no registry' }, 500);
    const [, kind = '', id = ''] = path.split('/');
    if (method === 'GET' && id === '') return answer(this.list(kind, query?.['filters']));
    if (id === 'create') return answer(this.create(kind, body as JsonObject), 201);
    const found = this.objects.find((object) => object.kind === kind && (object.ID === id || object.Spec['Name'] === id));
    if (found === undefined) return answer({ message: `${kind.slice(0, -1)} ${id} not found` }, 404);
    if (method === 'DELETE') this.objects.splice(this.objects.indexOf(found), 1);
    else if (method === 'POST') found.Spec = body as JsonObject;
    return answer(this.shown(found));
  }

  private create(kind: string, spec: JsonObject): Json {
    const ID = `${kind.slice(0, -1)}-${this.objects.length}`;
    this.objects.push({ kind, ID, Spec: spec });
    return { ID, Id: ID };
  }

  private list(kind: string, filters: string | undefined): Json {
    const { label = {}, name } = JSON.parse(filters ?? '{}') as { label?: { [key: string]: boolean }; name?: { [key: string]: boolean } };
    const wanted = this.objects.filter((object) => {
      const labels = object.Spec['Labels'] as { readonly [key: string]: string };
      const byLabel = Object.keys(label).every((pair) => (pair.includes('=') ? labels[pair.split('=')[0] ?? ''] === pair.split('=')[1] : pair in labels));
      return object.kind === kind && byLabel && (name === undefined || String(object.Spec['Name']) in name);
    });
    return wanted.map((object) => this.shown(object));
  }

  private shown({ kind, ID, Spec }: { kind: string; ID: string; Spec: JsonObject }): Json {
    return kind === 'networks' ? { Id: ID, Name: Spec['Name'], Scope: 'swarm' } : { ID, Version: { Index: 7 }, Spec };
  }
}

interface Printed {
  readonly out: string;
  readonly err: string;
  readonly status: number;
}

async function run(
  line: string,
  engine: EngineClient,
  files: { readonly [path: string]: string } = {},
  env: { readonly [name: string]: string } = {},
): Promise<Printed> {
  const words = splitShellWords(line);
  const context = { ...testContext(engine, { files }), env };
  const status = await runDocker(context, words.ok ? words.value.slice(1) : []);
  return { out: context.out(), err: context.err(), status };
}

const web = 'version: "3.8"\nservices:\n  web:\n    image: nginx\n    deploy:\n      replicas: 2\n';
const deploy = 'docker stack deploy --resolve-image never -c a.yml s';

describe('stack deploy', () => {
  it('creates what is missing, then updates', async () => {
    const engine = new StackEngine();
    const files = {
      'a.yml': `${web}    secrets: [pass]\n    configs: [site]\nsecrets:\n  pass: {file: pass.txt}\nconfigs:\n  site: {file: ./site.conf}\n`,
      '/root/pass.txt': 'x',
      '/root/site.conf': 'y',
    };
    const first = 'Creating network s_default\nCreating secret s_pass\nCreating config s_site\nCreating service s_web\n';
    expect(await run(deploy, engine, files)).toEqual({ out: first, err: hint, status: 0 });
    expect(await run(`${deploy.replace('deploy', 'up')} -d`, engine, files)).toEqual({ out: 'Updating service s_web (id: service-3)\n', err: '', status: 0 });
    expect(engine.objects.map((object) => object.Spec['Name'])).toEqual(['s_default', 's_pass', 's_site', 's_web']);
    expect(engine.objects[3]?.Spec).toMatchObject({
      Labels: { 'com.docker.stack.image': 'nginx', 'com.docker.stack.namespace': 's' },
      TaskTemplate: { ContainerSpec: { Image: 'nginx:latest', Secrets: [{ SecretID: 'secret-1', SecretName: 's_pass' }] } },
      Mode: { Replicated: { Replicas: 2 } },
    });
  });

  it('prunes services only', async () => {
    const engine = new StackEngine();
    await run(deploy, engine, { 'a.yml': `${web}  old: {image: redis, networks: [n]}\nnetworks: {n: }\n` });
    const pruned = await run(`${deploy} --prune`, engine, { 'a.yml': web });
    expect(pruned.out).toBe('Removing service s_old\nUpdating service s_web (id: service-2)\n');
    expect(engine.objects.map((object) => object.Spec['Name'])).toEqual(['s_default', 's_n', 's_web']);
  });

  it('keeps the image of a service whose text is the same, asks about a changed one', async () => {
    const engine = new StackEngine();
    await run(deploy, engine, { 'a.yml': web });
    const service = engine.objects[1];
    const pinned = `nginx:latest@sha256:${'a'.repeat(64)}`;
    const task = service?.Spec['TaskTemplate'] as JsonObject;
    if (service !== undefined)
      service.Spec = { ...service.Spec, TaskTemplate: { ...task, ForceUpdate: 5, ContainerSpec: { ...(task['ContainerSpec'] as JsonObject), Image: pinned } } };
    await run(deploy, engine, { 'a.yml': web });
    expect(service?.Spec['TaskTemplate']).toMatchObject({ ForceUpdate: 5, ContainerSpec: { Image: pinned } });
    engine.asked.length = 0;
    const changed = await run(deploy.replace('never', 'changed'), engine, { 'a.yml': web.replace('nginx', 'nginx:1.26') });
    expect(engine.asked.filter((request) => request.includes('distribution'))).toEqual(['GET /distribution/nginx:1.26/json']);
    expect(changed.err).toBe(
      `${hint}image nginx:1.26 could not be accessed on a registry to record\nits digest. Each node will access nginx:1.26 independently,\npossibly leading to different nodes running different\nversions of the image.\n\n`,
    );
  });

  it('does not tell on creation that no registry answered', async () => {
    const engine = new StackEngine();
    expect(await run('docker stack deploy -d -c a.yml s', engine, { 'a.yml': web })).toEqual({
      out: 'Creating network s_default\nCreating service s_web\n',
      err: '',
      status: 0,
    });
  });

  it('tells what is ignored and deprecated first', async () => {
    const text = `${web}    build: .\n    restart: always\n    container_name: x\n    expose: [80]\nnetworks: {e: {external: {name: x}}}\n`;
    const { err } = await run(deploy, new StackEngine(), { 'a.yml': text });
    expect(err).toBe(
      'time="2026-11-23T23:21:35Z" level=warning msg="network e: network.external.name is deprecated in favor of network.name"\n' +
        'Ignoring unsupported options: build, restart\n\nIgnoring deprecated options:\n\ncontainer_name: Setting the container name is not supported.\n\n' +
        "expose: Exposing ports is unnecessary - services on the same network can access each other's containers on any port.\n\n" +
        hint,
    );
  });

  it.each([
    ['', 'Specify a Compose file (with --compose-file)\n', ''],
    ['-c none.yml', 'open none.yml: no such file or directory\n', ''],
    ['-c a.yml --resolve-image foo', 'Invalid option foo for flag --resolve-image\n', ''],
    ['-c noimage.yml', 'invalid image reference for service web: no image specified\n', ''],
    ['-c upper.yml', 'invalid image reference for service web: invalid reference format: repository name (library/UPPER) must be lowercase\n', ''],
    ['-c forbidden.yml', 'Compose file contains unsupported options:\n\nextends: Support for `extends` is not implemented yet.\n\n', ''],
    ['-c network.yml', `${hint}service web: undefined network "nonet"\n`, 'Creating network s_nonet\n'],
    [
      '-c external.yml',
      `${hint}network "gone" is declared as external, but could not be found. You need to create a swarm-scoped network before the stack is deployed\n`,
      '',
    ],
    ['-c secret.yml', `${hint}service web: secret not found: gone\n`, 'Creating network s_default\n'],
    ['-c file.yml', `${hint}open /root/none: no such file or directory\n`, 'Creating network s_default\n'],
    ['-c bad.yml -c none.yml', 'top-level object must be a mapping\n', ''],
  ])('fails: %s', async (flags, err, out) => {
    const files = {
      'a.yml': web,
      'noimage.yml': 'services: {web: {}}',
      'upper.yml': 'services: {web: {image: UPPER}}',
      'forbidden.yml': 'services: {web: {image: a, extends: b}}',
      'network.yml': `${web}    networks: [nonet]\n`,
      'external.yml': `${web}    networks: [e]\nnetworks: {e: {external: true, name: gone}}\n`,
      'secret.yml': `${web}    secrets: [e]\nsecrets: {e: {external: true, name: gone}}\n`,
      'file.yml': `${web}configs: {c: {file: none}}\n`,
      'bad.yml': '- a\n',
    };
    expect(await run(`docker stack deploy ${flags} s`, new StackEngine(), files)).toEqual({ out, err, status: 1 });
  });

  it('refuses names of nothing, workers, and says what the engine refused', async () => {
    const engine = new StackEngine();
    expect((await run(`docker stack deploy -c a.yml ' "'`, engine, { 'a.yml': web })).err).toBe('invalid stack name: " \\""\n');
    engine.isManager = false;
    expect((await run(deploy, engine, { 'a.yml': web })).err).toBe(
      `${hint}this node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again\n`,
    );
    engine.isManager = true;
    engine.refuse = 'POST /services/create';
    expect((await run(deploy, engine, { 'a.yml': web })).err).toBe(`${hint}failed to create service s_web: Error response from daemon: refused\n`);
  });
});

/** A body without the ids, which another engine gives anew. */
function withoutIds(body: Json): Json {
  return JSON.parse(JSON.stringify(body).replace(/"(Secret|Config)ID":"[^"]*"/g, '"$1ID":"id"')) as Json;
}

describe.skipIf(!recordingsPresent)('stack deploy as recorded from the real CLI (skipped where ../shared/engine-api is absent)', () => {
  it('sends the same', async () => {
    const engine = new StackEngine();
    // The recording does not hold the file itself, but what `stack config` made of it.
    const text = recording('stack.config').stdout;
    const recorded = recording('stack.deploy');
    const contents = new Map(
      recorded.calls
        .flatMap(({ request }) => (request.path.endsWith('s/create') && 'Data' in (request.body as JsonObject) ? [request.body as JsonObject] : []))
        .map((body) => [String(body['Name']).replace('stk_', ''), String(body['Data'])]),
    );
    const files: { [path: string]: string } = { 'stack.yml': text };
    for (const [, name = '', path = ''] of text.matchAll(/^ {2}(\w+):\n {4}file: (\S+)/gm))
      files[path.replace('./', '/root/')] = atob(contents.get(name) ?? '');
    const printed = await run('docker stack deploy -c stack.yml stk', engine, files);
    expect(printed.out.split('\n').sort()).toEqual(recorded.stdout.split('\n').sort());
    expect(printed.err).toBe(recorded.stderr);
    const sent = new Map(engine.objects.map((object) => [String(object.Spec['Name']), withoutIds(object.Spec)]));
    for (const { request } of recorded.calls) {
      if (!request.path.endsWith('/create')) continue;
      const name = String((request.body as JsonObject)['Name']);
      expect(JSON.stringify(sent.get(name))).toBe(JSON.stringify(withoutIds(request.body)));
    }
  });
});

describe('stack config', () => {
  it('merges files and knows variables; asks the engine nothing', async () => {
    const engine = new StackEngine();
    const over = 'version: "3.8"\nservices: {web: {image: "nginx:${TAG:-1}", volumes: ["./x:/y"]}}';
    expect(await run('docker stack config -c /srv/a.yml -c over.yml', engine, { '/srv/a.yml': web, 'over.yml': over }, { TAG: '2' })).toEqual({
      out: 'version: "3.8"\nservices:\n  web:\n    deploy:\n      replicas: 2\n    image: nginx:2\n    volumes:\n      - type: bind\n        source: /srv/x\n        target: /y\n',
      err: '',
      status: 0,
    });
    expect(engine.asked).toEqual([]);
  });
});

describe('stack lists', () => {
  it('counts services, finds nothing', async () => {
    const engine = new StackEngine();
    await run(deploy, engine, { 'a.yml': `${web}  b: {image: x}\n` });
    await run(deploy.replace(/s$/, 's10'), engine, { 'a.yml': web });
    await run(deploy.replace(/s$/, 's9'), engine, { 'a.yml': web });
    expect((await run('docker stack ls', engine)).out).toBe('NAME      SERVICES\ns         2\ns9        1\ns10       1\n');
    expect((await run('docker stack ls --format json', engine)).out.split('\n')[0]).toBe('{"Name":"s","Services":"2"}');
    expect(await run('docker stack services none', engine)).toEqual({ out: '', err: 'Nothing found in stack: none\n', status: 0 });
    expect(await run('docker stack ps none', engine)).toEqual({ out: '', err: 'nothing found in stack: none\n', status: 1 });
    expect((await run('docker stack services -q s', engine)).out).toBe('service-2\nservice-1\n');
  });
});

describe('stack rm', () => {
  it('removes in order, one stack after the other', async () => {
    const engine = new StackEngine();
    await run(deploy, engine, { 'a.yml': `${web}  a: {image: x}\nsecrets: {k: {file: f}}\n`, '/root/f': '' });
    expect(await run('docker stack rm s nosuch', engine)).toEqual({
      out: 'Removing service s_a\nRemoving service s_web\nRemoving secret s_k\nRemoving network s_default\n',
      err: 'Nothing found in stack: nosuch\n',
      status: 0,
    });
    expect(engine.objects).toEqual([]);
  });

  it('goes on after a failure', async () => {
    const engine = new StackEngine();
    await run(deploy, engine, { 'a.yml': web });
    engine.refuse = 'DELETE /networks';
    expect(await run('docker stack down s', engine)).toEqual({
      out: 'Removing service s_web\nRemoving network s_default\n',
      err: 'Failed to remove network network-0: Error response from daemon: refusedfailed to remove some resources from stack: s\n',
      status: 1,
    });
  });

  it('waits for the tasks when asked to', async () => {
    const engine = new StackEngine();
    await run(deploy, engine, { 'a.yml': web });
    engine.tasks = [{ Status: { State: 'shutdown' } }, { Status: { State: 'running' } }];
    engine.asked.length = 0;
    expect((await run('docker stack rm --detach=false s', engine)).status).toBe(0);
    expect(engine.asked.filter((request) => request === 'GET /tasks')).toHaveLength(2);
  });
});
