// Declarations → the outline of a file, and the things of all projects whose names fit a query.
import type { Span } from "../../grammar/tree.ts";
import type { Kind } from "../../grammar/vocabulary.ts";
import { inBrief } from "../cursor/brief.ts";
import { type Location, locate } from "../diagnosis/diagnostic.ts";
import { called, type Entity, lineage, nameSpan } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import type { ChunkPlace } from "../model/reading.ts";
import { statusOf } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import type { SourceFile } from "../project/project.ts";

/** One line of the outline. Spans are offsets of the file; `whole` holds `name`. */
export interface OutlineItem {
  readonly name: string;
  readonly title: string;
  readonly kind: Kind | undefined;
  readonly whole: Span;
  readonly span: Span;
  /** The title, and in words how it stands, when it runs and who answers for it. */
  readonly detail: string;
  /** It is work that was given up: what is done or reached is nothing to strike out. */
  readonly cancelled: boolean;
  readonly children: readonly OutlineItem[];
}

/** The declarations of a file as they are nested. */
export function documentSymbols(model: Model, file: SourceFile): readonly OutlineItem[] {
  return model.chunksIn(file.path).flatMap((chunk) => {
    const place = model.placeOf(chunk);
    const top = outline(chunk).entities.filter((entity) => entity.parent === undefined);
    return place === undefined ? [] : top.map((entity) => item(model.universe, entity, place));
  });
}

function item(all: Universe, entity: Entity, place: ChunkPlace): OutlineItem {
  const { node } = entity;
  const name = nameSpan(entity);
  const end = Math.max(node.end, name.end);
  return {
    name: called(entity),
    title: all.titleOf(entity) ?? "",
    kind: entity.kind,
    whole: place.spanOf({ start: node.start, end }),
    span: place.spanOf(name),
    detail: detail(all, entity),
    cancelled: isCancelled(entity),
    children: entity.children.map((child) => item(all, child, place)),
  };
}

function detail(all: Universe, entity: Entity): string {
  const brief = inBrief(all, entity);
  return [all.titleOf(entity) ?? "", brief].filter((part) => part !== "").join(" · ");
}

/** Work that is cancelled, or a part of it. */
function isCancelled(entity: Entity): boolean {
  if (entity.kind !== "initiative") return false;
  return lineage(entity).some((one) => one.kind === "initiative" && statusOf(one) === "cancelled");
}

export interface WorkspaceSymbol extends Location {
  readonly name: string;
  readonly title: string;
  readonly kind: Kind | undefined;
  /** What it is nested in, else the title of its strategy. */
  readonly container: string;
  readonly cancelled: boolean;
}

const most = 500;

/** The things whose name or title holds the letters of a query in order; the closest come first. */
export function workspaceSymbols(all: Universe, query: string): readonly WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, "");
  const found: { readonly symbol: WorkspaceSymbol; readonly distance: number }[] = [];
  for (const model of all.models.values()) {
    if (!model.project.inWorkspace) continue;
    const strategy = model.strategy ? titleOrName(all, model.strategy) : "";
    for (const entity of model.entities) {
      if (entity.name === "") continue;
      const title = all.titleOf(entity) ?? "";
      const distance = Math.min(gap(entity.name, wanted), gap(title, wanted));
      if (distance === Number.POSITIVE_INFINITY) continue;
      const parent = entity.parent ? titleOrName(all, entity.parent) : strategy;
      const container = entity.kind === "strategy" ? "" : parent;
      const place = locate(model, { chunk: entity.chunk, span: nameSpan(entity) });
      const symbol = {
        ...place,
        name: entity.name,
        title,
        kind: entity.kind,
        container,
        cancelled: isCancelled(entity),
      };
      found.push({ symbol, distance });
    }
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ symbol }) => symbol);
}

function titleOrName(all: Universe, entity: Entity): string {
  return all.titleOf(entity) ?? entity.name;
}

/** How far apart the letters of a query lie in a text; infinite where they are not all there. */
function gap(text: string, wanted: string): number {
  const lower = text.toLowerCase();
  const whole = lower.indexOf(wanted);
  if (whole >= 0) return whole === 0 ? 0 : 1;
  let at = -1;
  let sum = 2;
  for (const letter of wanted) {
    const next = lower.indexOf(letter, at + 1);
    if (next < 0) return Number.POSITIVE_INFINITY;
    if (at >= 0) sum += next - at - 1;
    at = next;
  }
  return sum;
}
