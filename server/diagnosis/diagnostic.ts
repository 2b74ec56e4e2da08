// A finding → a diagnostic: the same with its place in a file and its severity.

import type { Span } from "../../grammar/tree.ts";
import { engineOf } from "../cells/engine.ts";
import {
  type At,
  type Finding,
  type Fix,
  mostShown,
  type RelatedPlace,
  type Severity,
} from "../finding.ts";
import type { Model } from "../model/universe.ts";
import { label, sentence } from "../words/visible.ts";

/** A place in a file; offsets are those of the file. */
export interface Location extends Span {
  /** Root of the project that holds the file. */
  readonly root: string;
  /** The file, relative to its project. */
  readonly path: string;
}

/** A place where something can be mended, whether or not the user is told so there. */
export interface Offer extends Location {
  /** A rule's id or the code of a language fault. */
  readonly code: string;
  readonly fixes: readonly Fix[];
}

/** One thing that the user is told. */
export interface Diagnostic extends Offer {
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
export type Related = Location & { readonly message: string };

/** So many fixes of a finding are kept once somebody has asked for them. */
const fewFixes = 16;

/** Gives a finding its place and severity. */
export function diagnostic(
  model: Model,
  finding: Finding,
  severity: Severity,
  isFault: boolean,
): Diagnostic {
  return new Told(model, finding, severity, isFault);
}

const none: readonly never[] = [];

/** There are tens of thousands of them: what hardly anybody asks for is made where somebody does. */
class Told implements Diagnostic {
  readonly root: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  readonly isFault: boolean;
  readonly message: string;
  readonly shown: readonly Related[];
  readonly #model: Model;
  readonly #finding: Finding;
  #made: { readonly fixes: readonly Fix[]; readonly at: number } | undefined;

  constructor(model: Model, finding: Finding, severity: Severity, isFault: boolean) {
    const { root, path, start, end } = locate(model, finding.at);
    this.root = root;
    this.path = path;
    this.start = start;
    this.end = end;
    this.severity = severity;
    this.isFault = isFault;
    // Names and titles in it are those of the text, whatever they hold.
    this.message = sentence(finding.message);
    const { related: others = none } = finding;
    this.shown =
      others.length === 0 ? none : others.slice(0, mostShown).map((one) => related(model, one));
    this.#model = model;
    this.#finding = finding;
  }

  get code(): string {
    return this.#finding.code;
  }

  get related(): readonly Related[] {
    const { related: first = none, allRelated } = this.#finding;
    const others = allRelated?.() ?? first;
    // Where there are thousands, they are placed when somebody wants to see them all.
    return others.length > mostShown ? others.map((one) => related(this.#model, one)) : this.shown;
  }

  get fixes(): readonly Fix[] {
    const at = engineOf(this.#model)?.revision ?? 0;
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
    const { fixes = none } = this.#finding;
    return (typeof fixes === "function" ? fixes(most) : fixes).slice(0, most).map(titled);
  }
}

function related(model: Model, one: RelatedPlace): Related {
  return { ...locate(model, one.at), message: sentence(one.message) };
}

function titled(fix: Fix): Fix {
  const { title, among } = fix;
  return { ...fix, title: label(title), ...(among === undefined ? {} : { among: label(among) }) };
}

/** Where a place lies, in its own project or another of the same workspace. */
export function locate(model: Model, at: At): Location {
  const isOwn = model.pathOf(at.chunk) !== undefined;
  const holder = isOwn ? model : model.universe.homeOf(at.chunk);
  const place = holder?.placeOf(at.chunk);
  if (holder === undefined || place === undefined) throw new Error("A place lies in no file.");
  return { root: holder.project.root, path: place.file.path, ...place.spanOf(at.span) };
}
