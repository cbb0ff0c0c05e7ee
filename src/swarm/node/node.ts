import { assert } from '../../base/assert.ts';
import type { NodeDescription, NodeRole } from '../../docker/api/specs.ts';
import { type CancelTimer, Timers } from '../../sim/timers.ts';
import { type Agent, createAgent } from '../agent/agent.ts';
import type { Refusal } from '../agent/container.ts';
import type { NodeCertificate } from '../ca/node-certificate.ts';
import { generateRootCa, issuerInfo, type RootCa, rootCaFromPem } from '../ca/root-ca.ts';
import type { ManagerPeer } from '../dispatcher/messages.ts';
import { generateUnlockKey } from '../keymanager/unlock-key.ts';
import type { NodeEnvironment } from '../manager/environment.ts';
import { Manager } from '../manager/manager.ts';
import { CERTIFICATES_EXPIRED, LOCKED } from '../manager/refusals.ts';
import type { StateDir } from '../manager/state-dir.ts';
import type { Node } from '../objects/objects.ts';
import { callCa, joinSwarm } from './join.ts';
import { Remotes } from './remotes.ts';
import { CertificateRenewer } from './renewer.ts';

/** Making a root and the first certificate. */
const FOUND_MS = 200;
/** How long a node waits for its worker certificate after its manager has stopped (swarmkit node/node.go roleChangeTimeout). */
const ROLE_CHANGE_TIMEOUT_MS = 16_000;
/** How often a node looks whether a root rotation has ended. */
const ROOT_POLL_MS = 1_000;
const CERTIFICATE_ATTEMPTS = 5;
const MANAGER_ATTEMPTS = 3;
const DEFAULT_EXPIRY_MS = 7_776_000_000;

/**
 * A node of a swarm (swarmkit node/node.go): its certificate, its agent, and a manager while it has that role.
 */
export class SwarmNode {
  manager: Manager | undefined;
  /** Registered, and serving if it is a manager: `docker swarm init` and `join` answer now. */
  ready = false;
  private agentStarted = false;
  private agentRegistered = false;
  private readonly timers: Timers;
  private renewer: CertificateRenewer | undefined;
  private desiredRole: NodeRole | undefined;
  private roleTimer: CancelTimer | undefined;
  private initialUnlockKey = '';
  private followingRoot = false;
  private described:
    | { readonly host: NodeDescription; readonly rootCa: RootCa | undefined; readonly certificate: NodeCertificate; readonly whole: NodeDescription }
    | undefined;
  private readonly remotes: Remotes;
  private stopped = false;

  constructor(
    private readonly env: NodeEnvironment,
    private readonly dir: StateDir,
    private readonly events: {
      /** For the first time since it was started. */
      ready(): void;
      /** It ended by itself. */
      exited(error: Refusal): void;
    },
  ) {
    this.timers = new Timers(env.kernel, `${env.host}/node/${env.nextGeneration()}`);
    this.remotes = new Remotes(dir, env.kernel.random(`node/${env.host}`));
  }

  get nodeId(): string {
    return this.dir.certificate?.nodeId ?? '';
  }

  start(): void {
    const { dir, env } = this;
    const { certificate, config } = dir;
    if (certificate) {
      if (dir.keyEncryptionKey !== '' && config.unlockKey !== dir.keyEncryptionKey) this.exit(LOCKED);
      else if (certificate.expiresAt < env.kernel.now && !config.forceNewCluster) this.exit(CERTIFICATES_EXPIRED);
      else this.run();
    } else if (config.joinAddr === '') this.timers.after(FOUND_MS, 'root certificate', () => this.found());
    else this.join();
  }

  /** Stops everything; what is on disk stays. */
  stop(): void {
    if (this.stopped) return;
    this.stopped = true;
    this.ready = false;
    this.dir.agent?.stop();
    this.manager?.stop();
    this.manager = undefined;
    this.timers.close();
  }

  private exit(error: Refusal): void {
    this.stop();
    this.events.exited(error);
  }

  private found(): void {
    const { kernel, epochMs, host } = this.env;
    const random = kernel.random(`node/${host}`);
    const rootCa = generateRootCa(random, epochMs + kernel.now);
    const { subject, publicKey } = issuerInfo(rootCa.certificate);
    this.dir.rootCa = rootCa;
    this.dir.certificate = {
      nodeId: random.swarmId(),
      role: 'manager',
      clusterId: random.swarmId(),
      issuer: rootCa.digest,
      issuerSubject: subject,
      issuerPublicKey: publicKey,
      issuedAt: kernel.now,
      expiresAt: kernel.now + DEFAULT_EXPIRY_MS,
    };
    if (this.dir.config.autoLock) {
      this.initialUnlockKey = generateUnlockKey(random);
      this.dir.keyEncryptionKey = this.initialUnlockKey;
    }
    this.run();
  }

  private join(): void {
    const { config } = this.dir;
    joinSwarm(this.env, this.timers, config, (result) => {
      if ('status' in result) {
        this.exit(result);
        return;
      }
      const host = this.env.hostAt(config.joinAddr);
      this.dir.certificate = result.certificate;
      this.dir.rootCa = result.rootCa;
      this.dir.keyEncryptionKey = result.unlockKey;
      if (this.dir.remotes.length === 0 && host !== undefined) this.dir.remotes = [{ nodeId: '', addr: config.joinAddr, host }];
      this.run();
    });
  }

  private run(): void {
    const { certificate } = this;
    const { kernel, host } = this.env;
    this.desiredRole = certificate.role;
    this.renewer = new CertificateRenewer({
      timers: this.timers,
      random: kernel.random(`renewer/${host}`),
      now: () => kernel.now,
      certificate: () => this.certificate,
      request: (done) => this.requestCertificate(done),
      renewed: (renewed) => this.roleChanged(renewed.role),
    });
    this.renewer.start();
    this.followRoot();
    if (certificate.role === 'manager') this.startManager();
    if (this.dir.remotes.length > 0) this.startAgent();
  }

  private get certificate(): NodeCertificate {
    const { certificate } = this.dir;
    assert(certificate, `${this.env.host} runs a node without a certificate`);
    return certificate;
  }

  /** @param attempts managers that are asked to let it into the raft group before the node gives up. */
  private startManager(attempts = MANAGER_ATTEMPTS): void {
    const manager = new Manager(this.env, this.dir, {
      certificate: this.certificate,
      generation: this.env.nextGeneration(),
      initialUnlockKey: this.initialUnlockKey,
      removed: () => this.managerRemoved(),
    });
    this.manager = manager;
    const joinAddr = this.joinAddress();
    manager.start(
      joinAddr,
      () => {
        this.startAgent();
        this.becomeReady();
      },
      (error) => {
        if (this.dir.config.joinAddr !== '' || attempts <= 1) {
          this.exit({ status: 500, message: `manager stopped: ${error}` });
          return;
        }
        this.remotes.fail(joinAddr);
        manager.stop();
        this.startManager(attempts - 1);
      },
    );
  }

  /** Through whom a new manager joins the raft group; empty for the first one. */
  private joinAddress(): string {
    const { config } = this.dir;
    return config.joinAddr === '' ? this.remotes.select() : config.joinAddr;
  }

  private startAgent(): void {
    if (this.agentStarted) return;
    this.agentStarted = true;
    const { dir } = this;
    dir.agentSide.description = () => this.description();
    dir.agentSide.managers = () => this.peers();
    dir.agentSide.onSession = ({ node, managers }) => this.sessionMessage(node, managers);
    dir.agent ??= this.newAgent();
    dir.agent.start();
  }

  /** An agent that outlives this node: what it asks for comes from the node that runs at the time. */
  private newAgent(): Agent {
    const { kernel, network, host, address, runtime } = this.env;
    const { agentSide } = this.dir;
    return createAgent({
      kernel,
      network,
      host,
      nodeId: this.nodeId,
      addr: address,
      runtime,
      description: () => agentSide.description(),
      tellsChanges: true,
      managers: () => agentSide.managers(),
      onSession: (message) => agentSide.onSession(message),
      generation: this.env.nextGeneration(),
    });
  }

  /** Whom the agent may ask: its own manager first, while there is one. */
  private peers(): readonly ManagerPeer[] {
    const { manager, dir, env } = this;
    if (!manager?.serving) return dir.remotes;
    return [{ nodeId: this.nodeId, addr: dir.config.advertiseAddr, host: env.host }];
  }

  /** The same object as before while nothing has changed: it is asked for again and again. */
  private description(): NodeDescription {
    const host = this.env.describe();
    const { rootCa } = this.dir;
    const { certificate } = this;
    const last = this.described;
    if (last && last.host === host && last.rootCa === rootCa && last.certificate === certificate) return last.whole;
    const tls = { TrustRoot: rootCa?.certificate ?? '', CertIssuerSubject: certificate.issuerSubject, CertIssuerPublicKey: certificate.issuerPublicKey };
    const whole = { ...host, TLSInfo: tls };
    this.described = { host, rootCa, certificate, whole };
    return whole;
  }

  /** The node changes loop of node.go. */
  private sessionMessage(node: Node, managers: readonly ManagerPeer[]): void {
    if (this.stopped) return;
    this.remotes.observe(managers);
    if (!this.agentRegistered) {
      this.agentRegistered = true;
      this.becomeReady();
    }
    const changed = this.desiredRole !== node.spec.Role;
    if (changed) {
      this.desiredRole = node.spec.Role;
      this.renewer?.expect(node.spec.Role);
    }
    if (changed || node.certificate.status === 'rotate') this.renewer?.renew();
  }

  /** Asks up to five managers, one after the other (swarmkit ca/certificates.go RequestAndSaveNewCertificates). */
  private requestCertificate(done: (renewed: NodeCertificate | undefined) => void, attempts = CERTIFICATE_ATTEMPTS): void {
    const addr = this.caAddress();
    const { availability } = this.dir.config;
    if (addr === '') {
      done(undefined);
      return;
    }
    callCa(this.env, this.timers, addr, { kind: 'issue', token: '', availability, certificate: this.certificate }, (answer) => {
      // The engine went down while the answer was on its way.
      if (this.stopped) return;
      if ('status' in answer || answer.kind !== 'issued') {
        this.remotes.fail(addr);
        if (attempts > 1) this.requestCertificate(done, attempts - 1);
        else done(undefined);
        return;
      }
      this.dir.certificate = answer.certificate;
      this.dir.rootCa = rootCaFromPem(answer.rootCertificate);
      done(answer.certificate);
      this.dir.agent?.describe();
      this.followRoot();
    });
  }

  /** A certificate of a new root means that the root is being rotated: watches for the end, when the new one is to be trusted. */
  private followRoot(): void {
    if (this.followingRoot || this.certificate.issuer === this.dir.rootCa?.digest) return;
    this.followingRoot = true;
    this.timers.after(ROOT_POLL_MS, 'end of the root rotation', () => {
      callCa(this.env, this.timers, this.caAddress(), { kind: 'root' }, (answer) => {
        this.followingRoot = false;
        if (!('status' in answer) && answer.kind === 'root') {
          this.dir.rootCa = rootCaFromPem(answer.certificate);
          this.dir.agent?.describe();
        }
        this.followRoot();
      });
    });
  }

  /** Its own manager, if it serves; else one of the others. */
  private caAddress(): string {
    return this.manager?.serving ? this.dir.config.advertiseAddr : this.remotes.select();
  }

  private roleChanged(role: NodeRole): void {
    this.roleTimer?.();
    this.roleTimer = undefined;
    if (role === 'manager' && !this.manager) this.startManager();
    else if (role === 'worker' && this.manager) this.stopManager();
  }

  /** Stops the manager for good: what it kept on disk is wiped. */
  private stopManager(): void {
    this.manager?.stop();
    this.manager = undefined;
    this.dir.raft = undefined;
    this.dir.keyEncryptionKey = '';
  }

  /** The manager was removed from the raft group before the node has its worker certificate. */
  private managerRemoved(): void {
    this.stopManager();
    this.roleTimer = this.timers.after(ROLE_CHANGE_TIMEOUT_MS, 'worker certificate', () => {
      this.renewer?.renew();
      this.roleTimer = this.timers.after(ROLE_CHANGE_TIMEOUT_MS, 'worker certificate', () => this.startManager());
    });
  }

  private becomeReady(): void {
    if (this.ready || !this.agentRegistered) return;
    if (this.manager && !this.manager.serving) return;
    this.ready = true;
    this.events.ready();
  }
}
