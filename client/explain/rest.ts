// Things that happen one after the other → one look at them, once they rest for a moment.
import type * as vscode from "vscode";

/** Nothing is drawn anew for every letter that is typed. */
const rest = 200;

/** `touch` says that something has happened; `act` is done once nothing has for a moment. */
export function atRest(act: () => void): vscode.Disposable & { readonly touch: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    touch: () => {
      clearTimeout(timer);
      timer = setTimeout(act, rest);
    },
    dispose: () => clearTimeout(timer),
  };
}
