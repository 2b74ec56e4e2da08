// The data of any view → that of one which a format can show.
import type { AlignmentView } from "../../server/views/alignment/shape.ts";
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { ViewData } from "../../server/views/shape.ts";

export function isRoadmap(view: ViewData | undefined): view is RoadmapView {
  return view?.view === "roadmap";
}

export function isAlignment(view: ViewData | undefined): view is AlignmentView {
  return view?.view === "alignment";
}
