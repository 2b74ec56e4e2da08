// What a store knows after many changes, and the texts alone → where the one differs from the other.
import { readText } from "../../../grammar/size.ts";
import { readConfig } from "../../../server/project/config.ts";
import type { Workspace } from "../../../server/project/project.ts";
import type { Snapshot } from "../../../server/serve/snapshot.ts";
import { type Asked, allFacets, told } from "./facets.ts";

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
  const found = compared(seen.workspace, fresh.workspace, asked);
  const paths = new Set([...seen.alone.keys(), ...fresh.alone.keys()]);
  return [
    ...found,
    ...[...paths].flatMap((path) => {
      const [own, other] = [seen.alone.get(path), fresh.alone.get(path)];
      if (own !== undefined && other !== undefined) return compared(own, other, asked);
      return [`files: ${path} stands alone${own === undefined ? " only when read anew" : ""}`];
    }),
  ];
}

function compared(seen: Workspace, fresh: Workspace, asked: Asked): readonly string[] {
  // The texts first: what is told of others is told rightly.
  const files = { ...asked, facets: ["files"] };
  const anew = readAnew(fresh);
  const others = linesThatDiffer(told(seen, files), told(anew, files));
  return others.length > 0 ? others : linesThatDiffer(told(seen, asked), told(anew, asked));
}

/** A workspace of the same texts that shares no object with it: all of it is parsed and read again. */
function readAnew(workspace: Workspace): Workspace {
  const projects = [...workspace.projects].map(([root, project]) => {
    const { config } = project;
    const files = [...project.files].map(([path, { tree }]) => {
      return [path, { path, tree: readText(tree.text) }] as const;
    });
    return [
      root,
      {
        ...project,
        files: new Map(files),
        data: new Map(project.data),
        // One that could not be read has no text, and says why.
        config: config.text === "" ? config : readConfig(config.text),
      },
    ] as const;
  });
  return { ...workspace, projects: new Map(projects) };
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
