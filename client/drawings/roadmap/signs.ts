// The rows of a roadmap and its lane → the names of the signs that are drawn of them.
import type {
  CalendarEvent,
  Initiative,
  RoadmapView,
} from "../../../server/views/roadmap/shape.ts";
import type { Frame } from "../frame.ts";
import { type DayNumber, dayOf } from "../time.ts";
import { lookOf, stateOfMilestone } from "./bars.ts";
import type { GroupRow, InitiativeRow, Row } from "./rows.ts";

type Signs = Iterable<string>;

/** By these names the legend knows its entries. */
export function signsOf(
  view: RoadmapView,
  rows: readonly Row[],
  frame: Frame,
): ReadonlySet<string> {
  const today = dayOf(view.today);
  const found = new Set<string>();
  const shown = new Set<string>();
  const add = (signs: Signs) => {
    for (const sign of signs) found.add(sign);
  };
  for (const row of rows) {
    if (row.type === "group") add(ofGroup(row));
    if (row.type !== "initiative") continue;
    if (row.ghost === undefined) shown.add(row.initiative.id);
    add(ofWork(row, today));
  }
  const isDrawn = (late: RoadmapView["dependencies"][number]) =>
    late.late === true && shown.has(late.from) && shown.has(late.to);
  if (!frame.stacked && view.dependencies.some(isDrawn)) found.add("late");
  if (frame.mode !== "narrow") for (const event of view.events) found.add(ofEvent(event, today));
  return found;
}

function* ofGroup({ group, work }: GroupRow): Signs {
  const { health, status, reported } = group;
  const isOver = status === "achieved" || status === "missed" || status === "retired";
  if (health && !isOver) yield health;
  if (reported && !isOver) yield "reported";
  for (const one of work) yield lookOf(one);
}

const ghosts: readonly string[] = ["ghost"];

function ofWork({ initiative, ghost }: InitiativeRow, today: DayNumber): Signs {
  if (ghost !== undefined) return initiative.start ? ghosts : [];
  const known = signsOfWork.get(initiative);
  if (known?.today === today) return known.signs;
  const signs = [...signsOn(initiative, today)];
  signsOfWork.set(initiative, { today, signs });
  return signs;
}

/** After an edit nearly all work is the same, and has the same signs. */
const signsOfWork = new WeakMap<
  Initiative,
  { readonly today: DayNumber; readonly signs: readonly string[] }
>();

function* signsOn(initiative: Initiative, today: DayNumber): Signs {
  const { trouble, reported, risk, health } = initiative;
  if (trouble) yield trouble;
  if (reported) yield* ["reported", health];
  if (risk && risk.state !== "within") yield risk.state;
  if (initiative.start) yield* ofBar(initiative, today);
}

function* ofBar(initiative: Initiative, today: DayNumber): Signs {
  yield initiative.bracket ? "programme" : lookOf(initiative);
  if (initiative.critical) yield "critical";
  if (initiative.overdueDays) yield "overdue";
  if (initiative.confidence === "low" || initiative.confidence === "medium") yield "unsure";
  if (initiative.firstPlan?.time) yield "first";
  for (const one of initiative.milestones) yield `milestone ${stateOfMilestone(one, today)}`;
}

function ofEvent(
  { kind, held, status = "planned", date }: CalendarEvent,
  today: DayNumber,
): string {
  if (kind === "target") return "target";
  if (kind === "review") return held ? "review held" : "review";
  return `milestone ${stateOfMilestone({ status, date }, today)}`;
}
