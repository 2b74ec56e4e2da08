// Seeds, one message each → what came of them, in a process of its own that may hang or die.
import process from "node:process";
import { kindsOfInput } from "./kinds.ts";

/** One seed of one kind. */
export interface Task {
  readonly kind: string;
  readonly seed: number;
}

/** `failure` is what a person reads; without it, all holds. */
export interface Outcome {
  readonly failure?: string;
}

const kinds = kindsOfInput();

process.on("message", async (task: Task) => {
  process.send?.(await outcomeOf(task));
});

async function outcomeOf({ kind, seed }: Task): Promise<Outcome> {
  const found = (await kinds).find(({ name }) => name === kind);
  try {
    if (found === undefined) throw new Error(`There is no kind '${kind}'.`);
    await found.run(seed);
    return {};
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
