import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stackConfigYaml } from './config-yaml.ts';
import { loadStack, type StackEnvironment } from './load-stack.ts';

const files: { readonly [path: string]: string } = { '/stack/env': '# c\nFROM=file\nOVER=file\n  HOST\nBLANK=\n', '/stack/bad': 'A B=1\n' };
const environment: StackEnvironment = {
  env: { HOME: '/stack', HOST: 'host', BLANK: 'filled', N: '3', BOOL: 'yes', X: 'x3' },
  workingDir: '/stack',
  readFile: (path) => {
    if (path === '/stack/dir') throw new Error('read /stack/dir: is a directory');
    return files[path];
  },
};

/** The configuration as `docker stack config` prints it, or the error. */
function config(...texts: readonly string[]): string {
  const result = loadStack(
    texts.map((text, index) => ({ name: `${index}.yml`, text })),
    environment,
  );
  return 'error' in result ? result.error.message : stackConfigYaml(result.config);
}

/** What is printed of a service `web` with these lines. */
function service(lines: string): string {
  const text = config(`services:\n  web:\n${lines.replace(/^/gm, '    ')}\n`);
  return text.replace('version: "3.13"\nservices:\n  web:\n', '').replace(/^ {4}/gm, '').trimEnd();
}

describe('a file with every key', () => {
  const at = new URL('testdata/', import.meta.url);
  const text = readFileSync(new URL('every-key.yml', at), 'utf8');

  it('comes out as docker 28.2.2 prints it', () => {
    expect(config(text)).toBe(readFileSync(new URL('every-key.expected.yml', at), 'utf8'));
  });

  it('has its warnings', () => {
    const result = loadStack([{ name: 'a', text }], environment);
    expect(result.warnings).toEqual([
      "ignoring IP-address (1.2.3.4:90:91/udp) service will listen on '0.0.0.0'",
      'network a: network.external.name is deprecated in favor of network.name',
    ]);
    if ('error' in result) throw result.error;
    expect(result.unsupported).toEqual(['build', 'restart']);
    expect(result.deprecated.map((property) => property.key)).toEqual(['container_name', 'expose']);
  });
});

describe('versions (stack.md §3)', () => {
  it.each([
    ['version: 3.8\nservices: {}', 'version must be a string'],
    ['version: "2.4"', 'unsupported Compose file version: 2.4'],
    ['version: 3.14', 'unsupported Compose file version: 3.14'],
    ['version: [3]', 'unsupported Compose file version: [3]'],
    ['version: "3"\nservices: {}', 'version: "3.13"\nservices: {}\n'],
    ['version: ""', 'version: "3.13"\nservices: {}\n'],
    ['name: x', '(root) Additional property name is not allowed'],
    ['version: "3.2"\nx-a: 1', '(root) Additional property x-a is not allowed'],
    [
      'version: "3.7"\nservices: {web: {deploy: {placement: {max_replicas_per_node: 1}}}}',
      'services.web.deploy.placement Additional property max_replicas_per_node is not allowed',
    ],
    ['version: "3.1"\nservices: {web: {ports: [{target: 80}]}}', 'services.web.ports.0 must be a string or number'],
    ['version: "3.0"\nservices: {web: {volumes: ["a:/b", "a:/b"]}}', 'services.web.volumes array items[0,1] must be unique'],
  ])('%j', (text, expected) => expect(config(text)).toBe(expected));
});

describe('errors of the format (stack.md §9)', () => {
  it.each([
    ['replicas: 3', 'services.web Additional property replicas is not allowed'],
    ['deploy: {replicas: many}', 'services.web.deploy.replicas must be a integer'],
    ['environment: {C: true}', 'services.web.environment.C must be a string, number or null'],
    ['command: 5', 'services.web.command must be a string'],
    ['command:', 'services.web.command must be a string'],
    ['environment: x', 'services.web.environment must be a mapping'],
    ['networks: x', 'services.web.networks must be a list'],
    ['ulimits: {nofile: x}', 'services.web.ulimits.nofile must be a integer'],
    ['volumes: [{source: x}]', 'services.web.volumes.0 type is required'],
    ['ulimits: {nofile: {soft: 1}}', 'services.web.ulimits.nofile hard is required'],
    ['cap_add: [a, a]', 'services.web.cap_add array items[0,1] must be unique'],
    [
      'deploy: {update_config: {order: x}}',
      'services.web.deploy.update_config.order services.web.deploy.update_config.order must be one of the following: "start-first", "stop-first"',
    ],
    ['stop_grace_period: ten', "services.web.stop_grace_period Does not match format 'duration'"],
    ['stop_grace_period: 10', 'services.web.stop_grace_period must be a string'],
    ['ports: [a]', "services.web.ports.0 Does not match format 'ports'"],
    ['ports: x', 'services.web.ports must be a list'],
    ['hostname: 5', 'services.web.hostname must be a string'],
    ['deploy: {resources: {limits: {cpus: 0.5}}}', 'services.web.deploy.resources.limits.cpus must be a string'],
    ['ports: [{target: 80, published: "8080"}]', 'services.web.ports.0.published must be a integer'],
    ['volumes: [{type: tmpfs, tmpfs: {size: -1}}]', 'services.web.volumes.0.tmpfs.size Must be greater than or equal to 0'],
    ['{1: x}', 'json: unsupported type: map[interface {}]interface {}'],
    ['deploy: {update_config: {max_failure_ratio: .inf}}', 'json: unsupported value: +Inf'],
    ['extends: x', 'Configuration contains forbidden properties'],
    ['depends_on: {db: {condition: x}}', 'services.web.depends_on must be a list'],
  ])('%j', (lines, expected) => expect(service(lines)).toBe(expected));

  it.each([
    ['services:', 'services must be a mapping'],
    ['services: {web: }', 'services.web must be a mapping'],
    ['services: {we b: {}}', 'services Additional property we b is not allowed'],
    ['networks: {n: {external: 5}}', 'networks.n.external must be a boolean or mapping'],
    ['networks: {n: {ipam: {config: [{gateway: x}]}}}', 'networks.n.ipam.config.0 Additional property gateway is not allowed'],
    ['networks: {a b: {what: ever}}', 'version: "3.13"\nservices: {}\nnetworks:\n  a b: {}\n'],
    ['secrets: {s: }', 'secrets.s must be a mapping'],
    ['volumes: {v: {external: true, driver: x}}', 'conflicting parameters "external" and "driver" specified for volume "v"'],
    ['volumes: {v: {external: {name: a}, name: b}}', 'volume v: volume.external.name and volume.name conflict; only use volume.name'],
    ['secrets: {s: {driver: a, file: b}}', 'secret s: secret.driver and secret.file conflict; only use secret.driver'],
  ])('%j', (text, expected) => expect(config(text)).toBe(expected));

  it('tells deploy more about forbidden keys', () => {
    const result = loadStack([{ name: 'a', text: 'services: {a: {mem_limit: 5m}, b: {extends: x}}' }], environment);
    expect('error' in result ? result.error.deployMessage : '').toBe(
      'Compose file contains unsupported options:\n\nextends: Support for `extends` is not implemented yet.\n\nmem_limit: Set resource limits using deploy.resources\n',
    );
  });
});

describe('errors of decoding (stack.md §6, §9)', () => {
  const decoding = (text: string): string => `decoding failed due to the following error(s):\n\n${text}`;
  it.each([
    ['deploy: {replicas: -1}', decoding("cannot parse 'Deploy.Replicas', -1 overflows uint")],
    ['volumes: ["dat:/b::x"]', decoding("error decoding 'Volumes[0]': invalid spec: dat:/b::x: empty section between colons")],
    ['volumes: ["dat:/b:ro:x"]', decoding("error decoding 'Volumes[0]': invalid spec: dat:/b:ro:x: too many colons")],
    ['volumes: [""]', decoding("error decoding 'Volumes[0]': invalid empty volume spec")],
    ["command: 'a \"b'", decoding("error decoding 'Command': EOF found when expecting closing quote")],
    ['deploy: {resources: {limits: {memory: 5x}}}', decoding("error decoding 'Deploy.Resources.Limits.memory': invalid suffix: 'x'")],
    ['shm_size: 64', decoding("'shm_size' expected type 'string', got unconvertible type 'int', value: '64'")],
    ['ports: [80.5]', decoding("error decoding 'Ports': invalid type float64 for port")],
    ['volumes: [{type: bind, target: /x}]', 'invalid mount config for type "bind": field Source must not be empty'],
    ['env_file: none', 'open /stack/none: no such file or directory'],
    ['env_file: dir', 'invalid env file (/stack/dir): read /stack/dir: is a directory'],
    ['env_file: bad', "invalid env file (/stack/bad): variable 'A B' contains whitespaces"],
  ])('%j', (lines, expected) => expect(service(lines)).toBe(expected));
});

describe('short forms (stack.md §6)', () => {
  it.each([
    [
      'ports: ["8000-8001:80"]',
      'ports:\n  - mode: ingress\n    target: 80\n    published: 8000\n    protocol: tcp\n  - mode: ingress\n    target: 80\n    published: 8001\n    protocol: tcp',
    ],
    ['volumes: [/a]', 'volumes:\n  - type: volume\n    target: /a'],
    ['volumes: [":x"]', 'volumes:\n  - type: volume\n    target: :x'],
    ['volumes: ["v:/b:ro"]', 'volumes:\n  - type: bind\n    source: v:/b\n    target: ro'],
    ['volumes: ["~/a:/b:z"]', 'volumes:\n  - type: bind\n    source: /stack/a\n    target: /b'],
    ['volumes: ["../a:/b"]', 'volumes:\n  - type: bind\n    source: /a\n    target: /b'],
    ['volumes: ["C:\\\\x:/b"]', 'volumes:\n  - type: bind\n    source: C:\\x\n    target: /b'],
    ['environment: {HOST: , BLANK: "", NONE: , A: 010}', 'environment:\n  A: "8"\n  BLANK: filled\n  HOST: host\n  NONE: null'],
    ['env_file: env\nenvironment: [OVER=own]', 'environment:\n  BLANK: filled\n  FROM: file\n  HOST: host\n  OVER: own\nenv_file:\n  - env'],
    ['extra_hosts: {a: "[::1]", b: 5}', 'extra_hosts:\n  - a:::1\n  - b:%!s(int=5)'],
    ['healthcheck: {test: curl x}', 'healthcheck:\n  test:\n    - CMD-SHELL\n    - curl x'],
    ['networks: [b, a]', 'networks:\n  a: null\n  b: null'],
    ['labels: [a, b=, c=d=e]', 'labels:\n  a: ""\n  b: ""\n  c: d=e'],
    ['deploy:', '{}'],
  ])('%j', (lines, expected) => expect(service(lines).replace(/^version[\s\S]*web: /, '')).toBe(expected));
});

describe('interpolation (stack.md §7)', () => {
  it.each([
    ['deploy: {replicas: "${N}"}', 'deploy:\n  replicas: 3'],
    ['tty: "${BOOL}"', 'tty: true'],
    ['init: "${BOOL}"', 'services.web.init must be a boolean'],
    ['deploy: {replicas: "3"}', 'services.web.deploy.replicas must be a integer'],
    [
      'deploy: {replicas: "${X}"}',
      'error while interpolating services.web.deploy.replicas: failed to cast to expected type: strconv.Atoi: parsing "x3": invalid syntax',
    ],
    ['tty: "${N}"', 'error while interpolating services.web.tty: failed to cast to expected type: invalid boolean: 3'],
    ['hostname: "${"', 'invalid interpolation format for services.web.hostname: "${"; you may need to escape any $ with another $'],
    ['ports: ["$"]', 'invalid interpolation format for services.web.ports.[]: "$"; you may need to escape any $ with another $'],
    ['hostname: a$$b', 'hostname: a$b'],
  ])('%j', (lines, expected) => expect(service(lines)).toBe(expected));

  it('can be left out', () => {
    const result = loadStack([{ name: 'a', text: 'services: {web: {hostname: "${N}", dns: []}}' }], { ...environment, skipInterpolation: true });
    expect('error' in result ? result.error.message : '').toBe('services.web.dns must be a string');
    const kept = loadStack([{ name: 'a', text: 'services: {web: {hostname: "${N}"}}' }], { ...environment, skipInterpolation: true });
    expect('error' in kept ? '' : kept.config.services[0]?.hostname).toBe('${N}');
  });
});

describe('several files (stack.md §8)', () => {
  const merged = (base: string, over: string): string => {
    const text = config(`services:\n  web: {${base}}\n`, `services:\n  web: {${over}}\n`);
    return text.replace('version: "3.13"\nservices:\n  web:\n', '').replace(/^ {4}/gm, '').trimEnd();
  };
  it.each([
    ['image: a', 'image: b', 'image: b'],
    ['tty: true', 'tty: false', 'tty: true'],
    ['deploy: {replicas: 3}', 'deploy: {replicas: 0}', 'deploy:\n  replicas: 0'],
    ['stop_grace_period: 5s', 'stop_grace_period: 0s', 'stop_grace_period: 5s'],
    ['init: true', 'init: false', 'init: true'],
    ['environment: {A: 1, B: 2}', 'environment: {A: , B: "", C: 3}', 'environment:\n  A: "1"\n  B: "2"\n  C: "3"'],
    ['labels: {A: 1}', 'labels: {A: }', 'labels:\n  A: ""'],
    ['cap_add: [a]', 'cap_add: [a, b]', 'cap_add:\n  - a\n  - a\n  - b'],
    ['command: a b', 'command: c', 'command:\n  - c'],
    ['command: a b', 'image: x', 'command:\n  - a\n  - b\nimage: x'],
    ['networks: {a: {aliases: [x]}}', 'networks: [a, b]', 'networks:\n  a:\n    aliases:\n      - x\n  b: null'],
    ['networks: {a: {aliases: [x]}}', 'networks: {a: {aliases: [z]}}', 'networks:\n  a:\n    aliases:\n      - z'],
    ['ulimits: {nofile: 5}', 'ulimits: {nofile: {soft: 1, hard: 2}}', 'ulimits:\n  nofile:\n    soft: 1\n    hard: 2'],
    ['logging: {driver: a, options: {x: 1}}', 'logging: {options: {z: 2}}', 'logging:\n  driver: a\n  options:\n    x: "1"\n    z: "2"'],
    ['logging: {driver: a, options: {x: 1}}', 'logging: {driver: b}', 'logging:\n  driver: b'],
    ['secrets: [b, a]', 'secrets: [{source: b, target: t}]', 'secrets:\n  - source: a\n  - source: b\n    target: t'],
    [
      'volumes: ["bb:/2", "aa:/1"]',
      'tty: true',
      'tty: true\nvolumes:\n  - type: volume\n    source: aa\n    target: /1\n  - type: volume\n    source: bb\n    target: /2',
    ],
    ['ports: [{target: 1}, {target: 2}, {target: 4, published: 3}]', 'tty: true', 'ports:\n  - target: 2\n  - target: 4\n    published: 3\ntty: true'],
    ['x-a: {b: 1, c: [1]}', 'x-a: {b: 2, c: [2]}', 'x-a:\n  b: 2\n  c:\n    - 1\n    - 2'],
  ])('%s + %s', (base, over, expected) => expect(merged(base, over)).toBe(expected));

  it('replaces networks and the like as a whole, keeps the first version', () => {
    expect(config('networks: {a: {internal: true}}', 'networks: {a: {driver: x}, b: }')).toBe(
      'version: "3.13"\nservices: {}\nnetworks:\n  a:\n    driver: x\n  b: {}\n',
    );
    expect(config('version: "3.8"', 'version: "3.7"')).toBe('version mismatched between two composefiles : 3.8 and 3.7');
  });
});
