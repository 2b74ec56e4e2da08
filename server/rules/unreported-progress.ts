// Active work of which nobody says how far it is.
import { addFields } from "../edits/edits.ts";
import { type Day, readable } from "../model/calendar.ts";
import { elapsedOf } from "../model/derive/progress.ts";
import { datesOf } from "../model/derive/schedule.ts";
import { type Entity, written } from "../model/entity.ts";
import { inParts } from "../model/programmes.ts";
import { relations } from "../model/relations.ts";
import { isOpen, statusOf } from "../model/status.ts";
import type { Universe } from "../model/universe.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const unreportedProgress = practice(
  {
    id: "unreported-progress",
    group: "Roadmap",
    severity: "info",
    says: "active work, begun over `days` (90) days ago and longer than that, with no progress written, its own or through its parts",
    kinds: ["initiative"],
    fix: "add progress",
    options: { days: { default: 90, doc: "How long work may run without progress, in days." } },
  },
  {
    none: "says how far it is",
    most: "do not say how far they are",
    advice:
      "Write 'progress' for those that run longest, or nobody sees in time that they are late.",
    nouns: { initiative: "running initiatives" },
    look(model, about, { days = 90 }) {
      const all = model.universe;
      if (statusOf(about) !== "active" || !isOpen(all, about)) return undefined;
      const { start, end, openEnd } = datesOf(all, about) ?? {};
      if (start === undefined || model.today - start <= days) return undefined;
      if (!openEnd && (end === undefined || end - start + 1 <= days)) return undefined;
      if (isTold(all, about)) return { about };
      return relations(all).part.doubtful(about, "to")
        ? undefined
        : { about, lack: lackOf(all, about, start) };
    },
  },
);

const isTold = inParts((_all, one) => written(one, "progress"));

function lackOf(all: Universe, initiative: Entity, start: Day): RuleFinding {
  const value = `${likelyProgress(all, initiative)}%`;
  return {
    at: atName(initiative),
    message: `${subject(initiative)} has been running since ${readable(start)}, and nobody says how far it is. Write its 'progress' in percent.`,
    fixes: [
      {
        title: `Add progress: ${value}, as much as of its time has passed`,
        edits: () => addFields(all, initiative, [{ name: "progress", value }]),
      },
    ],
  };
}

/** As far as its time is, in steps of five; never done, which only its status says. */
function likelyProgress(all: Universe, initiative: Entity): number {
  const elapsed = elapsedOf(all, initiative) ?? 0;
  return Math.min(95, Math.floor(elapsed * 20) * 5);
}
