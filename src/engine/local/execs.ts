/** A command that was or is to be run in a container. */
export interface Exec {
  /** 64 hexadecimal digits. */
  readonly id: string;
  readonly containerId: string;
  readonly command: readonly string[];
  readonly tty: boolean;
  readonly privileged: boolean;
  readonly user: string;
  readonly env: readonly string[];
  readonly workingDir: string;
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
  readonly detachKeys: string;
  running: boolean;
  pid: number;
  /** Undefined until it has ended. */
  exitCode: number | undefined;
}

/** The exec instances of one engine. */
export class Execs {
  private readonly byId = new Map<string, Exec>();

  add(exec: Exec): void {
    this.byId.set(exec.id, exec);
  }

  get(id: string): Exec | undefined {
    return this.byId.get(id);
  }

  /** Ids of those that run in a container now. */
  runningIn(containerId: string): readonly string[] {
    return [...this.byId.values()].filter((exec) => exec.running && exec.containerId === containerId).map((exec) => exec.id);
  }
}
