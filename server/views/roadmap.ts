// A model → the roadmap as plain data.
import { iso } from "../model/calendar.ts";
import { currencyOf } from "../model/derive/currency.ts";
import { sumOf, totalAmount } from "../model/derive/money.ts";
import { links } from "../model/derive/network.ts";
import type { Entity } from "../model/entity.ts";
import { partsOf, withoutParts } from "../model/programmes.ts";
import { isClosed, isOpen } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { eventsOf } from "./roadmap/events.ts";
import { groupingsOf } from "./roadmap/groups.ts";
import { calendarOf, figuresOf, sentenceOf, sharePercent, titleLine } from "./roadmap/headline.ts";
import { type Scene, sceneOf, type ViewOptions } from "./roadmap/scene.ts";
import type { Dependency, Gap, RoadmapView, ViewFault } from "./roadmap/shape.ts";
import { initiativeOf } from "./roadmap/work.ts";

/** The roadmap of a project as of its today. */
export function roadmapView(model: Model, options: ViewOptions = {}): RoadmapView {
  const scene = sceneOf(model, options);
  const entities = inProgrammes(scene.all, model.of("initiative"));
  const work = entities.map((entity) => ({ entity, shown: initiativeOf(scene, entity) }));
  const unaligned = work.filter(({ shown }) => shown.unaligned);
  const undated = work.filter(({ entity, shown }) => !shown.start && !isClosed(scene.all, entity));
  return {
    view: "roadmap",
    sentence: sentenceOf(scene),
    title: titleLine(scene),
    today: iso(model.today),
    currency: currencyOf(model),
    figures: figuresOf(scene),
    calendar: calendarOf(scene, entities),
    initiatives: work.map(({ shown }) => shown),
    dependencies: dependenciesOf(scene, entities),
    groupings: groupingsOf(scene, work),
    events: eventsOf(scene),
    unaligned: gapOf(scene, unaligned),
    undated: gapOf(scene, undated),
    faults: faultsOf(scene),
  };
}

/** Work in source order, but parts right behind their programme. */
function inProgrammes(all: Universe, work: readonly Entity[]): readonly Entity[] {
  const own = new Set(work);
  const found = new Set<Entity>();
  const ahead = withoutParts(all, work).toReversed();
  for (let one = ahead.pop(); one !== undefined; one = ahead.pop()) {
    if (!own.has(one) || found.has(one)) continue;
    found.add(one);
    for (const part of partsOf(all, one).toReversed()) ahead.push(part);
  }
  return [...found];
}

function dependenciesOf(scene: Scene, work: readonly Entity[]): readonly Dependency[] {
  const own = new Set(work);
  return links(scene.all).flatMap(({ from, to, milestone, critical, late }) =>
    own.has(from) && own.has(to)
      ? [
          {
            from: scene.idOf(from),
            to: scene.idOf(to),
            milestone: milestone?.name,
            critical: critical || undefined,
            late: late || undefined,
          },
        ]
      : [],
  );
}

type Work = Parameters<typeof groupingsOf>[1];

function gapOf(scene: Scene, work: Work): Gap {
  const open = work.map(({ entity }) => entity).filter((one) => isOpen(scene.all, one));
  const sum = sumOf(scene.model, open);
  const total = totalAmount(scene.model);
  return {
    initiatives: work.map(({ shown }) => shown.id),
    amount: sum?.amount.gt(0) ? scene.amountOf(sum) : undefined,
    share:
      sum?.amount.gt(0) && total?.amount.gt(0)
        ? sharePercent(sum.amount.div(total.amount).toNumber())
        : undefined,
  };
}

const mostFaults = 20;

/** Only faults of the form: a text with another fault still means what it says. */
function faultsOf(scene: Scene): readonly ViewFault[] {
  const found: ViewFault[] = [];
  for (const file of scene.model.project.files.values()) {
    file.tree.chunks.forEach((chunk, index) => {
      const start = file.tree.starts[index] ?? 0;
      for (const fault of chunk.faults) {
        if (fault.code !== "syntax" || found.length >= mostFaults) continue;
        const span = { start: start + fault.start, end: start + fault.end };
        found.push({
          file: file.path,
          source: scene.sourceIn(file, span),
          message: fault.message,
        });
      }
    });
  }
  return found;
}
