// The example of an IT department → its model and its roadmap, for tests of what is drawn of it.
import type { Model } from "../../server/model/universe.ts";
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import { viewOf } from "../../server/views/view.ts";
import { department } from "../department.ts";
import { universeOf } from "../workspace.ts";

export function exampleModel(): Model {
  return department().model();
}

export function exampleRoadmap(): RoadmapView {
  return viewOf(roadmapView, exampleModel());
}

/** A strategy as text → its roadmap. */
export function roadmapOf(text: string): RoadmapView {
  return viewOf(roadmapView, universeOf(text).model());
}
