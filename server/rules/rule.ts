// What a rule is: a question about one declaration of a project, answered with findings.
import type { Span } from "../../grammar/tree.ts";
import type { Kind } from "../../grammar/vocabulary.ts";
import { type Finding, mostShown, type RelatedPlace, type Severity } from "../finding.ts";
import { type Entity, nameSpan, valuesOf, written } from "../model/entity.ts";
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
  /** Of a rule that is said once where a project has not begun with what it asks for. */
  readonly practice?: Practice;
  /** The kinds of declaration that it is asked about, one declaration at a time; without them none. */
  readonly kinds?: readonly Kind[];
  /**
   * What it finds about a declaration of these kinds, a sure one of the project, in any order. Since
   * it is asked again only where what it reads changes, it looks at the declaration and at what hangs
   * on it, never through all others.
   */
  judge?(model: Model, declaration: Entity, options: Options): Iterable<RuleFinding>;
  /** What it finds in a file of the project that no single declaration shows: the first of many. */
  judgeFile?(model: Model, path: string, options: Options): Iterable<RuleFinding>;
  /** What it finds in the project as a whole: a sum, a share, a count. */
  judgeProject?(model: Model, options: Options): Iterable<RuleFinding>;
}

/** What the configuration says of the options of a rule, else their defaults. */
export type Options = Readonly<Record<string, number>>;

/** A finding whose code is the id of the rule. */
export type RuleFinding = Omit<Finding, "code">;

/** A declaration at which a practice looks, and what it lacks. */
export interface Looked {
  readonly about: Entity;
  readonly lack?: RuleFinding | undefined;
}

/**
 * What a rule asks for as a habit. Where nearly all that it looks at lacks it, the project has not
 * begun with it, and that is one thing to say (language.md, "Said once"): `fold.ts` derives the one
 * finding from what the rule looks at and what lacks.
 */
export interface Practice {
  /** What it sees in a declaration of the kinds of the rule; undefined where it does not count at all. */
  look(model: Model, declaration: Entity, options: Options): Looked | undefined;
  /** Behind "None of 25 initiatives": "names a risk". */
  readonly none: string;
  /** Behind "21 of 25 initiatives": "name no risk". */
  readonly most: string;
  /** What to do about it, as a sentence. */
  readonly advice: string;
  /** What the things are called together, where it is not the plural of their kind. */
  readonly nouns?: Readonly<Partial<Record<Kind, string>>>;
}

/** The option that every practice has. */
const fold: RuleOption = {
  default: 80,
  doc: "From which percentage on it is said once for the whole project; 101 never.",
};

/** A rule whose findings are said once where a project has not begun with a practice. */
export function practice(
  rule: Pick<Rule, "id" | "group" | "severity" | "says" | "fix" | "options"> & {
    readonly kinds: readonly Kind[];
  },
  practice: Practice,
): Rule {
  return { ...rule, options: { ...rule.options, fold }, practice };
}

/** The place of something missing on an entity: its name, or its kind where it has none. */
export function atName(entity: Entity): Finding["at"] {
  return { chunk: entity.chunk, span: nameSpan(entity) };
}

/** A place in the source of an entity. */
export function at(entity: Entity, span: Span): Finding["at"] {
  return { chunk: entity.chunk, span };
}

/** The places of some things; where there are thousands, all are found again when somebody asks. */
export function relatedTo<One>(
  find: () => readonly One[],
  place: (one: One) => RelatedPlace,
): Pick<Finding, "related" | "allRelated"> {
  const found = find();
  return {
    related: found.slice(0, mostShown).map(place),
    ...(found.length > mostShown && { allRelated: () => find().map(place) }),
  };
}

/** An entity as the subject of a sentence: "Initiative 'crm'", or "This initiative" without a name. */
export function subject(entity: Entity): string {
  const kind = entity.kind === "kpi" ? "KPI" : (entity.kind ?? "declaration");
  if (entity.name === "") return `This ${kind}`;
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} '${entity.name}'`;
}

/** The same within a sentence: "initiative 'crm'", or "this initiative" without a name. */
export function object(entity: Entity): string {
  const text = subject(entity);
  return text.startsWith("KPI") ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** How to write down what a KPI is now: beside the others, in its file where it has one. */
export function addFigure(kpi: Entity): string {
  return written(kpi, "actuals")
    ? "Add what it is now to its file"
    : "Add an 'actual' with what it is now";
}

/** The place of a value that is written, or of the name where it is not. */
export function atValue(entity: Entity, field: string): Finding["at"] {
  const value = valuesOf(entity, field)[0];
  return value === undefined ? atName(entity) : at(entity, value.span);
}
