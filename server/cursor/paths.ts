// A field or import that takes a path → the paths of the workspace that fit.
import type { FieldEntry } from "../../grammar/vocabulary.ts";
import { folderOf, resolve } from "../project.ts";
import type { Query } from "./spot.ts";
import type { Suggestion } from "./suggestion.ts";

/** The folders of other projects for an import, the known CSV files for a KPI; relative to the file. */
export function paths(
  { model, file }: Query,
  of: FieldEntry | "import",
  quoted: boolean,
): readonly Suggestion[] {
  const folder = resolve(model.project.root, folderOf(file.path));
  const { projects } = model.universe.workspace;
  const targets =
    of === "import"
      ? [...projects.keys()].filter((root) => root !== model.project.root)
      : [...projects.values()].flatMap((project) => [...project.data.keys()]);
  return targets.map((target) => {
    const label = relative(folder, target);
    return { label, kind: "path", ...(quoted ? {} : { insert: `"${label}"` }) };
  });
}

/** The way from a folder to a path: `../corporate`, `data/churn.csv`. */
export function relative(folder: string, path: string): string {
  const from = folder.split("/");
  const to = path.split("/");
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].join("/") || ".";
}
