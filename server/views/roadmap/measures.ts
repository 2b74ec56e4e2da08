// The open KPIs and risks of a model → what the headline counts of each, and what it hangs on.
import { collected } from "../../cells/folded.ts";
import { indexed } from "../../cells/indexed.ts";
import { memoIn } from "../../cells/memo.ts";
import { kpiState } from "../../model/derive/kpi.ts";
import { type Entity, refsOf } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import { programmeOf } from "../../model/programmes.ts";
import { relations } from "../../model/relations.ts";
import { resolveRef } from "../../model/resolve.ts";
import { isClosed, isOpenKpi } from "../../model/status.ts";
import type { Model, Universe } from "../../model/universe.ts";
import { isSame } from "../difference.ts";
import { isAbove, isAboveUnknown } from "../said.ts";
import { sceneOf } from "../scene.ts";
import { workInChunk } from "./rows.ts";
import type { KpiCount, RiskCount } from "./shape.ts";

const kpiCount: (model: Model, kpi: Entity) => KpiCount | undefined = memoIn((model, kpi) => {
  const { all, idOf } = sceneOf(model);
  if (!isOpenKpi(all, kpi)) return undefined;
  const measured = relations(all).measure.from(kpi);
  const of = measured.flatMap(({ to }) => withProgrammes(all, to));
  return { id: idOf(kpi), health: kpiState(all, kpi).rag, of: [...new Set(of.map(idOf))] };
}, isSame);

export const kpiCounts = collected<Model, KpiCount>((model, chunk) =>
  outline(chunk).entities.flatMap((one) =>
    one.sure && one.kind === "kpi" ? (kpiCount(model, one) ?? []) : [],
  ),
);

/** What hangs on a part hangs on its programme too. */
function withProgrammes(all: Universe, one: Entity): readonly Entity[] {
  const found = [one];
  if (one.kind === "initiative")
    for (let at = programmeOf(all, one); at !== undefined; at = programmeOf(all, at))
      found.push(at);
  return found;
}

/** The work that relies on a technology, declared or not. */
const users = indexed<Model, Entity | string, Entity>(function* (model, chunk) {
  for (const { entity } of workInChunk(model, chunk))
    for (const ref of refsOf(entity, "technologies")) {
      const target = resolveRef(model.universe, ref);
      if (target.is === "entity") yield [target.entity, entity];
      else if (target.is === "free") yield [ref.name, entity];
    }
});

const riskCount: (model: Model, risk: Entity) => RiskCount | undefined = memoIn((model, risk) => {
  const { all, idOf } = sceneOf(model);
  if (isClosed(all, risk)) return undefined;
  const hit = relations(all)
    .affect.from(risk)
    .flatMap(({ to }) => (to.kind === "technology" ? users(model).get(to) : [to]));
  const free = refsOf(risk, "affects").flatMap((ref) =>
    resolveRef(all, ref).is === "free" ? users(model).get(ref.name) : [],
  );
  return {
    id: idOf(risk),
    above: isAbove(all, risk) || undefined,
    unclear: isAboveUnknown(all, risk) || undefined,
    of: [...new Set([...hit, ...free].flatMap((one) => withProgrammes(all, one)).map(idOf))],
  };
}, isSame);

export const riskCounts = collected<Model, RiskCount>((model, chunk) =>
  outline(chunk).entities.flatMap((one) =>
    one.sure && one.kind === "risk" ? (riskCount(model, one) ?? []) : [],
  ),
);
