// Random and broken messages, a few of those that `test/fuzz` makes → a server that answers each of them.
import { test } from "vitest";
import { run } from "../fuzz/protocol.ts";

test.for([1, 2, 3, 4, 5, 6])(
  "what seed %i sends is answered, or ends the server with a word",
  async (seed) => {
    await run(seed);
  },
);
