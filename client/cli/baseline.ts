// Diagnostics ↔ a baseline file, by which a check tells only what is new.
import { readFileSync, statSync } from "node:fs";
import * as z from "zod";
import { disarmedJson } from "../../server/words/disarmed.ts";
import { UsageFault } from "./command.ts";
import type { Reported } from "./report.ts";

/**
 * What stays the same of each diagnostic while text around it changes: rule, file and the line it
 * stands on. The same thing found twice is numbered.
 */
export function fingerprints(diagnostics: readonly Reported[]): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((one) => {
    const print = `${one.rule} ${one.file} ${one.line.trim()}`;
    const number = (seen.get(print) ?? 0) + 1;
    seen.set(print, number);
    return number === 1 ? print : `${print} (${number})`;
  });
}

/** The text of a baseline file. */
export function baselineOf(diagnostics: readonly Reported[]): string {
  return `${disarmedJson({ version: 1, known: [...fingerprints(diagnostics)].sort() })}\n`;
}

const shape = z.object({ version: z.literal(1).optional(), known: z.array(z.string()) });

/** The known diagnostics of a baseline file, which must be one. */
export function baselineFrom(file: string): ReadonlySet<string> {
  try {
    return new Set(shape.parse(JSON.parse(textOf(file))).known);
  } catch {
    const advice = "Write one with --write-baseline and name it.";
    throw new UsageFault(`'${file}' is no baseline that can be read. ${advice}`);
  }
}

/** Of what is no regular file only what is open already is read: nobody may ever write to another. */
function textOf(file: string): string {
  const isOpen = /^\/(?:dev|proc\/self)\/(?:stdin|fd\/\d+)$/.test(file);
  if (!isOpen && !statSync(file).isFile()) throw new Error("no file");
  return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
}

/** The diagnostics that a baseline does not know. */
export function newOnly(
  diagnostics: readonly Reported[],
  known: ReadonlySet<string>,
): readonly Reported[] {
  const prints = fingerprints(diagnostics);
  return diagnostics.filter((_, index) => !known.has(prints[index] ?? ""));
}
