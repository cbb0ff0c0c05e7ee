/** Which of our ids stands for which recorded one. One to one, and taken back when a comparison fails. */
export class Bindings {
  private readonly ours = new Map<string, string>();
  private readonly recorded = new Map<string, string>();
  private readonly trail: string[] = [];

  /** Notes that `ours` stands for `recorded`; false when one of them already stands for another. */
  bind(recorded: string, ours: string): boolean {
    const known = this.ours.get(recorded);
    if (known !== undefined) return known === ours;
    if (this.recorded.has(ours)) return false;
    this.ours.set(recorded, ours);
    this.recorded.set(ours, recorded);
    this.trail.push(recorded);
    return true;
  }

  /** What stands for a recorded id, or for the one id that begins like it. */
  find(recorded: string): string | undefined {
    const exact = this.ours.get(recorded);
    if (exact !== undefined || recorded.length < 4) return exact;
    for (const [id, ours] of this.ours) if (id.startsWith(recorded)) return ours.slice(0, recorded.length);
    return undefined;
  }

  /** Lets a recorded id stand for nothing again. */
  forget(recorded: string): void {
    this.recorded.delete(this.ours.get(recorded) ?? '');
    this.ours.delete(recorded);
  }

  mark(): number {
    return this.trail.length;
  }

  /** Forgets what was bound after `mark`. */
  rollback(mark: number): void {
    for (const recorded of this.trail.splice(mark)) {
      this.recorded.delete(this.ours.get(recorded) ?? '');
      this.ours.delete(recorded);
    }
  }
}
