// An entity → its card in Markdown: what it is, how it stands, what it serves, what hangs on it.
import { memoIn } from "../memo.ts";
import { alignmentPath } from "../model/derive/alignment.ts";
import { type Health, healthOf, healthReasons } from "../model/derive/health.ts";
import { overdueDays } from "../model/derive/schedule.ts";
import { type Entity, refsOf, valueIn } from "../model/entity.ts";
import { ownerOf } from "../model/owner.ts";
import { type Edge, relations } from "../model/relations.ts";
import { isOpen, statusOf } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import type { Doc } from "./docs.ts";
import { done, joined, measured, money, severity, when } from "./figures.ts";

/** The card of an entity; `model` is its own. */
export function card(entity: Entity, model: Model): Doc {
  return { text: textOf(model.universe, entity), page: `reference.md#${entity.kind ?? ""}` };
}

const textOf = memoIn((all: Universe, entity: Entity): string => {
  const facts = [
    ["Serves", alignment(all, entity)],
    ["When", when(all, entity)],
    ["Money", money(all, entity)],
    ...(entity.kind === "kpi"
      ? measured(all, entity).map((text, index) => [["Stands at", "Trend"][index] ?? "", text])
      : []),
    ...(entity.kind === "risk" ? [["Severity", severity(all, entity)]] : []),
    ...hanging(all, entity),
  ].filter(([, text]) => text !== "");
  const rows = facts.map(([label, text]) => `- ${label}: ${text}`).join("\n");
  const description = valueIn(entity, "description", "text")?.text ?? "";
  return [heading(entity), standing(all, entity), rows, reasons(all, entity), description]
    .filter((part) => part !== "")
    .join("\n\n");
});

function heading(entity: Entity): string {
  const name = entity.name === "" ? "" : ` \`${entity.name}\``;
  const title = entity.title === undefined ? "" : `**${plain(entity.title)}**`;
  return joined([title, `${entity.kind ?? entity.node.kind.text}${name}`]);
}

/** A text in which Markdown sees no signs of its own. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");
}

const marks: Readonly<Record<Health, string>> = {
  green: "🟢 on track",
  amber: "🟠 at risk",
  red: "🔴 off track",
  grey: "",
};

function standing(all: Universe, entity: Entity): string {
  const owner = ownerOf(all, entity) ?? refsOf(entity, "lead")[0];
  const holder = valueIn(entity, "holder", "text")?.text;
  const late = overdueDays(all, entity);
  const judged = ["objective", "initiative", "kpi", "risk"].includes(entity.kind ?? "");
  return joined([
    judged ? marks[healthOf(all, entity)] : "",
    statusOf(entity) ?? "",
    done(all, entity),
    late > 0 ? `**overdue by ${late === 1 ? "a day" : `${late} days`}**` : "",
    owner === undefined ? "" : `owner \`${owner.name}\``,
    holder === undefined ? "" : plain(holder),
  ]);
}

/** Why it is not on track, at most three sentences. */
function reasons(all: Universe, entity: Entity): string {
  const found = healthReasons(all, entity).slice(0, 3);
  return found
    .map((one) => `${one.health === "red" ? "🔴" : "🟠"} ${plain(one.sentence)}`)
    .join("  \n");
}

/** The way up along the first support, as titles. */
function alignment(all: Universe, entity: Entity): string {
  const path = alignmentPath(all, entity);
  if (path.length > 0) return path.map((one) => nameWithTitle(one)).join(" → ");
  return entity.kind === "initiative" && entity.sure && isOpen(all, entity)
    ? "**no objective**"
    : "";
}

function nameWithTitle(entity: Entity): string {
  return entity.title === undefined ? `\`${entity.name}\`` : plain(entity.title);
}

/** What hangs on an entity, a row for each relation that has something. */
function hanging(all: Universe, entity: Entity): readonly (readonly [string, string])[] {
  const { support, measure, affect, depend, use, report, replace } = relations(all);
  const from = (edges: readonly Edge[]) => some(edges.map((edge) => edge.from));
  const to = (edges: readonly Edge[]) => some(edges.map((edge) => edge.to));
  return [
    ["Realised by", from(support.to(entity))],
    ["Measured by", from(measure.to(entity))],
    ["Risks", from(affect.to(entity))],
    ["Waits for", to(depend.from(entity))],
    ["Waited for by", from(depend.to(entity))],
    ["Relies on", to(use.from(entity))],
    ["Used by", from(use.to(entity))],
    ["Replaces", to(replace.from(entity))],
    ["Reports to", to(report.from(entity))],
    ["Reported to by", from(report.to(entity))],
  ];
}

function some(entities: readonly Entity[], most = 6): string {
  const names = entities.slice(0, most).map(nameWithTitle);
  const more = entities.length - names.length;
  return names.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
