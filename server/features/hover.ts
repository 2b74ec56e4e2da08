// A place in a file → the card of what stands there: a thing of the strategy, or a word of the language.
import type { Span } from "../../grammar/tree.ts";
import { type FieldEntry, fieldOf, type KindEntry, kindOf } from "../../grammar/vocabulary.ts";
import { card } from "../cursor/card.ts";
import { choiceDoc, choicesOf, type Doc, fieldDoc, kindDoc } from "../cursor/docs.ts";
import { entityAround, type Query, type Spot, spotAt, touches } from "../cursor/spot.ts";
import { type Named, symbolAt } from "../cursor/symbol.ts";

export interface Hover extends Doc {
  /** What it explains, in offsets of the file. */
  readonly span: Span;
}

/** What there is to say about a place. */
export function hover(query: Query): Hover | undefined {
  const spot = spotAt(query);
  if (spot === undefined) return undefined;
  const symbol = symbolAt(query);
  if (symbol !== undefined) return on(spot, symbol.word, ofNamed(symbol.named));
  return ofWord(spot);
}

function on(spot: Spot, span: Span, doc: Doc): Hover {
  return { ...doc, span: { start: spot.start + span.start, end: spot.start + span.end } };
}

function ofNamed(named: Named): Doc {
  if (named.is === "entity") return card(named.entity, named.model);
  if (named.is === "free") {
    const kinds = named.kinds.join(" or ");
    return { text: `\`${named.name}\` · ${kinds}, not declared`, page: "rules/undeclared-name.md" };
  }
  const { alias, model } = named;
  const other = alias.root === undefined ? undefined : model.universe.models.get(alias.root);
  const title = other?.strategy?.title ?? "";
  if (other === undefined) return { text: `\`${alias.name}\` · an import that was not found` };
  return {
    text: [title && `**${title}**`, `\`${alias.name}\` · imported project`]
      .filter(Boolean)
      .join(" · "),
  };
}

function ofWord(spot: Spot): Hover | undefined {
  const { path, at } = spot;
  for (let index = path.length - 1; index >= 0; index--) {
    const node = path[index];
    if (node?.type === "declaration" && touches(node.kind, at)) {
      const kind = kindOf(node.kind.text);
      return kind && on(spot, node.kind, kindDoc(kind));
    }
    if (node?.type !== "field") continue;
    const owner = ownerOf(spot, index);
    const field = owner && fieldOf(owner, node.name.text);
    if (owner === undefined || field === undefined) return undefined;
    if (touches(node.name, at)) return on(spot, node.name, fieldDoc(owner, field));
    const value = node.values.find((one) => touches(one, at));
    const head = value?.head;
    if (head?.type !== "reference" || head.path.length !== 1) return undefined;
    const choice = choicesOf(field).find((one) => one.name === head.path[0]?.text);
    return choice && on(spot, head, choiceDoc(field, choice));
  }
  return undefined;
}

/** The kind or block field that owns the fields of a node of the path. */
function ownerOf(spot: Spot, index: number): KindEntry | FieldEntry | undefined {
  const around = spot.path
    .slice(0, index)
    .findLast((one) => one.type === "field" || one.type === "declaration");
  const kind = kindOf(entityAround(spot)?.kind ?? "");
  return around?.type === "field" ? kind && fieldOf(kind, around.name.text) : kind;
}
