// A value in a sample and its field → the gaps in it, filled with what fits the project.
import type { Span, Value } from "../../grammar/tree.ts";
import { isCurrency, readDate } from "../../grammar/values.ts";
import { type FieldEntry, freeKinds, type ValueType } from "../../grammar/vocabulary.ts";
import { valueIn } from "../model/entity.ts";
import { type Bounds, dateAhead, periodAhead } from "./ahead.ts";
import { type Candidate, candidates, type Ground, leadsTo } from "./ground.ts";
import { askedKinds } from "./names.ts";

/** A draft that is being written. */
export interface Writing {
  readonly ground: Ground;
  readonly sample: string;
  /** Its name in the sample, and the one in its stead. */
  readonly wish: string;
  readonly name: string;
  /** Others name it already, so what it names may lead back to it. */
  readonly isWanted: boolean;
  readonly bounds: Bounds;
  /** What its fields name already: an owner is seldom a sponsor too. */
  readonly named: Set<string>;
}

/** A stretch of the sample that is to be filled in, and what stands there until it is. */
type Gap = Span & { readonly text: string; readonly choices?: readonly string[] };

const mostChoices = 9;

/** The gaps of a value; undefined where there is nothing yet that it could name. */
export function filled(draft: Writing, value: Value, row: FieldEntry): readonly Gap[] | undefined {
  const { model } = draft.ground;
  const type = row.types[0]?.is;
  const text = draft.sample.slice(value.start, value.end);
  const gap = ({ start, end }: Span, own = draft.sample.slice(start, end)): Gap => ({
    start,
    end,
    text: own,
  });
  switch (type) {
    case "reference":
      return named(draft, gap(value), row);
    case "choice":
      return [{ ...gap(value), choices: [text, ...choicesOf(row.types)] }];
    case "text":
      return [gap({ start: value.start + 1, end: value.end - 1 })];
    case "unit":
      return [gap(value, isCurrency(text) ? currencyOf(draft.ground) : text)];
    case "quantity":
      return [gap(value.head?.type === "measure" ? value.head.number : value)];
    case "money":
    case "rate":
      return [gap(value.head ?? value)];
    case "date": {
      const date = readDate(text);
      return [gap(value, date && dateAhead(model, date, draft.bounds))];
    }
    case "dated": {
      const at = value.at?.date;
      const date = at && readDate(at.text);
      if (value.head === undefined || at === undefined || date === undefined) return [gap(value)];
      return [gap(value.head), gap(at, dateAhead(model, date, draft.bounds))];
    }
    case "period": {
      const until = value.until?.date;
      const from = value.head && readDate(draft.sample.slice(value.head.start, value.head.end));
      const to = until && readDate(until.text);
      if (!value.head || !until || !from || !to) return [gap(value)];
      const { start, end } = periodAhead(model, from, to, draft.bounds);
      return [gap(value.head, start), gap(until, end)];
    }
    default:
      return [gap(value)];
  }
}

function choicesOf(types: readonly ValueType[]): readonly string[] {
  return types.flatMap((type) => (type.is === "choice" ? type.of.map((one) => one.name) : []));
}

/**
 * A name that exists, and the others to choose from; without any the name of the sample, where it
 * needs no declaration.
 */
function named(draft: Writing, gap: Gap, row: FieldEntry): readonly Gap[] | undefined {
  const all = candidatesFor(draft, row).map((one) => one.name);
  const unused = all.filter((name) => !draft.named.has(name));
  const isFree = askedKinds(row).every((kind) => freeKinds.has(kind)) && gap.text !== draft.name;
  const [first = isFree ? gap.text : undefined, ...others] = unused;
  if (first === undefined) return undefined;
  draft.named.add(first);
  return [{ ...gap, text: first, choices: [first, ...others].slice(0, mostChoices) }];
}

/** What a field of the draft may name: not the draft itself, nor what names it, directly or not. */
export function candidatesFor(draft: Writing, row: FieldEntry): readonly Candidate[] {
  const { ground, name, isWanted } = draft;
  return candidates(ground, row).filter(
    (one) =>
      one.name !== name &&
      !(isWanted && one.entity !== undefined && leadsTo(ground.model, one.entity, name)),
  );
}

/** The currency of the strategy; before one is written, the euro. */
function currencyOf({ model }: Ground): string {
  return (model.strategy && valueIn(model.strategy, "currency", "currency")?.code) ?? "EUR";
}
