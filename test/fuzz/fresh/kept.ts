// Snapshots, one after the other → the views that a page puts together from what it is told has changed, and where they are not those of a fresh start.
import { isDeepStrictEqual } from "node:util";
import { createHold, type Hold } from "../../../client/preview/held.ts";
import { universe } from "../../../server/model/universe.ts";
import type { Workspace } from "../../../server/project/project.ts";
import type { SheetMessage } from "../../../server/protocol.ts";
import { createSheets } from "../../../server/serve/sheets.ts";
import type { Snapshot } from "../../../server/serve/snapshot.ts";
import { views } from "../../../server/views/index.ts";
import type { ViewData } from "../../../server/views/shape.ts";
import { sheetOf, viewOf } from "../../../server/views/view.ts";
import { read, textsOf } from "./texts.ts";

/** A page that shows one view of a project. */
interface Page {
  readonly hold: Hold;
  version?: string;
}

export interface Pages {
  /** Tells each page what has changed since it was told last. */
  readonly tell: (snapshot: Snapshot) => void;
  /** Where a page shows something else than that of a fresh start would. */
  readonly differences: (snapshot: Snapshot) => readonly string[];
}

/** Pages that look at all projects of what happens, each in every view. */
export function createPages(): Pages {
  const sheets = createSheets();
  const pages = new Map<string, Page>();
  const shown = (snapshot: Snapshot) =>
    [["", snapshot.workspace] as const, ...snapshot.alone].flatMap(([path, workspace]) =>
      [...universe(workspace).models].flatMap(([root, model]) =>
        views.map((view) => {
          const key = `${path}\n${root}\n${view.name}`;
          const page: Page = pages.get(key) ?? { hold: createHold() };
          pages.set(key, page);
          const message = sheets(model, page.version, sheetOf(view, model));
          // What is sent is text on its way.
          const heard: SheetMessage = JSON.parse(JSON.stringify(message));
          const data = page.hold.take(heard);
          if (data === undefined) throw new Error("A page was told of a version that it has not.");
          page.version = heard.version;
          return { root, workspace, view, data };
        }),
      ),
    );
  return {
    tell: shown,
    differences: (snapshot) => {
      const fresh = new Map<Workspace, Workspace>();
      return shown(snapshot).flatMap(({ root, workspace, view, data }) => {
        const anew = fresh.get(workspace) ?? read(textsOf(workspace));
        fresh.set(workspace, anew);
        const model = universe(anew).models.get(root);
        if (model === undefined) return [`page of ${root}, which is not there`];
        const wanted = Object.entries(plain(viewOf(view, model)));
        const seen = plain(data);
        return wanted.flatMap(([part, value]) =>
          isDeepStrictEqual(seen[part], value)
            ? []
            : [
                `page:  ${view.name} of ${root} ${part}: ${JSON.stringify(seen[part])}`,
                `fresh: ${view.name} of ${root} ${part}: ${JSON.stringify(value)}`,
              ],
        );
      });
    },
  };
}

/** A view as plain data; its places as they are now. */
function plain(view: ViewData): Readonly<Record<string, unknown>> {
  const text = JSON.stringify(view, (_, value: unknown) =>
    typeof value === "object" && value !== null && "uri" in value && "range" in value
      ? { uri: value.uri, range: value.range, name: "name" in value ? value.name : undefined }
      : value,
  );
  const { files: _, ...parts } = JSON.parse(text);
  return parts;
}
