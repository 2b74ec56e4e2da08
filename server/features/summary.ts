// A model → how its project and the others of the workspace stand, in a few figures.
import { alignedShare } from "../model/derive/alignment.ts";
import type { Model } from "../model/universe.ts";
import { shownTitle } from "../views/said.ts";

interface Standing {
  readonly title: string;
  /** Its folder, as a path. */
  readonly root: string;
  readonly alignedShare: number | null;
}

/** The project itself, then the others of the workspace in which something is written, by their folders. */
export function standings(model: Model): readonly [Standing, ...Standing[]] {
  const others = [...model.universe.models.values()].filter(
    (one) => one !== model && one.project.inWorkspace && one.project.files.size > 0,
  );
  const inOrder = others.sort((a, b) => (a.project.root < b.project.root ? -1 : 1));
  return [standing(model), ...inOrder.map(standing)];
}

function standing(model: Model): Standing {
  const { strategy, universe, project } = model;
  const folder = project.root.split("/").at(-1) ?? "";
  return {
    title: strategy === undefined ? decoded(folder) : shownTitle(universe, strategy),
    root: project.root,
    alignedShare: alignedShare(model) ?? null,
  };
}

/** The name of a folder as people read it; as it is where it is no address. */
function decoded(folder: string): string {
  try {
    return decodeURIComponent(folder);
  } catch {
    return folder;
  }
}
