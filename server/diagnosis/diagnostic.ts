// A finding → a diagnostic: the same with its severity, placed in its file when somebody asks where it lies.

import type { Span } from "../../grammar/tree.ts";
import { engineOf } from "../cells/engine.ts";
import { type At, type Finding, type Fix, mostShown, type Severity } from "../finding.ts";
import type { Entity } from "../model/entity.ts";
import type { ChunkLine } from "../model/lines.ts";
import type { Model } from "../model/universe.ts";
import type { Rule, RuleFinding } from "../rules/rule.ts";
import { label, sentence } from "../words/visible.ts";
import { type Habit, habitOf } from "./habits.ts";

/** A place in a file; offsets are those of the file. */
export interface Location extends Span {
  /** Root of the project that holds the file. */
  readonly root: string;
  /** The file, relative to its project. */
  readonly path: string;
}

/** A place in a file, and where that stands as one counts lines. */
export interface Whereabouts extends Location {
  readonly at: At;
  /** The line of its chunk: who reads no more than that does not depend on other lines. */
  readonly line: ChunkLine | undefined;
}

/** A place where something can be mended, whether or not the user is told so there. */
export interface Offer extends Location {
  /** A rule's id or the code of a language fault. */
  readonly code: string;
  readonly fixes: readonly Fix[];
}

/** One thing that the user is told. */
export interface Diagnostic extends Offer, Whereabouts {
  readonly severity: Severity;
  /** False for a rule, which can be switched off; true for a language fault, which cannot. */
  readonly isFault: boolean;
  readonly message: string;
  readonly related: readonly Related[];
  /** The first of them, where there are many. */
  readonly shown: readonly Related[];
  /** The likeliest of its fixes, at most so many: there may be one for each of thousands of objectives. */
  firstFixes(most: number): readonly Fix[];
}

/** Another place that has to do with it. */
export interface Related extends Whereabouts {
  readonly message: string;
}

/** Who says something of what. */
export interface Origin {
  /** Of what asks; a language fault has none. */
  readonly rule?: Rule | undefined;
  /** Of a practice: what lacks something. */
  readonly about?: Entity | undefined;
  /** Of two at one place, that with the lower one is told first. */
  readonly rank: number;
}

const none: readonly never[] = [];

/** A place that is found where it lies when somebody asks. */
class Place implements Whereabouts {
  readonly at: At;
  protected readonly model: Model;

  constructor(model: Model, at: At) {
    this.model = model;
    this.at = at;
  }

  get root(): string {
    return holderOf(this.model, this.at).project.root;
  }

  get path(): string {
    return held(holderOf(this.model, this.at).pathOf(this.at.chunk));
  }

  get start(): number {
    return placeOf(this.model, this.at).at(this.at.span.start);
  }

  get end(): number {
    return placeOf(this.model, this.at).at(this.at.span.end);
  }

  get line(): ChunkLine | undefined {
    return holderOf(this.model, this.at).lineOf(this.at.chunk);
  }
}

class RelatedPlace extends Place implements Related {
  readonly message: string;

  constructor(model: Model, at: At, message: string) {
    super(model, at);
    this.message = sentence(message);
  }
}

/** What is found; a rule's id is the code of what it finds. */
type Untold = Finding | RuleFinding;

/** So many fixes of a finding are kept once somebody has asked for them. */
const fewFixes = 16;

/** A finding with its severity. There are tens of thousands: what hardly anybody asks for is made where somebody does. */
export class Told extends Place implements Diagnostic, Origin {
  readonly finding: Untold;
  readonly severity: Severity;
  readonly message: string;
  readonly rule: Rule | undefined;
  readonly about: Entity | undefined;
  readonly rank: number;
  #made: { readonly fixes: readonly Fix[]; readonly at: number } | undefined;

  constructor(model: Model, finding: Untold, severity: Severity, { rule, about, rank }: Origin) {
    super(model, finding.at);
    this.finding = finding;
    this.severity = severity;
    // Names and titles in it are those of the text, whatever they hold.
    this.message = sentence(finding.message);
    this.rule = rule;
    this.about = about;
    this.rank = rank;
  }

  get code(): string {
    return "code" in this.finding ? this.finding.code : (this.rule?.id ?? "");
  }

  /** Of a practice: with what it is counted together. */
  get habit(): Habit | undefined {
    return this.rule && this.about && habitOf(this.rule, this.about);
  }

  get isFault(): boolean {
    return this.rule === undefined;
  }

  get related(): readonly Related[] {
    return this.#places(Number.POSITIVE_INFINITY);
  }

  get shown(): readonly Related[] {
    return this.#places(mostShown);
  }

  #places(most: number): readonly Related[] {
    const { related: first = none, allRelated } = this.finding;
    const all = most > mostShown ? (allRelated?.() ?? first) : first;
    if (all.length === 0) return none;
    return all.slice(0, most).map(({ at, message }) => new RelatedPlace(this.model, at, message));
  }

  get fixes(): readonly Fix[] {
    const at = engineOf(this.model)?.revision ?? 0;
    if (this.#made?.at === at) return this.#made.fixes;
    const fixes = this.#makeFixes();
    // Those of which there is one for each of thousands of objectives are made again instead.
    if (fixes.length <= fewFixes) this.#made = { fixes, at };
    return fixes;
  }

  firstFixes(most: number): readonly Fix[] {
    return this.#makeFixes(most);
  }

  #makeFixes(most?: number): readonly Fix[] {
    const { fixes = none } = this.finding;
    return (typeof fixes === "function" ? fixes(most) : fixes).slice(0, most).map(titled);
  }
}

export function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

function titled(fix: Fix): Fix {
  const { title, among } = fix;
  return { ...fix, title: label(title), ...(among === undefined ? {} : { among: label(among) }) };
}

/** Where a place lies, in its own project or another of the same workspace. */
export function locate(model: Model, at: At): Location {
  const { root } = holderOf(model, at).project;
  const place = placeOf(model, at);
  return { root, path: place.file.path, ...place.spanOf(at.span) };
}

function placeOf(model: Model, at: At) {
  return held(holderOf(model, at).placeOf(at.chunk));
}

/** The model of the project in which a place lies. */
function holderOf(model: Model, { chunk }: At): Model {
  return held(model.pathOf(chunk) === undefined ? model.universe.homeOf(chunk) : model);
}

function held<One>(found: One | undefined): One {
  if (found === undefined) throw new Error("A place lies in no file.");
  return found;
}
