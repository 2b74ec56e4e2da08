// The work of a roadmap → its register for other programs: a row for each initiative and each milestone, then reviews, events and targets.
import type {
  CalendarEvent,
  Group,
  Initiative,
  RoadmapView,
} from "../../../server/views/roadmap/shape.ts";
import { dayCell, moneyCell, numberCell, shareCell, textCell, unknown } from "../cells.ts";
import type { Cell, Table, TableColumn, TableRow } from "../drawing.ts";
import { healthNames, linksOf, percentText, priorityWords, statusWords } from "../sentences.ts";

/** In the order in which an office for projects reads them. */
const columns = [
  { key: "title", head: "Title" },
  { key: "kind", head: "Kind" },
  { key: "partOf", head: "Part of" },
  { key: "objectives", head: "Objectives" },
  { key: "owner", head: "Owner" },
  { key: "teams", head: "Teams" },
  { key: "status", head: "Status" },
  { key: "health", head: "Health" },
  { key: "reported", head: "Reported", detail: true },
  { key: "priority", head: "Priority", detail: true },
  { key: "start", head: "Start", is: "day" },
  { key: "end", head: "End", is: "day" },
  { key: "progress", head: "Progress", is: "share", numeric: true },
  { key: "amount", head: "Amount", is: "money", numeric: true },
  { key: "budget", head: "Budget", is: "money", numeric: true, detail: true },
  { key: "cost", head: "Cost", is: "money", numeric: true, detail: true },
  { key: "return", head: "Return", is: "share", numeric: true, detail: true },
  { key: "paybackMonths", head: "Paid back in, months", is: "number", numeric: true, detail: true },
  { key: "waitsFor", head: "Waits for" },
  { key: "slackDays", head: "Slack, days", is: "number", numeric: true, detail: true },
  { key: "overdueDays", head: "Overdue, days", is: "number", numeric: true },
  { key: "criticalPath", head: "Critical path" },
  { key: "themes", head: "Themes", detail: true },
  { key: "technologies", head: "Technologies", detail: true },
  { key: "tags", head: "Tags", detail: true },
  { key: "wrong", head: "What is wrong" },
] as const satisfies readonly TableColumn[];

type Facts = Partial<Record<(typeof columns)[number]["key"], Cell>>;

const noGoal = "Supports no objective";
const noSupport = "No initiative supports it yet";

/** What a row needs to know of others. */
interface Names {
  readonly goals: ReadonlyMap<string, string>;
  /** The titles of what each initiative waits for. */
  readonly before: ReadonlyMap<string, readonly string[]>;
}

/** Each initiative under the objective in which it counts, those without one last. */
export function workRegister(view: RoadmapView): Table {
  const byId = new Map(view.initiatives.map((one) => [one.id, one]));
  const groups = view.groupings.find(({ by }) => by === "objective")?.groups ?? [];
  const names = namesIn(view, groups, byId);
  const loose = new Set(view.unaligned.initiatives);
  const rowsOf = (ids: readonly string[], section: string, gap?: string) =>
    ids.flatMap((id) => {
      const one = byId.get(id);
      return one === undefined ? [] : initiativeRows(one, section, names, gap);
    });
  return {
    currency: view.currency,
    columns,
    rows: [
      ...groups.flatMap((group) => [
        ...rowsOf(
          group.initiatives.filter((id) => !loose.has(id)),
          group.title,
        ),
        ...(group.empty ? [bareRow(group)] : []),
      ]),
      ...rowsOf(view.unaligned.initiatives, noGoal, noGoal),
      ...view.events.map(eventRow),
    ],
  };
}

function namesIn(
  view: RoadmapView,
  groups: readonly Group[],
  byId: ReadonlyMap<string, Initiative>,
): Names {
  const before = [...linksOf(view).before].map(([to, links]) => {
    const ids = [...new Set(links.map(({ from }) => from))];
    return [to, ids.map((id) => byId.get(id)?.title ?? id)] as const;
  });
  return {
    goals: new Map(groups.map(({ id, title }) => [id, title])),
    before: new Map(before),
  };
}

function rowOf(facts: Facts): readonly Cell[] {
  return columns.map(({ key }) => facts[key] ?? unknown);
}

const list = (parts: readonly string[]) => textCell(parts.join(", "));

function initiativeRows(
  initiative: Initiative,
  section: string,
  names: Names,
  gap: string | undefined,
): readonly TableRow[] {
  const { id, title, source, milestones, path, start } = initiative;
  const { exact, ...money } = initiative.money;
  const goals = initiative.goals.flatMap((goal) => names.goals.get(goal) ?? []);
  const { progress, slackDays, overdueDays, health, status, programme } = initiative;
  const risk = initiative.risk?.sentence;
  const facts: Facts = {
    title,
    kind: initiative.hasParts ? "Programme" : "Initiative",
    partOf: textCell(programme?.title),
    // Of another project it knows the title of the first alone.
    objectives: list(goals.length > 0 ? goals : path.slice(0, 1)),
    owner: textCell(initiative.owner),
    teams: list(initiative.teams),
    status: textCell(status && statusWords[status]),
    health: healthNames[health],
    reported: textCell(initiative.reported && healthNames[initiative.reported]),
    priority: textCell(initiative.priority && priorityWords[initiative.priority]),
    start: dayCell(start),
    end: initiative.openEnd ? unknown : dayCell(initiative.end),
    progress: shareCell(progress === undefined ? undefined : percentText(progress), progress),
    amount: moneyCell(money.amount, initiative.weight?.amount),
    budget: moneyCell(money.budget, exact?.budget),
    cost: moneyCell(money.cost, exact?.cost),
    return: shareCell(money.return, exact?.return),
    paybackMonths: numberCell(money.paybackMonths),
    waitsFor: list(names.before.get(id) ?? []),
    slackDays: numberCell(slackDays),
    overdueDays: numberCell(overdueDays),
    criticalPath: initiative.critical ? "Yes" : unknown,
    themes: list(initiative.themes),
    technologies: list(initiative.technologies),
    tags: list(initiative.tags),
    wrong: textCell(
      [...(risk && !initiative.wrong.includes(risk) ? [risk] : []), ...initiative.wrong].join(". "),
    ),
  };
  const undated = initiative.open && start === undefined ? "No dates yet" : undefined;
  return [
    { key: `work:${id}`, source, section, gap: gap ?? undated, cells: rowOf(facts) },
    ...milestones.map((one) => ({
      key: `milestone:${id}:${one.id}`,
      source: one.source,
      section,
      cells: rowOf({
        title: one.title,
        kind: "Milestone",
        partOf: title,
        status: stateWords[one.status],
        end: dayCell(one.date),
        overdueDays: numberCell(one.overdueDays),
      }),
    })),
  ];
}

const stateWords = { planned: "Planned", reached: "Reached", missed: "Missed" } as const;

/** An objective without work. */
function bareRow({ id, title, source, owner, health }: Group): TableRow {
  return {
    key: `goal:${id}`,
    source,
    section: title,
    gap: noSupport,
    cells: rowOf({
      title,
      kind: "Objective",
      owner: textCell(owner),
      health: textCell(health && healthNames[health]),
      wrong: noSupport,
    }),
  };
}

const eventWords = { review: "Review", event: "Event", target: "KPI target" } as const;

function eventRow(event: CalendarEvent): TableRow {
  const { kind, id, date, title, sentence, source, held, status } = event;
  const state = kind === "review" ? (held ? "Held" : "Planned") : status && stateWords[status];
  return {
    key: `event:${kind}:${id}:${date}:${sentence}`,
    source,
    section: "Reviews, events and KPI targets",
    cells: rowOf({
      title: kind === "target" ? sentence : title,
      kind: eventWords[kind],
      status: textCell(state),
      end: dayCell(date),
    }),
  };
}
