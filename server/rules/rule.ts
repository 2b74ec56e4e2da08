// What a rule is: a question put to the whole model of a project, answered with findings.
import type { Span } from "../../grammar/tree.ts";
import type { Finding, Severity } from "../finding.ts";
import { type Entity, nameSpan, valuesOf } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";

/** A number that the configuration may change. */
export interface RuleOption {
  readonly default: number;
  readonly doc: string;
}

/** The groups of the rule table, in its order. */
export type RuleGroup =
  | "Alignment"
  | "Risk"
  | "Measurement"
  | "Roadmap"
  | "Money"
  | "People"
  | "Simplicity and flexibility"
  | "Technology and execution"
  | "Hygiene";

export interface Rule {
  /** Also the name of its page, its test and its file. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity | "off";
  /** One sentence for the rule table: when it speaks. */
  readonly says: string;
  /** What its quick fix does, for the rule table: "add a risk". */
  readonly fix?: string;
  readonly options?: Readonly<Record<string, RuleOption>>;
  /** The findings in the model's own project, in any order, their code left out. */
  check(model: Model, options: Readonly<Record<string, number>>): Iterable<RuleFinding>;
}

export type RuleFinding = Omit<Finding, "code">;

/** The place of something missing on an entity: its name, or its kind where it has none. */
export function atName(entity: Entity): Finding["at"] {
  return { chunk: entity.chunk, span: nameSpan(entity) };
}

/** A place in the source of an entity. */
export function at(entity: Entity, span: Span): Finding["at"] {
  return { chunk: entity.chunk, span };
}

/** An entity as the subject of a sentence: "Initiative 'crm'", or "This initiative" without a name. */
export function subject(entity: Entity): string {
  const kind = entity.kind === "kpi" ? "KPI" : (entity.kind ?? "declaration");
  if (entity.name === "") return `This ${kind}`;
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} '${entity.name}'`;
}

/** The place of a value that is written, or of the name where it is not. */
export function atValue(entity: Entity, field: string): Finding["at"] {
  const value = valuesOf(entity, field)[0];
  return value === undefined ? atName(entity) : at(entity, value.span);
}
