// Long work on whose way nothing can be seen.
import { addDeclaration } from "../edits/edits.ts";
import { type Day, type DaySpan, iso } from "../model/calendar.ts";
import { datesOf } from "../model/derive/schedule.ts";
import { called, type Entity, written } from "../model/entity.ts";
import { lengthOf } from "../model/length.ts";
import { partsOf } from "../model/programmes.ts";
import { relations } from "../model/relations.ts";
import { isCommitted } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const missingMilestone = practice(
  {
    id: "missing-milestone",
    group: "Roadmap",
    severity: "info",
    says: "work with a written end that takes more than `days` (366) and has neither milestone nor parts",
    kinds: ["initiative"],
    fix: "add a milestone",
    options: {
      days: { default: 366, doc: "How long work may take without a milestone, in days." },
    },
  },
  {
    none: "has a milestone",
    most: "have no milestone",
    advice: "Say what can be seen on the way, one milestone a year at least.",
    nouns: { initiative: "long initiatives" },
    look(model, about, { days = 366 }) {
      if (!isCommitted(model.universe, about)) return undefined;
      const { start, end, openEnd } = datesOf(model.universe, about) ?? {};
      if (start === undefined || end === undefined || openEnd) return undefined;
      if (!written(about, "timeline") || end - start + 1 <= days) return undefined;
      const isMarked =
        about.children.some((child) => child.kind === "milestone") ||
        partsOf(model.universe, about).length > 0;
      if (isMarked) return { about };
      return isHidden(model, about)
        ? undefined
        : { about, lack: lackOf(model, about, { start, end }) };
    },
  },
);

function lackOf(model: Model, initiative: Entity, span: DaySpan): RuleFinding {
  return {
    at: atName(initiative),
    message: `${subject(initiative)} takes ${lengthOf(span.start, span.end)} and has no milestone, so nobody sees before its end whether it is on its way. Add one.`,
    fixes: [
      {
        title: "Add a milestone",
        edits: () =>
          addDeclaration(model.universe, initiative, {
            kind: "milestone",
            name: freshWithin(initiative),
            title: "What can be seen by then",
            fields: [{ name: "date", value: iso(halfway(span, model.today)) }],
          }),
      },
    ],
  };
}

/** The middle of the time that is left. */
function halfway({ start, end }: DaySpan, today: Day): Day {
  return Math.floor((Math.min(end, Math.max(start, today)) + end) / 2);
}

/** Milestones have names of their own in their initiative. */
function freshWithin(initiative: Entity): string {
  const name = `${called(initiative)}-halfway`;
  return initiative.children.some((child) => child.name === name) ? `${name}-2` : name;
}

/** Whether something faulty may be a milestone or a part. */
function isHidden(model: Model, initiative: Entity): boolean {
  return (
    initiative.children.some((child) => child.kind === undefined) ||
    relations(model.universe).part.doubtful(initiative, "to")
  );
}
