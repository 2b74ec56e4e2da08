// Files and the edits of a fix → what is wrong with the outcome, which is nothing if the fix is sound.
import { formatText } from "../grammar/format.ts";
import type { Entry, Span } from "../grammar/tree.ts";
import { diagnose } from "../server/diagnosis/diagnose.ts";
import type { Diagnostic } from "../server/diagnosis/diagnostic.ts";
import { locate } from "../server/diagnosis/diagnostic.ts";
import { fixAll } from "../server/features/actions.ts";
import type { TextChange } from "../server/features/feature.ts";
import type { Fix } from "../server/finding.ts";
import type { Entity } from "../server/model/entity.ts";
import { type Model, universe } from "../server/model/universe.ts";
import { type Files, offers } from "./diagnosed.ts";
import { workspaceOf } from "./workspace.ts";

/** Files with what is said about them. */
export interface Read {
  readonly files: Files;
  readonly models: readonly Model[];
  readonly diagnostics: readonly Diagnostic[];
}

export function read(files: Files): Read {
  const models = [...universe(workspaceOf(files)).models.values()];
  return { files, models, diagnostics: models.flatMap((model) => [...diagnose(model)]) };
}

/** The changes of a fix, which may lie in any project of the workspace. */
function changesOf({ models }: Read, fix: Fix): readonly TextChange[] {
  return fix.edits().flatMap((edit) => {
    const model = models.find((one) => one.pathOf(edit.at.chunk) !== undefined);
    return model === undefined ? [] : [{ ...locate(model, edit.at), text: edit.text }];
  });
}

/** The files after some changes. */
export function changed(files: Files, changes: readonly TextChange[]): Files {
  const result: Record<string, string> = { ...files };
  // From the end, so that no change moves the place of another.
  for (const one of changes.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
    const file = fileOf(one);
    const text = result[file] ?? "";
    result[file] = text.slice(0, one.start) + one.text + text.slice(one.end);
  }
  return result;
}

function fileOf({ root, path }: { readonly root: string; readonly path: string }): string {
  return `${root}/${path}`.replace(/^\/workspace\//, "");
}

/** What is wrong with the outcome of one fix, in sentences. */
export function flawsOfFix(before: Read, diagnostic: Diagnostic, fix: Fix): readonly string[] {
  const changes = changesOf(before, fix);
  const after = read(changed(before.files, changes));
  const said = (one: Read) => one.diagnostics.filter((other) => isSame(other, diagnostic)).length;
  const gone = said(after) < said(before) ? [] : [`'${diagnostic.message}' is still said`];
  return [...gone, ...flaws(before, after, changes)].map((flaw) => `${fix.title}: ${flaw}`);
}

/** What is wrong with the outcome of the fixes of a rule that stay on offer where findings are folded into one. */
export function flawsOfOffers(before: Read, code: string): readonly string[] {
  const own = before.models.flatMap((model) => offers(model).filter((one) => one.code === code));
  return own.flatMap(({ fixes }) =>
    fixes.flatMap((fix) => {
      const changes = changesOf(before, fix);
      const after = read(changed(before.files, changes));
      return flaws(before, after, changes).map((flaw) => `${fix.title}: ${flaw}`);
    }),
  );
}

/** What is wrong with the outcome of "fix all" of every file. */
export function flawsOfAll(before: Read): readonly string[] {
  return before.models.flatMap((model) =>
    [...model.project.files.values()].flatMap((file) =>
      fixAll(model, file).flatMap((action) => {
        const changes = action.edits();
        const after = read(changed(before.files, changes));
        const count = (one: Read) => one.diagnostics.filter((other) => other.isFault).length;
        const fewer = count(after) < count(before) ? [] : ["nothing is mended"];
        const isOfFault = action.diagnostics.some((one) => one.isFault);
        return [...(isOfFault ? fewer : []), ...flaws(before, after, changes)].map(
          (flaw) => `${action.title}: ${flaw}`,
        );
      }),
    ),
  );
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.message === b.message && a.root === b.root && a.path === b.path;
}

function flaws(before: Read, after: Read, changes: readonly TextChange[]): readonly string[] {
  return [
    ...newFaults(before, after),
    ...lostMeaning(before, after, changes),
    ...uncanonical(before, after),
  ];
}

function newFaults(before: Read, after: Read): readonly string[] {
  const left = [...before.diagnostics];
  return after.diagnostics.flatMap((one) => {
    if (!one.isFault) return [];
    const at = left.findIndex((other) => isSame(one, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0 ? [] : [`there is a new fault '${one.message}'`];
  });
}

function uncanonical(before: Read, after: Read): readonly string[] {
  return Object.entries(after.files).flatMap(([path, text]) => {
    const old = before.files[path];
    if (!path.endsWith(".strategy") || old === undefined || old === text) return [];
    // What lacks a brace is left as it is by the formatter, whatever its blanks.
    if (!old.endsWith("\n") || /[^\S\n]$|\n\n\n/m.test(old)) return [];
    return formatText(old) === old && formatText(text) !== text ? [`${path} is not canonical`] : [];
  });
}

/** What a declaration says in a field, or in its head, and where. */
interface Statement {
  /** The declaration, by its file and name. */
  readonly of: string;
  /** The field; "" for the head. */
  readonly field: string;
  readonly text: string;
  /** In its file. */
  readonly span: Span;
  readonly file: string;
}

/** What was said outside the changed places and is not said any more. */
function lostMeaning(before: Read, after: Read, changes: readonly TextChange[]): readonly string[] {
  const isTouched = ({ span, file }: Statement) =>
    changes.some((one) => fileOf(one) === file && one.start <= span.end && span.start <= one.end);
  const old = statements(before);
  const renamed = new Set(old.filter((one) => !one.field && isTouched(one)).map(({ of }) => of));
  const now = Map.groupBy(statements(after), ({ of, field }) => `${of} ${field}`);
  const anywhere = new Set(statements(after).map(({ field, text }) => `${field} ${text}`));
  return old
    .filter((one) => !isTouched(one))
    .flatMap(({ of, field, text }) => {
      // What has another name now is found by what it says.
      if (renamed.has(of) && anywhere.has(`${field} ${text}`)) return [];
      const same = now.get(`${of} ${field}`);
      if (same?.some((one) => one.text === text)) return [];
      return [same ? `'${of} ${field}' is no longer '${text}'` : `'${of} ${field}' is lost`];
    });
}

function statements({ models }: Read): readonly Statement[] {
  return models.flatMap((model) =>
    model.entities.flatMap((entity) => {
      const place = model.placeOf(entity.chunk);
      if (place === undefined) return [];
      const file = fileOf({ root: model.project.root, path: place.file.path });
      const { node, chunk, kind } = entity;
      const title = model.universe.titleOf(entity);
      const at = (span: Span) => place.spanOf(span);
      const head = { start: node.start, end: (node.title ?? node.name ?? node.kind).end };
      const fields = fieldsIn(node.block?.entries ?? [], chunk.text);
      return [{ field: "", text: `${kind} ${title}`, span: head }, ...fields].map((one) => ({
        ...one,
        of: `${file} ${nameOf(entity)}`,
        span: at(one.span),
        file,
      }));
    }),
  );
}

function fieldsIn(
  entries: readonly Entry[],
  text: string,
): readonly Pick<Statement, "field" | "text" | "span">[] {
  return entries.flatMap((one) => {
    if (one.type !== "field" || one.faulty) return [];
    if (one.block !== undefined) return fieldsIn(one.block.entries, text);
    const field = one.name.text;
    const values = one.values.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " "));
    return [{ field, text: values.join(", "), span: { start: one.start, end: one.end } }];
  });
}

/** A name that stays while something is changed elsewhere: with what it stands in, if it is a milestone. */
function nameOf({ name, kind, parent }: Entity): string {
  return kind === "milestone" && parent !== undefined ? `${parent.name}.${name}` : name;
}
