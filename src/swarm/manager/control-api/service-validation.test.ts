import { describe, expect, it } from 'vitest';
import type { ServiceSpec, TaskSpec } from '../../../docker/api/specs.ts';
import { validateDnsName, validateObjectName } from './names.ts';
import { validateServiceSpec } from './service-validation.ts';
import { aSpec, refusal } from './testing/control-fixture.ts';

function check(given: Partial<ServiceSpec>): string {
  return refusal(validateServiceSpec(aSpec('web', given)));
}

function checkTask(task: TaskSpec): string {
  return check({ TaskTemplate: { ContainerSpec: { Image: 'nginx:latest' }, ...task } });
}

describe('service validation', () => {
  it('ORC-229: CPU must be 0 or a thousandth, memory 0 or 4 MiB', () => {
    const limits = (Limits: { NanoCPUs?: number; MemoryBytes?: number }): string => checkTask({ Resources: { Limits } });
    expect(limits({ NanoCPUs: 1e4 })).toBe('InvalidArgument: invalid cpu value 1e-05: Must be at least 0.001');
    expect(limits({ NanoCPUs: 100_000 })).toBe('InvalidArgument: invalid cpu value 0.0001: Must be at least 0.001');
    expect(limits({ MemoryBytes: 1 })).toBe('InvalidArgument: invalid memory value 1: Must be at least 4MiB');
    expect(limits({ NanoCPUs: 1e9, MemoryBytes: 4_194_304 })).toBe('');
    expect(limits({ NanoCPUs: 0, MemoryBytes: 0 })).toBe('');
    expect(checkTask({ Resources: { Reservations: { MemoryBytes: 1 } } })).toContain('invalid memory value 1');
  });

  it('ORC-230: restart delay and window are not negative', () => {
    expect(checkTask({ RestartPolicy: { Delay: -1e9 } })).toBe('InvalidArgument: TaskSpec: restart-delay cannot be negative');
    expect(checkTask({ RestartPolicy: { Window: -1e9 } })).toBe('InvalidArgument: TaskSpec: restart-window cannot be negative');
  });

  it('ORC-231: update delay and monitor are not negative, the failure ratio is between 0 and 1', () => {
    expect(check({ UpdateConfig: { Delay: -1e9 } })).toContain('update-delay cannot be negative');
    expect(check({ UpdateConfig: { Monitor: -1e9 } })).toContain('update-monitor cannot be negative');
    for (const MaxFailureRatio of [-0.5, 2]) {
      expect(check({ UpdateConfig: { MaxFailureRatio } })).toBe('InvalidArgument: TaskSpec: update-maxfailureratio cannot be less than 0 or bigger than 1');
    }
    expect(check({ UpdateConfig: { MaxFailureRatio: 0.6 } })).toBe('');
    expect(check({ RollbackConfig: { Delay: -1e9 } })).toBe('');
  });

  it('ORC-232: names of services', () => {
    for (const name of ['_nam', '.nam', '-nam', 'nam-', 'n/me', '////']) {
      expect(refusal(validateDnsName(name))).toBe('InvalidArgument: name must be valid as a DNS name component');
    }
    for (const name of ['name', 'n-me', 'n_me', 'n--d', 'a']) expect(validateDnsName(name)).toBeUndefined();
    expect(refusal(validateDnsName(''))).toBe('InvalidArgument: meta: name must be provided');
    expect(refusal(validateDnsName('a'.repeat(64)))).toBe('InvalidArgument: name must be 63 characters or fewer');
    expect(validateDnsName('a'.repeat(63))).toBeUndefined();
    expect(refusal(validateObjectName('a b'))).toContain('invalid name, only 64 [a-zA-Z0-9-_.]');
    expect(validateObjectName('my.conf-1')).toBeUndefined();
  });

  it('ORC-233: image, mounts, templates and health checks', () => {
    const container = (ContainerSpec: TaskSpec['ContainerSpec'] & object): string => checkTask({ ContainerSpec: { Image: 'nginx', ...ContainerSpec } });
    expect(container({ Image: '' })).toBe('InvalidArgument: ContainerSpec: image reference must be provided');
    expect(container({ Image: '1@b' })).toBe('InvalidArgument: ContainerSpec: "1@b" is not a valid repository/tag');
    expect(container({ Image: 'NGINX' })).toBe('InvalidArgument: ContainerSpec: "NGINX" is not a valid repository/tag');
    expect(container({ Image: `registry.example:5000/team/app:1.0@sha256:${'0'.repeat(64)}` })).toBe('');
    expect(container({ Mounts: [{ Target: '/a' }, { Target: '/a' }] })).toBe('InvalidArgument: ContainerSpec: duplicate mount point: /a');
    expect(container({ Hostname: '{{.Nope}}' })).toBe(
      'InvalidArgument: expanding hostname failed: template: expansion:1:2: executing "expansion" at <.Nope>: can\'t evaluate field Nope in type *template.Context',
    );
    expect(container({ Env: ['A={{.Service.Labels.foo}}'] })).toContain('map has no entry for key "foo"');
    expect(container({ Env: ['A={{secret "x"}}'] })).toContain('function "secret" not defined');
    expect(container({ Env: ['A={{.Task.Slot'] })).toContain('template: expansion:1: unclosed action');
    expect(container({ Env: ['{{.NotExpanded}}=foo', 'B={{index .Service.Labels "k"}} {{.Node.Platform.OS}}'] })).toBe('');
    expect(container({ Healthcheck: { Interval: 500_000 } })).toBe('InvalidArgument: ContainerSpec: Interval in HealthConfig cannot be less than 1ms');
    expect(container({ Healthcheck: { Retries: -1 } })).toBe('InvalidArgument: ContainerSpec: Retries in HealthConfig cannot be negative');
  });

  it('ORC-236: dnsrr goes with host ports only', () => {
    const ports = (PublishMode: 'ingress' | 'host'): string =>
      check({ EndpointSpec: { Mode: 'dnsrr', Ports: [{ TargetPort: 80, PublishedPort: 80, PublishMode }] } });
    expect(ports('ingress')).toBe("InvalidArgument: EndpointSpec: port published with ingress mode can't be used with dnsrr mode");
    expect(ports('host')).toBe('');
  });

  it('ORC-238: two secrets or configs cannot have one target', () => {
    const file = { Name: 'x', UID: '0', GID: '0', Mode: 292 };
    const Secrets = ['a', 'b'].map((SecretName) => ({ File: file, SecretID: `id-${SecretName}`, SecretName }));
    const Configs = ['a', 'b'].map((ConfigName) => ({ File: file, ConfigID: `id-${ConfigName}`, ConfigName }));
    expect(checkTask({ ContainerSpec: { Image: 'nginx', Secrets } })).toBe("InvalidArgument: secret references 'a' and 'b' have a conflicting target: 'x'");
    expect(checkTask({ ContainerSpec: { Image: 'nginx', Configs } })).toBe("InvalidArgument: config references 'a' and 'b' have a conflicting target: 'x'");
  });

  it('ORC-252: jobs have no update config and no negative numbers', () => {
    expect(check({ Mode: { GlobalJob: {} }, UpdateConfig: { Parallelism: 1 } })).toBe('InvalidArgument: Jobs may not have an update config');
    expect(check({ Mode: { ReplicatedJob: { MaxConcurrent: -1 } } })).toBe('InvalidArgument: Maximum concurrent jobs must not be negative');
    expect(check({ Mode: { ReplicatedJob: { TotalCompletions: -1 } } })).toBe('InvalidArgument: Total completed jobs must not be negative');
    expect(check({ Mode: { ReplicatedJob: { MaxConcurrent: 1, TotalCompletions: 3 } } })).toBe('');
  });

  it('refuses a constraint that cannot be read, with the code Unknown', () => {
    expect(checkTask({ Placement: { Constraints: ['node.role=manager'] } })).toBe('Unknown: constraint expected one operator from ==, !=');
    expect(checkTask({ Placement: { Constraints: ['foo==bar'] } })).toBe('');
  });
});
