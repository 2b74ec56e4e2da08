// Work that is asked for again and again → the same, once nobody asks for a moment.
import type * as vscode from "vscode";

export interface Rest extends vscode.Disposable {
  /** Does it after a moment in which nothing else is asked for. */
  readonly after: (work: () => unknown) => void;
}

export function createRest(milliseconds: number): Rest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    after: (work) => {
      clearTimeout(timer);
      timer = setTimeout(work, milliseconds);
    },
    dispose: () => clearTimeout(timer),
  };
}
