// The roadmap → a Gantt chart, the alignment → a flowchart, in the words of Mermaid, in which titles are texts and nothing else.
import type { AlignmentView, Goal } from "../../server/views/alignment/shape.ts";
import type { Group, Initiative, RoadmapView } from "../../server/views/roadmap/shape.ts";
import { oneLine, shortened } from "../../server/words/visible.ts";
import { count } from "../drawings/time.ts";
import type { Writer } from "./format.ts";
import { isAlignment, isRoadmap } from "./which.ts";

export const writeMermaid: Writer = async ({ views: [view] }, { tell }) => {
  const lines = isRoadmap(view) ? ganttOf(view) : isAlignment(view) ? flowchartOf(view) : undefined;
  if (lines === undefined) throw new Error("Mermaid shows the roadmap and the alignment.");
  const text = `${lines.join("\n")}\n`;
  const edges = lines.filter((line) => /-->|-\.->/.test(line)).length;
  if (text.length > mostCharacters || edges > mostEdges)
    tell(
      `Mermaid draws up to ${mostCharacters} characters and ${mostEdges} lines between boxes, and this has ${text.length} and ${edges}: set 'maxTextSize' and 'maxEdges' where it is drawn.`,
    );
  return new TextEncoder().encode(text);
};

/** What Mermaid draws unless it is told otherwise. */
const mostCharacters = 50_000;
const mostEdges = 500;

const noObjective = "Supports no objective";

/** Each initiative with dates under the objective in which it counts, with its milestones. */
function ganttOf(view: RoadmapView): readonly string[] {
  const byId = new Map(view.initiatives.map((one) => [one.id, one]));
  const groups = view.groupings.find(({ by }) => by === "objective")?.groups ?? [];
  const loose = new Set(view.unaligned.initiatives);
  const work = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const one = byId.get(id);
      return one === undefined || one.status === "cancelled" ? [] : one;
    });
  const named = numbers();
  const section = (title: string, tasks: readonly string[]) =>
    tasks.length === 0 ? [] : [`  section ${coded(title)}`, ...tasks];
  const tasksOf = (all: readonly Initiative[]) =>
    all.flatMap((one) => tasksOfWork(one, view, named));
  const undated = view.initiatives.filter(({ start, status }) => !start && status !== "cancelled");
  return [
    "gantt",
    `  title ${coded(view.title)}`,
    "  dateFormat YYYY-MM-DD",
    "  inclusiveEndDates",
    ...(undated.length > 0
      ? [`  %% ${count(undated.length, "initiative")} without dates cannot be drawn`]
      : []),
    ...groups.flatMap((group: Group) =>
      section(group.title, tasksOf(work(group.initiatives.filter((id) => !loose.has(id))))),
    ),
    ...section(noObjective, tasksOf(work(view.unaligned.initiatives))),
    ...section(
      "Reviews, events and KPI targets",
      view.events.map(({ kind, title, sentence, date, held, status }) => {
        const is = status === "missed" ? "crit" : held || status === "reached" ? "done" : "";
        return point(kind === "target" ? sentence : title, is, named(), date);
      }),
    ),
  ];
}

function tasksOfWork(one: Initiative, view: RoadmapView, named: () => string): readonly string[] {
  if (one.start === undefined) return [];
  const is = [
    one.status === "completed" ? "done" : one.status === "active" ? "active" : "",
    one.critical ? "crit" : "",
  ];
  const [, end = one.start] = [one.start, one.end ?? view.calendar.end].toSorted();
  return [
    task(one.title, [...is, named(), one.start, end]),
    ...one.milestones.map(({ title, date, status }) =>
      point(
        title,
        status === "reached" ? "done" : status === "missed" ? "crit" : "",
        named(),
        date,
      ),
    ),
  ];
}

function task(title: string, facts: readonly string[]): string {
  return `  ${coded(title)} :${facts.filter((fact) => fact !== "").join(", ")}`;
}

function point(title: string, is: string, name: string, date: string): string {
  return task(title, [is, "milestone", name, date, "0d"]);
}

/** t1, t2 …: names that no title can break. */
function numbers(): () => string {
  let last = 0;
  return () => `t${++last}`;
}

/** Objectives, what supports them, and apart from them what supports none; dashed where it counts elsewhere. */
function flowchartOf(view: AlignmentView): readonly string[] {
  const goals = new Map(view.goals.map(({ id }, at) => [id, `g${at + 1}`]));
  const work = new Map(view.initiatives.map((one, at) => [one.id, { one, name: `w${at + 1}` }]));
  const edge = (from: string | undefined, to: string | undefined, line: string) =>
    from === undefined || to === undefined ? [] : [`  ${from} ${line} ${to}`];
  const under = (goal: Goal) => {
    const name = goals.get(goal.id);
    /** What stands before a part is its programme. */
    const programmes = new Map<string, string>();
    return goal.initiatives.flatMap((id) => {
      const found = work.get(id);
      if (found === undefined) return [];
      const { one } = found;
      const above = one.inside && one.programme ? programmes.get(one.programme) : undefined;
      programmes.set(one.title, found.name);
      return [
        ...edge(above ?? name, found.name, "-->"),
        ...one.also.flatMap((other) => edge(goals.get(other), found.name, "-.->")),
      ];
    });
  };
  const unaligned = view.unaligned.initiatives.flatMap((id) => work.get(id) ?? []);
  const isLoose = new Set(unaligned.map(({ one }) => one.id));
  const empty = view.goals.flatMap((goal) => (goal.empty ? (goals.get(goal.id) ?? []) : []));
  const gaps = [...empty, ...unaligned.map(({ name }) => name)];
  return [
    "flowchart LR",
    ...view.goals.map(({ id, title }) => `  ${goals.get(id)}["${coded(title)}"]`),
    ...[...work.values()].flatMap(({ one, name }) =>
      isLoose.has(one.id) ? [] : [`  ${name}("${coded(one.title)}")`],
    ),
    ...view.goals.flatMap((goal) => [
      ...edge(goals.get(goal.parent ?? ""), goals.get(goal.id), "-->"),
      ...goal.also.flatMap((other) => edge(goals.get(other), goals.get(goal.id), "-.->")),
      ...under(goal),
    ]),
    ...(unaligned.length > 0
      ? [
          `  subgraph none["${noObjective}"]`,
          ...unaligned.map(({ one, name }) => `    ${name}("${coded(one.title)}")`),
          "  end",
        ]
      : []),
    ...(gaps.length > 0
      ? ["  classDef gap stroke-dasharray:4 4", `  class ${gaps.join(",")} gap`]
      : []),
  ];
}

/** More of a title no box and no bar can show. */
const longest = 120;

/** Words with which Mermaid begins something else, and dates. */
const begins =
  /^(?:gantt|title|section|click|call|href|dateFormat|inclusiveEndDates|topAxis|axisFormat|tickInterval|includes|excludes|todayMarker|weekday|weekend|accTitle|accDesc\w*|\d)/i;

/** A title on one line in which each sign that could act is the number of its character: `#58;`. */
function coded(title: string): string {
  const shown = shortened(oneLine(title).trim(), longest) || "Untitled";
  const signs = begins.test(shown) || /^[^\p{L}]/u.test(shown) ? /^./u : /(?!)/;
  return shown
    .replace(/[!-&*:-@[-`{-~\ufb02\u00b6]/g, number)
    .replace(signs, (first) => (first === "#" ? first : number(first)));
}

function number(sign: string): string {
  return `#${sign.codePointAt(0)};`;
}
