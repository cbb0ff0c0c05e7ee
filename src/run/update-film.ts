/** One slot's turn in an update. Times are virtual milliseconds; absent: not (yet) happened. */
export interface FilmStep {
  /** The slot's number, or for global services the host's name. */
  readonly slot: string;
  /** The task that the update made, and the host that it was given to. */
  readonly task: string;
  readonly host: string;
  /** The task that it replaced, if there was one. */
  readonly before: string;
  readonly createdAt: number;
  readonly beforeStoppedAt?: number;
  readonly runningAt?: number;
  /** When the new task ended, and Swarm's words for it. */
  readonly endedAt?: number;
  readonly error: string;
  /** Its end counts as a failure of this update. */
  readonly counted: boolean;
}

/** One update or rollback of a service, from its beginning to where it stands or ended. */
export interface UpdateFilm {
  readonly kind: 'update' | 'rollback';
  readonly startedAt: number;
  readonly endedAt?: number;
  /** Swarm's state and message, e.g. `paused`, `update paused due to failure or early termination of task …`; `superseded`: another update came. */
  readonly state: 'updating' | 'paused' | 'completed' | 'rollback_started' | 'rollback_paused' | 'rollback_completed' | 'superseded';
  readonly message: string;
  readonly image: string;
  /** Slots in work at a time (0: all), waits in milliseconds, and what failures lead to. */
  readonly policy: {
    readonly parallelism: number;
    readonly delayMs: number;
    readonly monitorMs: number;
    readonly failureAction: 'pause' | 'continue' | 'rollback';
    readonly maxFailureRatio: number;
    readonly startFirst: boolean;
  };
  /** How many slots had to be changed: what the failures are a share of. */
  readonly slots: number;
  readonly failures: number;
  readonly steps: readonly FilmStep[];
}
