// What a declaration means: its kind, its place in the nesting and its typed fields, not yet linked.
import type { Big } from "big.js";
import type { Chunk, Declaration, Field, Span, Value, Word } from "../../grammar/tree.ts";
import type { WrittenDate } from "../../grammar/values.ts";
import type { FieldEntry, Kind } from "../../grammar/vocabulary.ts";

/** A name that a field uses. Its path has one word, or more behind an import or for a milestone. */
export interface Ref {
  readonly path: readonly Word[];
  /** The names joined with dots, in NFC. */
  readonly name: string;
  readonly span: Span;
  /** The FTE behind a team. */
  readonly allocation?: Big;
  /** The entity and field in which it stands. */
  readonly from: Entity;
  readonly field: FieldEntry;
}

/** A period as written: `start` or `after`, then an end, a length, or `..` alone. */
export interface WrittenPeriod {
  readonly start?: WrittenDate;
  readonly after?: readonly Ref[];
  readonly end?: WrittenDate;
  readonly endSpan?: Span;
  /** `..` with no date behind it: to the end of the horizon. */
  readonly open?: true;
  readonly length?: {
    readonly count: number;
    readonly unit: "day" | "week" | "month" | "quarter" | "year";
  };
}

export interface Money {
  readonly amount: Big;
  /** The ISO 4217 code where one is written; else the strategy's currency counts. */
  readonly currency?: string;
}

/** A value as its field's type reads it. `unknown`: written, but faulty; nothing follows from it. */
export type Meaning =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "unit"; readonly text: string }
  | { readonly is: "word"; readonly text: string }
  | { readonly is: "choice"; readonly name: string }
  | { readonly is: "currency"; readonly code: string }
  | { readonly is: "reference"; readonly ref: Ref }
  | ({ readonly is: "money" } & Money)
  | ({ readonly is: "rate"; readonly per: "month" | "quarter" | "year" } & Money)
  /** `value` is 40 for `40%`. */
  | { readonly is: "percent"; readonly value: Big }
  | { readonly is: "quantity"; readonly value: Big; readonly unit?: string }
  | { readonly is: "number"; readonly value: Big }
  | { readonly is: "date"; readonly date: WrittenDate }
  | ({ readonly is: "period" } & WrittenPeriod)
  | {
      readonly is: "dated";
      readonly value: Big;
      readonly unit?: string;
      readonly date?: WrittenDate;
    }
  | { readonly is: "unknown" };

export type Typed = Meaning & { readonly span: Span; readonly node: Value };

/** All that an entity writes for one field: a repeated field and a list give several values. */
export interface FieldUse {
  readonly entry: FieldEntry;
  /** Where it is written first. */
  readonly node: Field;
  /** A syntax fault lies in it, wherever it is written. */
  readonly faulty: boolean;
  readonly values: readonly Typed[];
  /** The fields of a field that is a block, such as `cost`. */
  readonly block?: Fields;
  /** Fields of the block that a did-you-mean proposes for unknown ones. */
  readonly blockMeant?: ReadonlySet<string>;
  /** Some field in the block could not be understood at all. */
  readonly blockGarbled?: boolean;
}

/** The fields that a block writes, in its order: so few that they are looked through one by one. */
export class Fields {
  readonly #uses: readonly FieldUse[];

  constructor(uses: readonly FieldUse[]) {
    this.#uses = uses;
  }

  get size(): number {
    return this.#uses.length;
  }

  get(name: string): FieldUse | undefined {
    for (const use of this.#uses) if (use.entry.name === name) return use;
    return undefined;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  values(): readonly FieldUse[] {
    return this.#uses;
  }
}

/** Those of a block that writes none. */
export const noFields = new Fields([]);

/**
 * One declaration. `kind` is undefined where the kind word is unknown and resembles none;
 * `sure` is false where the kind is only what a did-you-mean proposes or the declaration is
 * misplaced: such an entity can be named and counts as written, but no rule speaks of it.
 */
export interface Entity {
  readonly kind: Kind | undefined;
  readonly sure: boolean;
  /** In NFC; "" where the name is missing. */
  readonly name: string;
  readonly node: Declaration;
  readonly chunk: Chunk;
  readonly parent: Entity | undefined;
  /** In source order, unsure ones too. */
  readonly children: readonly Entity[];
  readonly fields: Fields;
  /**
   * Fields that a did-you-mean proposes for unknown ones, with the values they would have: they
   * count as written, and nothing is concluded from what they may say.
   */
  readonly meant: ReadonlyMap<string, readonly Typed[]>;
  /** Some field in it could not be understood at all, so that nothing is sure to be absent. */
  readonly garbled: boolean;
}

/** Whether the entity writes the field in any form: well, faultily, or misspelt. */
export function written(entity: Entity, field: string): boolean {
  return entity.fields.has(field) || entity.meant.has(field) || entity.garbled;
}

/** The values of a field, in source order; faulty ones are `unknown`. */
export function valuesOf(entity: Entity, field: string): readonly Typed[] {
  return entity.fields.get(field)?.values ?? none;
}

type Of<Is extends Meaning["is"]> = Extract<Typed, { readonly is: Is }>;

/** The first value of a field if it has the type asked for. */
export function valueIn<Is extends Meaning["is"]>(
  entity: Entity,
  field: string,
  is: Is,
): Of<Is> | undefined {
  return valuesOf(entity, field).find((value): value is Of<Is> => value.is === is);
}

/** The word of a choice, or undefined where none is written or it does not exist. */
export function choiceOf(entity: Entity, field: string): string | undefined {
  return valueIn(entity, field, "choice")?.name;
}

const none: readonly never[] = [];

/** The references of a field, in source order. */
export function refsOf(entity: Entity, field: string): readonly Ref[] {
  const values = entity.fields.get(field)?.values;
  if (values === undefined) return none;
  const refs: Ref[] = [];
  for (const value of values) if (value.is === "reference") refs.push(value.ref);
  return refs;
}

/** The references that a misspelt field would have if it were the one that was meant. */
export function refsMeant(entity: Entity, field: string): readonly Ref[] {
  const values = entity.meant.get(field) ?? [];
  return values.flatMap((value) => (value.is === "reference" ? [value.ref] : []));
}

/** Whether a field holds a value that could not be understood, so that what follows is unknown. */
export function unknownIn(entity: Entity, field: string): boolean {
  if (entity.meant.has(field)) return true;
  const use = entity.fields.get(field);
  if (use === undefined) return entity.garbled;
  for (const value of use.values) if (value.is === "unknown") return true;
  return use.faulty;
}

/** The fields written in a block field, such as the heads of `cost`; empty where there is none. */
export function blockOf(entity: Entity, field: string): Fields {
  return entity.fields.get(field)?.block ?? noFields;
}

/** Whether a block field, such as `cost`, writes a field in any form: well, faultily, or misspelt. */
export function writtenInside(entity: Entity, field: string, inner: string): boolean {
  const use = entity.fields.get(field);
  if (use === undefined || entity.meant.has(field) || use.faulty) return true;
  if (use.block === undefined || use.blockGarbled) return true;
  return use.block.has(inner) || use.blockMeant?.has(inner) === true;
}

/** What an entity is called in a message: its name, or its kind where it has none. */
export function called(entity: Entity): string {
  return entity.name === "" ? entity.node.kind.text : entity.name;
}

/** Where something missing is marked: the name, or the kind where there is none. */
export function nameSpan(entity: Entity): Span {
  return entity.node.name ?? entity.node.kind;
}

/** The entity and everything above it by nesting, innermost first. */
export function lineage(entity: Entity): readonly Entity[] {
  const line: Entity[] = [];
  for (let at: Entity | undefined = entity; at !== undefined; at = at.parent) line.push(at);
  return line;
}
