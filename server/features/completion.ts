// A place in half-typed text → all that may be written there, the likeliest first.

import { lineBefore } from "../../grammar/lines.ts";
import { kpiSample, type ReadyKpi, readyKpis } from "../../grammar/snippets.ts";
import type { Span } from "../../grammar/tree.ts";
import { type FieldEntry, type KindEntry, kindsIn } from "../../grammar/vocabulary.ts";
import { card } from "../cursor/card.ts";
import { choicesOf, type Doc, fieldDoc, kindDoc } from "../cursor/docs.ts";
import { type Beginning, draftOf } from "../cursor/draft.ts";
import { entityOfKey, wantedNames } from "../cursor/names.ts";
import { paths } from "../cursor/paths.ts";
import { type Slot, type Typing, typingAt } from "../cursor/slot.ts";
import type { Query } from "../cursor/spot.ts";
import type { EntityKey, Suggestion } from "../cursor/suggestion.ts";
import { isComplete, values } from "../cursor/values.ts";
import { lineEndOf } from "../edits/blocks.ts";
import { written } from "../model/entity.ts";
import type { Universe } from "../model/universe.ts";
import { rules } from "../rules/index.ts";
import { ours } from "../words/markdown.ts";

export interface Completions {
  /** In the order in which they should stand. */
  readonly items: readonly Suggestion[];
  /** What an item replaces, in offsets of the file; the cursor stands in it. */
  readonly span: Span;
  /** There are more: ask again when more is typed. */
  readonly incomplete: boolean;
}

const most = 400;

/** What the word at the cursor begins already. */
type Begun = (Slot & { readonly is: "entry" })["begun"];

/**
 * What may be written at a place. `trigger` is the sign that asked for it by itself: a blank asks
 * only behind a colon or a comma, so that indenting a line stays quiet.
 */
export function completion(query: Query, trigger?: string): Completions {
  const typing = typingAt(query);
  const typed = query.file.tree.text.slice(typing.word.start, query.offset).toLowerCase();
  const isAsked = trigger !== " " || (typing.slot.is === "value" && typing.slot.signed);
  const all = isAsked ? suggestions(query, typing) : [];
  const fitting = all.length > most ? all.filter((one) => fits(one, typed)) : all;
  // Where not all can be offered, none that begins with what is typed may be missing.
  const isFar = (one: Suggestion) => fitting !== all && !one.label.toLowerCase().startsWith(typed);
  const items = first(fitting, (one) => (isFar(one) ? farRank : 0) + (one.rank ?? 0));
  return {
    items: isTight(query, typing) ? items.map(behindBlank) : items,
    span: typing.word,
    incomplete: fitting !== all || fitting.length > most,
  };
}

/** Behind whatever begins with what is typed. */
const farRank = 1000;

/** As many as are offered, of thousands: by rank, and those of one rank in their order. */
function first<One>(all: readonly One[], rankOf: (one: One) => number): readonly One[] {
  const ranks = [...Map.groupBy(all, rankOf)].sort(([a], [b]) => a - b);
  return ranks.flatMap(([, alike]) => alike).slice(0, most);
}

/** Whether a value is to stand directly behind a colon or a comma, where a blank belongs. */
function isTight({ file, offset }: Query, { slot, word }: Typing): boolean {
  const before = file.tree.text[offset - 1];
  const isValue = slot.is === "value" || (slot.is === "path" && !slot.quoted);
  return isValue && word.start === word.end && /[:,;\uff1a\uff0c\u3001\uff1b]/.test(before ?? "");
}

function behindBlank(one: Suggestion): Suggestion {
  return {
    ...one,
    insert: ` ${one.insert ?? one.label}`,
    ...(one.snippet === undefined ? {} : { snippet: ` ${one.snippet}` }),
  };
}

/** Whether what is typed, in small letters, occurs letter by letter in the label or the title. */
function fits({ label, title }: Suggestion, typed: string): boolean {
  if (typed === "") return true;
  const text = `${label} ${title ?? ""}`.toLowerCase();
  let at = 0;
  for (const letter of typed) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function suggestions(query: Query, typing: Typing): readonly Suggestion[] {
  const { slot, frame } = typing;
  switch (slot.is) {
    case "nothing":
    case "comment":
      return [];
    case "entry":
      return entries(query, typing, slot.begun);
    case "name":
      return wantedNames(query.model, slot.kind.name);
    case "value": {
      const found = values(query, slot, frame.entity, typing.word);
      return isComplete(slot.entry, slot.before)
        ? [...found, ...fields(typing).map((one) => ({ ...one, rank: 5 }))]
        : found;
    }
    case "path":
      return paths({ ...query, word: typing.word }, slot);
    case "from":
      return [{ label: "from", kind: "keyword", insert: "from ", again: true }];
    case "rule":
      return rules
        .filter((rule) => !slot.rules.includes(rule.id))
        .map((rule) => ({ label: rule.id, kind: "rule", note: rule.group, doc: ours(rule.says) }));
  }
}

/** Fields, declarations and imports; where the word begins one already, only its other beginnings. */
function entries(query: Query, typing: Typing, begun: Begun): readonly Suggestion[] {
  if (begun === "field") return fields(typing, true);
  const { place, entity } = typing.outer;
  const kinds = (place === undefined ? [] : kindsIn(place)).filter(
    (kind) => kind.name !== "strategy" || query.model.strategy === undefined,
  );
  if (begun === "declaration")
    return kinds.map((kind) => ({ ...declaration(kind), insert: kind.name }));
  const ground = { model: query.model, file: query.file, parent: entity };
  const drafted = (sample: string) => drawn(query, typing, draftOf(ground, sample));
  const declarations = kinds.map((kind) => ({ ...declaration(kind), ...drafted(kind.snippet) }));
  const ready = kinds.some((kind) => kind.name === "kpi")
    ? readyKpis.map((kpi) => ({ ...readyKpi(kpi), ...drafted(kpiSample(kpi)) }))
    : [];
  const imports: readonly Suggestion[] =
    place === "file"
      ? [{ label: "import", kind: "keyword", insert: "import ", note: "another project" }]
      : [];
  // Where a declaration would end a block that lacks its brace, it is likelier than one more field.
  const isEnd = place !== typing.frame.place;
  const rank = isEnd ? -3 : place === "file" ? 0 : 4;
  return [
    ...fields(typing),
    ...declarations.map((one) => ({ ...one, rank })),
    ...imports.map((one) => ({ ...one, rank: rank + 1 })),
    ...ready.map((one) => ({ ...one, rank: rank + 2 })),
  ];
}

function declaration(kind: KindEntry): Suggestion {
  return { label: kind.name, kind: "kind", note: kind.doc, doc: kindDoc(kind).text };
}

function readyKpi(kpi: ReadyKpi): Suggestion {
  const { name, title, doc } = kpi;
  return { label: `kpi-${name}`, kind: "kind", title, note: "ready-made KPI", doc: ours(doc) };
}

/** A whole declaration; as plain text it brings the indentation of its line with it. */
function drawn(
  { file }: Query,
  { word }: Typing,
  { text, snippet }: Beginning,
): Pick<Suggestion, "insert" | "snippet"> {
  const all = file.tree.text;
  const line = lineBefore(all, word.start);
  const indent = /^[^\S\r\n]*/.exec(line)?.[0] ?? "";
  const lines = text.split("\n").map((one, index) => (index > 0 && one !== "" ? indent : "") + one);
  return { insert: lines.join(lineEndOf(all)), snippet };
}

/** The fields of the block that are not used in it yet. */
function fields({ frame }: Typing, isBegun = false): readonly Suggestion[] {
  const { owner, entity, used } = frame;
  if (owner === undefined) return [];
  const rows = "fields" in owner ? owner.fields : (owner.block ?? []);
  const common = new Set(["description", "source", "links", "tags"]);
  return rows
    .filter((row) => row.repeated || !used.has(row.name))
    .map((row) => {
      const implied = row.implied !== undefined && entity?.parent !== undefined;
      const meant = "fields" in owner && entity !== undefined && written(entity, row.name);
      const rank = common.has(row.name) || implied ? 3 : meant && !row.repeated ? 2 : 0;
      return { ...fieldSuggestion(owner, row, isBegun), rank };
    });
}

function fieldSuggestion(
  owner: KindEntry | FieldEntry,
  row: FieldEntry,
  isBegun: boolean,
): Suggestion {
  const base = {
    label: row.name,
    kind: "field",
    note: row.doc,
    doc: fieldDoc(owner, row).text,
  } as const;
  if (isBegun) return { ...base, insert: row.name };
  if (row.block !== undefined)
    return { ...base, insert: `${row.name} {`, snippet: `${row.name} {\n  $0\n}` };
  const isText = row.types.every((type) => type.is === "text");
  if (isText) return { ...base, insert: `${row.name}: `, snippet: `${row.name}: "$0"` };
  const asks = choicesOf(row).length > 0 || row.types.some((type) => type.is !== "money");
  return { ...base, insert: `${row.name}: `, ...(asks ? { again: true as const } : {}) };
}

/** The card of a suggested name, computed only when it is looked at. */
export function explainSuggestion(all: Universe, key: EntityKey): Doc | undefined {
  const found = entityOfKey(all.models, key);
  return found && card(found.entity, found.model);
}
