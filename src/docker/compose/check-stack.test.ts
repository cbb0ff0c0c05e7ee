import { describe, expect, it } from 'vitest';
import { checkStack } from './check-stack.ts';

/** `line:column-endColumn severity hint message`. */
const check = (text: string): string[] =>
  checkStack([{ path: '/root/stack.yml', content: text }]).map((problem) =>
    `${problem.line}:${problem.column}-${problem.endColumn} ${problem.severity} ${problem.hint} ${problem.message}`.trimEnd(),
  );

describe('problems of YAML', () => {
  it.each([
    ['services:\n  web:\n    deploy:\n\treplicas: 5\n', '4:1-13 error tab-indent yaml: line 4: found character that cannot start any token'],
    ['services:\n  web:\n    image: nginx\n   deploy:\n', '4:4-11 error yaml-indent yaml: line 1: did not find expected key'],
    ['a: b: c\n', '1:5-8 error yaml-colon yaml: mapping values are not allowed in this context'],
    ['a: [1\nb: 2\n', "2:2-5 error yaml-bracket yaml: line 1: did not find expected ',' or ']'"],
    ['services: {}\nservices: {}\n', '2:1-9 error duplicate-key yaml: line 2: mapping key "services" already defined at line 1'],
    ['- a\n', '1:1-4 error not-a-mapping top-level object must be a mapping'],
  ])('%j', (text, expected) => expect(check(text)).toEqual([expected]));
});

describe('problems of the format', () => {
  it.each([
    ['services:\n  web:\n    image: nginx\n    replicas: 3\n', '4:5-13 error belongs-under services.web Additional property replicas is not allowed'],
    ['services:\n  web:\n    image: nginx\n    foo: 3\n', '4:5-8 error unknown-key services.web Additional property foo is not allowed'],
    ['version: 3.8\nservices: {}\n', '1:10-13 error quote-version version must be a string'],
    ['version: "2.4"\n', '1:10-15 error known-version unsupported Compose file version: 2.4'],
    [
      'services:\n  web:\n    image: nginx\n    deploy:\n      resources:\n        limits:\n          cpus: 0.5\n',
      '7:17-20 error quote-cpus services.web.deploy.resources.limits.cpus must be a string',
    ],
    ['services:\n  web:\n    image: nginx\n    tty: yes\n', '4:10-13 error yes-no-boolean services.web.tty must be a boolean'],
    [
      'services:\n  web:\n    image: nginx\n    ports:\n      - target: 80\n        published: "8080"\n',
      '6:20-26 error unquote-number services.web.ports.0.published must be a integer',
    ],
    [
      'services:\n  web:\n    image: nginx\n    stop_grace_period: ten\n',
      "4:24-27 error duration-unit services.web.stop_grace_period Does not match format 'duration'",
    ],
    ['services:\n  web:\n    image: nginx\n    ports: [a]\n', "4:13-14 error port-format services.web.ports.0 Does not match format 'ports'"],
    ['services:\n  web:\n', '2:3-6 error needs-mapping services.web must be a mapping'],
    ['version: "3.1"\nservices:\n  web:\n    image: nginx\n    init: true\n', '5:5-9 error later-version services.web Additional property init is not allowed'],
    ['services:\n  web:\n    image: nginx\n    mem_limit: 5m\n', '4:5-14 error forbidden-key mem_limit: Set resource limits using deploy.resources'],
    [
      'services:\n  web:\n    image: a\n    volumes: ["dd::/x"]\n',
      "4:15-23 error volume-format decoding failed due to the following error(s):\n\nerror decoding 'Volumes[0]': invalid spec: dd::/x: empty section between colons",
    ],
    [
      'services:\n  web:\n    image: "a${"\n',
      '3:12-17 error bad-variable invalid interpolation format for services.web.image: "a${"; you may need to escape any $ with another $',
    ],
    [
      'services:\n  web:\n    image: "${TAG?no tag}"\n',
      '3:12-27 warning required-variable invalid interpolation format for services.web.image: "required variable TAG is missing a value: no tag"; you may need to escape any $ with another $',
    ],
  ])('%j', (text, expected) => expect(check(text)).toEqual([expected]));

  it('shows all of them, each at its place', () => {
    expect(check('services:\n  a:\n    foo: 1\n    bar: 2\n  b:\n    tty: 5\n')).toEqual([
      '3:5-8 error unknown-key services.a Additional property foo is not allowed',
      '4:5-8 error unknown-key services.a Additional property bar is not allowed',
      '6:10-11 error yes-no-boolean services.b.tty must be a boolean',
    ]);
  });
});

describe('what a deploy would refuse, and what is worth a hint', () => {
  it('finds undefined and unused names', () => {
    const text = [
      'services:',
      '  web:',
      '    image: nginx',
      '    networks: [front]',
      '    volumes:',
      '      - data:/data',
      '    secrets:',
      '      - source: pass',
      '    configs: [site]',
      'networks:',
      '  back:',
      'secrets:',
      '  key: {file: k}',
      '',
    ].join('\n');
    expect(check(text)).toEqual([
      '4:16-21 error undefined-network service web: undefined network "front"',
      '6:9-19 error undefined-volume service web: undefined volume "data"',
      '8:17-21 error undefined-secret service web: undefined secret "pass"',
      '9:15-19 error undefined-config service web: undefined config "site"',
      '11:3-7 warning unused',
      '13:3-6 warning unused',
    ]);
  });

  it.each([
    ['services:\n  web:\n    tty: true\n', '2:3-6 error missing-image invalid image reference for service web: no image specified'],
    [
      'services:\n  web:\n    image: UP\n',
      '3:12-14 error bad-image invalid image reference for service web: invalid reference format: repository name (library/UP) must be lowercase',
    ],
    ['services:\n  web:\n    image: a\n    deploy: {mode: x}\n', '4:20-21 error allowed-words service web: Unknown mode: x'],
    ['services:\n  web:\n    image: a\n    build: .\n', '4:5-10 warning ignored-key Ignoring unsupported options: build'],
    ['services:\n  web:\n    image: a\n    container_name: x\n', '4:5-19 warning deprecated-key container_name: Setting the container name is not supported.'],
    ['services:\n  web:\n    image: a\n    depends_on: [web]\n', '4:5-15 warning dropped-key'],
    [
      'services:\n  web:\n    image: a\n    ports: ["80:80", "127.0.0.1:1:2"]\n',
      "4:22-37 warning address-ignored ignoring IP-address (127.0.0.1:1:2/tcp) service will listen on '0.0.0.0'",
    ],
    ['services:\n  web:\n    image: a\n    volumes: ["v:/b"]\n', '4:15-21 warning one-letter-volume'],
    [
      'services:\n  web:\n    image: a\n    networks: [n]\nnetworks:\n  n:\n    external:\n      name: x\n',
      '7:5-13 warning outdated-external network n: network.external.name is deprecated in favor of network.name',
    ],
  ])('%j', (text, expected) => expect(check(text)).toEqual([expected]));

  it('is silent about a good file', () => {
    expect(check('version: "3.8"\nservices:\n  web:\n    image: nginx\n    deploy:\n      replicas: 2\n    ports:\n      - "80:80"\n')).toEqual([]);
  });
});
