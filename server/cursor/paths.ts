// A field or import that takes a path → the paths of the workspace that fit.
import { readText } from "../../grammar/texts.ts";
import type { FieldEntry } from "../../grammar/vocabulary.ts";
import { valueIn } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import { folderOf, resolve, resolveFrom } from "../project/project.ts";
import { isWritten } from "./names.ts";
import type { Slot } from "./slot.ts";
import type { Query } from "./spot.ts";
import type { Suggestion } from "./suggestion.ts";

/** Where a path is asked for, and what of it is written already. */
type Asked = Query & { readonly word: { readonly start: number; readonly end: number } };

/** The folders of other projects for an import, CSV files for a KPI; relative to the file. */
export function paths(asked: Asked, slot: Slot & { readonly is: "path" }): readonly Suggestion[] {
  const { model, file } = asked;
  const folder = resolve(model.project.root, folderOf(file.path));
  const targets = slot.of === "import" ? otherProjects(model) : freeTables(asked, slot.of);
  return targets.flatMap((target): readonly Suggestion[] => {
    const label = relative(folder, target);
    const text = pathText(folder, target);
    if (text === undefined) return [];
    return [{ label, kind: "path", insert: slot.quoted ? text.slice(1, -1) : text }];
  });
}

/** The folders that hold another project; a workspace folder with nothing in it is none. */
function otherProjects({ project, universe }: Model): readonly string[] {
  return [...universe.workspace.projects.values()]
    .filter((one) => one.root !== project.root && (one.files.size > 0 || one.config.text !== ""))
    .map((one) => one.root);
}

/** The CSV files of a project that no KPI has yet, the one at the cursor aside. */
function freeTables(asked: Asked, { name }: FieldEntry): readonly string[] {
  const { model } = asked;
  const { project } = model;
  const used = new Set(
    model.of("kpi").flatMap((kpi) => {
      const value = valueIn(kpi, name, "text");
      const file = model.placeOf(kpi.chunk)?.file;
      if (value === undefined || file === undefined) return [];
      return isWritten(asked, kpi.chunk, value.span)
        ? []
        : [resolveFrom(project, file, value.text)];
    }),
  );
  return project.tables.filter((path) => !used.has(path));
}

/**
 * The text that means a path in a file of a folder; undefined where none does, as for a name with a
 * backslash, which stands for a slash.
 */
export function pathText(folder: string, path: string): string | undefined {
  const escaped = relative(folder, path).replace(
    /["\\]|[\p{Cc}\p{Zl}\p{Zp}]/gu,
    (sign) => short[sign] ?? `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );
  const text = `"${escaped}"`;
  const { value } = readText(text, { end: text.length, closed: true, quotes: "plain" });
  return resolve(folder, value) === path ? text : undefined;
}

const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\t": "\\t",
};

/** The way from a folder to a path: `../corporate`, `data/churn.csv`. */
function relative(folder: string, path: string): string {
  const from = folder.split("/");
  const to = path.split("/");
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].join("/") || ".";
}
