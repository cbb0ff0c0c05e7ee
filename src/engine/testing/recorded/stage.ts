import { createShell } from '../../../docker/shell/create-shell.ts';
import type { Input } from '../../../run/input.ts';
import { Run } from '../../../run/run.ts';
import { numberedHosts, type Scenario } from '../../../run/scenario.ts';
import { leadingHost } from '../../../run/view-builder.ts';
import { moreRoutes } from '../../more-routes.ts';
import { ExchangePlayer, type PlayOptions, type Refused } from './exchange-player.ts';
import { readForm } from './recording.ts';

/** Where the four hosts of the recordings are played: commands prepare what a form needs, then the form is played. */
export class Stage {
  readonly run: Run;
  /** Differences of the forms that were played, by name; none: equal. */
  readonly played = new Map<string, readonly string[]>();
  private readonly player: ExchangePlayer;
  /** Every error that was answered while forms were played. */
  get refusals(): readonly Refused[] {
    return this.player.refusals;
  }

  /** @param swarm how many of the hosts are in a swarm at first */
  constructor(title: string, swarm: Scenario['swarm'], registry: Scenario['registry'] = 'offline') {
    const scenario: Scenario = { title, seed: title, epochMs: Date.UTC(2026, 10, 23, 23, 14), hosts: numberedHosts(4), swarm, registry, setup: [] };
    this.run = new Run(scenario, {
      turn: () => new Promise((resolve) => setImmediate(resolve)),
      loadShell: async () => ({ createShell }),
      engineRoutes: moreRoutes,
    });
    this.player = new ExchangePlayer(this.run.cluster.kernel, (host) => this.run.engineOf(host));
  }

  /** Lets the recorded nodes stand for ours from the beginning. The fourth was removed once and joined anew. */
  knowNodes(): void {
    const ids = ['81c88tan2p31pg1yd937307v8', 'v14echpksaulo71vgc4vj6ull', 'uiypstj9diy5l6vp4p8as1k2s', 'o9xe5tueyie2lscjv7fnjo2rg'];
    for (const host of this.run.cluster.hosts()) this.alias(ids.shift() ?? '', host.swarm.nodeId);
  }

  /** Lets the third host be a manager that was not told what to advertise, as the recorded one; the fourth a worker. */
  async joinLast(): Promise<void> {
    for (const [host, role] of [['DC2-N3', 'manager'] as const, ['DC2-N4', 'worker'] as const]) {
      await this.sh(`docker swarm join --token ${await this.sh(`docker swarm join-token -q ${role}`)} 10.35.3.145:2377`, host);
    }
    await this.wait(2000);
  }

  /** Containers end as on the recorded hosts, whose images only had a server that does not hear the signal to stop: by SIGKILL. */
  makeStubborn(): void {
    for (const { containers } of this.run.cluster.hosts()) {
      const stop = containers.stop.bind(containers);
      containers.stop = (id, timeoutS, done) => stop(id, timeoutS, done, 'SIGCONT');
    }
  }

  /** Plays recorded forms, one after another. */
  forms(...names: readonly string[]): void {
    for (const name of names) this.form(name);
  }

  form(name: string, options: PlayOptions = {}): void {
    if (this.played.has(name)) throw new Error(`${name} is played twice`);
    this.played.set(name, this.player.play(readForm(name), options));
  }

  /** Lets recorded clients listen for events while something is done; then it is compared which kinds of events they heard. */
  async whileListening(names: readonly string[], work: () => Promise<void>, options: PlayOptions = {}): Promise<void> {
    const ends = names.map((name) => [name, this.player.listen(readForm(name), options)] as const);
    await work();
    for (const [name, end] of ends) this.played.set(name, end());
  }

  /** Plays forms only for what they do. */
  rehearse(...names: readonly string[]): void {
    for (const name of names) this.player.play(readForm(name));
  }

  /** Runs a command line that was not recorded. The answer: what it printed. */
  async sh(line: string, host = 'DC2-N1'): Promise<string> {
    let output = '';
    const sink = { write: (text: string) => void (output += text) };
    const status = await this.run.execute(host, line, { stdout: sink, stderr: sink });
    if (status !== 0) throw new Error(`${line} ended with ${status}: ${output}`);
    return output.trim();
  }

  /** Unix milliseconds of the virtual clock. */
  get unixNow(): number {
    return this.run.scenario.epochMs + this.run.now;
  }

  async wait(ms: number): Promise<void> {
    await this.run.advance(this.run.now + ms);
  }

  async fault(host: string, fault: Extract<Input, { kind: 'fault' }>['fault']): Promise<void> {
    await this.run.input({ kind: 'fault', host, fault });
  }

  /** Lets a manager become the leader, as it was when a form was recorded: the others lose their engines until it leads. */
  async moveLeaderTo(host: string): Promise<void> {
    for (let tries = 0; tries < 20; tries++) {
      const leader = leadingHost(this.run.cluster)?.spec.name;
      if (leader === host) return;
      if (leader !== undefined) {
        await this.fault(leader, 'engine-stop');
        await this.wait(15_000);
        await this.fault(leader, 'engine-start');
      }
      await this.wait(30_000);
    }
    throw new Error(`${host} does not become the leader`);
  }

  /** Says what stands for a recorded id, for example for a container that the recordings only call by its id. */
  alias(recorded: string, ours: string): void {
    if (!this.player.bindings.bind(recorded, ours.slice(0, recorded.length))) throw new Error(`${recorded} or ${ours} stands for another already`);
  }

  /** A recorded id stands for nothing any more: its object was made anew. */
  forget(recorded: string): void {
    this.player.bindings.forget(recorded);
  }

  /** The id of the container that runs, of all with names that begin so. */
  running(name: string, host = 'DC2-N1'): string {
    const found = this.run.cluster
      .host(host)
      .containers.list()
      .find((container) => container.config.name.startsWith(name) && container.state === 'running');
    if (!found) throw new Error(`no container ${name} runs on ${host}`);
    return found.id;
  }

  /** The id of a service's task on a host. */
  task(service: string, host: string): string {
    const { nodeId, replica } = this.run.cluster.host(host).swarm;
    const found = replica?.list('task').find((task) => task.nodeId === nodeId && replica.get('service', task.serviceId)?.spec.Name === service);
    if (!found) throw new Error(`${service} has no task on ${host}`);
    return found.id;
  }

  /** The id of a container of a host, by the beginning of its name. */
  container(name: string, host = 'DC2-N1'): string {
    const found = this.run.cluster
      .host(host)
      .containers.list()
      .find((container) => container.config.name.startsWith(name));
    if (!found) throw new Error(`there is no container ${name} on ${host}`);
    return found.id;
  }
}
