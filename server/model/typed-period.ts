// A value of the tree where a date or a period is asked → what it means, or why it cannot mean that.
import type { DateNode, Measure, Span, Value } from "../../grammar/tree.ts";
import { readDate, readNumber, type WrittenDate } from "../../grammar/values.ts";
import type { FieldEntry, ValueType } from "../../grammar/vocabulary.ts";
import type { Entity, Meaning, Ref, WrittenPeriod } from "./entity.ts";
import type { Misfit } from "./misfit.ts";
import { refOf } from "./ref.ts";

const unknown: Meaning = { is: "unknown" };

/** A period; undefined where the value has another shape. */
export function readPeriod(
  value: Value,
  type: ValueType & { is: "period" },
  entry: FieldEntry,
  from: Entity,
): Meaning | Misfit | undefined {
  if (value.at || value.per) return undefined;
  const head = value.head;
  const start = dateOf(head);
  const after =
    head?.type === "after" ? head.references.map((one) => refOf(one, entry, from)) : undefined;
  if (start === undefined && (after === undefined || !type.after)) return undefined;
  if (value.until && value.length) {
    return {
      code: "wrong-type",
      message: "Write the end either with '..' or with 'for', not with both.",
    };
  }
  const origin = after === undefined ? { start } : { after };
  const base = withoutUndefined(origin);
  if (value.length) {
    const length = readLength(value.length.measure);
    if (length !== undefined) return { is: "period", ...base, length };
    return {
      code: "wrong-type",
      message:
        "Write the length as a whole number of days, weeks, months, quarters or years, such as 'for 6 weeks'.",
    };
  }
  if (value.until === undefined)
    return after === undefined ? { is: "period", ...base } : howLong(after);
  const node: (DateNode & Span) | undefined = value.until.date;
  if (node === undefined) return { is: "period", ...base, open: true };
  const end = readDate(node.text);
  return end === undefined
    ? unknown
    : { is: "period", ...base, end, endSpan: { start: node.start, end: node.end } };
}

/** The date of a node: a date word, or four digits alone, which are a year. */
export function dateOf(head: Value["head"]): WrittenDate | undefined {
  if (head?.type === "date") return readDate(head.text);
  if (head?.type === "measure" && head.unit === undefined && /^\d{4}$/.test(head.number.text)) {
    return readDate(head.number.text);
  }
  return undefined;
}

const lengths = ["day", "week", "month", "quarter", "year"] as const;

function readLength(measure: Measure | undefined): WrittenPeriod["length"] | undefined {
  const count = measure && readNumber(measure.number.text);
  const word = measure?.unit?.text.replace(/s$/, "");
  const unit = lengths.find((length) => length === word);
  if (count === undefined || unit === undefined) return undefined;
  if (count.lt(1) || !count.mod(1).eq(0) || count.gt(100_000)) return undefined;
  return { count: count.toNumber(), unit };
}

/** `after crm` says when it starts, but not how long it takes. */
function howLong(after: readonly Ref[]): Misfit {
  const names = after.map((ref) => ref.name).join(", ");
  const some = after.length > 8 ? `${after[0]?.name}, …` : names;
  return {
    code: "syntax",
    message: `Say how long it takes: write 'after ${some} for 3 months', or its end as in 'after ${some} .. 2027-Q1'.`,
    instead: [`after ${names} for 3 months`],
  };
}

function withoutUndefined(origin: {
  start?: WrittenDate | undefined;
  after?: readonly Ref[] | undefined;
}): WrittenPeriod {
  return {
    ...(origin.start === undefined ? {} : { start: origin.start }),
    ...(origin.after === undefined ? {} : { after: origin.after }),
  };
}
