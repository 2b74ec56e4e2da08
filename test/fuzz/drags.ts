// A seed → a plan in which this and that is dragged: the text stays sound, nothing else changes, and the way back leads back.
import { type Drawn, dragged, drawn, type Outcome } from "./drags/holds.ts";
import { dragKinds } from "./drags/kinds.ts";
import { randomPlan } from "./drags/plans.ts";
import { corpus } from "./material/corpus.ts";
import { type Dice, diceOf } from "./material/dice.ts";

/** So much is dragged in one plan, each in what has become of it by then. */
const drags = 12;

/** Drags things in one plan; throws with the text and with what was dragged where something does not hold. */
export async function run(seed: number): Promise<void> {
  const dice = diceOf(seed);
  let now: Drawn = drawn(dice.once(4) ? dice.pick(corpus) : randomPlan(dice));
  for (let round = 0; round < drags; round++) now = dragSomething(dice, now) ?? now;
}

/** What has become of a plan in which something was dragged; undefined where that was refused. */
export function dragSomething(dice: Dice, now: Drawn): Outcome | undefined {
  const drag = dice.pick(dragKinds)(dice, now.picture);
  if (drag === undefined) return undefined;
  try {
    return dragged(now, drag);
  } catch (error) {
    const text = Object.entries(now.files).map(([path, own]) => `//- ${path}\n${own}`);
    const reason = error instanceof Error ? (error.stack ?? error.message) : error;
    throw new Error(`${drag.says} in\n${text.join("\n")}\n${reason}`);
  }
}
