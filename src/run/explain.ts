/** The scheduler's recorded reasons in the words of the page: one row per node. */
export interface SchedulingView {
  readonly at: number;
  /** Swarm's own text when no node was found, else empty. */
  readonly message: string;
  /** Name of the host that was chosen, or empty. */
  readonly chosen: string;
  readonly rows: readonly {
    readonly host: string;
    /** First filter that refused it; absent when all eight passed. */
    readonly refusedBy?: string;
    readonly detail?: string;
    readonly recentFailures: number;
    readonly serviceTasks: number;
    readonly totalTasks: number;
    readonly placed: number;
  }[];
}
