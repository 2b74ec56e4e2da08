// What a store knows after many changes, and the texts alone → where the one differs from the other.
import type { Workspace } from "../../../server/project/project.ts";
import type { Snapshot } from "../../../server/serve/snapshot.ts";
import { toldElsewhere } from "./elsewhere.ts";
import { type Asked, allFacets, told } from "./facets.ts";
import { read, textsOf } from "./texts.ts";

/** All of it, at a few places. */
const allOfIt: Asked = { facets: allFacets, seed: 1 };

/**
 * What is told of a snapshot and would not be told of the same texts read for the first time, line by
 * line; nothing where both are the same. With `fresh` the texts are those of that snapshot, such as
 * one of a store that has just been started on the same disk.
 */
export function compareWithFresh(
  seen: Snapshot,
  asked: Asked = allOfIt,
  fresh: Snapshot = seen,
): readonly string[] {
  return pairs(seen, fresh).flatMap(([path, own, other]) => {
    if (own === undefined || other === undefined) return [lonely(path, own)];
    const anew = read(textsOf(other));
    // The texts first: what is told of others is told rightly.
    const files = { ...asked, facets: ["files"] };
    const others = linesThatDiffer(told(own, files), told(anew, files));
    return others.length > 0 ? others : linesThatDiffer(told(own, asked), told(anew, asked));
  });
}

/**
 * The same against a thread of its own. It costs more, and shows too what is kept by a text, a path
 * or a name and would be found again in this one.
 */
export async function compareWithElsewhere(
  seen: Snapshot,
  asked: Asked = allOfIt,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [, own] of pairs(seen, seen))
    if (own !== undefined)
      found.push(...linesThatDiffer(told(own, asked), await toldElsewhere(textsOf(own), asked)));
  return found;
}

type Pair = readonly [path: string, Workspace | undefined, Workspace | undefined];

/** The workspaces of two snapshots, side by side. */
function pairs(seen: Snapshot, fresh: Snapshot): readonly Pair[] {
  const paths = new Set([...seen.alone.keys(), ...fresh.alone.keys()]);
  return [
    ["", seen.workspace, fresh.workspace],
    ...[...paths].map((path): Pair => [path, seen.alone.get(path), fresh.alone.get(path)]),
  ];
}

function lonely(path: string, own: Workspace | undefined): string {
  return `${own === undefined ? "fresh" : "kept"}: files of ${path}, which stands alone only there`;
}

/** The lines that one of two lists lacks, and where both hold the same in another order, that. */
function linesThatDiffer(seen: readonly string[], fresh: readonly string[]): readonly string[] {
  if (seen.length === fresh.length && seen.every((one, index) => one === fresh[index])) return [];
  const only = (these: readonly string[], those: readonly string[]) => {
    const known = new Map<string, number>();
    for (const one of those) known.set(one, (known.get(one) ?? 0) + 1);
    return these.filter((one) => {
      const left = known.get(one) ?? 0;
      known.set(one, left - 1);
      return left <= 0;
    });
  };
  const lines = [
    ...only(seen, fresh).map((one) => `kept:  ${one}`),
    ...only(fresh, seen).map((one) => `fresh: ${one}`),
  ];
  if (lines.length > 0) return lines;
  const at = seen.findIndex((one, index) => one !== fresh[index]);
  return [`kept, in another order:  ${seen[at]}`, `fresh, in another order: ${fresh[at]}`];
}
