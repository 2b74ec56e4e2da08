// Places in a range where something can be mended → the quick fixes there, and those that mend a whole file at once.
import type { Span } from "../../grammar/tree.ts";
import { excuse } from "../cursor/excuse.ts";
import { diagnoseFile, offersIn } from "../diagnosis/diagnose.ts";
import { type Diagnostic, locate, type Offer } from "../diagnosis/diagnostic.ts";
import { isRule } from "../diagnosis/settings.ts";
import { type Suppression, suppressionsOf } from "../diagnosis/suppressions.ts";
import type { Fix } from "../finding.ts";
import type { Model } from "../model/universe.ts";
import type { SourceFile } from "../project/project.ts";
import type { TextChange } from "./feature.ts";

export interface Action {
  readonly title: string;
  /** `fix` mends one place; `fix-all` mends all that cannot go wrong in a file. */
  readonly kind: "fix" | "fix-all";
  /** What it mends; none where nothing is told at its place. */
  readonly diagnostics: readonly Diagnostic[];
  /** The one to choose if one must be chosen. */
  readonly preferred: boolean;
  /** Computed when it is asked for. */
  readonly edits: () => readonly TextChange[];
  /** It changes nothing itself: these are to choose from. */
  readonly choices?: readonly Action[];
}

/** How many fixes of one kind stand side by side before the others hide behind one entry. */
const mostAlike = 3;

/** All places of a file where something can be mended. */
function places(model: Model, { path }: SourceFile): readonly Offer[] {
  return [...diagnoseFile(model, path), ...offersIn(model, path)];
}

/** What can be done about a range of a file: what mends it, then what says why it stays. */
export function actions(
  model: Model,
  file: SourceFile,
  range: Span,
  all: readonly Offer[] = places(model, file),
): readonly Action[] {
  const isHere = (one: Offer) =>
    one.path === file.path && one.start <= range.end && range.start <= one.end;
  const touched = all.filter(isHere);
  const told = touched.filter(isTold);
  const here = diagnoseFile(model, file.path);
  // Everything at once is offered where one of several such fixes is.
  const isMore = here.filter((one) => safeFix(one) !== undefined).length > 1;
  const everything = isMore && told.some((one) => safeFix(one)) ? fixAll(model, file) : [];
  return [
    ...touched.flatMap((one) => fixes(model, one)),
    ...everyOf(model, here, told),
    ...everything,
    ...excuses(file, told),
  ];
}

function isTold(one: Offer): one is Diagnostic {
  return "severity" in one;
}

function fixes(model: Model, place: Offer): readonly Action[] {
  const all = place.fixes.map((fix, index) => ({
    among: fix.among,
    title: fix.title,
    kind: "fix" as const,
    diagnostics: isTold(place) ? [place] : [],
    preferred: index === 0 && (fix.safe === true || place.fixes.length === 1),
    edits: () => changesOf(model, fix),
  }));
  const shown: Action[] = [];
  for (const [among, alike] of Map.groupBy(all, (one) => one.among)) {
    const few = among === undefined ? alike.length : mostAlike;
    for (const one of alike.slice(0, few)) shown.push(one);
    const choices = alike.slice(few);
    const [first] = choices;
    if (first === undefined || among === undefined) continue;
    shown.push({ ...first, title: among, preferred: false, edits: () => [], choices });
  }
  return shown;
}

/** For each finding of a rule a comment above its place that leaves it out there, and asks why. */
function excuses(file: SourceFile, told: readonly Diagnostic[]): readonly Action[] {
  const isMeant = ({ rules }: Suppression) => rules.some((one) => isRule(one.id));
  const comments = suppressionsOf(file.tree).filter(isMeant);
  return told.flatMap((one): readonly Action[] => {
    if (one.isFault || one.code === "unused-suppression") return [];
    const found = excuse(file.tree, one.start, one.code, comments);
    if (found === undefined) return [];
    return [
      {
        title: `Leave '${one.code}' out here, and say why`,
        kind: "fix",
        diagnostics: [one],
        preferred: false,
        edits: () => [{ root: one.root, path: one.path, ...found }],
      },
    ];
  });
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

function safeFix(diagnostic: Offer): Fix | undefined {
  return diagnostic.fixes.find((fix) => fix.safe === true);
}

/** All fixes of a file that cannot go wrong, as one change; empty where there are none. */
export function fixAll(model: Model, file: SourceFile): readonly Action[] {
  const safe = diagnoseFile(model, file.path).filter((one) => safeFix(one) !== undefined);
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
    if (!fresh.some((change) => kept.some((other) => overlaps(other, change))))
      for (const one of fresh) kept.push(one);
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
