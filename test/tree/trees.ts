// A strategy as text → its tree, and how a test writes one down: a line each, with its sign and its words.
import type { TreeBranch } from "../../client/tree/branch.ts";
import type { TreeViews } from "../../client/tree/plan.ts";
import { type Tree, treeOfProjects } from "../../client/tree/tree-of-projects.ts";
import type { Model } from "../../server/model/universe.ts";
import { alignmentView } from "../../server/views/alignment.ts";
import type { GroupBy } from "../../server/views/roadmap/shape.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import { scorecardView } from "../../server/views/scorecard.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

function viewsOf(model: Model): TreeViews {
  return {
    roadmap: viewOf(roadmapView, model),
    alignment: viewOf(alignmentView, model),
    scorecard: viewOf(scorecardView, model),
  };
}

export function treeIn(
  source: string | Readonly<Record<string, string>>,
  by: GroupBy = "objective",
  typed = "",
): Tree {
  const { models } = universeOf(source).all;
  const projects = Array.from(models, ([root, model]) => ({
    root: `file://${root}`,
    views: viewsOf(model),
  }));
  return treeOfProjects(projects, by, typed);
}

/** "  - [warning] Service with a CRM: at risk · 40%"; with `+` what is closed at first, with `-` what is open. */
export function linesOf({ top }: Pick<Tree, "top">, depth = 0): readonly string[] {
  return top.flatMap((branch) => [
    `${"  ".repeat(depth)}${lineOf(branch)}`,
    ...linesOf({ top: branch.children() }, depth + 1),
  ]);
}

function lineOf({ opens, sign, title, words }: TreeBranch): string {
  const mark = opens === undefined ? "" : opens === "open" ? "- " : "+ ";
  return `${mark}[${sign.icon}] ${title}${words === "" ? "" : `: ${words}`}`;
}
