import type { NodeRole } from '../../docker/api/specs.ts';
import type { RandomStream } from '../../sim/random.ts';
import type { CancelTimer, Timers } from '../../sim/timers.ts';
import type { NodeCertificate } from '../ca/node-certificate.ts';

/** Lets the CA notice a new role before it is asked (swarmkit ca/renewer.go). */
const PAUSE_MS = 500;
/** Waits after failures: a random part of base + factor × 2^(failures−1), at most an hour (ca/config.go). */
const BACKOFF_BASE_MS = 5_000;
const BACKOFF_FACTOR_MS = 5_000;
const BACKOFF_MAX_MS = 3_600_000;

/**
 * Renews a node's certificate: at a random moment between 50 % and 80 % of its life, and at once when its role
 * changes or the CA asks for it; then again and again until it has the expected role (swarmkit ca/renewer.go).
 */
export class CertificateRenewer {
  private expectedRole: NodeRole | undefined;
  private forced = false;
  private failures = 0;
  private timer: CancelTimer | undefined;
  private renewing = false;
  private again = false;

  constructor(
    private readonly options: {
      readonly timers: Timers;
      readonly random: RandomStream;
      now(): number;
      certificate(): NodeCertificate;
      /** Asks the CA and stores what it gives. */
      request(done: (renewed: NodeCertificate | undefined) => void): void;
      renewed(certificate: NodeCertificate): void;
    },
  ) {}

  /** Begins to watch the age of the certificate. */
  start(): void {
    this.schedule();
  }

  /** The role that the next certificate should have. */
  expect(role: NodeRole): void {
    this.expectedRole = role;
  }

  /** Renews nearly at once. */
  renew(): void {
    if (this.renewing) {
      this.again = true;
      return;
    }
    this.forced = true;
    this.renewing = true;
    this.timer?.();
    this.timer = this.options.timers.after(PAUSE_MS, 'certificate renewal', () => this.attempt());
  }

  private schedule(): void {
    const { timers, random } = this.options;
    const now = this.options.now();
    const { issuedAt, expiresAt } = this.options.certificate();
    let wait: number;
    if (this.forced || expiresAt < now) {
      const ceiling = this.failures === 0 ? 1 : Math.min(BACKOFF_MAX_MS, BACKOFF_BASE_MS + BACKOFF_FACTOR_MS * 2 ** Math.min(20, this.failures - 1));
      wait = random.below(ceiling);
    } else {
      const life = expiresAt - issuedAt;
      const minutes = Math.floor(life / 60_000);
      wait = Math.max(0, issuedAt + random.between(Math.floor(minutes * 0.5), Math.floor(minutes * 0.8)) * 60_000 - now);
    }
    this.timer?.();
    this.timer = timers.after(wait, 'certificate renewal', () => {
      this.renewing = true;
      this.attempt();
    });
  }

  private attempt(): void {
    this.timer = undefined;
    this.options.request((certificate) => {
      this.renewing = false;
      if (!certificate || (this.expectedRole !== undefined && certificate.role !== this.expectedRole)) this.failures++;
      else {
        this.failures = 0;
        this.forced = false;
        this.options.renewed(certificate);
      }
      if (this.again) {
        this.again = false;
        this.renew();
      } else this.schedule();
    });
  }
}
