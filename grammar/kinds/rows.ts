// What a row of the table of the language is: a kind, a field, a type of value, a choice.

/** What a single value of a field may be. A field that takes several types lists them all. */
export type ValueType =
  | { readonly is: "text" }
  /** A free word, `%` or a text: the unit of a KPI. */
  | { readonly is: "unit" }
  /** A free word: a tag. */
  | { readonly is: "word" }
  | { readonly is: "reference"; readonly to: readonly Kind[]; readonly allocation?: true }
  | { readonly is: "money" }
  | { readonly is: "rate" }
  | { readonly is: "percent"; readonly max?: number }
  | { readonly is: "quantity"; readonly unit?: string }
  | { readonly is: "number"; readonly min: number; readonly max: number; readonly whole?: true }
  | { readonly is: "date" }
  | { readonly is: "period"; readonly after?: true }
  | { readonly is: "dated"; readonly word: "on" | "by" }
  | { readonly is: "currency" }
  /** `scale`: the choices go from little to much. */
  | { readonly is: "choice"; readonly of: readonly Choice[]; readonly scale?: true };

export interface Choice {
  readonly name: string;
  readonly doc?: string;
  /** Other words that people write for it, for a did-you-mean. */
  readonly synonyms?: readonly string[];
}

export interface FieldEntry {
  readonly name: string;
  /** Empty where the field is a block. */
  readonly types: readonly ValueType[];
  readonly doc: string;
  /** A comma list is allowed. */
  readonly list?: true;
  /** The field may be written several times. */
  readonly repeated?: true;
  /** Nested under one of these kinds, the field is implied by the nesting; a written one adds to it. */
  readonly implied?: readonly Kind[];
  readonly synonyms?: readonly string[];
  /** Of a period: the synonyms that stand for its first or its last day alone. */
  readonly ends?: { readonly start: readonly string[]; readonly end: readonly string[] };
  /** The fields of a field that is a block, such as `cost`. */
  readonly block?: readonly FieldEntry[];
}

export type Kind =
  | "objective"
  | "initiative"
  | "kpi"
  | "risk"
  | "strategy"
  | "milestone"
  | "team"
  | "role"
  | "stakeholder"
  | "skill"
  | "technology"
  | "review"
  | "theme";

export type Place = "file" | Kind;

export interface KindEntry {
  readonly name: Kind;
  readonly core?: true;
  readonly doc: string;
  /** A codicon, for outline, completion and tree. */
  readonly icon: string;
  readonly places: readonly Place[];
  readonly synonyms: readonly string[];
  readonly fields: readonly FieldEntry[];
  /** A whole declaration to begin with, as plain text: see `samples.ts`. */
  readonly snippet: string;
}
