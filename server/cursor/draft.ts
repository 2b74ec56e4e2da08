// A sample of a declaration and a place → the declaration to begin with there: names that exist, days from today.
import { parseFile } from "../../grammar/parser.ts";
import type { Declaration, Field, Span } from "../../grammar/tree.ts";
import {
  type FieldEntry,
  fieldOf,
  type KindEntry,
  kindOf,
  type Place,
} from "../../grammar/vocabulary.ts";
import { titleOf } from "../edits/edits.ts";
import { type Entity, written } from "../model/entity.ts";
import { candidatesFor, filled, type Writing } from "./fill.ts";
import { firstDay, type Ground, lastDay, newName } from "./ground.ts";
import { plainText, type SamplePiece, snippetText } from "./stops.ts";

/** A declaration to begin with. */
export interface Beginning {
  /** As it stands where nobody changes it. */
  readonly text: string;
  /** The same with tab stops and choices, in LSP snippet syntax. */
  readonly snippet: string;
}

/** What stands in the place of a stretch of the sample. */
type Change = Span & { readonly part: SamplePiece };

/** The declaration that a sample becomes at a place. */
export function draftOf(ground: Ground, sample: string): Beginning {
  const node = parseFile(sample).chunks[0]?.entries[0];
  const kind = node?.type === "declaration" ? kindOf(node.kind.text) : undefined;
  if (node?.type !== "declaration" || kind === undefined) throw new Error(`No sample: ${sample}`);
  const changes = changesOf(ground, sample, node, kind);
  const parts: SamplePiece[] = [];
  let at = 0;
  for (const { start, end, part } of changes) {
    parts.push(sample.slice(at, start), part);
    at = end;
  }
  parts.push(sample.slice(at));
  return { text: plainText(parts), snippet: snippetText(parts) };
}

function changesOf(
  ground: Ground,
  sample: string,
  node: Declaration,
  kind: KindEntry,
): readonly Change[] {
  const wish = node.name?.text ?? "";
  const inner = (node.block?.entries ?? []).filter((one) => one.type === "declaration");
  const behind = inner.flatMap(({ name }) =>
    name?.text.startsWith(wish) ? [name.text.slice(wish.length)] : [],
  );
  const { name, isWanted } = newName(ground, kind.name, wish, behind);
  const place = ground.parent?.kind ?? "file";
  const open = { ground, sample, wish, name, isWanted, named: new Set<string>() };
  const unbounded = { ...open, bounds: { first: undefined, last: undefined } };
  const serves = servedBy(unbounded, node, kind, place);
  const bounds = { first: firstDay(ground), last: lastDay(ground, serves) };
  const title = isWanted ? titleOf(name) : (node.title?.value ?? "");
  return inDeclaration({ ...open, bounds }, node, kind, place, title);
}

/** What the draft will stand under by its fields, as others stand under it by nesting. */
function servedBy(
  draft: Writing,
  node: Declaration,
  kind: KindEntry,
  place: Place,
): readonly Entity[] {
  return (node.block?.entries ?? []).flatMap((entry) => {
    const row = entry.type === "field" ? fieldOf(kind, entry.name.text) : undefined;
    if (row?.implied === undefined || isImplied(draft, row, place)) return [];
    return candidatesFor(draft, row)[0]?.entity ?? [];
  });
}

/** Whether the nesting says it: what stands in a thing of its own kind has what that writes of itself. */
function isImplied(
  { ground: { parent }, sample }: Writing,
  row: FieldEntry,
  place: Place,
): boolean {
  if (row.implied === undefined || place === "file") return false;
  if (row.implied.includes(place)) return true;
  const isPart = parent?.kind === place && sample.startsWith(`${place} `);
  return isPart && written(parent, row.name);
}

/** Whether a part would cost what its programme has the money for. */
function isCovered({ ground: { parent } }: Writing, row: FieldEntry, place: Place): boolean {
  if (row.name !== "cost" || place !== "initiative") return false;
  for (let one = parent; one?.kind === "initiative"; one = one.parent)
    if (written(one, "budget") || written(one, "cost")) return true;
  return false;
}

function inDeclaration(
  draft: Writing,
  node: Declaration,
  kind: KindEntry,
  place: Place,
  title: string,
): readonly Change[] {
  const found: Change[] = [];
  const { wish, name } = draft;
  if (node.name !== undefined) {
    const { start, text } = node.name;
    const isBuilt = text.startsWith(wish);
    const part = isBuilt ? { text: name, id: "name" } : { text };
    found.push({ start, end: start + (isBuilt ? wish : text).length, part });
  }
  if (node.title !== undefined) {
    const { start, end } = node.title;
    found.push({ start: start + 1, end: end - 1, part: { text: title } });
  }
  for (const entry of node.block?.entries ?? []) {
    const inner = entry.type === "declaration" ? kindOf(entry.kind.text) : undefined;
    if (entry.type === "field")
      for (const one of inField(draft, entry, kind, place)) found.push(one);
    else if (entry.type === "declaration" && inner !== undefined)
      for (const one of inDeclaration(draft, entry, inner, kind.name, entry.title?.value ?? ""))
        found.push(one);
  }
  return found;
}

function inField(
  draft: Writing,
  field: Field,
  owner: KindEntry | FieldEntry,
  place: Place,
): readonly Change[] {
  const row = fieldOf(owner, field.name.text);
  if (row === undefined) return [];
  const start = draft.sample.lastIndexOf("\n", field.start);
  if (isCovered(draft, row, place)) return [{ start, end: field.end, part: "" }];
  if (field.block !== undefined)
    return field.block.entries.flatMap((one) =>
      one.type === "field" ? inField(draft, one, row, place) : [],
    );
  const [value] = field.values;
  const stops = isImplied(draft, row, place) || !value ? undefined : filled(draft, value, row);
  if (stops !== undefined) return stops.map(({ start, end, ...part }) => ({ start, end, part }));
  // Nothing can stand there, so its line goes.
  return [{ start, end: field.end, part: "" }];
}
