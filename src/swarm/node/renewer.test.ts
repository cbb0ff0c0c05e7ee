import { describe, expect, it } from 'vitest';
import type { NodeRole } from '../../docker/api/specs.ts';
import { Kernel } from '../../sim/kernel.ts';
import { Timers } from '../../sim/timers.ts';
import type { NodeCertificate } from '../ca/node-certificate.ts';
import { CertificateRenewer } from './renewer.ts';

const DAY = 86_400_000;

/** A renewer with a CA that gives a certificate of the role at the head of `roles`, or none for 'fails'; the last one stays. */
function setUp(roles: (NodeRole | 'fails')[]): {
  readonly kernel: Kernel;
  readonly renewer: CertificateRenewer;
  readonly asked: number[];
  readonly renewed: string[];
} {
  const kernel = new Kernel('renewer test');
  let current: NodeCertificate = {
    nodeId: 'n',
    role: 'worker',
    clusterId: 'c',
    issuer: 'i',
    issuerSubject: '',
    issuerPublicKey: '',
    issuedAt: 0,
    expiresAt: 90 * DAY,
  };
  const asked: number[] = [];
  const renewed: string[] = [];
  const renewer = new CertificateRenewer({
    timers: new Timers(kernel, 'test'),
    random: kernel.random('renewer'),
    now: () => kernel.now,
    certificate: () => current,
    request: (done) => {
      asked.push(kernel.now);
      const role = roles.length > 1 ? roles.shift() : roles[0];
      if (role === 'fails' || role === undefined) {
        done(undefined);
        return;
      }
      current = { ...current, role, issuedAt: kernel.now, expiresAt: kernel.now + 90 * DAY };
      done(current);
    },
    renewed: (certificate) => renewed.push(certificate.role),
  });
  return { kernel, renewer, asked, renewed };
}

describe('CertificateRenewer', () => {
  it('renews between half and four fifths of the life of a certificate, again and again', () => {
    const { kernel, renewer, asked } = setUp(['worker']);
    renewer.start();
    kernel.runUntil(300 * DAY);
    expect(asked.length).toBeGreaterThanOrEqual(4);
    asked.forEach((at, i) => {
      const age = at - (asked[i - 1] ?? 0);
      expect(age).toBeGreaterThanOrEqual(45 * DAY);
      expect(age).toBeLessThanOrEqual(72 * DAY);
    });
  });

  it('on request after half a second, until it has the role that is expected', () => {
    const { kernel, renewer, asked, renewed } = setUp(['worker', 'fails', 'worker', 'manager']);
    renewer.start();
    renewer.expect('manager');
    renewer.renew();
    kernel.runUntil(120_000);
    expect(asked[0]).toBe(500);
    expect(asked).toHaveLength(4);
    expect(renewed).toEqual(['manager']);
    expect((asked[1] ?? 0) - 500).toBeLessThan(10_000);
    expect((asked[3] ?? 0) - (asked[2] ?? 0)).toBeLessThan(25_000);
  });

  it('a request during a renewal is followed by another renewal', () => {
    const { kernel, renewer, asked } = setUp(['worker']);
    renewer.start();
    renewer.renew();
    kernel.runUntil(300);
    renewer.renew();
    kernel.runUntil(60_000);
    expect(asked).toEqual([500, 1_000]);
  });
});
