// An edit of a strategy that is followed → the rows of its alignment that are made again: those that say something else.
import { expect, test } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { succeed } from "../../server/model/live.ts";
import { type Model, universe } from "../../server/model/universe.ts";
import { type Workspace, withFile } from "../../server/project/project.ts";
import type { AlignmentView } from "../../server/views/alignment/shape.ts";
import { alignmentView } from "../../server/views/alignment.ts";
import type { Unplaced } from "../../server/views/shape.ts";
import { workspaceOf } from "../workspace.ts";

type Data = Unplaced<AlignmentView>;

const plan = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [
    `plan-${at}.strategy`,
    `objective top${at} "Top ${at}" { level: business
      objective goal${at} "Goal ${at}" { level: it }
    }
    kpi figure${at} { measures: goal${at} unit: % }
    initiative work${at} "Work ${at}" { supports: goal${at} budget: 1M
      risk risk${at} { probability: high impact: low }
    }`,
  ]),
);

/** What an edit of one file makes again. */
function changedBy(from: string, to: string): readonly string[] {
  const before = workspaceOf(plan);
  succeed(undefined, before);
  const model = (workspace: Workspace): Model => {
    const [one] = universe(workspace).models.values();
    if (one === undefined) throw new Error("There is a project.");
    return one;
  };
  const old: Data = alignmentView.dataOf(model(before));
  const [[root, project] = []] = before.projects;
  const tree = project?.files.get("plan-3.strategy")?.tree;
  const text = tree?.text ?? "";
  if (!text.includes(from)) throw new Error(`There is no '${from}'.`);
  const file = parseFile(text.replace(from, to), tree);
  const after = withFile(before, `${root}/plan-3.strategy`, file);
  succeed(before, after);
  const now: Data = alignmentView.dataOf(model(after));
  const known = new Set<unknown>([...old.goals, ...old.initiatives]);
  return [...now.goals, ...now.initiatives].filter((one) => !known.has(one)).map(({ id }) => id);
}

test("money moves its row and the goals above it, whose shares of all money stay in whole percent", () => {
  expect(changedBy("budget: 1M", "budget: 1.01M")).toEqual(["top3", "goal3", "work3"]);
});

test("a title, a KPI or a risk moves its own row alone", () => {
  expect(changedBy("Work 3", "Worked 3")).toEqual(["work3"]);
  expect(changedBy("figure3 {", 'figure3 "Named" {')).toEqual(["goal3"]);
  expect(changedBy("impact: low", "impact: medium")).toEqual(["work3"]);
});
