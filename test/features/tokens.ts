// A file → all its words with their roles, put together from those of its chunks.
import { type ColouredWord, isAlias, tokensOfChunk } from "../../server/features/tokens.ts";
import type { Model } from "../../server/model/universe.ts";
import type { SourceFile } from "../../server/project/project.ts";

/** The tokens of a file in source order and without overlap, in offsets of the file. */
export function tokens(model: Model, file: SourceFile): readonly ColouredWord[] {
  return file.tree.chunks.flatMap((chunk, index) => {
    const start = file.tree.starts[index] ?? 0;
    return tokensOfChunk(chunk).map((token) => ({
      ...token,
      start: start + token.start,
      end: start + token.end,
      role: isAlias(model, file, token) ? ("namespace" as const) : token.role,
    }));
  });
}
