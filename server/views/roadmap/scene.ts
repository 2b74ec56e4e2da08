// A model → what the parts of its roadmap share: ids, places in the text, names and amounts in words.
import { lineStarts, positionAt } from "../../../grammar/lines.ts";
import type { FileTree, Span } from "../../../grammar/tree.ts";
import { memo } from "../../cells/memo.ts";
import { type Day, iso } from "../../model/calendar.ts";
import type { Figure } from "../../model/derive/currency.ts";
import { totalAmount } from "../../model/derive/money.ts";
import { called, type Entity, nameSpan, type Ref } from "../../model/entity.ts";
import { entityOf } from "../../model/resolve.ts";
import type { Model, Universe } from "../../model/universe.ts";
import type { SourceFile } from "../../project/project.ts";
import { oneLine } from "../../words/visible.ts";
import type { IsoDay, Range, SourcePlace } from "./shape.ts";

export interface Scene {
  readonly model: Model;
  readonly all: Universe;
  /** A name that only this entity has in the view, and keeps from one version to the next. */
  idOf(entity: Entity): string;
  sourceOf(entity: Entity): SourcePlace;
  sourceIn(file: SourceFile, span: Span): SourcePlace;
  /** A day as ISO: plans have few different days, and each is written once. */
  isoOf(day: Day): IsoDay;
  /** The title of what a reference names, else the name as written. */
  titleOf(ref: Ref): string;
  /** "5.8M", "at least 0.4M"; undefined where it is not known. */
  amountOf(figure: Figure | undefined): string | undefined;
}

export interface ViewOptions {
  /** The URI of an absolute path; by default that of a file. */
  readonly uriOf?: (path: string) => string;
}

export function sceneOf(model: Model, { uriOf = fileUri }: ViewOptions): Scene {
  const ids = new Map<Entity, string>();
  const taken = new Set<string>();
  const roots = new Map([...model.universe.models.values()].map((one) => [one, one.project.root]));
  const idOf = (entity: Entity): string => {
    const known = ids.get(entity);
    if (known !== undefined) return known;
    const home = model.pathOf(entity.chunk) !== undefined ? model : model.universe.modelOf(entity);
    const prefix = home === model ? "" : `${roots.get(home)?.split("/").at(-1) ?? ""}.`;
    const name = `${prefix}${called(entity)}`;
    let id = name;
    for (let turn = 2; taken.has(id); turn++) id = `${name}~${turn}`;
    taken.add(id);
    ids.set(entity, id);
    return id;
  };
  const large = totalAmount(model)?.amount.gte(1_000_000) ?? true;
  const days = new Map<Day, IsoDay>();
  const uris = new Map<SourceFile, string>();
  const uriIn = (home: Model, file: SourceFile): string => {
    const known = uris.get(file) ?? uriOf(`${home.project.root}/${file.path}`);
    uris.set(file, known);
    return known;
  };
  return {
    model,
    all: model.universe,
    idOf,
    sourceOf(entity) {
      const home =
        model.pathOf(entity.chunk) !== undefined ? model : model.universe.modelOf(entity);
      const place = home.placeOf(entity.chunk);
      if (place === undefined) throw new Error("An entity lies in a file of its model.");
      const { file } = place;
      return {
        uri: uriIn(home, file),
        range: rangeIn(file, place.spanOf(entity.node)),
        name: rangeIn(file, place.spanOf(nameSpan(entity))),
      };
    },
    sourceIn(file, span) {
      const range = rangeIn(file, span);
      return { uri: uriIn(model, file), range, name: range };
    },
    isoOf(day) {
      const known = days.get(day) ?? iso(day);
      days.set(day, known);
      return known;
    },
    titleOf: (ref) => titleIn(model.universe, ref),
    amountOf: (figure) => figure && amountInWords(figure, large),
  };
}

function titleIn(all: Universe, ref: Ref): string {
  const entity = entityOf(all, ref);
  return oneLine((entity && all.titleOf(entity)) ?? ref.name);
}

const starts = memo((tree: FileTree) => lineStarts(tree.text));

function rangeIn({ tree }: SourceFile, { start, end }: Span): Range {
  const at = (offset: number) => positionAt(starts(tree), tree.text, offset);
  return { start: at(start), end: at(end) };
}

/** A path that is a URI already stays as it is. */
function fileUri(path: string): string {
  if (/^[a-z][\w+.-]+:\/\//i.test(path)) return path;
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return `file://${encoded.startsWith("/") ? "" : "/"}${encoded}`;
}

/**
 * An amount as the picture prints it: one decimal from a million, thousands as k. Where the plan
 * comes to millions, hundred thousands are tenths of a million, so that a column has one unit.
 */
function amountInWords({ amount, atLeast }: Figure, inMillions: boolean): string {
  const least = inMillions ? 50_000 : 1_000_000;
  const text = amount.gte(1_000_000_000)
    ? `${amount.div(1_000_000_000).toFixed(1)}B`
    : amount.gte(least)
      ? `${amount.div(1_000_000).toFixed(1)}M`
      : amount.gte(1000)
        ? `${amount.div(1000).toFixed(0)}k`
        : amount.toFixed(0);
  return atLeast ? `at least ${text}` : text;
}
