// An edit of a project that a page looks at → how little is made again, how little is sent, and who gets all of it.
import { expect, test, vi } from "vitest";
import { createHold } from "../../client/preview/held.ts";
import { parseFile } from "../../grammar/parser.ts";
import { succeed } from "../../server/model/live.ts";
import { type Model, universe } from "../../server/model/universe.ts";
import { type Workspace, withFile } from "../../server/project/project.ts";
import type { SheetMessage } from "../../server/protocol.ts";
import { createSheets } from "../../server/serve/sheets.ts";
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import { shownInitiative } from "../../server/views/roadmap/work.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import type { ViewData } from "../../server/views/shape.ts";
import { sheetOf, viewOf } from "../../server/views/view.ts";
import { workspaceOf } from "../workspace.ts";

vi.mock("../../server/views/roadmap/work.ts", async (original) => {
  const work = await original<typeof import("../../server/views/roadmap/work.ts")>();
  return { ...work, shownInitiative: vi.fn(work.shownInitiative) };
});

/** So many initiatives, ten a file, each under the objective of its file. */
function planOf(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count / 10 }, (_, file) => {
      const work = Array.from({ length: 10 }, (__, index) => {
        const name = `w${file * 10 + index}`;
        return `initiative ${name} "Work ${name}" {
  supports: goal-${file}
  owner: head-${index}
  teams: team-${file % 7}
  timeline: 2026-0${(index % 9) + 1} .. 2028
  budget: ${100 + index}k
  status: active
}
`;
      });
      return [
        `plan-${String(file).padStart(4, "0")}.strategy`,
        `objective goal-${file} "Goal ${file}" { owner: head-1 }\n${work.join("")}`,
      ];
    }),
  );
}

const file = "plan-0003.strategy";

/** A server that follows a plan, and pages that look at it. */
function followed(files: Readonly<Record<string, string>>) {
  let workspace: Workspace = workspaceOf(files);
  succeed(undefined, workspace);
  const sheets = createSheets();
  const model = (): Model => {
    const [one] = universe(workspace).models.values();
    if (one === undefined) throw new Error("There is a project.");
    return one;
  };
  return {
    /** What is told to a page that holds a version. */
    tell(since?: string): SheetMessage {
      return JSON.parse(JSON.stringify(sheets(model(), since, sheetOf(roadmapView, model()))));
    },
    edit(path: string, from: string | RegExp, to: string) {
      const before = workspace;
      const [[root, project] = []] = before.projects;
      const tree = project?.files.get(path)?.tree;
      const text = tree?.text ?? "";
      if (text.search(from) < 0) throw new Error(`There is no '${from}' in ${path}.`);
      workspace = withFile(before, `${root}/${path}`, parseFile(text.replace(from, to), tree));
      succeed(before, workspace);
      model();
    },
    whole: (): RoadmapView => {
      const [fresh] = universe({ ...workspace }).models.values();
      if (fresh === undefined) throw new Error("There is a project.");
      return viewOf(roadmapView, fresh);
    },
  };
}

/** How often the row of an initiative was made since this was asked last. */
function made(): number {
  const { mock } = vi.mocked(shownInitiative);
  const count = mock.calls.length;
  mock.calls.length = 0;
  return count;
}

function changesIn(message: SheetMessage): unknown {
  return "sheet" in message ? "all" : message.change;
}

test("a title among 2,000 initiatives makes one row and sends one", () => {
  const plan = followed(planOf(2000));
  const { version } = plan.tell();
  expect(made()).toBe(2000);
  plan.edit(file, '"Work w35"', '"Work w35 again"');
  const message = plan.tell(version);
  expect(made()).toBe(1);
  expect(changesIn(message)).toEqual({
    parts: {
      initiatives: {
        list: [
          [0, 35],
          { of: 35, change: { parts: { title: { put: "Work w35 again" } } } },
          [36, 1964],
        ],
      },
    },
  });
});

/** What a page holds, as the roadmap that it is. */
function roadmapIn(view: ViewData | undefined): RoadmapView | undefined {
  return view as RoadmapView | undefined;
}

test("a line above 2,000 initiatives makes none of them again, and moves the places behind it", () => {
  const plan = followed({
    "plan.strategy": `role chair "The chair"\n${Object.values(planOf(2000)).join("")}`,
  });
  const hold = createHold();
  const before = plan.tell();
  const first = roadmapIn(hold.take(before))?.initiatives.at(-1);
  const line = first?.source.name.start.line ?? 0;
  made();
  plan.edit("plan.strategy", "role", "\n\nrole");
  const message = plan.tell(before.version);
  expect(made()).toBe(0);
  expect(JSON.stringify(message).length).toBeLessThan(1000);
  const last = roadmapIn(hold.take(message))?.initiatives.at(-1);
  expect(last).toBe(first);
  expect(last?.source.name.start.line).toBe(line + 2);
  expect(last?.source.range).toEqual(plan.whole().initiatives.at(-1)?.source.range);
});

test("what says nothing else is not sent, and has no other version", () => {
  const plan = followed(planOf(20));
  const { version } = plan.tell();
  plan.edit("plan-0001.strategy", "owner: head-3", "owner:  head-3");
  expect(plan.tell(version)).toEqual({ version, since: version });
});

test("who looks from a second place, a step behind, gets what has changed for it", () => {
  const plan = followed(planOf(20));
  const { version } = plan.tell();
  const hold = createHold();
  hold.take(plan.tell());
  plan.edit("plan-0001.strategy", '"Goal 1"', '"Goal one"');
  plan.tell(version);
  plan.edit("plan-0000.strategy", '"Work w3"', '"Work three"');
  const later = plan.tell(version);
  expect(changesIn(later)).not.toBe("all");
  const titles = (view: RoadmapView | undefined) => view?.initiatives.map(({ title }) => title);
  expect(titles(roadmapIn(hold.take(later)))).toEqual(titles(plan.whole()));
});

test("who holds a version that is long gone, or of another server, gets all of it", () => {
  const plan = followed(planOf(20));
  const { version } = plan.tell();
  for (let count = 0; count < 8; count++) {
    plan.edit("plan-0001.strategy", /"Goal .*?"/, `"Goal of turn ${count}"`);
    plan.tell();
  }
  expect(changesIn(plan.tell(version))).toBe("all");
  expect(changesIn(plan.tell("another server 1"))).toBe("all");
  expect(changesIn(plan.tell())).toBe("all");
});

test("a page that was told of a version which it has not asks for all", () => {
  const plan = followed(planOf(20));
  const { version } = plan.tell();
  plan.edit("plan-0001.strategy", '"Goal 1"', '"Goal one"');
  expect(createHold().take(plan.tell(version))).toBeUndefined();
});
