// Every feature at every place of whole, cut off and broken texts: nothing throws, nothing lies outside the text.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Span } from "../../grammar/tree.ts";
import type { Query } from "../../server/cursor/spot.ts";
import { actions } from "../../server/features/actions.ts";
import { completion } from "../../server/features/completion.ts";
import { definition, implementation } from "../../server/features/definition.ts";
import { folds } from "../../server/features/folding.ts";
import { formatting, formattingOnType } from "../../server/features/formatting.ts";
import { hints } from "../../server/features/hints.ts";
import { hover } from "../../server/features/hover.ts";
import { lenses } from "../../server/features/lenses.ts";
import { links } from "../../server/features/links.ts";
import { highlights, references } from "../../server/features/references.ts";
import { prepareRename, rename } from "../../server/features/rename.ts";
import { selections } from "../../server/features/selection.ts";
import { documentSymbols } from "../../server/features/symbols.ts";
import { placeIn } from "./at.ts";
import { tokens } from "./tokens.ts";

const source = readFileSync("examples/first/plan.strategy", "utf8");

/** All spans that the features give at a place. */
function spansAt(place: Query): readonly Span[] {
  const found = hover(place);
  const renamed = prepareRename(place);
  const changed = rename(place, "something-new");
  return [
    completion(place).span,
    ...(found === undefined ? [] : [found.span]),
    ...(renamed === undefined || "refused" in renamed ? [] : [renamed.span]),
    ...("refused" in changed ? [] : changed.edits),
    ...definition(place),
    ...implementation(place),
    ...references(place, true),
    ...highlights(place),
    ...selections(place),
    ...formattingOnType(place.file, place.offset, "\n"),
    ...formattingOnType(place.file, place.offset, "}"),
  ];
}

/** All spans that the features give for a whole file. */
function spansOf({ model, file }: Query): readonly Span[] {
  const whole = { start: 0, end: file.tree.text.length };
  return [
    ...folds(file),
    ...tokens(model, file),
    ...links(model, file),
    ...lenses(model, file).map((one) => one.span),
    ...hints(model, file, whole).map(({ offset }) => ({ start: offset, end: offset })),
    ...documentSymbols(model, file).flatMap((one) => [one.whole, one.span]),
    ...formatting(file),
    ...actions(model, file, whole).flatMap((one) => [...one.edits(), ...one.diagnostics]),
  ];
}

function check(place: Query, spans: readonly Span[]): void {
  const { length } = place.file.tree.text;
  const outside = spans.filter(({ start, end }) => start < 0 || start > end || end > length);
  expect(outside, place.file.tree.text.slice(0, 2000)).toEqual([]);
}

test("at every place of a whole text", () => {
  const place = placeIn(source);
  check(place, spansOf(place));
  for (let offset = 0; offset <= source.length; offset++)
    check(place, spansAt({ ...place, offset }));
});

test("at the end of a text that is cut off anywhere", { timeout: 60_000 }, () => {
  for (let end = 0; end <= source.length; end += 3) {
    const place = placeIn(`${source.slice(0, end)}$0`);
    check(place, spansAt(place));
    check(place, spansOf(place));
  }
});

test("in texts that are none", () => {
  for (const text of [
    "",
    "\ufeff",
    '\0\u0001\ud800 {{{ ]] ::: """ \r \r\n',
    "{".repeat(70),
    `${"objective a {\n".repeat(70)}owner:`,
    "kpi k { target: 5 by by by on .. for per % % , , }",
    'import import from from\nimport a from\nimport a from "',
    "after: after after, after .. for for",
  ]) {
    const held = placeIn(text);
    check(held, spansOf(held));
    for (let offset = 0; offset <= held.file.tree.text.length; offset += 7)
      check(held, spansAt({ ...held, offset }));
  }
});
