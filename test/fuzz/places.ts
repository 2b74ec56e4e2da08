// A seed → any text at all, at every place of which completion takes for what the parser makes of a word there.
import assert from "node:assert/strict";
import { placeOf } from "../features/at.ts";
import { landingIn, takenFor } from "../features/landing.ts";
import { diceOf } from "./material/dice.ts";
import { holds } from "./material/smaller.ts";
import { wildText } from "./material/texts.ts";

/** Checks some places of one wild text; throws with the smallest text that shows the same. */
export async function run(seed: number): Promise<void> {
  await holds(wildText(diceOf(seed), seed), (text) => {
    const query = placeOf(text);
    const step = 1 + Math.floor(text.length / mostPlaces);
    for (let offset = seed % step; offset <= text.length; offset += step) {
      const place = `at ${offset}, before ${JSON.stringify(text.slice(offset, offset + 20))}`;
      assert.equal(takenFor({ ...query, offset }), landingIn(query.file.tree, offset), place);
    }
  });
}

const mostPlaces = 300;
