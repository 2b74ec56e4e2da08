// A seed → edits, files, days and configurations that come and go; after each, all that is derived is as at a fresh start.
import { scriptOf } from "./fresh/happenings.ts";
import { failureOf } from "./fresh/script.ts";
import { inWords, smallest } from "./fresh/shrink.ts";
import { diceOf } from "./material/dice.ts";

/** So many edits one seed makes. */
const edits = 40;

/** Throws, with the smallest script that shows it, where something is told that a fresh start would not tell. */
export async function run(seed: number): Promise<void> {
  const script = scriptOf(diceOf(seed), edits);
  const failure = await failureOf(script);
  if (failure === undefined) return;
  const small = await smallest(script, failure);
  throw new Error(inWords(small, (await failureOf(small)) ?? failure));
}
