// What a measurement is: one that is made once, one in each size, or one in sessions that have read a size.
import type { Peer } from "./peer.ts";
import type { Session } from "./sessions.ts";
import type { Effort, Measured } from "./turns.ts";
import type { Workspace } from "./workspace.ts";

/** Where and with what something is measured. */
export interface Ground {
  readonly size: string;
  readonly workspace: Workspace;
  readonly peers: readonly Peer[];
  readonly effort: Effort;
}

export interface Measure {
  readonly name: string;
  /** By itself, whatever the sizes. */
  readonly once?: (peers: readonly Peer[], effort: Effort) => Promise<readonly Measured[]>;
  /** In each size. */
  readonly inSize?: (ground: Ground) => Promise<readonly Measured[]>;
  /** In each size, once all have read it. */
  readonly inSessions?: (
    ground: Ground,
    sessions: ReadonlyMap<string, Session>,
  ) => Promise<readonly Measured[]>;
}
