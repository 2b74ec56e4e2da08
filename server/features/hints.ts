// A range of a file → short facts that the editor shows between the words: titles, dates, attainment.
import type { Span } from "../../grammar/tree.ts";
import { slack, whenInShort } from "../cursor/figures.ts";
import { standing, standingInShort } from "../cursor/measured.ts";
import { holdsUp, isCritical } from "../model/derive/network.ts";
import { type Entity, type Ref, valuesOf } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import { allRefs, entityOf } from "../model/resolve.ts";
import type { Model, Universe } from "../model/universe.ts";
import type { SourceFile } from "../project/project.ts";

/** What a hint tells; an editor may leave some of them out. */
export type HintKind = "titles" | "dates" | "attainment" | "slack";

export interface Hint {
  readonly kind: HintKind;
  /** Behind what it stands, as an offset of the file. */
  readonly offset: number;
  readonly label: string;
  /** The sentence that a pointer on it shows. */
  readonly tip: string;
}

/** The hints of a range of a file, in source order. */
export function hints(model: Model, file: SourceFile, range: Span): readonly Hint[] {
  const found: Hint[] = [];
  for (const chunk of model.chunksIn(file.path)) {
    const place = model.placeOf(chunk);
    if (place === undefined) continue;
    if (place.at(0) > range.end || place.at(chunk.text.length) < range.start) continue;
    for (const entity of outline(chunk).entities) {
      const inner = [...titles(model.universe, entity), ...facts(model.universe, entity)];
      for (const hint of inner) found.push({ ...hint, offset: place.at(hint.offset) });
    }
  }
  return found
    .filter((hint) => range.start <= hint.offset && hint.offset <= range.end)
    .sort((a, b) => a.offset - b.offset);
}

/** The titles behind names, where they say more than the name does. */
function titles(all: Universe, from: Entity): readonly Hint[] {
  return allRefs(from).flatMap((ref) => {
    const entity = entityOf(all, ref);
    const title = entity && all.titleOf(entity);
    if (title === undefined || isSame(ref, title)) return [];
    const label = title.length > 40 ? `${title.slice(0, 39).trimEnd()}…` : title;
    return [{ kind: "titles", offset: ref.span.end, label, tip: title }];
  });
}

function isSame(ref: Ref, title: string): boolean {
  const name = ref.path.at(-1)?.text ?? "";
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return plain(name) === plain(title);
}

/** Computed dates and slack behind a timeline, attainment behind the name of a KPI. */
function facts(all: Universe, entity: Entity): readonly Hint[] {
  if (entity.kind === "kpi") {
    const { name, title } = entity.node;
    const label = standingInShort(all, entity);
    if (label === "" || name === undefined) return [];
    const tip = `${standing(all, entity)}.`;
    return [{ kind: "attainment", offset: (title ?? name).end, label, tip }];
  }
  const timeline = valuesOf(entity, "timeline")[0];
  if (timeline?.is !== "period") return [];
  const offset = timeline.span.end;
  if (timeline.after !== undefined) {
    const label = whenInShort(all, entity);
    const tip = "Computed from what it waits for.";
    return label === "" ? [] : [{ kind: "dates", offset, label, tip }];
  }
  if (entity.kind !== "initiative") return [];
  if (!isCritical(all, entity) && holdsUp(all, entity).length === 0) return [];
  const label = slack(all, entity);
  const tip = "How much later it may end without moving the end of the plan.";
  return label === "" ? [] : [{ kind: "slack", offset, label, tip }];
}
