import { assert } from '../../base/assert.ts';
import type { Alarm, Timers } from '../../sim/timers.ts';
import type { DispatcherMessage, TaskStatusUpdate } from '../dispatcher/messages.ts';
import type { StoredTask } from './task-manager.ts';

/** How reports leave the node. */
export interface ReportLink {
  /** A session is open. */
  readonly connected: boolean;
  /** Sends them to the dispatcher; the answer has this number. */
  sendReports(updates: readonly TaskStatusUpdate[]): number;
  /** They were refused, or not answered in time. */
  reportFailed(why: string): void;
}

/**
 * Tells the dispatcher the statuses that it has yet to acknowledge, in the order in which their tasks came to be such, of
 * each task the latest (swarmkit agent/reporter.go). One report is under way at a time. Every step of every task goes
 * through here: a task knows itself what is to be reported of it, and all waits are two alarms.
 */
export class Reporter {
  /** The first `count` places; the array itself is never cut, as it would grow anew with every step of a task. */
  private readonly waiting: (StoredTask | undefined)[] = [];
  private count = 0;
  private state: 'idle' | 'scheduled' | 'sent' = 'idle';
  private readonly soon: Alarm;
  private readonly overdue: Alarm;
  /** Number of the call that is under way; 0: none. */
  private call = 0;
  private updates: readonly TaskStatusUpdate[] = NOTHING;

  constructor(
    timers: Timers,
    private readonly link: ReportLink,
    private readonly timeoutMs: number,
  ) {
    this.soon = timers.alarm('report task statuses', () => this.send());
    this.overdue = timers.alarm('a report is not answered', () => this.end(undefined));
  }

  /** The status that a task has now is to be reported. */
  add(stored: StoredTask): void {
    if (!stored.unreported) this.waiting[this.count++] = stored;
    stored.unreported = stored.status;
    this.sendSoon();
  }

  /** Sends what waits when this millisecond's other steps have been done. */
  sendSoon(): void {
    if (this.state !== 'idle' || this.count === 0 || !this.link.connected) return;
    this.state = 'scheduled';
    this.soon.set(0);
  }

  /** Takes in an answer, if it is to the report that is under way. */
  answered(call: number, answer: DispatcherMessage): boolean {
    if (this.call === 0 || call !== this.call) return false;
    this.overdue.clear();
    this.end(answer);
    return true;
  }

  /** What is under way will not be answered. */
  sessionEnded(): void {
    this.overdue.clear();
    this.call = 0;
    if (this.state === 'sent') this.state = 'idle';
  }

  /** Forgets what waits. */
  stop(): void {
    for (const stored of this.waiting) if (stored) stored.unreported = undefined;
    this.waiting.length = 0;
    this.count = 0;
  }

  private send(): void {
    this.state = 'idle';
    if (!this.link.connected || this.count === 0) return;
    this.state = 'sent';
    // Nearly always one: an array that is made for it is the smallest.
    const first = updateOf(this.waiting[0]);
    this.updates = this.count === 1 ? [first] : this.waiting.slice(0, this.count).map(updateOf);
    this.overdue.set(this.timeoutMs);
    this.call = this.link.sendReports(this.updates);
  }

  private end(answer: DispatcherMessage | undefined): void {
    this.call = 0;
    this.state = 'idle';
    if (answer?.kind === 'done' || (answer?.kind === 'refused' && answer.error.code === 'PermissionDenied')) {
      this.acknowledge();
      this.sendSoon();
    } else this.link.reportFailed(answer?.kind === 'refused' ? answer.error.text : 'report timed out');
  }

  /** What was sent is done with, but for what has another status by now. */
  private acknowledge(): void {
    const { waiting, updates, count } = this;
    this.count = 0;
    for (let i = 0; i < count; i++) {
      const stored = waiting[i] as StoredTask;
      waiting[i] = undefined;
      if (i < updates.length && stored.unreported === updates[i]?.status) stored.unreported = undefined;
      else waiting[this.count++] = stored;
    }
    this.updates = NOTHING;
  }
}

const NOTHING: readonly TaskStatusUpdate[] = [];

function updateOf(stored: StoredTask | undefined): TaskStatusUpdate {
  assert(stored?.unreported, 'a task without a status to report');
  return { taskId: stored.task.id, status: stored.unreported };
}
