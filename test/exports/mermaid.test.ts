// A roadmap and an alignment as Mermaid → what Mermaid itself reads of them.
import DOMPurify from "dompurify";
import { expect, test } from "vitest";
import type { AlignmentView } from "../../server/views/alignment/shape.ts";
import { dataOf, exportedText, nastyTitles, roadmapWith } from "./exported.ts";

// Without a document there is nothing to purify, and no way to do so: texts stay as they are.
Object.assign(DOMPurify, { addHook: () => {}, sanitize: (text: string) => text });
const { default: mermaid } = await import("mermaid");

interface Task {
  readonly task: string;
  readonly section: string;
  readonly startTime: Date;
  readonly endTime: Date;
  readonly milestone?: boolean;
  readonly done?: boolean;
  readonly active?: boolean;
  readonly crit?: boolean;
}

interface Node {
  readonly id: string;
  readonly text: string;
  readonly classes: readonly string[];
}

interface Line {
  readonly start: string;
  readonly end: string;
  readonly stroke: string;
}

interface Chart {
  getTasks(): readonly Task[];
  getDiagramTitle(): string;
}

interface Flow {
  getVertices(): ReadonlyMap<string, Node>;
  getEdges(): readonly Line[];
  getSubGraphs(): readonly { readonly title: string; readonly nodes: readonly string[] }[];
}

async function read<Kind extends Chart | Flow>(text: string): Promise<Kind> {
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  return db as unknown as Kind;
}

/** A text as Mermaid shows it: it keeps numbers of characters in signs of its own until it draws. */
function shown(text: string): string {
  return text
    .replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .trim();
}

const plan = `strategy s "S: \\"plan\\"" { horizon: 2026 .. 2027 }
objective grow "Grow" { level: business }
objective app "App" { supports: grow }
objective other "Other" { level: business }
initiative move "Move" { supports: app, other timeline: 2026-01 .. 2026-06 status: completed
  milestone live "Live" { date: 2026-06-01 status: reached } }
initiative late "Late" { supports: app timeline: 2026-03 .. status: active }
initiative gone "Gone" { supports: app timeline: 2026 .. 2027 status: cancelled }
initiative someday "Someday" { supports: app }
initiative coin "Coin" { timeline: 2027 .. 2027 }
review spring "Spring" { date: 2026-04-05 }
`;

test("a roadmap is a chart: bars by objective, with their state, milestones and reviews", async () => {
  const text = await exportedText([dataOf("roadmap", plan)], "mermaid");
  const chart = await read<Chart>(text);
  expect(shown(chart.getDiagramTitle())).toBe('S: "plan" 2026–2027');
  const days = ({ startTime, endTime }: Task) =>
    [startTime, endTime].map((day) => day.toISOString().slice(0, 10)).join(" ");
  expect(
    chart.getTasks().map((one) => {
      const is = (["milestone", "done", "active", "crit"] as const).filter((key) => one[key]);
      return [shown(one.section), shown(one.task), days(one), ...is].join(", ");
    }),
  ).toEqual([
    // Its last day belongs to a bar, and it ends when that is over.
    "App, Move, 2026-01-01 2026-07-01, done",
    "App, Live, 2026-06-01 2026-06-01, milestone, done",
    "App, Late, 2026-03-01 2028-01-01, active",
    "Supports no objective, Coin, 2027-01-01 2028-01-01",
    "Reviews, events and KPI targets, Spring, 2026-04-05 2026-04-05, milestone, done",
  ]);
  expect(text).toContain("%% 1 initiative without dates cannot be drawn");
});

test("an alignment is a flowchart: dashed where it counts elsewhere, apart where it supports nothing", async () => {
  const flow = await read<Flow>(await exportedText([dataOf("alignment", plan)], "mermaid"));
  const nodes = flow.getVertices();
  const name = (id: string) => nodes.get(id)?.text;
  const lines = flow
    .getEdges()
    .map(({ start, end, stroke }) => `${name(start)} ${stroke} ${name(end)}`);
  expect(lines).toEqual([
    "Grow normal App",
    ...["App normal Move", "Other dotted Move", "App normal Late", "App normal Someday"],
  ]);
  expect(flow.getSubGraphs().map(({ title, nodes: ids }) => [title, ids.map(name)])).toEqual([
    ["Supports no objective", ["Coin"]],
  ]);
  const gaps = [...nodes.values()].filter(({ classes }) => classes.includes("gap"));
  expect(gaps.map(({ text }) => text)).toEqual(["Coin"]);
});

test.each(["roadmap", "alignment"])("%s of the example is read", async (view) => {
  const text = await exportedText([dataOf(view)], "mermaid");
  const { diagramType } = await mermaid.parse(text);
  expect(diagramType).toBe(view === "roadmap" ? "gantt" : "flowchart-v2");
});

/** A title as it can be shown: on one line, with nothing hidden in it, and not too long. */
function fitting(title: string): string {
  const line = title
    .replace(/[\t\r\n]+/g, " ")
    .replaceAll("\u202e", "\\u{202e}")
    .replaceAll("\u202c", "\\u{202c}");
  const plain = line.replaceAll("\u200f", "\\u{200f}").trim() || "Untitled";
  return plain.length <= 120 ? plain : `${plain.slice(0, 119)}…`;
}

test("any title stands in a chart as it is", async () => {
  const view = roadmapWith(nastyTitles);
  const chart = await read<Chart>(await exportedText([view], "mermaid"));
  const bars = chart.getTasks().filter(({ milestone }) => !milestone);
  expect(bars.map(({ task }) => shown(task))).toEqual(nastyTitles.map(fitting));
});

test("any title stands in a flowchart as it is", async () => {
  const text = nastyTitles.map((_, at) => `initiative i${at} "T" { supports: goal }`).join("\n");
  const view = dataOf(
    "alignment",
    `objective goal "Goal" { level: business }\n${text}`,
  ) as AlignmentView;
  const titled = view.initiatives.map((one, at) => ({ ...one, title: nastyTitles[at] ?? "" }));
  const data: AlignmentView = { ...view, initiatives: titled };
  const flow = await read<Flow>(await exportedText([data], "mermaid"));
  const work = [...flow.getVertices().values()].filter(({ id }) => id.startsWith("w"));
  expect(work.map(({ text: title }) => shown(title))).toEqual(nastyTitles.map(fitting));
  expect(flow.getEdges()).toHaveLength(nastyTitles.length);
});

test("nothing at all is a diagram too", async () => {
  for (const view of ["roadmap", "alignment"])
    await mermaid.parse(await exportedText([dataOf(view, "")], "mermaid"));
});

test("what is more than Mermaid draws by itself is said", async () => {
  const said: string[] = [];
  const many = Array.from({ length: 600 }, (_, at) => `initiative i${at} { supports: goal }`);
  const plenty = dataOf("alignment", `objective goal {}\n${many.join("\n")}`);
  await exportedText([plenty], "mermaid", (sentence) => said.push(sentence));
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/and 600: set 'maxTextSize' and 'maxEdges' where it is drawn\.$/);
});
