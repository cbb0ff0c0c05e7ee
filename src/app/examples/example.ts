/** A stack to begin with. */
export interface Example {
  readonly id: string;
  /** The stack that it is deployed as. */
  readonly stack: string;
  readonly title: { readonly en: string; readonly pt: string };
  readonly about: { readonly en: string; readonly pt: string };
  /** The stack file first, then the files it speaks of; names relative to /root. */
  readonly files: readonly { readonly name: string; readonly content: string }[];
  /** What the cluster needs first: lines for a manager's shell. Absent: nothing. */
  readonly prepare?: (hosts: readonly string[]) => readonly string[];
  /** A line to try when it runs. */
  readonly next: string;
}
