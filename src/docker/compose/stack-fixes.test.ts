import { describe, expect, it } from 'vitest';
import { checkStack } from './check-stack.ts';
import { fillWords, stackFixTitles, stackHints } from './stack-hints.ts';
import type { StackFix, StackProblem, StackText } from './stack-problem.ts';

const PATH = '/root/stack.yml';
const problemsOf = (text: string): readonly StackProblem[] => checkStack([{ path: PATH, content: text }]);

function applied(text: string, fix: StackFix): string {
  const lines = text.split('\n');
  const offset = (line: number, column: number): number => lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  let result = '';
  let from = 0;
  for (const { range, text: replacement } of fix.edits) {
    result += text.slice(from, offset(range.line, range.column)) + replacement;
    from = offset(range.endLine, range.endColumn);
  }
  return result + text.slice(from);
}

/** The first problem's hint, the titles of its fixes, and the text after the first of them. */
function mended(text: string): { readonly hint: string; readonly titles: readonly string[]; readonly text: string } {
  const problem = problemsOf(text).find(({ fixes }) => fixes.length > 0) ?? problemsOf(text)[0];
  if (problem === undefined) throw new Error('there is no problem');
  const [fix] = problem.fixes;
  return {
    hint: fillWords(stackHints[problem.hint].en, problem.words),
    titles: problem.fixes.map(({ title, words }) => fillWords(stackFixTitles[title].en, words)),
    text: fix === undefined ? '' : applied(text, fix),
  };
}

const service = (rest: string): string => `services:\n  web:\n    image: nginx\n${rest}`;

describe('frequent mistakes and what mends them', () => {
  it.each([
    [
      'a tab as indentation',
      service('    deploy:\n\t\t\treplicas: 5\n'),
      'Indent with spaces: YAML does not allow tabs here.',
      'Replace the tabs with spaces',
      service('    deploy:\n      replicas: 5\n'),
    ],
    [
      'one line with a tab among lines with spaces',
      service('    deploy:\n\treplicas: 5\n      mode: replicated\n'),
      'Indent with spaces: YAML does not allow tabs here.',
      'Replace the tabs with spaces',
      service('    deploy:\n      replicas: 5\n      mode: replicated\n'),
    ],
    [
      'deploy beside the services',
      service('  deploy:\n    replicas: 5\n    resources:\n      limits:\n        cpus: "0.5"\n'),
      'deploy: stands beside the services; it belongs inside of web:, further to the right.',
      'Move it under web:',
      service('    deploy:\n      replicas: 5\n      resources:\n        limits:\n          cpus: "0.5"\n'),
    ],
    [
      'deploy at the top of the file',
      service('deploy:\n  replicas: 5\n'),
      'deploy: stands beside the services; it belongs inside of web:, further to the right.',
      'Move it under web:',
      service('    deploy:\n      replicas: 5\n'),
    ],
    [
      'deploy too far to the right',
      service('    environment:\n      A: b\n      deploy:\n        replicas: 5\n'),
      'deploy: is a key of the service: move it out of environment:, further to the left.',
      'Move it under web:',
      service('    environment:\n      A: b\n    deploy:\n      replicas: 5\n'),
    ],
    [
      'deploy one space short',
      service('    ports:\n      - "80:80"\n   deploy:\n     replicas: 5\n'),
      'Keys of one mapping must begin in the same column.',
      'Indent the line like the keys around it',
      service('    ports:\n      - "80:80"\n    deploy:\n      replicas: 5\n'),
    ],
    [
      'replicas outside of deploy',
      service('    replicas: 5\n    deploy:\n      mode: replicated\n'),
      'This key belongs under deploy:.',
      'Move it under deploy:',
      service('    deploy:\n      mode: replicated\n      replicas: 5\n'),
    ],
    [
      'cpus in a service',
      service('    cpus: "0.5"\n'),
      'This key belongs under deploy.resources.limits:.',
      'Move it under limits:',
      service('    deploy:\n      resources:\n        limits:\n          cpus: "0.5"\n'),
    ],
    [
      'a misspelt key',
      service('    enviroment:\n      - A=b\n'),
      'Not known here; environment is probably meant.',
      'Write environment',
      service('    environment:\n      - A=b\n'),
    ],
    [
      'a service without services',
      'web:\n  image: nginx\n  ports: ["80:80"]\n',
      'Services stand under services:, indented.',
      'Move it under services:',
      'services:\n  web:\n    image: nginx\n    ports: ["80:80"]\n',
    ],
    [
      'a missing network',
      service('    networks:\n      - front\n'),
      'Define the network front under networks: at the top level of the file.',
      'Define front under networks:',
      service('    networks:\n      - front\nnetworks:\n  front:\n'),
    ],
    [
      'a network that is nearly there',
      service('    networks: [frnt]\nnetworks:\n  front:\n'),
      'Define the network frnt under networks: at the top level of the file.',
      'Write front',
      service('    networks: [front]\nnetworks:\n  front:\n'),
    ],
    [
      'a missing volume beside others',
      service('    volumes: ["data:/data"]\nvolumes:\n  other:\n    driver: local\n# end\n'),
      'Define the volume data under volumes: at the top level of the file.',
      'Define data under volumes:',
      service('    volumes: ["data:/data"]\nvolumes:\n  other:\n    driver: local\n  data:\n# end\n'),
    ],
    [
      'a missing secret',
      service('    secrets: [pass]\n'),
      'Define the secret pass under secrets: at the top level of the file.',
      'Define pass under secrets:, from a file',
      service('    secrets: [pass]\nsecrets:\n  pass:\n    file: ./pass\n'),
    ],
    [
      'a missing config, and no line break at the end',
      service('    configs:\n      - source: site'),
      'Define the config site under configs: at the top level of the file.',
      'Define site under configs:, from a file',
      service('    configs:\n      - source: site\nconfigs:\n  site:\n    file: ./site'),
    ],
    ['a version without quotes', `version: 3.8\n${service('')}`, 'Put the version in quotes.', 'Write "3.8"', `version: "3.8"\n${service('')}`],
    [
      'another version',
      `version: "2.4"\n${service('')}`,
      'Use a version from "3.0" to "3.13", or none.',
      'Write version: "3.8"',
      `version: "3.8"\n${service('')}`,
    ],
    [
      'a key of a later version',
      `version: "3.2"\n${service('    init: true\n')}`,
      'The format knows this key from version 3.7 on.',
      'Write version: "3.7"',
      `version: "3.7"\n${service('    init: true\n')}`,
    ],
    [
      'a number for cpus',
      service('    deploy:\n      resources:\n        limits: {cpus: 0.50}\n'),
      'Put the number in quotes: here a text is expected.',
      'Write "0.50"',
      service('    deploy:\n      resources:\n        limits: {cpus: "0.50"}\n'),
    ],
    [
      'thousandths of a CPU',
      service('    deploy:\n      resources:\n        limits: {cpus: 250m}\n'),
      'Write CPUs as a number in quotes: "0.5" is half a CPU.',
      'Write "0.25"',
      service('    deploy:\n      resources:\n        limits: {cpus: "0.25"}\n'),
    ],
    [
      'a duration without unit',
      service('    stop_grace_period: 10\n'),
      'Write a duration with its unit: 10s, 1m30s.',
      'Write 10s',
      service('    stop_grace_period: 10s\n'),
    ],
    [
      'a duration with a long unit',
      service('    healthcheck: {interval: 2 min}\n'),
      'Write a duration with its unit: 10s, 1m30s.',
      'Write 2m',
      service('    healthcheck: {interval: 2m}\n'),
    ],
    [
      'a port in quotes that is a number',
      service('    ports: [{target: 80, published: "8080"}]\n'),
      'Write the number without quotes.',
      'Write 8080',
      service('    ports: [{target: 80, published: 8080}]\n'),
    ],
    [
      'a port of base 60 without quotes',
      service('    ports:\n      - 22:22\n'),
      'Put this port in quotes: other readers of YAML take it for a number of base 60.',
      'Write "22:22"',
      service('    ports:\n      - "22:22"\n'),
    ],
    [
      'ports that are no list',
      service('    ports: 80:80\n'),
      'Here a list is expected: lines that begin with a dash.',
      'Write ["80:80"]',
      service('    ports: ["80:80"]\n'),
    ],
    [
      'a port with blanks',
      service('    ports: ["80 : 80"]\n'),
      'Write ports as "8080:80" or "8080:80/udp".',
      'Write "80:80"',
      service('    ports: ["80:80"]\n'),
    ],
    ['yes for true', service('    tty: yes\n'), 'Write true or false: yes, no, on and off are texts.', 'Write true', service('    tty: true\n')],
    [
      'a boolean in environment',
      service('    environment:\n      DEBUG: true\n'),
      'Put this value in quotes: here a text is expected.',
      'Write "true"',
      service('    environment:\n      DEBUG: "true"\n'),
    ],
    [
      'conditions of depends_on',
      service('    depends_on:\n      db:\n        condition: service_healthy\n      cache:\n        condition: service_started\n'),
      'In a stack file this is a list of names, without conditions.',
      'Make it a list of names',
      service('    depends_on:\n      - db\n      - cache\n'),
    ],
    [
      'a misspelt mode',
      service('    deploy:\n      mode: globl\n'),
      'Only these words are allowed here: replicated, global, replicated-job, global-job.',
      'Write global',
      service('    deploy:\n      mode: global\n'),
    ],
    [
      'a misspelt order',
      service('    deploy: {update_config: {order: start_first}}\n'),
      'Only these words are allowed here: start-first, stop-first.',
      'Write start-first',
      service('    deploy: {update_config: {order: start-first}}\n'),
    ],
    [
      'replicas of a global service',
      service('    deploy:\n      mode: global\n      replicas: 2\n'),
      'A global service has one task on every node, and no replicas.',
      'Remove replicas',
      service('    deploy:\n      mode: global\n'),
    ],
    [
      'the same item twice',
      service('    cap_add:\n      - A\n      - A\n'),
      'Each item may stand only once.',
      'Remove A',
      service('    cap_add:\n      - A\n'),
    ],
    ['the same item twice in one line', service('    cap_add: [A, B, A]\n'), 'Each item may stand only once.', 'Remove A', service('    cap_add: [A, B]\n')],
    [
      'a mount without type',
      service('    volumes:\n      - source: ./x\n        target: /x\n'),
      'The key type: is needed here.',
      'Add type: bind',
      service('    volumes:\n      - type: bind\n        source: ./x\n        target: /x\n'),
    ],
    [
      'a lone dollar sign',
      service('    command: echo $X 5$\n'),
      'Write a dollar sign as $$, a variable as ${NAME}.',
      'Write echo $X 5$$',
      service('    command: echo $X 5$$\n'),
    ],
    ['a value that begins with @', service('    user: @me\n'), 'Put this value in quotes.', 'Put the value in quotes', service("    user: '@me'\n")],
    [
      'a colon in a value',
      service('    hostname: a: b\n'),
      'A value that contains a colon and a blank needs quotes; or a line above lacks its colon.',
      'Put the value in quotes',
      service("    hostname: 'a: b'\n"),
    ],
    [
      'no blank behind a colon',
      'services:\n  web:\n    image:nginx\n    tty: true\n',
      'A value that contains a colon and a blank needs quotes; or a line above lacks its colon.',
      'Put a space behind the colon',
      'services:\n  web:\n    image: nginx\n    tty: true\n',
    ],
    [
      'restart',
      service('    restart: unless-stopped\n    tty: true\n'),
      'A swarm ignores this key.',
      'Write deploy.restart_policy.condition: any instead',
      service('    tty: true\n    deploy:\n      restart_policy:\n        condition: any\n'),
    ],
    [
      'a size with a unit that nobody has',
      service('    deploy:\n      resources:\n        limits:\n          memory: 50mbs\n'),
      'Write a size with its unit: 50M, 1G.',
      'Write 50M',
      service('    deploy:\n      resources:\n        limits:\n          memory: 50M\n'),
    ],
    [
      'a size without a unit',
      service('    deploy: {resources: {limits: {memory: 512}}}\n'),
      'Write a size with its unit: 50M, 1G.',
      'Write 512M',
      service('    deploy: {resources: {limits: {memory: 512M}}}\n'),
    ],
    [
      'a condition of docker run',
      service('    deploy:\n      restart_policy:\n        condition: always\n'),
      'Only these words are allowed here: none, on-failure, any.',
      'Write any',
      service('    deploy:\n      restart_policy:\n        condition: any\n'),
    ],
    [
      'a constraint with one sign',
      service('    deploy:\n      placement:\n        constraints:\n          - node.role = manager\n'),
      'Write a constraint with == or !=: node.role == worker.',
      'Write node.role == manager',
      service('    deploy:\n      placement:\n        constraints:\n          - node.role == manager\n'),
    ],
    ['a container name', service('    container_name: x\n'), 'This key has no effect any more.', 'Remove container_name', service('')],
    [
      'mem_limit',
      service('    mem_limit: 64m\n    deploy:\n      replicas: 1\n'),
      'Docker Swarm does not accept this key.',
      'Write deploy.resources.limits.memory: 64m instead',
      service('    deploy:\n      replicas: 1\n      resources:\n        limits:\n          memory: 64m\n'),
    ],
    [
      'an outdated external name',
      service('    networks: [n]\nnetworks:\n  n:\n    external:\n      name: x\n'),
      'Write external: true and name: instead.',
      'Write external: true, name: x',
      service('    networks: [n]\nnetworks:\n  n:\n    external: true\n    name: x\n'),
    ],
  ])('%s', (_, text, hint, title, after) => {
    const result = mended(text);
    expect([result.hint, result.titles[0], result.text]).toEqual([hint, title, after]);
    expect(problemsOf(after).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('offers more than one way where there is one', () => {
    expect(mended(service('    networks: [frnt]\nnetworks:\n  front:\n')).titles).toEqual([
      'Write front',
      'Define frnt under networks:',
      'Define frnt under networks: as external',
    ]);
  });

  it('leaves alone what other places share', () => {
    const shared = 'x-a: &a\n  tty: yes\nservices:\n  web:\n    <<: *a\n    image: nginx\n';
    expect(problemsOf(shared).map(({ line, hint, fixes }) => [line, hint, fixes])).toEqual([[2, 'yes-no-boolean', []]]);
  });
});

describe('several files', () => {
  const base: StackText = { path: '/root/a.yml', content: service('    networks: [front]\nnetworks:\n  front:\n') };
  it('are checked together', () => {
    const over: StackText = { path: '/root/b.yml', content: 'services:\n  web:\n    networks: [front, back]\n    ports: ["80:80"]\n' };
    expect(checkStack([base]).length).toBe(0);
    expect(checkStack([base, over]).map(({ path, line, column, hint, words }) => [path, line, column, hint, words])).toEqual([
      ['/root/b.yml', 3, 23, 'undefined-network', { name: 'back' }],
    ]);
  });

  it('tell a mistake of one of them where it is', () => {
    const over: StackText = { path: '/root/b.yml', content: 'services:\n  web:\n    prots: ["80:80"]\n' };
    expect(checkStack([base, over]).map(({ path, line, hint }) => [path, line, hint])).toEqual([['/root/b.yml', 3, 'unknown-key-near']]);
    expect(checkStack([base, { path: '/root/b.yml', content: `version: "3.7"\n` }]).map(({ path, message }) => [path, message])).toEqual([
      ['/root/b.yml', 'version mismatched between two composefiles : 3.13 and 3.7'],
    ]);
  });
});

describe('files beside', () => {
  const files: StackText[] = [
    {
      path: '/srv/a.yml',
      content: service(
        '    env_file: [vars.env, ./other.env]\n    secrets: [p]\nsecrets:\n  p: {file: ../p.txt}\nconfigs: {c: {file: c}, d: {external: true}}\n',
      ),
    },
  ];
  const errors = (read?: (path: string) => string | undefined): unknown[] =>
    checkStack(files, read).flatMap(({ severity, line, message, hint }) => (severity === 'error' ? [[line, message, hint]] : []));

  it('are asked for where somebody can tell', () => {
    expect(errors()).toEqual([]);
    expect(errors((path) => (path === '/srv/vars.env' ? 'A=1' : undefined))).toEqual([
      [4, 'open /srv/other.env: no such file or directory', 'missing-file'],
      [7, 'open /p.txt: no such file or directory', 'missing-file'],
      [8, 'open /srv/c: no such file or directory', 'missing-file'],
    ]);
    expect(errors(() => ' x y=1')).toEqual([[4, "invalid env file (/srv/vars.env): variable 'x y' contains whitespaces", 'bad-value']]);
  });
});
