// Diagnostics ↔ a baseline file, by which a check tells only what is new.
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
  const value = { version: 1, known: [...fingerprints(diagnostics)].sort() };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The known diagnostics of a baseline file, or undefined where the text is none. */
export function readBaseline(text: string): ReadonlySet<string> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || !("known" in value)) return undefined;
  const { known } = value;
  return Array.isArray(known) ? new Set(known.filter((one) => typeof one === "string")) : undefined;
}

/** The diagnostics that a baseline does not know. */
export function newOnly(
  diagnostics: readonly Reported[],
  known: ReadonlySet<string>,
): readonly Reported[] {
  const prints = fingerprints(diagnostics);
  return diagnostics.filter((_, index) => !known.has(prints[index] ?? ""));
}
