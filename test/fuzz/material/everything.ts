// A workspace of random texts → whatever does not hold of all that is said, offered and shown about it.
import assert from "node:assert/strict";
import { parseFile } from "../../../grammar/parser.ts";
import type { Edit, Span } from "../../../grammar/tree.ts";
import { kinds } from "../../../grammar/vocabulary.ts";
import type { Query } from "../../../server/cursor/spot.ts";
import { diagnose, diagnoseConfig } from "../../../server/diagnosis/diagnose.ts";
import { type Location, locate, type Offer } from "../../../server/diagnosis/diagnostic.ts";
import { actions, fixAll } from "../../../server/features/actions.ts";
import { beginning } from "../../../server/features/beginning.ts";
import { completion, explainSuggestion } from "../../../server/features/completion.ts";
import { definition, implementation } from "../../../server/features/definition.ts";
import { folds } from "../../../server/features/folding.ts";
import { formatting, formattingOnType } from "../../../server/features/formatting.ts";
import { neighbours, root } from "../../../server/features/hierarchy.ts";
import { hints } from "../../../server/features/hints.ts";
import { hover } from "../../../server/features/hover.ts";
import { lenses } from "../../../server/features/lenses.ts";
import { links } from "../../../server/features/links.ts";
import { highlights, references } from "../../../server/features/references.ts";
import { prepareRename, rename } from "../../../server/features/rename.ts";
import { selections } from "../../../server/features/selection.ts";
import {
  documentSymbols,
  type OutlineItem,
  workspaceSymbols,
} from "../../../server/features/symbols.ts";
import type { Model } from "../../../server/model/universe.ts";
import { views } from "../../../server/views/index.ts";
import { modelExport } from "../../../server/views/model.ts";
import { viewOf } from "../../../server/views/view.ts";
import { offers } from "../../diagnosed.ts";
import { tokens } from "../../features/tokens.ts";
import { flaws } from "../../grammar/sound.ts";

/** A tree that covers its text, with everything in its place. */
export function holdsAsTree(text: string): void {
  assert.deepEqual(flaws(parseFile(text)), [], "the tree");
}

/** What is told of a project lies in its files, and what would mend it can be applied. */
export function holdsAsTold(model: Model): void {
  for (const one of diagnose(model)) {
    inFile(model, one, `'${one.code}'`);
    assert.ok(one.message.trim() !== "", `a message of '${one.code}'`);
    for (const other of one.related) inFile(model, other, `a related place of '${one.code}'`);
  }
  for (const one of [...diagnose(model), ...offers(model)]) mendable(model, one);
  for (const fault of diagnoseConfig(model))
    inText(fault, model.project.config.text, `'${fault.message}'`);
  for (const file of model.project.files.values())
    for (const action of fixAll(model, file)) apart(action.edits(), action.title);
}

/** So many fixes of one finding are looked at: there may be one for each of many objectives. */
const fewFixes = 4;

function mendable(model: Model, offer: Offer): void {
  for (const fix of offer.fixes.slice(0, fewFixes)) {
    const edits = fix.edits().map(({ at, text }) => ({ ...locate(model, at), text }));
    for (const edit of edits) inFile(model, edit, `an edit of '${fix.title}'`);
    for (const same of Map.groupBy(edits, (one) => `${one.root}/${one.path}`).values())
      apart(same, `the edits of '${fix.title}'`);
  }
}

/** What the editor shows of a whole file. */
export function holdsAsShown(model: Model, path: string): void {
  const file = model.project.files.get(path);
  if (file === undefined) return;
  const { text } = file.tree;
  const whole = { start: 0, end: text.length };
  const outline = (one: OutlineItem): readonly Span[] => [
    one.whole,
    one.span,
    ...one.children.flatMap(outline),
  ];
  const shown: Readonly<Record<string, readonly Span[]>> = {
    folds: folds(file),
    tokens: tokens(model, file),
    links: links(model, file),
    lenses: lenses(model, file).map((one) => one.span),
    hints: hints(model, file, whole).map(({ offset }) => ({ start: offset, end: offset })),
    symbols: documentSymbols(model, file).flatMap(outline),
    formatting: formatting(file),
    actions: actions(model, file, whole).flatMap((one) => one.diagnostics),
  };
  for (const [what, spans] of Object.entries(shown))
    for (const span of spans) inText(span, text, what);
  apart(tokens(model, file), "tokens");
  for (const kind of kinds) beginning({ model, file }, kind);
  workspaceSymbols(model.universe, text.slice(0, 3));
  for (const view of views) viewOf(view, model);
  modelExport(model);
}

/** What the editor shows at one place of a file. */
export function holdsAt(place: Query): void {
  const { text } = place.file.tree;
  const { offset, model } = place;
  const found = hover(place);
  const prepared = prepareRename(place);
  const renamed = rename(place, "something-new");
  const suggested = completion(place);
  const spans: Readonly<Record<string, readonly Span[]>> = {
    completion: [suggested.span],
    hover: found === undefined ? [] : [found.span],
    renaming: prepared === undefined || "refused" in prepared ? [] : [prepared.span],
    highlights: highlights(place),
    selections: selections(place),
    onLine: formattingOnType(place.file, offset, "\n"),
    onBrace: formattingOnType(place.file, offset, "}"),
    actions: actions(model, place.file, { start: offset, end: offset }).flatMap(
      (one) => one.diagnostics,
    ),
  };
  for (const [what, own] of Object.entries(spans))
    for (const span of own) inText(span, text, `${what} at ${offset}`);
  const kind = kinds[offset % kinds.length];
  const begun = kind && beginning(place, kind);
  if (begun !== undefined) inText(begun.span, text, `a new ${kind?.name} from ${offset}`);
  const { start, end } = suggested.span;
  assert.ok(start <= offset && offset <= end, `completion at ${offset} replaces what it is not at`);
  for (const item of suggested.items.slice(0, fewFixes))
    if (item.key !== undefined) explainSuggestion(model.universe, item.key);
  for (const one of [...definition(place), ...implementation(place), ...references(place, true)])
    inFile(model, one, `a place that ${offset} leads to`);
  if (!("refused" in renamed)) {
    for (const edit of renamed.edits) inFile(model, edit, `a change of the name at ${offset}`);
    for (const same of Map.groupBy(renamed.edits, (one) => `${one.root}/${one.path}`).values())
      apart(same, `changes of the name at ${offset}`);
  }
  for (const order of ["support", "depend"] as const) {
    const branch = root(place, order);
    for (const way of ["up", "down"] as const)
      if (branch !== undefined)
        for (const one of neighbours(model.universe, branch.key, order, way))
          inFile(model, one.written, `a neighbour of what is at ${offset}`);
  }
}

function inFile(model: Model, one: Location, what: string): void {
  const project = model.universe.models.get(one.root)?.project;
  const file = project?.files.get(one.path);
  assert.ok(file !== undefined, `${what} lies in ${one.root}/${one.path}, which is no file`);
  inText(one, file.tree.text, what);
}

function inText({ start, end }: Span, text: string, what: string): void {
  const isInside = start >= 0 && start <= end && end <= text.length;
  assert.ok(isInside, `${what}: ${start}–${end} lies outside a text of ${text.length} characters`);
}

/** No two spans overlap; insertions may meet. */
export function apart(spans: readonly (Span | Edit)[], what: string): void {
  const sorted = spans.toSorted((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, span] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next === undefined) continue;
    const isApart = span.end <= next.start;
    assert.ok(isApart, `${what}: ${span.start}–${span.end} and ${next.start}–${next.end} overlap`);
  }
}
