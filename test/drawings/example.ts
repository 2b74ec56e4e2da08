// The example of an IT department → its model and its roadmap, for tests of what is drawn of it.
import { readdirSync, readFileSync } from "node:fs";
import type { Model } from "../../server/model/universe.ts";
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

const folder = "examples/it-department";

export function exampleModel(): Model {
  const files = [
    ...readdirSync(folder).filter((file) => /\.(strategy|json)$/.test(file)),
    ...readdirSync(`${folder}/data`).map((file) => `data/${file}`),
  ];
  const texts = files.map((file) => [file, readFileSync(`${folder}/${file}`, "utf8")]);
  return universeOf(Object.fromEntries(texts)).model();
}

export function exampleRoadmap(): RoadmapView {
  return viewOf(roadmapView, exampleModel());
}

/** A strategy as text → its roadmap. */
export function roadmapOf(text: string): RoadmapView {
  return viewOf(roadmapView, universeOf(text).model());
}
