// A diagnostic → the other places that have to do with it, as plain data that tests can compare.
import type { Diagnostic } from "../server/diagnosis/diagnostic.ts";

export function relatedOf({ related }: Diagnostic) {
  return related.map(({ root, path, start, end, message }) => ({
    root,
    path,
    start,
    end,
    message,
  }));
}
