// The projects of a workspace, how they are grouped and what is typed into the filter → the tree, and the way to a place in it.
import type { GroupBy } from "../../server/views/roadmap/shape.ts";
import type { Position } from "../../server/views/shape.ts";
import type { TreeBranch } from "./branch.ts";
import { branchesOf } from "./branches.ts";
import { type TreePlan, type TreeViews, treePlanOf } from "./plan.ts";
import { trailTo } from "./trail.ts";
import { matchesIn, matchSentence, type TreeMatches } from "./tree-filter.ts";

/** A project with what it is drawn from. */
export interface TreeProject {
  /** By which it is told from the others. */
  readonly root: string;
  readonly views: TreeViews;
}

export interface Tree {
  readonly top: readonly TreeBranch[];
  /** What the filter leaves, in a sentence; undefined without one. */
  readonly matched?: string | undefined;
  /** Nothing is there, whatever the filter. */
  readonly isBare: boolean;
  /** The ids from the top down to what is written at a place; empty where the tree has nothing of it. */
  readonly trailTo: (uri: string, position: Position) => readonly string[];
}

/** One project stands for itself; of several each has a line of its own. */
export function treeOfProjects(projects: readonly TreeProject[], by: GroupBy, typed: string): Tree {
  const all = projects.map(({ root, views }) => {
    const plan = treePlanOf(views, by);
    return { root, plan, matches: matchesIn(plan, typed) };
  });
  const isOne = all.length === 1;
  const counts = all.flatMap(({ matches }) => matches?.counts ?? []);
  return {
    top: all.flatMap(({ root, plan, matches }) =>
      isOne ? branchesOf(plan, matches) : projectBranch(root, plan, matches),
    ),
    matched: counts.length > 0 ? matchSentence(typed, counts) : undefined,
    isBare: all.every(({ plan }) => branchesOf(plan, undefined).length === 0),
    trailTo: (uri, position) => {
      // What another project shows of it too is found where it is written.
      const homeFirst = all.toSorted((a, b) => shared(b.root, uri) - shared(a.root, uri));
      for (const { root, plan } of homeFirst) {
        const trail = trailTo(plan, uri, position);
        if (trail.length > 0) return isOne ? trail : [root, ...trail];
      }
      return [];
    },
  };
}

/** How much of an address is that of a folder around it. */
function shared(root: string, uri: string): number {
  return uri.startsWith(`${root}/`) ? root.length : 0;
}

function projectBranch(
  root: string,
  plan: TreePlan,
  matches: TreeMatches | undefined,
): readonly TreeBranch[] {
  const { title, sentence } = plan.views.roadmap;
  const isFiltered = matches !== undefined;
  const branches = branchesOf(plan, matches);
  if (isFiltered && branches.length === 0) return [];
  return [
    {
      id: root,
      title,
      words: isFiltered ? "" : sentence,
      sentence: () => `Strategy: ${title}. ${sentence}.`,
      sign: { icon: "compass" },
      can: [],
      opens: branches.length === 0 ? undefined : "open",
      children: () => branchesOf(plan, matches),
      of: [title, sentence, isFiltered],
    },
  ];
}
