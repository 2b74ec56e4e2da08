// A workspace → all that an editor, a page or a program is told of it, by facet and line by line.
import { kinds } from "../../../grammar/vocabulary.ts";
import type { Query } from "../../../server/cursor/spot.ts";
import { broken, diagnose, diagnoseConfig } from "../../../server/diagnosis/diagnose.ts";
import { type Diagnostic, locate, type Offer } from "../../../server/diagnosis/diagnostic.ts";
import { actions, fixAll } from "../../../server/features/actions.ts";
import { beginning } from "../../../server/features/beginning.ts";
import { completion, explainSuggestion } from "../../../server/features/completion.ts";
import { definition, implementation } from "../../../server/features/definition.ts";
import { folds } from "../../../server/features/folding.ts";
import { formatting } from "../../../server/features/formatting.ts";
import { neighbours, root } from "../../../server/features/hierarchy.ts";
import { hints } from "../../../server/features/hints.ts";
import { hover } from "../../../server/features/hover.ts";
import { lenses } from "../../../server/features/lenses.ts";
import { links } from "../../../server/features/links.ts";
import { moving } from "../../../server/features/moving.ts";
import { highlights, references } from "../../../server/features/references.ts";
import { prepareRename, rename } from "../../../server/features/rename.ts";
import { selections } from "../../../server/features/selection.ts";
import { documentSymbols, workspaceSymbols } from "../../../server/features/symbols.ts";
import { nameSpan } from "../../../server/model/entity.ts";
import { outline } from "../../../server/model/outline.ts";
import { type Model, type Universe, universe } from "../../../server/model/universe.ts";
import type { SourceFile, Workspace } from "../../../server/project/project.ts";
import { abilitiesOf } from "../../../server/serve/abilities.ts";
import { documentReport } from "../../../server/serve/report.ts";
import { views } from "../../../server/views/index.ts";
import { modelExport } from "../../../server/views/model.ts";
import { viewOf } from "../../../server/views/view.ts";
import { offers } from "../../diagnosed.ts";
import { tokens } from "../../features/tokens.ts";
import { relatedOf } from "../../related.ts";
import { diceOf } from "../material/dice.ts";
import { figuresOf, figuresOfAll, figuresOfProject } from "./figures.ts";
import { plain } from "./plain.ts";

/** What is asked of a workspace. */
export interface Asked {
  /** In this order: what is computed first may stay from then on. */
  readonly facets: readonly string[];
  /** Decides which places of the files are asked about. */
  readonly seed: number;
  /** All places are asked about. */
  readonly everywhere?: true;
}

/** One thing that is told, and what it is told of. */
type Line = readonly [of: string, model: Model, told: unknown];

type Facet = (all: Universe, asked: Asked, workspace: Workspace) => Iterable<Line>;

/** What is told, as lines that can be compared and read. */
export function told(workspace: Workspace, asked: Asked): readonly string[] {
  const all = universe(workspace);
  return asked.facets.flatMap((name) => {
    const facet = facets[name];
    if (facet === undefined) throw new Error(`There is no facet '${name}'.`);
    try {
      return [...facet(all, asked, workspace)].map(
        ([of, model, what]) => `${name} of ${of}: ${JSON.stringify(plain(model, what))}`,
      );
    } catch (error) {
      const why = error instanceof Error ? (error.stack ?? error.message) : error;
      throw new Error(`${name}: ${why}`);
    }
  });
}

/** So many fixes of one finding are looked at: there may be one for each of many objectives. */
const fewFixes = 4;

const facets: Readonly<Record<string, Facet>> = {
  files: (all) => shownFiles(all),
  findings: (all) =>
    ofModels(all, (model) => [
      ...diagnose(model).map((one) => [shown(one), one.fixes.map(titled)]),
      ...offered(model).map(({ code, path, start, end, fixes }) => [
        { code, path, start, end },
        fixes.map(titled),
      ]),
      ...broken(model),
    ]),
  reports: (all, _asked, workspace) =>
    ofFiles(all, ({ project }, { path }) =>
      documentReport(sightOf(workspace), `${project.root}/${path}`, rethrow),
    ),
  configurations: (all) => ofModels(all, (model) => [...diagnoseConfig(model), ...broken(model)]),
  fixes: (all) =>
    ofModels(all, (model) =>
      [...diagnose(model), ...offered(model)].map((one) => mended(model, one)),
    ),
  fixAll: (all) =>
    ofFiles(all, (model, file) => fixAll(model, file).map(({ title, edits }) => [title, edits()])),
  actions: (all, asked) =>
    ofFindings(all, asked, ({ model, file, offset }) =>
      actions(model, file, { start: offset, end: offset }).map(({ title, preferred, edits }) => [
        title,
        preferred,
        edits(),
      ]),
    ),
  outline: (all) => ofFiles(all, documentSymbols),
  symbols: (all, { seed }) =>
    ofAny(all, () =>
      ["", diceOf(seed).pick([..."abcdefghijklmnopqrstuvwxyz"])].map((query) =>
        workspaceSymbols(all, query),
      ),
    ),
  tokens: (all) => ofFiles(all, tokens),
  shapes: (all) => ofFiles(all, (_, file) => [folds(file), formatting(file)]),
  links: (all) => ofFiles(all, links),
  hints: (all) =>
    ofFiles(all, (model, file) => hints(model, file, { start: 0, end: file.tree.text.length })),
  lenses: (all) => ofFiles(all, lenses),
  beginnings: (all, asked) =>
    ofPlaces(all, asked, (place) => {
      const found = beginning(place, diceOf(asked.seed).pick(kinds));
      return found && [found.snippet, found.span, found.into?.name];
    }),
  moves: (all) =>
    ofAny(all, (model) => {
      const from = model.project.root;
      return moving(all, [{ from, to: `${from}/deeper` }]);
    }),
  hover: (all, asked) => ofPlaces(all, asked, hover),
  cards: (all) => ofNames(all, hover),
  completion: (all, asked) =>
    ofPlaces(all, asked, (place) => {
      const { items, span, incomplete } = completion(place);
      const explained = items.flatMap(({ key }) => (key ? [explainSuggestion(all, key)] : []));
      return [span, incomplete, items, explained];
    }),
  names: (all, asked) =>
    ofPlaces(all, asked, (place) => [
      definition(place),
      implementation(place),
      references(place, true),
      highlights(place),
      selections(place),
      prepareRename(place),
      rename(place, "something-new"),
    ]),
  neighbours: (all, asked) =>
    ofPlaces(all, asked, (place) =>
      (["support", "depend"] as const).map((order) => {
        const branch = root(place, order);
        if (branch === undefined) return undefined;
        const of = (way: "up" | "down") => neighbours(all, branch.key, order, way);
        return [branch, of("up"), of("down")];
      }),
    ),
  figures: (all) => figureLines(all),
  projects: (all) =>
    ofModels(all, (model) =>
      Object.entries(figuresOfProject).map(([name, figure]) => [name, figure(model)]),
    ),
  everything: (all) =>
    ofAny(all, () => Object.entries(figuresOfAll).map(([name, figure]) => [name, figure(all)])),
  model: (all) => partsOf(all, (model) => modelExport(model)),
  ...Object.fromEntries(
    views.map((view) => [
      view.name,
      (all: Universe) => partsOf(all, (model) => viewOf(view, model)),
    ]),
  ),
};

/** One client for all: what was converted for it may be told again. */
const client = abilitiesOf({
  ...{ processId: null, rootUri: null },
  capabilities: { textDocument: { diagnostic: { relatedInformation: true } } },
});

/** A workspace as an editor sees it. */
function sightOf(workspace: Workspace) {
  return { snapshot: { workspace, alone: new Map(), open: new Map() }, client, pages: "" };
}

function rethrow(error: unknown): void {
  throw error;
}

export const allFacets: readonly string[] = Object.keys(facets);

function* ofModels(all: Universe, tell: (model: Model) => readonly unknown[]): Iterable<Line> {
  for (const model of all.models.values())
    for (const one of tell(model)) yield [model.project.root, model, one];
}

function* ofFiles(
  all: Universe,
  tell: (model: Model, file: SourceFile) => unknown,
): Iterable<Line> {
  for (const model of all.models.values())
    for (const file of model.project.files.values()) {
      const of = `${model.project.root}/${file.path}`;
      const what = tell(model, file);
      if (!Array.isArray(what)) yield [of, model, what];
      else for (const one of what) yield [of, model, one];
    }
}

/** What belongs to no project: told once, in the words of the first. */
function* ofAny(all: Universe, tell: (model: Model) => readonly unknown[]): Iterable<Line> {
  const [model] = all.models.values();
  if (model !== undefined) for (const one of tell(model)) yield ["all", model, one];
}

/** A view, part by part. */
function* partsOf(all: Universe, tell: (model: Model) => object): Iterable<Line> {
  for (const model of all.models.values())
    for (const [part, value] of Object.entries(tell(model))) {
      const of = `${model.project.root} ${part}`;
      if (!Array.isArray(value)) yield [of, model, value];
      else for (const one of value) yield [of, model, one];
    }
}

/** So many places are asked about where not all are. */
const places = 6;

function* ofEach(chosen: Iterable<Query>, tell: (place: Query) => unknown): Iterable<Line> {
  for (const place of chosen) {
    const of = `${place.model.project.root}/${place.file.path} at ${place.offset}`;
    yield [of, place.model, tell(place)];
  }
}

/** Beginnings and ends of words, and what stands between. */
function ofPlaces(all: Universe, asked: Asked, tell: (place: Query) => unknown): Iterable<Line> {
  const placesIn = (text: string) =>
    [...text.matchAll(/[\p{L}\p{N}-]+|[:{}"]/gu)].flatMap(({ 0: word, index }) => [
      index,
      index + word.length,
    ]);
  const files = [...all.models.values()].flatMap((model) =>
    [...model.project.files.values()].map((file) => ({ model, file })),
  );
  const allIn = ({ model, file }: (typeof files)[number]) =>
    [0, ...placesIn(file.tree.text)].map((offset) => ({ model, file, offset }));
  if (asked.everywhere) return ofEach(files.flatMap(allIn), tell);
  const dice = diceOf(asked.seed);
  const count = files.length === 0 ? 0 : places;
  const chosen = dice.many(count, () => dice.pick(allIn(dice.pick(files))));
  return ofEach(chosen, tell);
}

/** The names of all declarations. */
function ofNames(all: Universe, tell: (place: Query) => unknown): Iterable<Line> {
  const chosen = [...all.models.values()].flatMap((model) =>
    [...model.project.files.values()].flatMap((file) =>
      file.tree.chunks.flatMap((chunk, index) =>
        outline(chunk).entities.map((entity) => {
          const offset = (file.tree.starts[index] ?? 0) + nameSpan(entity).start;
          return { model, file, offset };
        }),
      ),
    ),
  );
  return ofEach(chosen, tell);
}

/** Where something is told. */
function ofFindings(all: Universe, asked: Asked, tell: (place: Query) => unknown): Iterable<Line> {
  const found = [...all.models.values()].flatMap((model) =>
    [...diagnose(model), ...offered(model)].flatMap(({ path, start }) => {
      const file = model.project.files.get(path);
      return file === undefined ? [] : [{ model, file, offset: start }];
    }),
  );
  const dice = diceOf(asked.seed);
  const count = found.length === 0 ? 0 : places;
  return ofEach(asked.everywhere ? found : dice.many(count, () => dice.pick(found)), tell);
}

function* figureLines(all: Universe): Iterable<Line> {
  for (const model of all.models.values())
    for (const [index, entity] of model.entities.entries())
      for (const [name, figure] of Object.entries(figuresOf(entity))) {
        const of = `${name} of ${model.project.root} ${index} ${entity.kind} '${entity.name}'`;
        yield [of, model, figure(all, entity)];
      }
}

function* shownFiles(all: Universe): Iterable<Line> {
  const { today, folders, absent, troubles, links: linked } = all.workspace;
  for (const model of all.models.values()) {
    const { root: of, files, config, data, tables, inWorkspace } = model.project;
    yield [of, model, { today, folders, inWorkspace, tables, config: config.text }];
    yield [of, model, [[...absent].sort(), [...(troubles ?? [])].sort(), [...(linked ?? [])]]];
    yield [of, model, [...data].sort()];
    for (const { path, tree } of files.values()) yield [`${of}/${path}`, model, tree.text];
  }
}

/** Each is offered at its place: whichever of two places comes first, nobody sees. */
function offered(model: Model): readonly Offer[] {
  return offers(model).toSorted((a, b) =>
    a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1,
  );
}

/** What is said, with all its places: some of them are told only where somebody asks. */
function shown(one: Diagnostic) {
  const { root, path, start, end, code, severity, isFault, message } = one;
  return { root, path, start, end, code, severity, isFault, message, related: relatedOf(one) };
}

function titled({ title, safe, among }: Offer["fixes"][number]) {
  return [title, safe, among];
}

function mended(model: Model, offer: Offer) {
  const edits = offer.fixes
    .slice(0, fewFixes)
    .map((fix) => [fix.title, fix.edits().map(({ at, text }) => ({ ...locate(model, at), text }))]);
  return [offer.code, offer.path, offer.start, edits];
}
