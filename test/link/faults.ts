// Marked source → a test that its language faults, and no others, stand where the marks say.
import { expect } from "vitest";
import { diagnosed } from "../diagnosed.ts";
import { readMarks, shownFindings, shownMarks } from "../marks.ts";
import type { WorkspaceOptions } from "../workspace.ts";

/** Compares the marks of a source with the faults that the tool finds in it; rules are left aside. */
export function check(source: string, options?: WorkspaceOptions): void {
  const marks = readMarks(source);
  const { diagnostics, findings } = diagnosed(Object.fromEntries(marks.files), options);
  const faults = findings.filter((_, index) => diagnostics[index]?.isFault);
  expect(shownFindings(marks, faults)).toBe(shownMarks(marks));
}
