// An entity → its card in Markdown: what it is, how it stands, what it serves, what hangs on it.
import { memoIn } from "../memo.ts";
import { readable } from "../model/calendar.ts";
import { datesOf, dueOf, milestoneDate, overdueDays } from "../model/derive/schedule.ts";
import { type Entity, refsOf, valueIn } from "../model/entity.ts";
import { type Edge, relations } from "../model/relations.ts";
import { isOpen, statusOf } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import type { Doc } from "./docs.ts";

/** The card of an entity; `model` is its own. */
export function card(entity: Entity, model: Model): Doc {
  return { text: textOf(model, entity), page: `reference.md#${entity.kind ?? ""}` };
}

const textOf = memoIn((model: Model, entity: Entity): string => {
  const all = model.universe;
  const lines = [
    heading(entity),
    standing(all, entity),
    labelled("Serves", alignment(all, entity)),
    labelled("When", when(all, entity)),
    ...hanging(all, entity),
    valueIn(entity, "description", "text")?.text ?? "",
  ];
  return lines.filter((line) => line !== "").join("\n\n");
});

function heading(entity: Entity): string {
  const name = entity.name === "" ? "" : ` \`${entity.name}\``;
  const title = entity.title === undefined ? "" : `**${plain(entity.title)}**`;
  return [title, `${entity.kind ?? entity.node.kind.text}${name}`].filter(Boolean).join(" · ");
}

/** A text in which Markdown sees no signs of its own. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");
}

function labelled(label: string, text: string): string {
  return text === "" ? "" : `${label}: ${text}`;
}

function standing(all: Universe, entity: Entity): string {
  const progress = valueIn(entity, "progress", "percent")?.value;
  const owner = refsOf(entity, "owner")[0] ?? refsOf(entity, "lead")[0];
  const holder = valueIn(entity, "holder", "text")?.text;
  const late = overdueDays(all, entity);
  return [
    statusOf(entity) ?? "",
    progress === undefined ? "" : `${progress.toString()}% done`,
    late > 0 ? `**overdue by ${late === 1 ? "a day" : `${late} days`}**` : "",
    owner === undefined ? "" : `owner \`${owner.name}\``,
    holder === undefined ? "" : plain(holder),
  ]
    .filter((one) => one !== "")
    .join(" · ");
}

/** The way up along the first support, as titles. */
function alignment(all: Universe, entity: Entity): string {
  const { support, measure, affect } = relations(all);
  const up = (one: Entity): Edge | undefined =>
    support.from(one)[0] ?? measure.from(one)[0] ?? affect.from(one)[0];
  const path: Entity[] = [];
  for (let at = up(entity)?.to; at !== undefined && !path.includes(at); at = up(at)?.to)
    path.push(at);
  if (path.length > 0) return path.map((one) => nameWithTitle(one)).join(" → ");
  return entity.kind === "initiative" && isOpen(entity) ? "**no objective**" : "";
}

function nameWithTitle(entity: Entity): string {
  return entity.title === undefined ? `\`${entity.name}\`` : plain(entity.title);
}

function when(all: Universe, entity: Entity): string {
  if (entity.kind === "milestone") {
    const date = milestoneDate(all, entity);
    return date === undefined ? "" : readable(date);
  }
  if (entity.kind === "objective") {
    const due = dueOf(all, entity);
    return due === undefined ? "" : `due ${readable(due)}`;
  }
  const dates = datesOf(all, entity);
  if (dates?.start === undefined) return "";
  const end = dates.openEnd ? "open" : dates.end === undefined ? "…" : readable(dates.end);
  return `${readable(dates.start)} – ${end}`;
}

/** What hangs on an entity, a line for each relation that has something. */
function hanging(all: Universe, entity: Entity): readonly string[] {
  const { support, measure, affect, depend, use, report } = relations(all);
  const from = (edges: readonly Edge[]) => some(edges.map((edge) => edge.from));
  const to = (edges: readonly Edge[]) => some(edges.map((edge) => edge.to));
  return [
    labelled("Realised by", from(support.to(entity))),
    labelled("Measured by", from(measure.to(entity))),
    labelled("Risks", from(affect.to(entity))),
    labelled("Waits for", to(depend.from(entity))),
    labelled("Waited for by", from(depend.to(entity))),
    labelled("Relies on", to(use.from(entity))),
    labelled("Used by", from(use.to(entity))),
    labelled("Reports to", to(report.from(entity))),
  ].filter((line) => line !== "");
}

function some(entities: readonly Entity[], most = 6): string {
  const names = entities.slice(0, most).map(nameWithTitle);
  const more = entities.length - names.length;
  return names.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
