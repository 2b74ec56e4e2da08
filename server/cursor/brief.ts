// An entity → one line that says how it stands, for the outline: "Active, 1 Apr 2026 to 30 Jun 2027, cio".
import { readable } from "../model/calendar.ts";
import { answererOf } from "../model/derive/people.ts";
import { datesOf, deadlineOf, dueOf, milestoneDate } from "../model/derive/schedule.ts";
import { leadOf, type Named } from "../model/derive/teams.ts";
import { choiceOf, type Entity, valueIn, written } from "../model/entity.ts";
import { statusOf } from "../model/status.ts";
import type { Universe } from "../model/universe.ts";
import { capital, phrase } from "../words/phrases.ts";
import { latestInShort } from "./measured.ts";
import { severityInShort } from "./severity.ts";

/** How it stands in a few words; "" where nothing is written of it. Plain text. */
export function inBrief(all: Universe, entity: Entity): string {
  return capital(
    words(all, entity)
      .filter((part) => part !== undefined && part !== "")
      .join(", "),
  );
}

function words(all: Universe, entity: Entity): readonly (string | undefined)[] {
  const status = statusOf(entity);
  const state = status && phrase("status", status);
  switch (entity.kind) {
    case "initiative":
      return [state, runs(all, entity), owner(all, entity)];
    case "objective":
      return [state, dated("due", dueOf(all, entity)), owner(all, entity)];
    case "kpi":
      return [latestInShort(all, entity), owner(all, entity)];
    case "risk":
      return [severityInShort(all, entity), state?.toLowerCase(), owner(all, entity)];
    case "milestone":
      return [state, dated("", milestoneDate(all, entity)), owner(all, entity)];
    case "team":
      return [quantity(entity, "capacity"), led(all, leadOf(all, entity))];
    case "role":
      return [valueIn(entity, "holder", "text")?.text];
    case "technology":
      return [chosen(entity, "lifecycle"), support(all, entity)];
    case "stakeholder":
      return [chosen(entity, "engagement")];
    case "review":
      return [dated("", deadlineOf(all, entity, "date"))];
    case "strategy":
      return [runs(all, entity)];
  }
  return [state, owner(all, entity)];
}

function chosen(entity: Entity, field: string): string | undefined {
  const choice = choiceOf(entity, field);
  return choice && phrase(field, choice);
}

/** "1 Apr 2026 to 30 Jun 2027", "from 1 Apr 2026". */
function runs(all: Universe, entity: Entity): string | undefined {
  const { start, end, openEnd } = datesOf(all, entity) ?? {};
  if (start === undefined) return undefined;
  if (end === undefined || openEnd) return `from ${readable(start)}`;
  return `${readable(start)} to ${readable(end)}`;
}

function dated(word: string, at: number | undefined): string | undefined {
  return at === undefined ? undefined : `${word} ${readable(at)}`.trim();
}

/** The owner that it names itself: that of what it stands in is seen there. */
function owner(all: Universe, entity: Entity): string | undefined {
  const named = written(entity, "owner") ? answererOf(all, entity) : undefined;
  return named && nameOf(all, named);
}

function led(all: Universe, lead: Named | undefined): string | undefined {
  return lead && `led by ${nameOf(all, lead)}`;
}

function nameOf(all: Universe, named: Named): string {
  return typeof named === "string" ? named : (all.titleOf(named) ?? named.name);
}

function quantity(entity: Entity, field: string): string | undefined {
  const value = valueIn(entity, field, "quantity");
  return value && `${value.value.toFixed()} ${value.unit ?? ""}`.trim();
}

function support(all: Universe, entity: Entity): string | undefined {
  return dated("support to", deadlineOf(all, entity, "end-of-support"));
}
