// A snapshot → the diagnostics of each document, told to the client when it asks or as they change.
import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
import { broken, diagnoseConfig, diagnoseFile } from "../diagnosis/diagnose.ts";
import type { Diagnostic } from "../diagnosis/diagnostic.ts";
import { unjudgedCode, unjudgedDocument } from "../diagnosis/unjudged.ts";
import type { Severity } from "../finding.ts";
import { type Model, universe } from "../model/universe.ts";
import { projectAt, resolve, type Workspace } from "../project/project.ts";
import { type Abilities, coded, diagnosticOf, type Sight, uriIn } from "./convert.ts";
import { type Range, rangeOf } from "./positions.ts";
import { fileAt, type Snapshot } from "./snapshot.ts";
import { isRevision } from "./uris.ts";

const configName = "strategy.config.json";

/** What is wrong in each document, by the path of the document. */
export type Report = ReadonlyMap<string, readonly LspDiagnostic[]>;

/** Hears of what broke. */
export type Tell = (error: unknown) => void;

/**
 * The diagnostics of one document: a strategy file or a configuration. Where they cannot be found
 * out, that is one: an empty list would look as if all were well.
 */
export function documentReport(
  sight: Omit<Sight, "workspace">,
  path: string,
  tell: Tell,
): readonly LspDiagnostic[] {
  try {
    return foundIn(sight, path, tell);
  } catch (error) {
    tell(error);
    return [failure(sight)];
  }
}

const firstLine: Range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };

/** What a document is told where judging it breaks as a whole. */
function failure(sight: Pick<Sight, "client" | "pages">): LspDiagnostic {
  return {
    range: firstLine,
    severity: severities.error,
    ...coded(sight, unjudgedCode),
    source: "strategy",
    message: unjudgedDocument,
  };
}

function foundIn(
  sight: Omit<Sight, "workspace">,
  path: string,
  tell: Tell,
): readonly LspDiagnostic[] {
  const { snapshot } = sight;
  if (isRevision(path)) return [];
  if (path.endsWith(`/${configName}`)) {
    const place = projectAt(snapshot.workspace, path);
    const model = place && universe(snapshot.workspace).models.get(place.project.root);
    return model && place.path === configName ? configReport(model, sight, tell) : [];
  }
  const held = fileAt(snapshot, path);
  if (held === undefined) return [];
  const { workspace } = held.model.universe;
  for (const { error } of broken(held.model)) tell(error);
  return converted(sight, workspace, diagnoseFile(held.model, held.file.path));
}

/** What was converted, as long as the same is told to the same client. */
const conversions = new WeakMap<
  readonly Diagnostic[],
  Pick<Sight, "client" | "pages"> & { readonly found: readonly LspDiagnostic[] }
>();

function converted(
  sight: Omit<Sight, "workspace">,
  workspace: Workspace,
  told: readonly Diagnostic[],
): readonly LspDiagnostic[] {
  const known = conversions.get(told);
  if (known?.client === sight.client && known.pages === sight.pages) return known.found;
  const found = told.map((one) => diagnosticOf({ ...sight, workspace }, one));
  conversions.set(told, { client: sight.client, pages: sight.pages, found });
  return found;
}

const texts = new WeakMap<readonly LspDiagnostic[], string>();

/** A list as text, so that it can be compared. */
function textOf(found: readonly LspDiagnostic[]): string {
  const known = texts.get(found) ?? JSON.stringify(found);
  texts.set(found, known);
  return known;
}

/** The diagnostics of all documents of the workspace, open or not, and of those opened alone. */
export function workspaceReport(sight: Omit<Sight, "workspace">, tell: Tell): Report {
  const { snapshot } = sight;
  const report = new Map<string, readonly LspDiagnostic[]>();
  for (const model of universe(snapshot.workspace).models.values()) {
    const { root, files, inWorkspace, config } = model.project;
    if (!inWorkspace) continue;
    for (const path of files.keys()) {
      const full = resolve(root, path);
      if (!snapshot.alone.has(full)) report.set(full, documentReport(sight, full, tell));
    }
    const configPath = resolve(root, configName);
    if (config.text !== "" || config.faults.length > 0)
      report.set(configPath, documentReport(sight, configPath, tell));
  }
  for (const path of snapshot.alone.keys()) report.set(path, documentReport(sight, path, tell));
  return report;
}

const severities: Readonly<Record<Severity, 1 | 2 | 3 | 4>> = {
  error: 1,
  warning: 2,
  info: 3,
  hint: 4,
};

function configReport(
  model: Model,
  sight: Omit<Sight, "workspace">,
  tell: Tell,
): readonly LspDiagnostic[] {
  for (const { error } of broken(model)) tell(error);
  const { text } = model.project.config;
  // A configuration is small and no tree of ours: as one chunk its positions are found the same way.
  const chunk = { text, entries: [], comments: [], faults: [] };
  const tree = { text, chunks: [chunk], starts: [0] };
  return diagnoseConfig(model).map((fault) => {
    const range: Range = rangeOf(tree, fault, sight.client.encoding);
    const severity = severities[fault.severity];
    const code = fault.code === undefined ? {} : coded(sight, fault.code);
    return { range, severity, ...code, source: "strategy", message: fault.message };
  });
}

/** What the client was told last of each document, and under which id. */
interface Told {
  readonly id: string;
  readonly text: string;
}

/** Remembers what was told, so that what stays the same is not told again. */
export interface Memory {
  /** The id of these diagnostics; a new one where they differ from the last. */
  idOf(uri: string, found: readonly LspDiagnostic[]): string;
}

/** A memory that is empty. */
export function createMemory(): Memory {
  const told = new Map<string, Told>();
  let count = 0;
  return {
    idOf(uri, found) {
      const text = textOf(found);
      const last = told.get(uri);
      if (last?.text === text) return last.id;
      const id = String(++count);
      told.set(uri, { id, text });
      return id;
    },
  };
}

/** Sends what has changed since the last time to a client that does not ask. */
export function createPush(
  send: (uri: string, version: number | undefined, found: LspDiagnostic[]) => void,
  tell: Tell,
): (sight: { snapshot: Snapshot; client: Abilities; pages: string | undefined }) => void {
  let before: ReadonlyMap<string, string> = new Map();
  return (sight) => {
    const { report, isWhole } = wholeReport(sight, tell);
    const after = new Map<string, string>(isWhole ? [] : before);
    for (const [path, found] of report) {
      const uri = uriIn(sight.snapshot, path);
      const text = textOf(found);
      after.set(uri, text);
      if ((before.get(uri) ?? "[]") !== text) send(uri, versionOf(sight, path), [...found]);
    }
    for (const [uri, text] of before)
      if (!after.has(uri) && text !== "[]") send(uri, undefined, []);
    before = after;
  };
}

/** Where not even the documents of the workspace can be told, those that are open are told so. */
function wholeReport(
  sight: Omit<Sight, "workspace">,
  tell: Tell,
): { readonly report: Report; readonly isWhole: boolean } {
  try {
    return { report: workspaceReport(sight, tell), isWhole: true };
  } catch (error) {
    tell(error);
    const open = [...sight.snapshot.open.keys()];
    const report = new Map(open.map((path) => [path, [failure(sight)]]));
    return { report, isWhole: false };
  }
}

function versionOf({ snapshot, client }: Omit<Sight, "workspace">, path: string) {
  return client.diagnostics.versions ? snapshot.open.get(path)?.version : undefined;
}
