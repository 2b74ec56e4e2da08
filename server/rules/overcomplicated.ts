// Plans with more goals, figures and work than people can keep in mind.
import { collected } from "../cells/folded.ts";
import { memoAlong } from "../cells/memo.ts";
import { inCircles } from "../model/circles.ts";
import { called, type Entity } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import { withoutParts } from "../model/programmes.ts";
import { relations } from "../model/relations.ts";
import { isOpen, isOpenKpi } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { atName, type Rule, type RuleFinding, subject } from "./rule.ts";

export const overcomplicated: Rule = {
  id: "overcomplicated",
  group: "Simplicity and flexibility",
  severity: "info",
  says: "more than `objectives` open ones under one parent (or at the top), `kpis` or `initiatives` open ones directly on an objective, `levels` of objectives",
  options: {
    objectives: {
      default: 7,
      doc: "How many open objectives may stand under one parent or at the top.",
    },
    kpis: { default: 5, doc: "How many open KPIs an objective may have." },
    initiatives: { default: 9, doc: "How many open initiatives may directly serve an objective." },
    levels: { default: 4, doc: "How many levels of objectives there may be." },
  },
  kinds: ["objective"],
  *judge(model, objective, options) {
    if (!isOpen(model.universe, objective)) return;
    for (const [what, most, things] of partsOf(model, objective, options)) {
      if (things.length > most)
        yield tooMany(`${subject(objective)} has`, objective, what, most, things);
    }
    const { levels = 4 } = options;
    if (levelOf(model.universe, objective) === levels + 1) yield tooDeep(objective, levels);
  },
  judgeProject: (model, { objectives = 7 }) => tooManyAtTop(model, objectives),
};

type Part = readonly [what: string, most: number, things: readonly Entity[]];

function partsOf(
  model: Model,
  objective: Entity,
  options: Readonly<Record<string, number>>,
): readonly Part[] {
  const { support, measure } = relations(model.universe);
  const below = withoutParts(
    model.universe,
    support.to(objective).map((edge) => edge.from),
  ).filter((one) => isOpen(model.universe, one));
  const kpis = measure
    .to(objective)
    .map((edge) => edge.from)
    .filter((kpi) => isOpenKpi(model.universe, kpi));
  return [
    ["open objectives", options.objectives ?? 7, below.filter((one) => one.kind === "objective")],
    ["open KPIs", options.kpis ?? 5, kpis],
    [
      "open initiatives",
      options.initiatives ?? 9,
      below.filter((one) => one.kind === "initiative"),
    ],
  ];
}

function tooMany(
  lead: string,
  on: Entity,
  what: string,
  most: number,
  things: readonly Entity[],
): RuleFinding {
  return {
    at: atName(on),
    message: `${lead} ${things.length} ${what}; ${most} is the most that people keep in mind. Merge some, or let some go.`,
    related: things
      .filter((one) => one !== on)
      .map((one) => ({ at: atName(one), message: `'${called(one)}' is one of them.` })),
  };
}

function* tooManyAtTop(model: Model, most: number): Iterable<RuleFinding> {
  const top = atTop(model);
  const [first] = top;
  if (first === undefined || top.length <= most) return;
  yield tooMany("At the top there are", model.strategy ?? first, "open objectives", most, top);
}

const atTop = collected<Model, Entity>(function* (model, chunk) {
  const { support } = relations(model.universe);
  for (const one of outline(chunk).entities)
    if (one.sure && one.kind === "objective" && isOpen(model.universe, one))
      if (support.from(one).length === 0 && !support.doubtful(one, "from")) yield one;
});

/** Of an objective with which the levels begin to be too many. */
function tooDeep(objective: Entity, most: number): RuleFinding {
  return {
    at: atName(objective),
    message: `${subject(objective)} stands on level ${most + 1} of objectives; ${most} is the most that people can follow. Align it with one further up.`,
  };
}

/**
 * How many objectives there are from the top down to one, itself included, on the longest way. What
 * lies in a circle, or below one, has no level.
 */
const levelOf: (all: Universe, objective: Entity) => number | undefined = memoAlong(
  (all, one) => (inCircles.support.has(all, one) ? [] : overOf(all, one)),
  (all, one) => {
    if (inCircles.support.has(all, one)) return undefined;
    let level = 1;
    for (const other of overOf(all, one)) {
      const above = levelOf(all, other);
      if (above === undefined) return undefined;
      level = Math.max(level, 1 + above);
    }
    return level;
  },
);

/** The objectives that an objective supports. */
function overOf(all: Universe, objective: Entity): readonly Entity[] {
  const edges = relations(all).support.from(objective);
  return edges.map(({ to }) => to).filter((one) => one.sure && one.kind === "objective");
}
