// Random strategies, circles and all → the figures that follow from links, as plain definitions have them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { childrenOf } from "../../server/model/derive/alignment.ts";
import { healthOf, healthReasons } from "../../server/model/derive/health.ts";
import { amountOf, hasAmount, sumOf } from "../../server/model/derive/money.ts";
import { costSpan } from "../../server/model/derive/rates.ts";
import { overdueDays } from "../../server/model/derive/schedule.ts";
import { allUnder, amountUnder, workUnder } from "../../server/model/derive/under.ts";
import { type Entity, valueIn, written } from "../../server/model/entity.ts";
import { ownedBy } from "../../server/model/owner.ts";
import { isPartOf, partsOf, programmeOf, withoutParts } from "../../server/model/programmes.ts";
import { relations } from "../../server/model/relations.ts";
import { entityOf } from "../../server/model/resolve.ts";
import {
  closedAs,
  isClosed,
  isCommitted,
  isDecided,
  isOpen,
  statusOf,
} from "../../server/model/status.ts";
import type { Universe } from "../../server/model/universe.ts";
import { universeOf } from "../workspace.ts";

const [goals, pieces] = [5, 6];

const some = (prefix: string, size: number, most: number) =>
  fc
    .uniqueArray(fc.nat({ max: size - 1 }), { maxLength: most })
    .map((numbers) => numbers.map((number) => `${prefix}${number}`));

const field = (name: string) => (names: readonly string[]) =>
  names.length === 0 ? "" : `${name}: ${names.join(", ")}`;

const oneOf = (...texts: readonly string[]) => fc.constantFrom(...texts);

const goal = fc.tuple(
  some("g", goals, 2).map(field("supports")),
  oneOf("", "", "due: 2026-06", "due: 2027-06"),
  oneOf("", "", "owner: cio"),
  oneOf("", "", "", "status: retired"),
);

const work = fc.tuple(
  some("g", goals, 2).map(field("supports")),
  some("w", pieces, 1).map(field("part-of")),
  fc.oneof(
    oneOf("", "timeline: 2026-Q1", "timeline: 2026-Q2 .. 2027-Q2"),
    some("w", pieces, 2).map((names) =>
      names.length === 0 ? "" : `timeline: after ${names.join(", ")} for 1 month`,
    ),
  ),
  oneOf("", "budget: 3k", "budget: 5k"),
  oneOf("", "", "status: on-hold", "status: completed", "status: cancelled", "status: proposed"),
  oneOf("", "", "owner: cto"),
);

const strategies = fc
  .tuple(
    fc.array(goal, { minLength: goals, maxLength: goals }),
    fc.array(work, { minLength: pieces, maxLength: pieces }),
  )
  .map(([own, done]) =>
    [
      ...own.map((fields, index) => `objective g${index} "Goal" { ${fields.join(" ")} }`),
      ...done.map((fields, index) => `initiative w${index} "Work" { ${fields.join(" ")} }`),
    ].join("\n"),
  );

/** Checks something on every goal and every piece of work of random strategies. */
function holds(check: (all: Universe, one: Entity) => void): void {
  fc.assert(
    fc.property(strategies, (text) => {
      const { all, model } = universeOf(text);
      for (const one of model().entities) check(all, one);
    }),
    { numRuns: 300 },
  );
}

/** An initiative and all that it is a part of. */
function lineOf(all: Universe, one: Entity): readonly Entity[] {
  const programme = programmeOf(all, one);
  return programme === undefined ? [one] : [one, ...lineOf(all, programme)];
}

test("who is part of what: every link but those that would close a circle", () => {
  fc.assert(
    fc.property(strategies, (text) => {
      const { all, model } = universeOf(text);
      const of = new Map<Entity, Entity>();
      const leadsTo = (from: Entity | undefined, to: Entity): boolean =>
        from !== undefined && (from === to || leadsTo(of.get(from), to));
      for (const { from, to } of relations(all).part.edges)
        if (!leadsTo(to, from)) of.set(from, to);
      for (const one of model().of("initiative")) expect(programmeOf(all, one)).toBe(of.get(one));
    }),
  );
});

test("what is within what, and work without what is part of other work in it", () => {
  fc.assert(
    fc.property(strategies, fc.nat({ max: 63 }), (text, chosen) => {
      const { all, model } = universeOf(text);
      const among = model()
        .of("initiative")
        .filter((_, index) => (chosen >> index) % 2 === 1);
      const isInside = (one: Entity) =>
        among.some((other) => one !== other && lineOf(all, one).includes(other));
      expect(withoutParts(all, among)).toEqual(among.filter((one) => !isInside(one)));
      for (const one of among)
        for (const other of among)
          expect(isPartOf(all, one, other)).toBe(one !== other && lineOf(all, one).includes(other));
    }),
  );
});

test("what a status says, the own or that of a programme", () => {
  holds((all, one) => {
    const statuses = lineOf(all, one).map(statusOf);
    const over = statuses.find((status) => /completed|cancelled|retired/.test(status ?? ""));
    expect([isOpen(all, one), isClosed(all, one)]).toEqual([
      over === undefined,
      over !== undefined,
    ]);
    if (one.kind === "initiative") expect(closedAs(all, one)).toBe(over);
  });
});

/** All that lies under something, breadth first. */
function under(all: Universe, top: Entity): readonly Entity[] {
  const below = (one: Entity) =>
    one.kind === "objective" ? childrenOf(all, one) : partsOf(all, one);
  const found = [...below(top)];
  for (const one of found)
    for (const child of below(one)) if (!found.includes(child)) found.push(child);
  return found.filter((one) => one !== top);
}

test("the money under an objective is that of all the open work under it, each once", () => {
  holds((all, one) => {
    if (one.kind !== "objective") return;
    const found = under(all, one).filter(({ kind }) => kind === "initiative");
    const open = found.filter((piece) => isOpen(all, piece));
    const isUntold = open.length > 0 && !open.some((piece) => hasAmount(all, piece));
    const plain = isUntold ? undefined : sumOf(all.modelOf(one), open);
    expect(allUnder(all, one)).toEqual(under(all, one));
    expect(workUnder(all, one)).toBe(found.length);
    expect(amountUnder(all, one)?.amount.toFixed()).toBe(plain?.amount.toFixed());
  });
});

test("the money of a programme is its budget, else what its parts take", () => {
  const plain = (all: Universe, one: Entity): number => {
    const budget = valueIn(one, "budget", "money")?.amount.toNumber();
    const parts = partsOf(all, one).filter((part) => statusOf(part) !== "cancelled");
    return budget ?? parts.reduce((sum, part) => sum + plain(all, part), 0);
  };
  holds((all, one) => {
    if (one.kind === "initiative")
      expect(amountOf(all, one)?.amount.toNumber() ?? 0).toBe(plain(all, one));
  });
});

test("health is the worst of all that counts under something, with the reasons, red first", () => {
  const troubleOf = (all: Universe, one: Entity) => {
    const isRed = overdueDays(all, one) > 0;
    const isAmber = isCommitted(all, one) && statusOf(one) === "on-hold";
    return [...(isRed ? ["red"] : []), ...(isAmber ? ["amber"] : [])];
  };
  holds((all, one) => {
    const counted = under(all, one).filter((other) =>
      other.kind === "objective" ? isOpen(all, other) : isDecided(all, other),
    );
    const plain = [one, ...counted].flatMap((other) =>
      troubleOf(all, other).map((health) => [health, other.name]),
    );
    const [red, amber] = ["red", "amber"].map((word) =>
      plain.filter(([health]) => health === word),
    );
    const found = healthReasons(all, one).map(({ health, about }) => [health, about.name]);
    expect(found).toEqual([...(red ?? []), ...(amber ?? [])]);
    const isDone = [one, ...counted].some(
      (other) => closedAs(all, other) === "completed" && other.kind === "initiative",
    );
    expect(healthOf(all, one)).toBe(found[0]?.[0] ?? (isDone ? "green" : "grey"));
  });
});

test("the owner is the own, else that of the nearest programme that has one", () => {
  holds((all, one) => {
    expect(ownedBy(all, one)).toBe(lineOf(all, one).find((holder) => written(holder, "owner")));
  });
});

test("work has no dates where none are written, nor on its parts, nor on what it is after", () => {
  const isUndated = (all: Universe, one: Entity, seen: readonly Entity[]): boolean => {
    if (seen.includes(one)) return false;
    const way = [...seen, one];
    if (!written(one, "timeline"))
      return partsOf(all, one).every((part) => isUndated(all, part, way));
    const after = valueIn(one, "timeline", "period")?.after ?? [];
    return after.some((ref) => {
      const target = entityOf(all, ref);
      return target !== undefined && isUndated(all, target, way);
    });
  };
  holds((all, one) => {
    if (one.kind !== "initiative" || typeof costSpan(all, one) === "object") return;
    expect(costSpan(all, one) === "none").toBe(isUndated(all, one, []));
  });
});
