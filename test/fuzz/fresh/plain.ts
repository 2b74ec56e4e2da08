// Whatever is derived → plain data without a shared object in it, so that two of them can be compared.
import { Big } from "big.js";
import { type Location, locate } from "../../../server/diagnosis/diagnostic.ts";
import type { At } from "../../../server/finding.ts";
import type { Entity, Ref } from "../../../server/model/entity.ts";
import type { Edge } from "../../../server/model/ties.ts";
import type { Alias, Model } from "../../../server/model/universe.ts";

export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [name: string]: Plain };

/**
 * What is deeper in itself goes round in a circle, which is a mistake of who asks: of declarations in
 * one another the grammar reads 64, and each is two steps of an outline.
 */
const deepest = 200;

/** A value as plain data: declarations by where they stand, amounts as they are written, no functions. */
export function plain(model: Model, value: unknown, depth = 0): Plain {
  if (depth > deepest) throw new Error("What is to be compared holds itself.");
  const inside = (one: unknown) => plain(model, one, depth + 1);
  switch (typeof value) {
    case "undefined":
      return "undefined";
    case "function":
      return "function";
    case "number":
      // What JSON would make null, or 0.
      return Number.isFinite(value) && !Object.is(value, -0) ? value : `${value}`;
    case "string":
    case "boolean":
      return value;
  }
  if (value === null) return null;
  if (typeof value !== "object") return String(value);
  if (value instanceof Big) return value.toFixed();
  if (Array.isArray(value)) return value.map(inside);
  if (value instanceof Set) return [...value].map(inside);
  if (value instanceof Map) return [...value].map(([key, one]) => [inside(key), inside(one)]);
  if (isModel(value)) return value.project.root;
  if (isEntity(value)) return `${value.kind} '${value.name}' ${placed(model, value, value.node)}`;
  if (isRef(value)) return `'${value.name}' ${placed(model, value.from, value.span)}`;
  if (isAlias(value)) return `import '${value.name}' of ${value.root}`;
  if (isEdge(value)) {
    const { ref, from, to, span, ...rest } = value;
    const at = placed(model, ref?.from ?? from, span);
    return { from: inside(from), to: inside(to), ref: inside(ref), at, rest: inside(rest) };
  }
  if (isAt(value)) return placed(model, value, value.span);
  if ("tree" in value && "path" in value) return String(value.path);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  // A value knows where it stands in the chunk that was read, which findings and views translate.
  const left = "is" in value && "node" in value ? ["node", "span", "endSpan"] : ["node"];
  const parts = Object.entries(value).filter(
    ([name, one]) => !left.includes(name) && one !== undefined,
  );
  return Object.fromEntries(parts.map(([name, one]) => [name, inside(one)]));
}

/** Where a span of a chunk lies. */
function placed(model: Model, { chunk }: Pick<At, "chunk">, span: At["span"]): string {
  try {
    return shownPlace(locate(model, { chunk, span }));
  } catch {
    return "nowhere";
  }
}

function shownPlace({ root, path, start, end }: Location): string {
  return `${root}/${path} ${start}-${end}`;
}

function isModel(value: object): value is Model {
  return "universe" in value && "project" in value;
}

function isEdge(value: object): value is Edge {
  return "from" in value && "to" in value && "span" in value;
}

function isEntity(value: object): value is Entity {
  return "chunk" in value && "node" in value && "children" in value;
}

function isRef(value: object): value is Ref {
  return "from" in value && "field" in value && "path" in value && "span" in value;
}

function isAlias(value: object): value is Alias {
  return "chunk" in value && "node" in value && "root" in value;
}

function isAt(value: object): value is At {
  return "chunk" in value && "span" in value;
}
