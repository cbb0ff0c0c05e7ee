import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createShell } from '../../docker/shell/create-shell.ts';
import { clusterScenario } from '../cluster-shape.ts';
import { defaultScenario } from '../default-scenario.ts';
import type { Input, LoggedInput } from '../input.ts';
import type { Recording } from '../recording.ts';
import { replayTranscript } from '../replay-transcript.ts';
import { toBadge, toMarkdown } from './to-markdown.ts';
import { toShellScript } from './to-shell-script.ts';
import { toTranscript } from './to-transcript.ts';

const line = (at: number, text: string, host = 'DC2-N1'): LoggedInput => ({ at, input: { kind: 'line', host, text, from: 'terminal' } });
const other = (at: number, input: Input): LoggedInput => ({ at, input });
const story: Recording = {
  scenario: defaultScenario(),
  inputs: [
    other(8000, { kind: 'resize', host: 'DC2-N1', columns: 90, rows: 20 }),
    line(8000, 'docker service create --name webapp1 --replicas 6 nginx'),
    other(20_000, { kind: 'file', path: '/root/two.yml', content: 'services:\n  api:\n    image: httpd\n' }),
    line(20_000, 'docker stack deploy -c two.yml two'),
    line(31_500, 'watch -n 2 docker service ls', 'DC2-N1'),
    other(36_000, { kind: 'keys', host: 'DC2-N1', data: '\u0003' }),
    line(40_000, 'docker service ls | grep "web" && echo \'it is\' there'),
    other(60_000, { kind: 'fault', host: 'DC2-N3', fault: 'power-off' }),
    other(110_000, { kind: 'fault', host: 'DC2-N3', fault: 'power-on' }),
    line(140_000, 'docker node ls'),
  ],
  now: 150_000,
};
/** Everything a stranger may put into names and lines. */
const hostile = '</pre><script>alert(1)</script>`$(touch pwned)` \'";\nrm -rf / #\u001b[2J[x](javascript:alert(1)) **b** ![i](http://evil/) EOF\n```\nEOF\n';
const nasty: Recording = {
  scenario: { ...defaultScenario(hostile), title: hostile, setup: [{ kind: 'request', host: 'DC2-N1', path: `/x'; touch pwned; '`, body: { Name: hostile } }] },
  inputs: [line(1, hostile), other(2, { kind: 'file', path: `/root/a'b\n`, content: hostile }), other(3, { kind: 'keys', host: 'DC2-N1', data: hostile })],
  now: 10,
};

/** What of a Markdown text is neither in a fence, nor in a code span, nor escaped (CommonMark). */
const outsideOfCode = (text: string): string => {
  let out = '';
  let fence = '';
  for (const row of text.split('\n')) {
    if (fence !== '') {
      if (row === fence) fence = '';
      continue;
    }
    fence = /^(`{3,})[a-z]*$/.exec(row)?.[1] ?? '';
    if (fence !== '') continue;
    for (let i = 0; i < row.length; i++) {
      const ticks = /^`+/.exec(row.slice(i))?.[0] ?? '';
      if (row[i] === '\\') i++;
      else if (ticks !== '') {
        const end = new RegExp(`(?<!\`)${ticks}(?!\`)`).exec(row.slice(i + ticks.length));
        i += ticks.length + (end ? end.index + ticks.length : 0) - 1;
      } else out += row[i];
    }
    out += '\n';
  }
  return out;
};

describe('a run as Markdown', () => {
  it('tells what was done when, with the link', () => {
    const text = toMarkdown(story, 'https://example.org/#v2.abc');
    expect(text).toContain('# The course: one stack, three nodes\n\n[Open in Swarmarium](https://example.org/#v2.abc)');
    expect(text).toContain('- `00:00:08` DC2-N1 `docker service create --name webapp1 --replicas 6 nginx`');
    expect(text).toContain('- `00:01:00` DC2-N3: the power goes out');
    expect(text).toContain('```yaml\nservices:\n  api:\n    image: httpd\n```');
    expect(toBadge('https://example.org/badge.svg', 'https://example.org/#v2.abc')).toBe(
      '[![Open in Swarmarium](https://example.org/badge.svg)](https://example.org/#v2.abc)',
    );
  });

  it('lets nothing of a stranger’s become markup', () => {
    const text = toMarkdown(nasty, 'https://example.org/#v2.abc');
    expect(text).not.toContain('\u001b');
    const outside = outsideOfCode(text);
    expect(outside).not.toMatch(/<|(?<!\\)\*\*|(?<!\\)!\[|\]\(javascript/);
    expect(outside.match(/\]\(/g)).toHaveLength(1);
  });
});

describe('a run as a shell script', () => {
  it('is one line a command', () => {
    const script = toShellScript(story);
    expect(script).toContain("on DC2-N1 'docker service create --name webapp1 --replicas 6 nginx'");
    expect(script).toContain("on DC2-N1 'docker swarm init --advertise-addr 10.35.3.145'");
    expect(script).toContain("cat > /root/two.yml' <<'EOF'\nservices:");
    expect(script).toContain("'docker service ls | grep \"web\" && echo '\\''it is'\\'' there'");
    expect(script).toContain('# 00:01:00 DC2-N3: the power goes out');
    execFileSync('sh', ['-n'], { input: script });
  });

  it('quotes whatever a stranger put into it', () => {
    const script = toShellScript(nasty).replace('on() { ssh "$1" "$2"; }', 'on() { printf "%s\\n" "host $1" "line $2"; cat <&0 | head -c 0; }');
    execFileSync('sh', ['-n'], { input: script });
    expect(script).not.toContain('\u001b');
    // Run with a harmless `on`: nothing is carried out here, every text arrives as one argument.
    const out = execFileSync('sh', ['-c', script], { encoding: 'utf8', input: '', cwd: '/tmp' });
    expect(out).toContain('rm -rf / #');
    expect(out.match(/^host DC2-N1$/gm)?.length).toBeGreaterThanOrEqual(4);
    expect(execFileSync('sh', ['-c', 'ls /tmp/pwned 2>/dev/null || echo none'], { encoding: 'utf8' })).toBe('none\n');
  });
});

describe('a shell script that is run', () => {
  const own = defaultScenario();
  const text = '</pre>`$(touch pwned)` "it\'s" $HOME * \\ ; touch pwned';
  const recording = (folder: string): Recording => ({
    scenario: {
      ...own,
      title: `${text}\ntouch pwned`,
      seed: text,
      hosts: own.hosts.map((host, i) => ({ ...host, address: i === 0 ? '1.2.3.4"; touch pwned; $(touch pwned)' : host.address, labels: { [text]: text } })),
      setup: [{ kind: 'request', host: 'DC2-N1', path: `/x'; touch pwned; '`, body: { Name: text } }],
    },
    inputs: [
      line(1, `docker service create --name "a b" --env 'X=$HOME' --label "x=it's" nginx; docker ps | cat`),
      line(2, 'docker service ls \\\n  --quiet', 'DC2-N2'),
      other(3, { kind: 'fault', host: 'DC2-N3', fault: 'engine-stop' }),
      other(4, { kind: 'file', path: `${folder}/it's; touch pwned.yml`, content: `${text}\nEOF\n` }),
    ],
    now: 10,
  });

  it.each(['sh', 'bash'])('by %s hands docker each word as it was written, and carries out nothing that stands in a name', (shell) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'swarmarium-'));
    const tool = (name: string, content: string): void => {
      writeFileSync(path.join(folder, name), `#!/bin/sh\n${content}\n`);
      chmodSync(path.join(folder, name), 0o755);
    };
    try {
      // What the script reaches hosts by, and what it would do there: each prints its words.
      tool('ssh', 'HOST="$1"; export HOST; exec sh -c "$2"');
      for (const name of ['docker', 'sudo', 'curl'])
        tool(name, `[ "$2" = join-token ] && echo TOKEN && exit; printf '${name} @%s' "$HOST"; for word; do printf ' <%s>' "$word"; done; echo`);
      const out = execFileSync(shell, {
        encoding: 'utf8',
        input: toShellScript(recording(folder)),
        cwd: folder,
        env: { PATH: `${folder}:${process.env['PATH']}`, HOME: '/home' },
      });
      expect(out.split('\n')).toEqual([
        'docker @DC2-N1 <swarm> <init> <--advertise-addr> <1.2.3.4"; touch pwned; $(touch pwned)>',
        ...['DC2-N2', 'DC2-N3'].map((host) => `docker @${host} <swarm> <join> <--token> <TOKEN> <1.2.3.4"; touch pwned; $(touch pwned):2377>`),
        ...['DC2-N1', 'DC2-N2', 'DC2-N3'].map((host) => `docker @DC2-N1 <node> <update> <--label-add> <${text}=${text}> <${host}>`),
        expect.stringContaining(`<-d> <${JSON.stringify({ Name: text })}> <http://localhost/x'; touch pwned; '>`),
        "docker @DC2-N1 <service> <create> <--name> <a b> <--env> <X=$HOME> <--label> <x=it's> <nginx>",
        'docker @DC2-N1 <ps>',
        'docker @DC2-N2 <service> <ls> <--quiet>',
        'sudo @DC2-N3 <systemctl> <stop> <docker>',
        '',
      ]);
      expect(readFileSync(path.join(folder, "it's; touch pwned.yml"), 'utf8')).toBe(`${text}\nEOF\n`);
      expect(existsSync(path.join(folder, 'pwned'))).toBe(false);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a run as a transcript', () => {
  const services = { turn: () => new Promise<void>((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) };
  const replayed = async (text: string): Promise<string> => {
    let out = '';
    await replayTranscript(text, (part) => (out += part), services);
    return out;
  };

  it('replays to the same outputs', async () => {
    const script = toTranscript(story) as string;
    const transcript = await replayed(script);
    expect(transcript).toContain('[DC2-N1]$ docker stack deploy -c docker-stack.yml mystack\n');
    expect(transcript).toContain('[DC2-N1]$ timeout 5 watch -n 2 docker service ls');
    expect(transcript).toMatch(/webapp1 +replicated +6\/6/);
    expect(transcript).toMatch(/\nstop DC2-N3\n[\s\S]*\nstart DC2-N3\n[\s\S]*DC2-N3 +Ready/);
    // What was printed is passed over when it is replayed: script and outputs in one file.
    expect(await replayed(transcript)).toBe(transcript);
  });

  it('says what it cannot hold', () => {
    expect(
      toTranscript({ ...story, scenario: { ...story.scenario, hosts: [{ name: 'alpha', address: '10.0.0.1', cpus: 1, memoryBytes: 1 }], swarm: undefined } }),
    ).toEqual({
      reason: 'hosts',
    });
    expect(toTranscript(nasty)).toEqual({ reason: 'setup' });
    const zones = clusterScenario({ managers: 1, workers: 1, loose: 0, zones: 2, course: false }, 's');
    expect(toTranscript({ scenario: zones, inputs: [], now: 0 })).toContain('docker node update --label-add zone=b DC2-N2');
  });

  it('holds a stranger’s lines in one line each', () => {
    const text = toTranscript({ ...nasty, scenario: defaultScenario() }) as string;
    expect(text).not.toContain('\u001b');
    expect(text.split('\n').filter((each) => each.includes('rm -rf'))).toHaveLength(1);
    expect(text).toContain('# a file that a transcript cannot hold');
  });
});
