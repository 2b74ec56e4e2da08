// A file → a line over each objective and initiative: what supports it, what it costs, how it stands.
import type { Span } from "../../grammar/tree.ts";
import type { Kind } from "../../grammar/vocabulary.ts";
import { amount, dotted, wholePercent } from "../cursor/figures.ts";
import { supportOf } from "../model/derive/alignment.ts";
import { amountOf } from "../model/derive/money.ts";
import { progressOf } from "../model/derive/progress.ts";
import { amountUnder, workUnder } from "../model/derive/under.ts";
import { type Entity, nameSpan } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import { relations } from "../model/relations.ts";
import type { Model, Universe } from "../model/universe.ts";
import type { SourceFile } from "../project/project.ts";

/** Over what a lens stands; an editor may leave some of them out. */
export type LensKind = "objectives" | "initiatives";

export interface Lens {
  readonly kind: LensKind;
  /** The name over which it stands, in offsets of the file. */
  readonly span: Span;
  readonly title: string;
}

/** The lenses of a file, in source order. */
export function lenses(model: Model, file: SourceFile): readonly Lens[] {
  return model.chunksIn(file.path).flatMap((chunk) => {
    const place = model.placeOf(chunk);
    return outline(chunk).entities.flatMap((entity) => {
      const kind = entity.kind && kinds.get(entity.kind);
      const title = kind === undefined || !entity.sure ? "" : titles[kind](model.universe, entity);
      if (kind === undefined || title === "" || place === undefined) return [];
      return [{ kind, span: place.spanOf(nameSpan(entity)), title }];
    });
  });
}

const kinds: ReadonlyMap<Kind, LensKind> = new Map([
  ["objective", "objectives"],
  ["initiative", "initiatives"],
]);

const titles: Readonly<Record<LensKind, (all: Universe, entity: Entity) => string>> = {
  objectives: ofObjective,
  initiatives: ofInitiative,
};

function ofObjective(all: Universe, entity: Entity): string {
  const work = workUnder(all, entity);
  const progress = progressOf(all, entity);
  return dotted([
    counted(work, "initiative"),
    work === 0 ? "" : (amount(amountUnder(all, entity)) ?? ""),
    counted(relations(all).measure.to(entity).length, "KPI"),
    progress === undefined ? "" : `${wholePercent(progress)} done`,
  ]);
}

function ofInitiative(all: Universe, entity: Entity): string {
  const { affect, depend } = relations(all);
  const waiting = depend.to(entity).length;
  const aligned = supportOf(all, entity).length;
  return dotted([
    aligned === 0 ? "supports no objective" : `supports ${counted(aligned, "objective")}`,
    amount(amountOf(all, entity)) ?? "",
    counted(affect.to(entity).length, "risk"),
    waiting === 0 ? "" : `${waiting} ${waiting === 1 ? "waits" : "wait"} for it`,
  ]);
}

function counted(count: number, noun: string): string {
  return `${count === 0 ? "no" : count} ${noun}${count === 1 ? "" : "s"}`;
}
