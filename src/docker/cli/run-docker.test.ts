import { describe, expect, it } from 'vitest';
import { Interrupted } from '../api/client.ts';
import { wrapSentence } from './help.ts';
import { AnsweringEngine, docker, noEngine } from './testing/answering-engine.ts';

const engine = (): AnsweringEngine => new AnsweringEngine({ 'GET /nodes': { body: [] } });
const run = (...words: string[]): ReturnType<typeof docker> => docker(engine(), words);

describe('unknown words', () => {
  it('says which command it does not know', async () => {
    expect(await run('foo')).toEqual({ out: '', err: "docker: unknown command: docker foo\n\nRun 'docker --help' for more information\n", status: 1 });
    expect(await run('service', 'foo')).toEqual({
      out: '',
      err: "docker: unknown command: docker service foo\n\nUsage:  docker service\n\nRun 'docker service --help' for more information\n",
      status: 1,
    });
    expect((await run('stack', 'foo')).err).toContain('Usage:  docker stack [OPTIONS]\n');
  });
  it('reads flags behind an unknown command first', async () => {
    expect(await run('foo', '--bar')).toEqual({
      out: '',
      err: "unknown flag: --bar\n\nUsage:  docker [OPTIONS] COMMAND [ARG...]\n\nRun 'docker --help' for more information\n",
      status: 125,
    });
  });
  it('has no help command below the top', async () => {
    expect((await run('service', 'help')).err).toContain('docker: unknown command: docker service help');
    expect(await run('help', 'swarm', 'foo')).toEqual({ out: '', err: 'unknown help topic: foo\n', status: 1 });
  });
  it('takes aliases', async () => {
    expect((await run('node', 'list')).status).toBe(0);
  });
});

describe('the number of arguments', () => {
  it.each([
    [
      ['node', 'ls', 'x'],
      "docker: 'docker node ls' accepts no arguments\n\nUsage:  docker node ls [OPTIONS]\n\nRun 'docker node ls --help' for more information\n",
    ],
    [
      ['stack', 'deploy'],
      "docker: 'docker stack deploy' requires 1 argument\n\nUsage:  docker stack deploy [OPTIONS] STACK\n\nRun 'docker stack deploy --help' for more information\n",
    ],
    [
      ['exec', 'a'],
      "docker: 'docker exec' requires at least 2 arguments\n\nUsage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]\n\nSee 'docker exec --help' for more information\n",
    ],
    [
      ['volume', 'create', 'a', 'b'],
      "docker: 'docker volume create' requires at most 1 argument\n\nUsage:  docker volume create [OPTIONS] [VOLUME]\n\nSRun 'docker volume create --help' for more information\n",
    ],
    [
      ['secret', 'create'],
      "docker: 'docker secret create' requires at least 1 and at most 2 arguments\n\nUsage:  docker secret create [OPTIONS] SECRET [file|-]\n\nRun 'docker secret create --help' for more information\n",
    ],
  ])('%j', async (words, err) => {
    expect(await run(...words)).toEqual({ out: '', err, status: 1 });
  });
});

describe('flags before the command', () => {
  it('prints the version', async () => {
    expect(await run('-v')).toEqual({ out: 'Docker version 28.2.2, build e6534b4\n', err: '', status: 0 });
  });
  it('checks the log level and the contexts', async () => {
    expect(await run('-l', 'X', 'node', 'ls')).toEqual({ out: '', err: 'Unable to parse logging level: X\n', status: 1 });
    expect((await run('-H', 'tcp://a', '-c', 'b', 'ps')).err).toBe('conflicting options: cannot specify both --host and --context\n');
    expect((await run('-c', 'nope', 'ps')).err).toContain('context "nope": context not found');
  });
  it('are not known behind it', async () => {
    expect((await run('node', 'ls', '--debug')).err).toContain('unknown flag: --debug\n');
  });
});

describe('the engine', () => {
  it('is asked in the version it knows', async () => {
    const old = new AnsweringEngine({ 'GET /nodes': { body: [] } }, { 'Api-Version': '1.41' });
    await docker(old, ['node', 'ls']);
    expect(old.asked).toEqual(['@1.41 GET /nodes']);
    const newer = new AnsweringEngine({ 'GET /nodes': { body: [] } }, { 'Api-Version': '1.99' });
    await docker(newer, ['node', 'ls']);
    expect(newer.asked).toEqual(['GET /nodes']);
  });
  it('may be too old for flags and commands', async () => {
    const old = new AnsweringEngine({}, { 'Api-Version': '1.41' });
    expect(await docker(old, ['service', 'create', '--oom-score-adj', '1', '--health-start-interval', '1s', 'nginx'])).toEqual({
      out: '',
      err:
        '"--health-start-interval" requires API version 1.44, but the Docker daemon API version is 1.41\n' +
        '"--oom-score-adj" requires API version 1.46, but the Docker daemon API version is 1.41\n',
      status: 1,
    });
    expect((await docker(old, ['volume', 'update', 'v'])).err).toBe(
      'docker volume update requires API version 1.42, but the Docker daemon API version is 1.41\n',
    );
  });
  it('may be missing', async () => {
    expect(await docker(noEngine, ['node', 'ls'])).toEqual({
      out: '',
      err: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n',
      status: 1,
    });
  });
  it('may refuse', async () => {
    const refusing = new AnsweringEngine({ 'GET /nodes': { refuses: [503, 'This node is not a swarm manager.'] } });
    expect(await docker(refusing, ['node', 'ls'])).toEqual({ out: '', err: 'Error response from daemon: This node is not a swarm manager.\n', status: 1 });
  });
  it('is left alone on Ctrl-C, without a word', async () => {
    expect(await docker({ request: () => Promise.reject(new Interrupted()) }, ['node', 'ls'])).toEqual({ out: '', err: '', status: 130 });
  });
});

describe('help', () => {
  it('of a group goes to stderr when its command is missing, to stdout when asked for', async () => {
    const missing = await run('node');
    const asked = await run('node', '--help');
    expect(missing).toEqual({ out: '', err: asked.out, status: 0 });
    expect(asked.out).toBe(`Usage:  docker node COMMAND

Work with the nodes of the swarm

Commands:
  demote      Turn managers into workers
  inspect     Show all there is to know about nodes
  ls          Show the nodes of the swarm
  promote     Turn workers into managers
  ps          Show the tasks of nodes, of this one if none is named
  rm          Take nodes out of the swarm
  update      Change a node

Run 'docker node COMMAND --help' for more information on a command.
`);
  });
  it('shows aliases, flags and defaults', async () => {
    expect((await run('swarm', 'join', '--help')).out).toBe(`Usage:  docker swarm join [OPTIONS] HOST:PORT

Make this node part of a swarm

Options:
      --advertise-addr string   Address nodes are told (format:
                                "<ip|interface>[:port]")
      --availability string     What the node may run: "active", "pause",
                                "drain" (default "active")
      --data-path-addr string   Address or interface of container
                                traffic, "<ip|interface>"
      --listen-addr node-addr   Address to listen on,
                                "<ip|interface>[:port]" (default 0.0.0.0:2377)
      --token string            Token to join with
`);
    expect((await run('ps', '--help')).out).toContain('Aliases:\n  docker container ls, docker container list, docker container ps, docker ps\n');
  });
  it('hides what the engine cannot do, and what makes no sense on the node', async () => {
    const old = await docker(new AnsweringEngine({}, { 'Api-Version': '1.41' }), ['service', 'create', '--help']);
    expect(old.out).not.toContain('--oom-score-adj');
    expect(old.out).toContain('--ulimit');
    const outside = await docker(new AnsweringEngine({}, { 'Api-Version': '1.50', Swarm: 'inactive' }), ['swarm', '--help']);
    expect(outside.out.match(/^ {2}\S+/gm)).toEqual(['  init', '  join']);
    const worker = await docker(new AnsweringEngine({}, { 'Api-Version': '1.50', Swarm: 'active/worker' }), ['--help']);
    expect(/Swarm Commands:\n(.*\n)\n/.exec(worker.out)?.[1]).toMatch(/^ {2}swarm /);
  });
  it('has a sentence for every command and flag', async () => {
    const { rootCommand } = await import('./command-tree.ts');
    const { commandSentence, flagSentence } = await import('./help-words.ts');
    const silent: string[] = [];
    const visit = (node: typeof rootCommand): void => {
      if (commandSentence(node.path) === '') silent.push(node.path);
      for (const flag of node.flags) if (!flag.hidden && flagSentence(node.body, flag.name) === '') silent.push(`${node.path} --${flag.name}`);
      node.subcommands.forEach(visit);
    };
    visit(rootCommand);
    expect(silent).toEqual([]);
  });
  it('breaks sentences as pflag does', () => {
    expect(wrapSentence('aaa bbb ccc', 10, 79)).toBe('aaa bbb ccc');
    expect(wrapSentence('the quick brown fox jumps over the lazy dog', 50, 79)).toBe(`the quick brown fox\n${' '.repeat(50)}jumps over the lazy dog`);
    expect(wrapSentence('some words', 70, 79)).toBe(`\n${' '.repeat(16)}some words`);
    expect(wrapSentence('some words', 20, 30)).toBe('some words');
  });
});
