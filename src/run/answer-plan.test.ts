import { describe, expect, it } from 'vitest';
import { createShell } from '../docker/shell/create-shell.ts';
import { answerPlan } from './answer-plan.ts';
import { COURSE_STACK, defaultScenario, STACK_FILE } from './default-scenario.ts';
import { restore } from './restore.ts';
import type { Run, RunServices } from './run.ts';

let asked = 0;
const services: RunServices = {
  turn: () => new Promise((resolve) => setImmediate(resolve)),
  loadShell: async () => ({ createShell }),
  plan: (run, request) => {
    asked += 1;
    return answerPlan(run, request, services);
  },
};

const courseRun = (): Promise<Run> => restore({ scenario: defaultScenario(), inputs: [], now: 60_000 }, services);

async function execute(run: Run, line: string): Promise<string> {
  let output = '';
  const sink = { write: (text: string) => (output += text) };
  const status = await run.execute('DC2-N1', line, { stdout: sink, stderr: sink });
  return status === 0 ? output : `${output}[exit ${status}]\n`;
}

describe('swarmarium plan', () => {
  it('tells in words what a deploy would do', async () => {
    const run = await courseRun();
    run.writeFile(STACK_FILE, COURSE_STACK.replace('replicas: 5', 'replicas: 6').replace('50M', '60M'));
    const plan = await execute(run, 'swarmarium plan -c docker-stack.yml mystack');
    expect(plan.replace(/\d+(?:\.\d)?s\b/g, '…s')).toBe(
      [
        'Plan for stack mystack: docker stack deploy --resolve-image always -c /root/docker-stack.yml mystack',
        '',
        '= network mystack_webnet  there, stays as it is',
        '~ service mystack_web  update, 5 tasks restart, 1 task new',
        '    deploy.replicas                 5 -> 6',
        '    deploy.resources.limits.memory  50M -> 60M  (restarts tasks)',
        '    replaces 5 tasks in 5 groups: 1 at a time, stop-first; on failure: pause',
        '    mystack_web.1  group 1: DC2-N2 -> DC2-N1  from …s, runs at …s',
        '    mystack_web.6  starts on DC2-N2  from …s, runs at …s',
        '    mystack_web.2  group 2: replaced on DC2-N3  from …s, runs at …s',
        '    mystack_web.3  group 3: replaced on DC2-N1  from …s, runs at …s',
        '    mystack_web.4  group 4: replaced on DC2-N2  from …s, runs at …s',
        '    mystack_web.5  group 5: replaced on DC2-N3  from …s, runs at …s',
        '',
        '1 service: 1 to update. At rest after …s.',
        '',
      ].join('\n'),
    );
  });

  it('counts what was done before, takes variables and the standard input, and ends as the deploy would', async () => {
    const run = await courseRun();
    await execute(run, 'docker service scale mystack_web=2');
    await execute(run, 'printf \'services:\\n  web: {image: "nginx:${TAG}", networks: [n]}\\nnetworks: {n: }\\n\' > x.yml');
    const plan = await execute(run, 'TAG=1.27 swarmarium plan --prune --resolve-image=never -c x.yml mystack | grep -e image -e -');
    expect(plan).toContain('    image                            daviddavistx/webserver:1 -> nginx:1.27  (restarts tasks)\n');
    expect(plan).toContain('    deploy.replicas                  2 -> 1\n');
    expect(await execute(run, 'echo "services: {a: {image: b, secrets: [s]}}" | swarmarium plan -c - other')).toBe(
      'Plan for stack other: docker stack deploy --resolve-image always -c /root/.stdin.yml other\n\n+ network other_default  create\n\n' +
        'The deploy fails:\nservice a: undefined secret "s"\n\nWhat is listed above is done before.\n[exit 1]\n',
    );
    expect(await execute(run, 'docker stack ls')).toBe('NAME      SERVICES\nmystack   1\n');
  });

  it('is answered again as it was when a run is replayed, and asked once for each time it is typed', async () => {
    asked = 0;
    const line = (at: number, text: string) => ({ at, input: { kind: 'line', host: 'DC2-N1', text, from: 'terminal' } as const });
    const inputs = [
      line(20_000, 'swarmarium plan -c docker-stack.yml mystack | grep -q unchanged && docker service scale -d mystack_web=3'),
      line(30_000, 'swarmarium plan -c docker-stack.yml mystack'),
      line(31_000, 'swarmarium plan -c docker-stack.yml mystack'),
    ];
    const run = await restore({ scenario: defaultScenario(), inputs, now: 40_000 }, services);
    expect(asked).toBe(3);
    const shown = run.takeFrame().output.map(({ data }) => data);
    expect(shown.join('')).toContain('deploy.replicas  3 -> 5');
  });

  it('says what it is for, and what is wrong with how it is typed', async () => {
    const run = await courseRun();
    expect(await execute(run, 'swarmarium')).toContain('plan        Tell what');
    expect(await execute(run, 'swarmarium plan --help')).toContain('-c, --compose-file strings');
    expect(await execute(run, 'swarmarium plan x')).toBe('Specify a Compose file (with --compose-file)\n[exit 1]\n');
    expect(await execute(run, 'swarmarium plan -c none.yml x')).toBe('open none.yml: no such file or directory\n[exit 1]\n');
    expect(await execute(run, 'swarmarium plan -c docker-stack.yml')).toContain("'swarmarium plan' requires 1 argument\n");
    expect(await execute(run, 'swarmarium plan --pune -c docker-stack.yml x')).toContain('unknown flag: --pune\n');
    expect(await execute(run, 'swarmarium plan --resolve-image no -c docker-stack.yml x')).toBe('Invalid option no for flag --resolve-image\n[exit 1]\n');
    expect(await execute(run, 'swarmarium plane')).toContain("'plane' is not a swarmarium command");
    const completed = async (text: string): Promise<readonly string[]> => (await run.complete('DC2-N1', text, text.length)).words;
    expect(await completed('swarm')).toEqual(['swarmarium']);
    expect(await completed('swarmarium p')).toEqual(['plan']);
    expect(await completed('swarmarium plan --')).toEqual(['--compose-file', '--help', '--prune', '--resolve-image']);
    expect(await completed('swarmarium plan -c dock')).toEqual(['docker-stack.yml']);
    expect(await completed('swarmarium plan -c docker-stack.yml my')).toEqual(['mystack']);
  });
});
