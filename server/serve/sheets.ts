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

/** So many of each view: who looks at the same from two places asks for it one after the other. */
const most = 8;

/**
 * Remembers the last sheets of each view of a project, which share with the next all that has not changed. Who
 * holds an older one, that of another project or of a server that has ended gets all of it.
 */
export function createSheets(): (
  model: Model,
  since: string | undefined,
  sheet: Sheet,
) => SheetMessage {
  const last = new WeakMap<Model, Map<string, readonly Given[]>>();
  const session = crypto.randomUUID();
  let count = 0;
  return (model, since, sheet) => {
    const views = last.get(model) ?? new Map<string, readonly Given[]>();
    last.set(model, views);
    const given = views.get(sheet.view) ?? [];
    const before = given.at(-1);
    const change = before && differenceOf(before.sheet, sheet);
    const isStill = before !== undefined && change === undefined;
    const version = isStill ? before.version : `${session} ${++count}`;
    const others = isStill ? given.slice(0, -1) : given;
    views.set(sheet.view, [...others, { version, sheet }].slice(-most));
    const held = given.find((one) => one.version === since);
    if (held === undefined) return { version, sheet };
    return {
      version,
      since: held.version,
      change: held === before ? change : differenceOf(held.sheet, sheet),
    };
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
