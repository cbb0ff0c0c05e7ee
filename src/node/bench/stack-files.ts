import { checkStack } from '../../docker/compose/check-stack.ts';
import { COURSE_STACK, defaultScenario, STACK_FILE } from '../../run/default-scenario.ts';
import { makePlan } from '../../run/make-plan.ts';
import { restore } from '../../run/restore.ts';
import { best, cpuMsOf, type Figure, rounded } from './figure.ts';
import { services } from './playground.ts';

const service = (index: number): string =>
  `  s${index}:\n    image: nginx:1.27\n    networks: [front]\n    deploy:\n      replicas: ${index}\n      resources:\n        limits:\n          cpus: "0.5"\n`;
const FIVE_HUNDRED_LINES = `services:\n${Array.from({ length: 62 }, (_, index) => service(index)).join('')}networks:\n  front:\n`;
const TEN_MEGABYTES = `services:\n${service(1).repeat(80_000)}`;
const BOMB = [...'abcdefghij']
  .map(
    (letter, index, all) =>
      `x-${letter}: &${letter} [${Array(9)
        .fill(index === 0 ? 'x' : `*${all[index - 1]}`)
        .join(', ')}]\n`,
  )
  .join('');

/** Checking while somebody types, and the plan before a deploy. */
export async function stackFiles(): Promise<Figure[]> {
  return [
    { what: 'check a stack file of 500 lines, CPU', value: rounded(await best(20, () => checked(FIVE_HUNDRED_LINES))), unit: 'ms', aim: 20 },
    {
      what: 'check it with a fault of YAML and look for what mends it, CPU',
      value: rounded(await best(5, () => checked(broken(FIVE_HUNDRED_LINES)))),
      unit: 'ms',
      aim: 50,
    },
    { what: 'answer a file of 10 MB, CPU', value: rounded(await best(3, () => checked(TEN_MEGABYTES))), unit: 'ms', aim: 200 },
    { what: 'answer a bomb of aliases, CPU', value: rounded(await best(3, () => checked(BOMB))), unit: 'ms', aim: 200 },
    { what: 'plan a deploy on the default cluster after ten minutes, CPU', value: rounded(await best(5, planned)), unit: 'ms', aim: 300 },
  ];
}

function checked(content: string): Promise<number> {
  return cpuMsOf(async () => {
    checkStack([{ path: '/root/stack.yml', content }]);
  });
}

/** With one line a space too far to the left. */
function broken(text: string): string {
  return text.replace('    deploy:\n      replicas: 30', '   deploy:\n      replicas: 30');
}

async function planned(): Promise<number> {
  const run = await restore({ scenario: defaultScenario(), inputs: [], now: 600_000 }, services);
  const content = COURSE_STACK.replace('replicas: 5', 'replicas: 7').replace('50M', '60M');
  return cpuMsOf(async () => {
    await makePlan(run, { stack: 'mystack', files: [{ path: STACK_FILE, content }], prune: false }, services);
  });
}
