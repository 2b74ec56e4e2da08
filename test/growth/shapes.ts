// A size → strategies whose declarations are linked in long chains, circles, lattices and tangles.
import type { Shape } from "./cost.ts";

/** Numbers from 0, as many as asked for. */
export function count(size: number): readonly number[] {
  return Array.from({ length: size }, (_, index) => index);
}

/** A single file of declarations. */
export function plan(declarations: readonly string[]): Readonly<Record<string, string>> {
  return { "plan.strategy": `${declarations.join("\n")}\n` };
}

/** A declaration named `n0`, `n1`, … that leads on to some of the others. */
export type Declare = (name: string, others: readonly string[]) => string;

/** Each leads on to the one before it; the first to none. */
export function chain(declare: Declare): Shape {
  return (size) =>
    plan(count(size).map((index) => declare(`n${index}`, index === 0 ? [] : [`n${index - 1}`])));
}

/** Each leads on to the next, and the last to the first. */
export function circle(declare: Declare): Shape {
  return (size) =>
    plan(count(size).map((index) => declare(`n${index}`, [`n${(index + 1) % size}`])));
}

/** Levels of a width, each of which leads on to all of the level before. */
export function levels(width: number, declare: Declare): Shape {
  const level = (number: number) => count(width).map((place) => `n${number}-${place}`);
  return (size) =>
    plan(
      count(size).flatMap((number) =>
        level(number).map((name) => declare(name, number === 0 ? [] : level(number - 1))),
      ),
    );
}

/** Each leads on to some that chance picks, of all or of those before it. */
export function tangle(links: number, of: "all" | "earlier", declare: Declare): Shape {
  return (size) => {
    const next = chance(7);
    return plan(
      count(size).map((index) => {
        const most = of === "all" ? size : index;
        const others = new Set(count(most === 0 ? 0 : links).map(() => `n${next(most)}`));
        others.delete(`n${index}`);
        return declare(`n${index}`, [...others]);
      }),
    );
  };
}

/** Whole numbers below a bound, the same on every run (Numerical Recipes, a linear congruence). */
function chance(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const list = (field: string, names: readonly string[]) =>
  names.length === 0 ? "" : `${field}: ${names.join(", ")}`;

export const supports: Declare = (name, others) =>
  `objective ${name} "Goal" { ${list("supports", others)} }`;

export const waitsAfter: Declare = (name, others) =>
  `initiative ${name} "Work" { timeline: ${others.length === 0 ? "2026-01-01" : `after ${others.join(", ")} for 1 day`} }`;

export const dependsOn: Declare = (name, others) =>
  `initiative ${name} "Work" { timeline: 2026-Q1 ${list("depends-on", others)} }`;

export const isPartOf: Declare = (name, others) =>
  `initiative ${name} "Work" { ${list("part-of", others)} }`;

export const reportsTo: Declare = (name, others) =>
  `role ${name} { ${list("reports-to", others)} }`;

export const teamOf: Declare = (name, others) =>
  `team ${name} { lead: boss ${list("reports-to", others)} }`;

export const succeeds: Declare = (name, others) =>
  `role ${name} { holder: "Somebody" critical: yes ${list("successors", others)} }`;

export const replaces: Declare = (name, others) =>
  `technology ${name} { ${list("replaces", others)} }`;

/** Projects each of which imports the one before it and supports its goal. */
export const imports: Shape = (size) =>
  Object.fromEntries(
    count(size).flatMap((index) => {
      const from = index === 0 ? "" : `import up from "../p${index - 1}"\n`;
      const goal = `objective goal "Goal" { ${index === 0 ? "" : "supports: up.goal"} }\n`;
      return [
        [`p${index}/strategy.config.json`, "{}"],
        [`p${index}/plan.strategy`, from + goal],
      ];
    }),
  );
