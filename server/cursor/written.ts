// A place in a value → what the value means, so that a hover can say which days or how much money it is.
import type { Node, Span, Value } from "../../grammar/tree.ts";
import type { Entity, FieldUse, Typed } from "../model/entity.ts";
import { entityAround, type Inside, touches } from "./spot.ts";

/** A value as its field reads it, and where it stands. */
export interface Written {
  readonly value: Typed;
  readonly entity: Entity;
  /** The field, and the block field around it, such as `cost`. */
  readonly field: string;
  readonly block: string | undefined;
}

/** The value around a place, where it is understood. */
export function writtenAt(spot: Inside): Written | undefined {
  const node = spot.path.findLast((one): one is Value & Node => one.type === "value");
  const entity = entityAround(spot);
  if (node === undefined || entity === undefined) return undefined;
  for (const use of entity.fields.values()) {
    const direct = typedOf(use, node);
    if (direct !== undefined)
      return { value: direct, entity, field: use.entry.name, block: undefined };
    for (const inner of use.block?.values() ?? []) {
      const value = typedOf(inner, node);
      if (value !== undefined)
        return { value, entity, field: inner.entry.name, block: use.entry.name };
    }
  }
  return undefined;
}

function typedOf(use: FieldUse, node: Value): Typed | undefined {
  return use.values.find((value) => value.node === node && value.is !== "unknown");
}

/** The part of a value that a place touches, of those that are there. */
export function touched<Part extends Span>(
  at: number,
  ...parts: readonly (Part | undefined)[]
): Part | undefined {
  return parts.find((part) => part !== undefined && touches(part, at));
}
