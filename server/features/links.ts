// A file → the parts of its text that lead elsewhere: imported projects, CSV files, web pages.
import type { Span, Value } from "../../grammar/tree.ts";
import { type Entity, valueIn, valuesOf } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import type { Model } from "../model/universe.ts";
import { resolve, resolveFrom, type SourceFile } from "../project/project.ts";
import { visible } from "../words/visible.ts";

/** A stretch of a file, in its offsets, and the absolute path or web address that it leads to. */
interface Link extends Span {
  readonly path?: string;
  readonly address?: string;
  readonly tip: string;
}

/** The links of a file, in source order. */
export function links(model: Model, file: SourceFile): readonly Link[] {
  const found: Link[] = [];
  for (const chunk of model.chunksIn(file.path)) {
    const place = model.placeOf(chunk);
    if (place === undefined) continue;
    // Quotes are no part of the link.
    const inside = ({ start, end }: Span) => place.spanOf({ start: start + 1, end: end - 1 });
    const { imports, entities } = outline(chunk);
    for (const { path } of imports) {
      if (!path?.closed || path.value === "") continue;
      const target = mainFile(model, resolveFrom(model.project, file, path.value));
      if (target !== undefined && isInside(model, target))
        found.push({ ...inside(path), path: target, tip: "Open the imported strategy" });
    }
    for (const entity of entities) {
      const actuals = valueIn(entity, "actuals", "text");
      if (actuals !== undefined && isClosed(actuals.node)) {
        const path = resolveFrom(model.project, file, actuals.text);
        if (model.project.data.get(path) !== undefined && isInside(model, path))
          found.push({ ...inside(actuals.span), path, tip: "Open the measured values" });
      }
      for (const value of pages(entity))
        found.push({ ...inside(value.span), address: value.text, tip: "Open the page" });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The addresses of pages that a declaration names. */
function pages(entity: Entity) {
  return ["links", "source"]
    .flatMap((field) => valuesOf(entity, field))
    .filter((value) => value.is === "text")
    .filter(({ node, text }) => isClosed(node) && isPage(text));
}

function isClosed({ head }: Value): boolean {
  return head?.type === "text" && head.closed && !head.long;
}

/** An address of the web or of a person, in which all that it leads to can be seen. */
function isPage(text: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s<>"\\^`{|}]+$/i.test(text) && visible(text) === text;
}

/** Only files of the workspace open from it, whatever a strategy names. */
function isInside({ universe: { workspace } }: Model, path: string): boolean {
  const own = [...workspace.projects.values()].filter(({ inWorkspace }) => inWorkspace);
  return [...workspace.folders, ...own.map(({ root }) => root)].some((folder) =>
    path.startsWith(folder.endsWith("/") ? folder : `${folder}/`),
  );
}

/** The file to open for a project: the one that declares its strategy, else its first. */
function mainFile(model: Model, root: string): string | undefined {
  const other = model.universe.models.get(root);
  if (other === undefined) return undefined;
  const strategy = other.strategy && other.placeOf(other.strategy.chunk)?.file;
  const file = strategy ?? [...other.project.files.values()][0];
  return file && resolve(root, file.path);
}
