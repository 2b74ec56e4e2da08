// Diagnostics in a range → the quick fixes that they offer, and those that mend a whole file at once.
import type { Span } from "../../grammar/tree.ts";
import { diagnose } from "../diagnose.ts";
import { type Diagnostic, locate } from "../diagnostic.ts";
import type { Fix } from "../finding.ts";
import type { Model } from "../model/universe.ts";
import type { SourceFile } from "../project.ts";
import type { TextChange } from "./feature.ts";

export interface Action {
  readonly title: string;
  /** `fix` mends one diagnostic; `fix-all` mends all that cannot go wrong in a file. */
  readonly kind: "fix" | "fix-all";
  /** What it mends. */
  readonly diagnostics: readonly Diagnostic[];
  /** The one to choose if one must be chosen. */
  readonly preferred: boolean;
  /** Computed when it is asked for. */
  readonly edits: () => readonly TextChange[];
}

/** What can be done about a range of a file. */
export function actions(model: Model, file: SourceFile, range: Span): readonly Action[] {
  const here = diagnose(model).filter((one) => one.path === file.path);
  const touched = here.filter((one) => one.start <= range.end && range.start <= one.end);
  const found = touched.flatMap((one) => fixes(model, one));
  // Everything at once is offered where one of several such fixes is.
  const isMore = here.filter((one) => safeFix(one) !== undefined).length > 1;
  const everything = isMore && touched.some((one) => safeFix(one)) ? fixAll(model, file) : [];
  return [...found, ...everyOf(model, here, touched), ...everything];
}

function fixes(model: Model, diagnostic: Diagnostic): readonly Action[] {
  return diagnostic.fixes.map((fix, index) => ({
    title: fix.title,
    kind: "fix",
    diagnostics: [diagnostic],
    preferred: index === 0 && (fix.safe === true || diagnostic.fixes.length === 1),
    edits: () => changesOf(model, fix),
  }));
}

function changesOf(model: Model, fix: Fix): readonly TextChange[] {
  return fix.edits().map((edit) => ({ ...locate(model, edit.at), text: edit.text }));
}

/** One action for all diagnostics of a rule in the file that have one safe fix each: "declare all". */
function everyOf(
  model: Model,
  here: readonly Diagnostic[],
  touched: readonly Diagnostic[],
): readonly Action[] {
  const codes = new Set(touched.map((one) => one.code));
  return [...codes].flatMap((code): readonly Action[] => {
    const alike = here.filter((one) => one.code === code && safeFix(one) !== undefined);
    if (alike.length < 2) return [];
    return [
      {
        title: `Mend all ${alike.length} of '${code}' in this file`,
        kind: "fix",
        diagnostics: alike,
        preferred: false,
        edits: () => together(model, alike),
      },
    ];
  });
}

function safeFix(diagnostic: Diagnostic): Fix | undefined {
  return diagnostic.fixes.find((fix) => fix.safe === true);
}

/** All fixes of a file that cannot go wrong, as one change; empty where there are none. */
export function fixAll(model: Model, file: SourceFile): readonly Action[] {
  const safe = diagnose(model).filter(
    (one) => one.path === file.path && safeFix(one) !== undefined,
  );
  if (safe.length === 0) return [];
  return [
    {
      title: "Mend all that cannot go wrong in this file",
      kind: "fix-all",
      diagnostics: safe,
      preferred: false,
      edits: () => together(model, safe),
    },
  ];
}

/** The edits of several fixes; one that would touch what an earlier one changes waits for the next time. */
function together(model: Model, diagnostics: readonly Diagnostic[]): readonly TextChange[] {
  const kept: TextChange[] = [];
  for (const one of diagnostics) {
    const fix = safeFix(one);
    const changes = fix === undefined ? [] : changesOf(model, fix);
    const fresh = changes.filter((change) => !kept.some((other) => isSame(other, change)));
    if (!fresh.some((change) => kept.some((other) => overlaps(other, change)))) kept.push(...fresh);
  }
  return kept;
}

function isSame(a: TextChange, b: TextChange): boolean {
  return overlaps(a, b) && a.start === b.start && a.end === b.end && a.text === b.text;
}

/** Two insertions at one place do not overlap: they stand one after the other. */
function overlaps(a: TextChange, b: TextChange): boolean {
  if (a.root !== b.root || a.path !== b.path) return false;
  return a.start < b.end && b.start < a.end;
}
