import type { Labels } from '../../docker/api/specs.ts';
import { familiarImage } from './image-reference.ts';

const NONE: Labels = {};

/**
 * What ails a host, beside its power and its links: faults that a person or a scenario sets from outside. Programs
 * that run there meet them at once; the swarm learns of them only by what becomes of its tasks.
 */
export class HostTroubles {
  private slow = 0;
  private foreign = 0;
  private readonly blocked = new Set<string>();
  private readonly characters = new Map<string, Labels>();

  /** `changed` is called after each change; `online` tells whether the host reaches the world outside. */
  constructor(
    private readonly changed: () => void,
    private readonly online: () => boolean,
  ) {}

  /** Milliseconds by which pulls, probes and `exec` take longer. */
  get slowMs(): number {
    return this.slow;
  }

  /** Bytes that something beside the containers uses of the host's memory. */
  get foreignMemoryBytes(): number {
    return this.foreign;
  }

  /** Images that cannot be pulled here, as they were named. */
  get blockedImages(): readonly string[] {
    return [...this.blocked];
  }

  setSlow(ms: number): void {
    this.slow = ms;
    this.changed();
  }

  setForeignMemory(bytes: number): void {
    this.foreign = bytes;
    this.changed();
  }

  /** Makes an image impossible to pull, or possible again: `nginx:1.27`, `nginx` (any tag), `*` (the registry is gone). */
  blockImage(image: string, blocked: boolean): void {
    if (blocked) this.blocked.add(image);
    else this.blocked.delete(image);
  }

  /** Whether the registry would answer at all. */
  get reachesRegistry(): boolean {
    return this.online() && !this.blocked.has('*');
  }

  /** Whether the registry would be reached and give an image. */
  canPull(ref: string): boolean {
    const name = familiarImage(ref);
    return this.online() && !['*', name, name.replace(/:[^/:]*$/, '')].some((entry) => this.blocked.has(entry));
  }

  /**
   * Gives the containers of a service (or the container of that name) another character: scenario labels without
   * their prefix (`health`, `crash-after`, `memory` …; see `scenario-labels.ts`). An empty one: as they were made.
   */
  setCharacter(name: string, character: Labels): void {
    if (Object.keys(character).length === 0) this.characters.delete(name);
    else {
      const labels: { [key: string]: string } = {};
      for (const [key, value] of Object.entries(character)) labels[`swarmarium.${key}`] = value;
      this.characters.set(name, labels);
    }
    this.changed();
  }

  /** The labels that `setCharacter` has put over those of a container. */
  character(container: string, service: string | undefined): Labels {
    return this.characters.get(container) ?? (service === undefined ? undefined : this.characters.get(service)) ?? NONE;
  }
}
