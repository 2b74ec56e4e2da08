// The edits of all gestures → the same as one list, or why the texts cannot be changed so.
import { applied } from "../../grammar/format.ts";
import { parseFile } from "../../grammar/parser.ts";
import type { Chunk, Span } from "../../grammar/tree.ts";
import { addedTo } from "../edits/outcome.ts";
import type { Refusal } from "../edits/refusal.ts";
import type { SourceEdit } from "../finding.ts";
import { linesInFile } from "../model/lines.ts";
import { linkChecks } from "../model/link/link.ts";
import { outline } from "../model/outline.ts";
import { Part } from "../model/part.ts";
import { allRefs } from "../model/resolve.ts";
import { type Model, type Universe, universe } from "../model/universe.ts";
import { resolve, type SourceFile, type Workspace, withFile } from "../project/project.ts";
import { sentence } from "../words/visible.ts";

/** An edit with where it lies in its file. */
interface Placed extends Span {
  readonly text: string;
  readonly edit: SourceEdit;
}

/** The edits of one file, in the order of its text. */
interface FileEdits {
  readonly model: Model;
  readonly file: SourceFile;
  readonly edits: readonly Placed[];
}

/**
 * What is edited twice in the same way is edited once. Refused is what overlaps, what lies in a file
 * that cannot be read, and what would bring a fault of the language; what a rule says is no reason.
 */
export function asOne(model: Model, edits: readonly SourceEdit[]): readonly SourceEdit[] | Refusal {
  const files = byFile(model, edits);
  for (const one of files) {
    const refusal = unreadable(one.file, true) ?? overlapping(one.edits);
    if (refusal !== undefined) return refusal;
  }
  const fault = newFault(model, files);
  if (fault === undefined) return files.flatMap((one) => one.edits.map(({ edit }) => edit));
  return { refused: `With this the text would have a fault: ${sentence(fault)}` };
}

/** The first fault of the language that some edits would bring into the texts, whatever is wrong there already. */
export function faultBrought(model: Model, edits: readonly SourceEdit[]): string | undefined {
  return newFault(model, byFile(model, edits));
}

/** Why nothing in a file can be dragged: its form is at fault, so that it does not say what it means. */
export function unreadable({ path, tree }: SourceFile, isNamed = false): Refusal | undefined {
  for (const [index, { faults }] of tree.chunks.entries()) {
    const fault = faults.find(({ code }) => code === "syntax");
    if (fault === undefined) continue;
    const at = (tree.starts[index] ?? 0) + fault.start;
    const line = linesInFile(tree).findLastIndex((start) => start <= at) + 1;
    const where = isNamed ? ` of ${path}` : "";
    return { refused: `Line ${line}${where} has a fault. Mend it first, then drag again.` };
  }
  return undefined;
}

function byFile(model: Model, edits: readonly SourceEdit[]): readonly FileEdits[] {
  const files = new Map<SourceFile, { readonly model: Model; readonly edits: Placed[] }>();
  for (const edit of edits) {
    const { chunk, span } = edit.at;
    const home = model.placeOf(chunk) === undefined ? model.universe.homeOf(chunk) : model;
    const place = home?.placeOf(chunk);
    if (home === undefined || place === undefined) throw new Error("An edit lies in no file.");
    const placed = { ...place.spanOf(span), text: edit.text, edit };
    const known = files.get(place.file);
    if (known === undefined) files.set(place.file, { model: home, edits: [placed] });
    else if (!known.edits.some((one) => isSame(one, placed))) known.edits.push(placed);
  }
  return [...files].map(([file, one]) => ({
    file,
    model: one.model,
    edits: one.edits.sort((a, b) => a.start - b.start || a.end - b.end),
  }));
}

function isSame(a: Placed, b: Placed): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

function overlapping(edits: readonly Placed[]): Refusal | undefined {
  const isApart = edits.every(({ end }, index) => end <= (edits[index + 1]?.start ?? end));
  return isApart
    ? undefined
    : { refused: "Two of these change the same words. Drag them one after the other." };
}

/** The first fault that the texts would have and do not have yet. */
function newFault(model: Model, files: readonly FileEdits[]): string | undefined {
  let workspace: Workspace = model.universe.workspace;
  const changes = files.map((one) => {
    const { tree } = one.file;
    const after = parseFile(applied(tree.text, one.edits), tree);
    const path = resolve(one.model.project.root, one.file.path);
    workspace = withFile(workspace, path, after);
    return { ...one, after };
  });
  const then = universe(workspace);
  const [before, after]: [string[], string[]] = [[], []];
  let isLinkedAnew = false;
  for (const { model: home, file, after: tree } of changes) {
    const next = then.models.get(home.project.root);
    if (next === undefined) continue;
    const [old, now] = [new Set(file.tree.chunks), new Set(tree.chunks)];
    const gone = file.tree.chunks.filter((one) => !now.has(one)).map((one) => home.readingOf(one));
    const come = tree.chunks.filter((one) => !old.has(one));
    isLinkedAnew ||= linksIn(gone).join("\n") !== linksIn(come).join("\n");
    for (const message of faultsIn(home, file.path, gone)) before.push(message);
    for (const message of faultsIn(next, file.path, come)) after.push(message);
  }
  // Circles take a look at all that leads anywhere, and most gestures lead nowhere else.
  if (isLinkedAnew) {
    for (const message of circlesIn(model.universe)) before.push(message);
    for (const message of circlesIn(then)) after.push(message);
  }
  return addedTo(before, after);
}

/** What some chunks declare, and what it leads to. */
function linksIn(chunks: readonly Chunk[]): readonly string[] {
  return chunks.flatMap((chunk) =>
    outline(chunk).entities.flatMap((one) => [
      `${one.kind} ${one.name} in ${one.parent?.name}`,
      ...allRefs(one).map(({ field, name }) => `${field.name} ${name}`),
    ]),
  );
}

function* circlesIn({ models }: Universe): Iterable<string> {
  for (const model of models.values())
    for (const { find, ofWhole } of linkChecks)
      if (ofWhole) for (const { message } of find(model)) yield message;
}

/** What is wrong with some chunks of a file and with what they have to do with others. */
function* faultsIn(model: Model, path: string, chunks: readonly Chunk[]): Iterable<string> {
  for (const chunk of chunks) {
    for (const { message } of chunk.faults) yield message;
    for (const { message } of outline(chunk).findings) yield message;
  }
  const part = new Part(model, path, chunks);
  for (const { find, ofWhole } of linkChecks)
    if (!ofWhole) for (const { message } of find(part)) yield message;
}
