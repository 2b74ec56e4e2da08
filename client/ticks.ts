// What somebody has done for the first time → a tick in the walkthrough, which stays.
import type * as vscode from "vscode";
import { commands } from "vscode";

/** A step of the walkthrough, ticked off by the event itself and by nothing else. */
export type Tick =
  /** There is a strategy. */
  | "written"
  /** A finding stood under a word, and was mended. */
  | "mended"
  /** The preview has drawn a strategy. */
  | "drawn"
  /** A view was written for others. */
  | "shared"
  /** The plan was changed from its picture, or says how something stands by now. */
  | "kept";

const all: readonly Tick[] = ["written", "mended", "drawn", "shared", "kept"];

/** Where it is remembered that something was done, on this machine. */
type Memory = Pick<vscode.ExtensionContext, "globalState">;

/** Ticks a step off, once: it is done for good. */
export function tick(memory: Memory, step: Tick): void {
  if (isTicked(memory, step)) return;
  void memory.globalState.update(keyOf(step), true);
  void tell(step);
}

/** Whether a step is done: who watches for it may stop. */
export function isTicked({ globalState }: Memory, step: Tick): boolean {
  return globalState.get(keyOf(step)) === true;
}

/** What was done before is ticked off in a walkthrough that is opened later. */
export function recallTicks(memory: Memory): void {
  for (const step of all) if (isTicked(memory, step)) void tell(step);
}

/** The walkthrough in `package.json` asks for these. */
function keyOf(step: Tick): string {
  return `strategy.${step}`;
}

/**
 * What is true already when VS Code reads a walkthrough for the first time is never ticked off there:
 * it waits for what becomes true. So each word is taken back at once, and said again when asked for.
 */
async function tell(step: Tick): Promise<void> {
  await commands.executeCommand("setContext", keyOf(step), true);
  await commands.executeCommand("setContext", keyOf(step), undefined);
}
