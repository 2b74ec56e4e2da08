// Sheets that were given away → what has changed since, for who still has the last one of its project.
import type { Model } from "../model/universe.ts";
import type { SheetMessage } from "../protocol.ts";
import { differenceOf } from "../views/difference.ts";
import type { Sheet } from "../views/shape.ts";
import type { Snapshot } from "./snapshot.ts";
import { uriOf } from "./uris.ts";

interface Given {
  readonly version: string;
  readonly sheet: Sheet;
}

/**
 * Remembers the last sheet of each view of a project, which shares with the next all that has not changed. Who
 * holds another one, that of another project or of a server that has ended gets all of it.
 */
export function createSheets(): (
  model: Model,
  since: string | undefined,
  sheet: Sheet,
) => SheetMessage {
  const last = new WeakMap<Model, Map<string, Given>>();
  const session = crypto.randomUUID();
  let count = 0;
  return (model, since, sheet) => {
    const given = last.get(model) ?? new Map<string, Given>();
    last.set(model, given);
    const before = given.get(sheet.view);
    const change = before && differenceOf(before.sheet, sheet);
    const isStill = before !== undefined && change === undefined;
    const version = isStill ? before.version : `${session} ${++count}`;
    given.set(sheet.view, { version, sheet });
    return before !== undefined && since === before.version
      ? { version, since, change }
      : { version, sheet };
  };
}

/** The URI of each path of a snapshot; of what is not open it is found once. */
export function createAddresses(): (snapshot: Snapshot) => (path: string) => string {
  const closed = new Map<string, string>();
  return ({ open }) =>
    (path) => {
      const own = open.get(path)?.uri;
      if (own !== undefined) return own;
      const known = closed.get(path) ?? uriOf(path);
      closed.set(path, known);
      return known;
    };
}
