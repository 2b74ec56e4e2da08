// What pages ask to be changed, one after the other → files that are written, whole and all of a gesture or none, and taken back.
import { readFileSync } from "node:fs";
import { isRefusal, type Refusal } from "../../../server/edits/refusal.ts";
import { createTurns } from "../../preview/in-turn.ts";
import { UsageFault } from "../command.ts";
import { type Exchange, replaceFiles } from "../replace.ts";

/** Both answer with the sentence of a refusal, if there is one; then no file is changed. */
export interface Edits {
  /** `find` tells, when it is its turn, what is to be written. */
  readonly make: (find: () => readonly Exchange[] | Refusal) => Promise<string | undefined>;
  /** Takes back the last of what was made and still stands. */
  readonly undo: () => Promise<string | undefined>;
}

/** Of a preview that only shows. */
export const noEdits: Edits = { make: async () => readOnly, undo: async () => readOnly };

const readOnly = "This preview only shows the plan. Start it with --edit to change the plan in it.";

/** So many edits can be taken back. */
const most = 50;

/** @param written hears in a sentence what was written, and is waited for */
export function createEdits(written: (sentence: string) => Promise<void>): Edits {
  const made: (readonly Exchange[])[] = [];
  const inTurn = createTurns();

  const make = async (find: () => readonly Exchange[] | Refusal) => {
    const exchanges = find();
    if (isRefusal(exchanges)) return exchanges.refused;
    if (exchanges.length === 0) return undefined;
    await replaceFiles(exchanges);
    made.push(exchanges);
    if (made.length > most) made.shift();
    await written(`Wrote ${namesOf(exchanges)}.`);
    return undefined;
  };

  const undo = async () => {
    // What somebody has taken back in the text is done with.
    while (made.at(-1)?.every(({ file, before }) => holds(file, before))) made.pop();
    const last = made.at(-1);
    if (last === undefined) return "Nothing was changed here that could be undone.";
    const changed = last.find(({ file, text }) => !holds(file, text));
    if (changed !== undefined)
      return `'${changed.name}' has been changed since. Undo it in its text.`;
    await replaceFiles(last.map((one) => ({ ...one, text: one.before, before: one.text })));
    made.pop();
    await written(`Undid what was written to ${namesOf(last)}.`);
    return undefined;
  };

  return {
    make: (find) => inTurn(() => refusedBy(() => make(find))),
    undo: () => inTurn(() => refusedBy(undo)),
  };
}

/** A file that cannot be written is no reason to end. */
async function refusedBy(work: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UsageFault) return error.message;
    throw error;
  }
}

/** What is gone or cannot be read holds something else. */
function holds(file: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(file).equals(bytes);
  } catch {
    return false;
  }
}

function namesOf(exchanges: readonly Exchange[]): string {
  return exchanges.map(({ name }) => name).join(", ");
}
