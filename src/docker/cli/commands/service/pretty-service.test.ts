import { describe, expect, it } from 'vitest';
import { ago, apiTimeMs } from '../../format/age.ts';
import { binarySize } from '../../format/size.ts';
import { recording, recordingsPresent } from '../../testing/recorded-exchange.ts';
import { prettyService } from './pretty-service.ts';
import type { ServiceAnswer } from './service-answer.ts';

const context = { networkNames: new Map([['n1', 'back']]), size: binarySize, ago: (time: string): string => ago(apiTimeMs(time), Date.UTC(2026, 0, 1, 0, 6)) };

function service(spec: Partial<ServiceAnswer['Spec']>, more: Partial<ServiceAnswer> = {}): ServiceAnswer {
  return {
    ID: 'id1',
    Version: {},
    Spec: { Name: 'web', Labels: {}, TaskTemplate: { ContainerSpec: { Image: 'nginx' }, Resources: {} }, Mode: { Replicated: { Replicas: 1 } }, ...spec },
    ...more,
  };
}

describe('a service in words', () => {
  it.skipIf(!recordingsPresent)('is what the real one printed for a service with every field (recording beside the project)', () => {
    const recorded = recording('service.inspect.pretty');
    const [asked, network] = recorded.calls.map((call) => call.response.body);
    const { Id, Name } = network as unknown as { readonly Id: string; readonly Name: string };
    expect(prettyService(asked as unknown as ServiceAnswer, { ...context, networkNames: new Map([[Id, Name]]) })).toBe(recorded.stdout);
  });

  it('says little of a bare one', () => {
    expect(prettyService(service({ EndpointSpec: { Mode: 'vip' } }), context)).toBe(
      '\nID:\t\tid1\nName:\t\tweb\nService Mode:\tReplicated\n Replicas:\t1\nPlacement:\nContainerSpec:\n Image:\t\tnginx\nResources:\nEndpoint Mode:\tvip\n\n',
    );
  });

  it('shows the update, labels, small numbers and networks', () => {
    const text = prettyService(
      service(
        {
          Labels: { b: '', a: '1' },
          Mode: { GlobalJob: {} },
          UpdateConfig: { Parallelism: 2, Delay: 9e10, MaxFailureRatio: 0.00001, Order: 'stop-first', FailureAction: 'pause' },
          TaskTemplate: { Networks: [{ Target: 'n1' }, { Target: 'n2' }], Resources: { Limits: { NanoCPUs: 1_500_000_000, Pids: 7 } } },
        },
        { UpdateStatus: { State: 'completed', StartedAt: '2026-01-01T00:00:00Z', CompletedAt: '2026-01-01T00:01:00.5Z', Message: 'update completed' } },
      ),
      context,
    );
    expect(text).toContain(
      'Labels:\n a=1\n b\nService Mode:\nUpdateStatus:\n State:\t\tcompleted\n Started:\t6 minutes ago\n Completed:\t4 minutes ago\n Message:\tupdate completed\n',
    );
    expect(text).toContain(' Parallelism:\t2\n Delay:\t\t1m30s\n On failure:\tpause\n Max failure ratio: 1e-05\n');
    expect(text).toContain('Resources:\n Limits:\n  CPU:\t\t1.5\n  PIDs:\t\t7\nNetworks: back n2 \nEndpoint Mode:\t\n\n');
  });
});
