// A strategy as text → where its money goes as a compact text: rows, what counts elsewhere, and the sum.
import { expect, test } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { succeed } from "../../server/model/live.ts";
import { universe } from "../../server/model/universe.ts";
import { withFile } from "../../server/project/project.ts";
import type { MoneyBy, MoneyRow, MoneyView } from "../../server/views/money/shape.ts";
import { moneyView } from "../../server/views/money.ts";
import { workspaceOf } from "../workspace.ts";
import { moneyIn, shop, shopGoals } from "./shop.ts";

/** "  Service | 1.9M | cost 2.0M, benefit 3.0M, +50%, 24 months" and, behind it, what counts elsewhere. */
function lines(row: MoneyRow): readonly string[] {
  const { title, depth, amount, cost, benefit, payback, says, elsewhere } = row;
  const figures = [
    cost && `cost ${cost}`,
    benefit && `benefit ${benefit}`,
    row.return,
    payback,
    says,
  ];
  const said = figures.filter((part) => part).join(", ");
  return [
    `${"  ".repeat(depth)}${title} | ${amount ?? "–"}${said ? ` | ${said}` : ""}`,
    ...elsewhere.map((one) => `${"  ".repeat(depth)}~ ${one.title} ${one.amount} ${one.counted}`),
  ];
}

function where(data: MoneyView, by: MoneyBy = "objective"): readonly string[] {
  const way = data.ways.find((one) => one.by === by);
  return way === undefined ? [] : [...way.rows, way.total].flatMap(lines);
}

test("by objective: each counts under the first that it supports, and is a ghost under the others", () => {
  expect(where(moneyIn(shop))).toEqual([
    "Growth | 3.6M | cost 1.6M, benefit 3.0M, +84%, 18 months",
    "  Service | 1.6M | cost 1.6M, benefit 3.0M, +84%, 18 months",
    "  ~ App 2.0M counted under Reach",
    "  Reach | 2.0M | No benefit written",
    "Supports no objective | 0.6M | No benefit written",
    "All open work | 4.2M | cost 1.6M, benefit 3.0M, +84%, 18 months",
  ]);
});

test("by team and by technology: under the first named, the gap apart and last", () => {
  expect(where(moneyIn(shop), "team").map((line) => line.split(" | cost")[0])).toEqual([
    "platform | 3.6M",
    "data | – | Nothing is planned",
    "~ CRM 1.6M counted under platform",
    "Supports no objective | 0.6M | No benefit written",
    "All open work | 4.2M",
  ]);
  expect(where(moneyIn(shop), "technology").map((line) => line.split(" | ")[0])).toEqual([
    "cloud",
    "No technology",
    "Supports no objective",
    "All open work",
  ]);
});

test("work that hangs on an objective above others has a row of its own, so that rows add up", () => {
  const data = moneyIn(`${shopGoals}
    initiative a { supports: growth budget: 1M } initiative b { supports: reach budget: 2M }`);
  expect(where(data)).toEqual([
    "Growth | 3.0M | No benefit written",
    "  Directly | 1.0M | No benefit written",
    "  Service | – | Nothing is planned",
    "  Reach | 2.0M | No benefit written",
    "All open work | 3.0M | No benefit written",
  ]);
});

test("a programme counts once, with its parts, where it hangs; a part that hangs elsewhere is a ghost", () => {
  const data = moneyIn(`${shopGoals} initiative p "P" { supports: reach teams: t
    initiative p1 "P1" { supports: service budget: 2M teams: u }
    initiative p2 "P2" { budget: 1M }
    initiative p3 { budget: 9M status: cancelled } }`);
  expect(where(data).slice(0, 4)).toEqual([
    "Growth | 3.0M | No benefit written",
    "  Service | – | Nothing is planned",
    "  ~ P1 2.0M counted in P",
    "  Reach | 3.0M | No benefit written",
  ]);
  expect(where(data, "team")[0]).toBe("t | 3.0M | No benefit written");
});

test("a technology says what it costs by itself, beside the plan", () => {
  const data =
    moneyIn(`${shopGoals} technology crm "CRM suite" { cost { licences: 50k per year } benefit: 120k }
    initiative a { supports: reach technologies: crm budget: 1M }`);
  const { rows = [], beside = [] } = data.ways.find(({ by }) => by === "technology") ?? {};
  expect([...rows, ...beside].flatMap(lines)).toEqual([
    "CRM suite | 1.0M | No benefit written",
    "CRM suite | 0.1M | cost 0.1M, benefit 0.1M, +20%, 1 month",
  ]);
});

test("what other projects put under an objective is said, and not counted here", () => {
  const files = {
    "group/strategy.config.json": '{ "rates": { "GBP": 2 } }',
    "group/a.strategy": 'strategy g "Group" { currency: EUR budget: 9M } objective up "Up" {}',
    "shop/strategy.config.json": "{}",
    "shop/a.strategy": `import group from "../group"
      strategy d "Division" { currency: GBP }
      initiative x "X" { supports: group.up budget: 2M }`,
  };
  expect(moneyIn(files, "group").sentence).toBe("Nothing of 9M is planned");
  expect(where(moneyIn(files, "group"))[1]).toBe("~ X 4.0M counted in Division");
  expect(where(moneyIn(files, "shop"))[0]).toBe("Up | 2.0M | No benefit written");
});

test("what open work is, and of how much nobody says what it takes", () => {
  expect(moneyIn(shop).meaning).toMatch(/^Open work is proposed, planned, active or on hold/);
  expect(moneyIn(`${shop} initiative x { supports: reach }`).meaning).toMatch(
    / 1 of 4 initiatives names neither budget nor cost\.$/,
  );
});

test("after an edit that moves no money all rows and costs are the same objects; else those it moved", () => {
  let workspace = workspaceOf({ "a.strategy": shop });
  succeed(undefined, workspace);
  const now = () => {
    const [model] = universe(workspace).models.values();
    if (model === undefined) throw new Error("There is a project.");
    return moneyView.dataOf(model);
  };
  const edit = (from: string, to: string) => {
    const before = workspace;
    const [[root, project] = []] = before.projects;
    const tree = project?.files.get("a.strategy")?.tree;
    if (!tree?.text.includes(from)) throw new Error(`There is no '${from}'.`);
    workspace = withFile(
      before,
      `${root}/a.strategy`,
      parseFile(tree.text.replace(from, to), tree),
    );
    succeed(before, workspace);
  };
  const first = now();
  edit("status: active", "status: active progress: 5%");
  const second = now();
  expect(second.costs).toBe(first.costs);
  expect(second.budget).toBe(first.budget);
  expect(second.ways).toBe(first.ways);
  edit("budget: 2M", "budget: 3M");
  const third = now();
  expect(third.budget).not.toBe(second.budget);
  const made = third.ways[0]?.rows.filter((row) => !second.ways[0]?.rows.includes(row));
  // The ghost of the app stands under the service.
  expect(made?.map(({ title }) => title)).toEqual(["Growth", "Service", "Reach"]);
});
