// A place in a file → the card of what stands there: a thing of the strategy, or a word of the language.
import type { Span } from "../../grammar/tree.ts";
import { readDate } from "../../grammar/values.ts";
import { type FieldEntry, fieldOf, type KindEntry, kindOf } from "../../grammar/vocabulary.ts";
import { card } from "../cursor/card.ts";
import { dateDoc, dateText } from "../cursor/date-doc.ts";
import { choiceDoc, choicesOf, type Doc, fieldDoc, kindDoc } from "../cursor/docs.ts";
import { figureDoc } from "../cursor/figure-doc.ts";
import { entityAround, type Inside, type Query, spotAt, touches } from "../cursor/spot.ts";
import { type Referent, symbolAt } from "../cursor/symbol.ts";
import { writtenAt } from "../cursor/written.ts";
import { locate } from "../diagnosis/diagnostic.ts";
import { pageOf } from "../diagnosis/pages.ts";
import { severityOf } from "../diagnosis/settings.ts";
import { suppressionsOf } from "../diagnosis/suppressions.ts";
import type { Model } from "../model/universe.ts";
import { rules } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import { code, md, ours, title, together } from "../words/markdown.ts";
import { capital } from "../words/phrases.ts";

export interface Hover extends Doc {
  /** What it explains, in offsets of the file. */
  readonly span: Span;
}

/** What there is to say about a place. */
export function hover(query: Query): Hover | undefined {
  const spot = spotAt(query);
  if (spot === undefined) return undefined;
  const silenced = ofSuppression(query);
  if (silenced !== undefined) return silenced;
  const symbol = symbolAt(query);
  if (symbol !== undefined) return on(query.model, spot, symbol.word, ofNamed(symbol.named));
  return ofValue(query.model, spot) ?? ofWord(query.model, spot);
}

/** The days or the money that a value means. */
function ofValue(model: Model, spot: Inside): Hover | undefined {
  const written = writtenAt(spot);
  if (written === undefined) return undefined;
  const dated = dateDoc(model, written, spot.at);
  if (dated !== undefined) return on(model, spot, dated.span, { text: dated.text });
  const text = figureDoc(model, written);
  return text === undefined ? undefined : on(model, spot, written.value.span, { text });
}

/** The rule that a comment names in order to silence it, or the day until which it does. */
function ofSuppression({ model, file, offset }: Query): Hover | undefined {
  const comment = suppressionsOf(file.tree).find((one) => touches(one, offset));
  const word = comment?.rules.find((one) => touches(one, offset));
  const rule = word && rules.find(({ id }) => id === word.id);
  if (word !== undefined && rule !== undefined)
    return { ...ruleDoc(rule, severityOf(model, rule)), span: word };
  const { until = "" } = comment ?? {};
  const date = readDate(until);
  const last = (comment?.rules.at(-1)?.end ?? 0) + " until".length;
  const start = file.tree.text.indexOf(until, last);
  const span = { start, end: start + until.length };
  if (date === undefined || !touches(span, offset)) return undefined;
  return { text: dateText(model, date, "until"), span };
}

function on(model: Model, { chunk }: Inside, span: Span, doc: Doc): Hover {
  const { start, end } = locate(model, { chunk, span });
  return { ...doc, span: { start, end } };
}

function ofNamed(named: Referent): Doc {
  if (named.is === "entity") return card(named.entity, named.model);
  if (named.is === "free") {
    const kinds = named.kinds.join(" or ");
    return {
      text: md`${code(named.name)} · ${kinds}, not declared`,
      page: "rules/undeclared-name.md",
    };
  }
  const { alias, model } = named;
  const other = alias.root === undefined ? undefined : model.universe.models.get(alias.root);
  const name = code(alias.name);
  if (other === undefined) return { text: md`${name} · an import that was not found` };
  const called = other.strategy && other.universe.titleOf(other.strategy);
  return {
    text: together(
      [called?.trim() ? md`**${title(called)}**` : "", md`${name} · imported project`],
      " · ",
    ),
  };
}

function ofWord(model: Model, spot: Inside): Hover | undefined {
  const { path, at } = spot;
  for (let index = path.length - 1; index >= 0; index--) {
    const node = path[index];
    if (node?.type === "declaration" && touches(node.kind, at)) {
      const kind = kindOf(node.kind.text);
      return kind && on(model, spot, node.kind, kindDoc(kind));
    }
    if (node?.type !== "field") continue;
    const owner = ownerOf(spot, index);
    const field = owner && fieldOf(owner, node.name.text);
    if (owner === undefined || field === undefined) return undefined;
    if (touches(node.name, at)) return on(model, spot, node.name, fieldDoc(owner, field));
    const value = node.values.find((one) => touches(one, at));
    const head = value?.head;
    if (head?.type !== "reference" || head.path.length !== 1) return undefined;
    const choice = choicesOf(field).find((one) => one.name === head.path[0]?.text);
    return choice && on(model, spot, head, choiceDoc(field, choice));
  }
  return undefined;
}

/** The kind or block field that owns the fields of a node of the path. */
function ownerOf(spot: Inside, index: number): KindEntry | FieldEntry | undefined {
  const around = spot.path
    .slice(0, index)
    .findLast((one) => one.type === "field" || one.type === "declaration");
  const kind = kindOf(entityAround(spot)?.kind ?? "");
  return around?.type === "field" ? kind && fieldOf(kind, around.name.text) : kind;
}

/** What a rule says, how loud it is in this project, and where it is explained. */
function ruleDoc(rule: Rule, severity: ReturnType<typeof severityOf>): Doc {
  const loud = severity === "off" ? "It is off in this project." : `Here it is ${named[severity]}.`;
  return {
    text: md`**${rule.id}** · rule on ${rule.group.toLowerCase()}\n\n${ours(capital(rule.says))}. ${loud}`,
    page: pageOf(rule.id),
  };
}

const named = {
  error: "an error",
  warning: "a warning",
  info: "a remark",
  hint: "a hint",
} as const;
