// Texts of files → what the tool says about them, in the shape of `strategy check --format json`.
import { diagnose, offers } from "../server/diagnosis/diagnose.ts";
import {
  type Diagnostic,
  type Location,
  locate,
  type Offer,
} from "../server/diagnosis/diagnostic.ts";
import type { Fix } from "../server/finding.ts";
import { type Model, universe } from "../server/model/universe.ts";
import type { Finding } from "./marks.ts";
import { type WorkspaceOptions, workspaceOf } from "./workspace.ts";

/** Texts by path, relative to the workspace. */
export type Files = Readonly<Record<string, string>>;

export interface Diagnosed {
  readonly diagnostics: readonly Diagnostic[];
  /** The same with lines and characters, in files named from the workspace. */
  readonly findings: readonly Finding[];
  /** What is on offer at places that no diagnostic marks. */
  readonly offers: readonly Offer[];
  /** The files after a fix of one of the diagnostics. */
  after(fix: Fix): Files;
}

/** The diagnostics of all projects of a workspace. */
export function diagnosed(files: Files, options?: WorkspaceOptions): Diagnosed {
  const workspace = workspaceOf(files, options);
  const models = [...universe(workspace).models.values()];
  const top = workspace.folders[0] ?? "";
  const fileOf = ({ root, path }: Location) => `${root}/${path}`.slice(top.length + 1);
  const placed = (one: Location) => {
    const file = fileOf(one);
    const text = files[file] ?? "";
    return { file, range: { start: place(text, one.start), end: place(text, one.end) } };
  };
  const diagnostics = models.flatMap((model) => diagnose(model));
  return {
    diagnostics,
    findings: diagnostics.map((one) => ({
      ...placed(one),
      rule: one.code,
      message: one.message,
      severity: one.severity,
      fixes: one.fixes.map((fix) => fix.title),
      related: one.related.map((other) => ({ ...placed(other), message: other.message })),
    })),
    offers: models.flatMap((model) => offers(model)),
    after: (fix) => applied(files, models, fix, fileOf),
  };
}

function applied(
  files: Files,
  [model]: readonly Model[],
  fix: Fix,
  fileOf: (at: Location) => string,
): Files {
  if (model === undefined) return files;
  const edits = fix.edits().map(({ at, text }) => ({ ...locate(model, at), text }));
  const changed: Record<string, string> = { ...files };
  // From the end, so that no edit moves the place of another.
  for (const edit of edits.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
    const file = fileOf(edit);
    const text = changed[file] ?? "";
    changed[file] = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }
  return changed;
}

function place(text: string, offset: number) {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
