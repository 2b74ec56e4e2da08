// The diagnostics of the opened projects → one report, the same for every output format.
import { lineStarts, positionAt, type Range } from "../../grammar/lines.ts";
import { broken, diagnose, diagnoseConfig } from "../../server/diagnosis/diagnose.ts";
import type { Diagnostic, Location } from "../../server/diagnosis/diagnostic.ts";
import { type Broken, guarded } from "../../server/diagnosis/unjudged.ts";
import type { Severity } from "../../server/finding.ts";
import { iso } from "../../server/model/calendar.ts";
import { alignedShare } from "../../server/model/derive/alignment.ts";
import { linesInFile } from "../../server/model/lines.ts";
import type { Model } from "../../server/model/universe.ts";
import { type Project, resolve, type SourceFile } from "../../server/project/project.ts";
import { relative } from "../exports/relative.ts";
import type { Opened } from "./open.ts";

/** One diagnostic with its place as LSP counts, from 0. */
export interface Reported {
  /** Relative to the project. */
  readonly file: string;
  readonly range: Range;
  readonly severity: Severity;
  /** The rule's id, the code of a language fault, or `configuration`. */
  readonly rule: string;
  readonly message: string;
  readonly related: readonly {
    readonly file: string;
    readonly range: Range;
    readonly message: string;
  }[];
  /** The titles of its quick fixes, likeliest first; made only for those who ask. */
  readonly fixes: () => readonly string[];
  /** The line on which it starts, for code frames; of a very long one what stands around it. */
  readonly line: string;
  /** Where in its line that begins, if not at the start. */
  readonly lineFrom?: number;
}

export interface Report {
  /** The absolute folder to which files are relative. */
  readonly base: string;
  readonly today: string;
  readonly diagnostics: readonly Reported[];
  readonly files: number;
  /** What broke while it was made; more may break while the fixes are made. */
  readonly broken: readonly Broken[];
  /** Share of the money of open initiatives that is aligned, 0 to 1; null where it cannot be known. */
  readonly alignedShare: number | null;
}

/** Everything that is wrong in the opened projects, by project, file and position. */
export function report(opened: Opened): Report {
  const { models, base } = opened;
  const main = models.find((model) => model.project.root === base && model.project.files.size > 0);
  const shown = main ?? (models.length === 1 ? models[0] : undefined);
  const ours: Broken[] = models.flatMap((model) => broken(model));
  const share = () => shown && alignedShare(shown);
  return {
    base,
    today: shown === undefined ? opened.workspace.today : iso(shown.today),
    diagnostics: models.flatMap((model) => [
      ...configuration(model, base),
      ...sources(model, base, ours),
    ]),
    files: models.reduce((sum, model) => sum + model.project.files.size, 0),
    broken: ours,
    alignedShare: guarded("The share of the money that is aligned", ours, share) ?? null,
  };
}

/** Where there is a choice of hundreds, a report names the likeliest; the editor offers all. */
const mostFixes = 20;

function configuration(model: Model, base: string): readonly Reported[] {
  const { root, config } = model.project;
  const lines = lineStarts(config.text);
  return diagnoseConfig(model).map((fault) => ({
    file: relative(base, `${root}/strategy.config.json`),
    range: rangeIn(lines, config.text, fault.start, fault.end),
    severity: fault.severity,
    rule: fault.code ?? "configuration",
    message: fault.message,
    related: [],
    fixes: () => [],
    ...lineAt(lines, config.text, fault.start),
  }));
}

function sources(model: Model, base: string, ours: Broken[]): readonly Reported[] {
  return diagnose(model).map((one) => {
    const file = fileOf(model, one);
    return {
      file: relative(base, `${one.root}/${one.path}`),
      range: rangeOf(file, one),
      severity: one.severity,
      rule: one.code,
      message: one.message,
      related: one.related.map((other) => ({
        file: relative(base, `${other.root}/${other.path}`),
        range: rangeOf(fileOf(model, other), other),
        message: other.message,
      })),
      fixes: () => guarded(`A fix of '${one.code}'`, ours, () => titlesOf(one)) ?? [],
      ...lineAt(linesInFile(file.tree), file.tree.text, one.start),
    };
  });
}

function titlesOf(one: Diagnostic): readonly string[] {
  return one.firstFixes(mostFixes).map((fix) => fix.title);
}

function fileOf(model: Model, at: Location): SourceFile {
  const project: Project = model.universe.models.get(at.root)?.project ?? model.project;
  const file = project.files.get(at.path);
  if (file === undefined) throw new Error(`No file '${at.path}' in '${at.root}'.`);
  return file;
}

function rangeOf(file: SourceFile, span: { start: number; end: number }): Range {
  return rangeIn(linesInFile(file.tree), file.tree.text, span.start, span.end);
}

function rangeIn(lines: readonly number[], text: string, start: number, end: number): Range {
  return { start: positionAt(lines, text, start), end: positionAt(lines, text, end) };
}

/** More of a line is not kept with each of its findings. */
const longestLine = 2000;

function lineAt(
  lines: readonly number[],
  text: string,
  offset: number,
): Pick<Reported, "line" | "lineFrom"> {
  const { line, character } = positionAt(lines, text, offset);
  const start = lines[line] ?? 0;
  const whole = (lines[line + 1] ?? text.length) - start;
  if (whole <= longestLine)
    return { line: text.slice(start, start + whole).replace(/[\r\n]+$/, "") };
  let from = Math.max(0, character - longestLine / 2);
  // A character of two code units stays whole.
  if (/[\uDC00-\uDFFF]/.test(text.charAt(start + from))) from += 1;
  const part = text.slice(start + from, start + Math.min(from + longestLine, whole));
  return { line: part.replace(/[\r\n]+$/, ""), lineFrom: from };
}

/** The same report with files relative to another folder. */
export function seenFrom(report: Report, folder: string): Report {
  if (folder === report.base) return report;
  const move = (file: string) => relative(folder, resolve(report.base, file));
  const diagnostics = report.diagnostics.map((one) => ({
    ...one,
    file: move(one.file),
    related: one.related.map((other) => ({ ...other, file: move(other.file) })),
  }));
  return { ...report, base: folder, diagnostics };
}
