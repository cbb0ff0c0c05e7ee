/** An image as `GET /images/json` gives it. */
export interface ImageAnswer {
  readonly Id: string;
  readonly RepoTags?: readonly string[] | null;
  readonly RepoDigests?: readonly string[] | null;
  /** Seconds since 1970. */
  readonly Created: number;
  /** Bytes; -1: not computed. */
  readonly Size: number;
  /** Bytes; -1: not computed. */
  readonly SharedSize?: number;
  /** -1: not counted. */
  readonly Containers?: number;
}

/** What a removal or prune did to one name or layer. */
export interface ImageDeletion {
  readonly Untagged?: string;
  readonly Deleted?: string;
}
