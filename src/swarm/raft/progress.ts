/**
 * What a leader knows of one member's log (etcd-io/raft tracker/progress.go). `probe`: one message at a time until
 * the place where both logs agree is found; `replicate`: entries flow; `snapshot`: one is on its way.
 */
export class Progress {
  match = 0;
  state: 'probe' | 'replicate' | 'snapshot' = 'probe';
  /** Nothing more is sent until the member answers. */
  paused = false;
  /** It has been heard of since the last quorum check. */
  recentActive = false;
  pendingSnapshot = 0;

  constructor(public next: number) {}

  becomeProbe(): void {
    const from = this.state === 'snapshot' ? Math.max(this.match + 1, this.pendingSnapshot + 1) : this.match + 1;
    this.reset('probe');
    this.next = from;
  }

  becomeReplicate(): void {
    this.reset('replicate');
    this.next = this.match + 1;
  }

  becomeSnapshot(index: number): void {
    this.reset('snapshot');
    this.pendingSnapshot = index;
  }

  /** The member has everything up to `index`; false when that is old news. */
  maybeUpdate(index: number): boolean {
    const news = index > this.match;
    if (news) {
      this.match = index;
      this.paused = false;
    }
    this.next = Math.max(this.next, index + 1);
    return news;
  }

  /** The member has refused the entry at `rejected`; false when that is old news. */
  maybeDecrease(rejected: number, hint: number): boolean {
    if (this.state === 'replicate') {
      if (rejected <= this.match) return false;
      this.next = this.match + 1;
      return true;
    }
    if (this.next - 1 !== rejected) return false;
    this.next = Math.max(Math.min(rejected, hint + 1), this.match + 1);
    this.paused = false;
    return true;
  }

  get blocked(): boolean {
    return this.state === 'snapshot' || (this.state === 'probe' && this.paused);
  }

  private reset(state: Progress['state']): void {
    this.state = state;
    this.paused = false;
    this.pendingSnapshot = 0;
  }
}
