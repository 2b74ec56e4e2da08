// Chunks that could not be read → the faults of the form that every view tells, since it is no longer all there.
import { positionAt } from "../../grammar/lines.ts";
import type { Chunk, FileTree, Span } from "../../grammar/tree.ts";
import { collected } from "../cells/folded.ts";
import { memo } from "../cells/memo.ts";
import { linesInFile } from "../model/lines.ts";
import type { Model } from "../model/universe.ts";
import { isSame } from "./difference.ts";
import { fileMark } from "./marks.ts";
import type { RelativePlace, Unplaced, ViewFault } from "./shape.ts";

const mostFaults = 20;

/** Only faults of the form: a text with another fault still means what it says. */
export const faultsOf: (model: Model) => readonly Unplaced<ViewFault>[] = memo(
  (model) =>
    faulty(model)
      .slice(0, mostFaults)
      .flatMap((chunk) => faultsIn(model, chunk))
      .slice(0, mostFaults),
  isSame,
);

const faulty = collected<Model, Chunk>((_model, chunk) =>
  chunk.faults.some(({ code }) => code === "syntax") ? [chunk] : [],
);

function faultsIn(model: Model, chunk: Chunk): readonly Unplaced<ViewFault>[] {
  const place = model.placeOf(chunk);
  if (place === undefined) return [];
  const { file } = place;
  return chunk.faults.flatMap((fault) =>
    fault.code === "syntax"
      ? [
          {
            file: file.path,
            source: placeIn(fileMark(model, file.path), file.tree, place.spanOf(fault)),
            message: fault.message,
          },
        ]
      : [],
  );
}

function placeIn(at: string, tree: FileTree, span: Span): RelativePlace {
  const [start, end] = [span.start, span.end].map((offset) =>
    positionAt(linesInFile(tree), tree.text, offset),
  );
  const range = {
    start: start ?? { line: 0, character: 0 },
    end: end ?? { line: 0, character: 0 },
  };
  return { at, range, name: range };
}
