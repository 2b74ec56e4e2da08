// A snapshot → the diagnostics of each document, told to the client when it asks or as they change.
import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
import { isSameList } from "../cells/contributions.ts";
import { memo } from "../cells/memo.ts";
import { broken, brokenIn, diagnoseConfig, diagnoseFile } from "../diagnosis/diagnose.ts";
import { unjudgedCode, unjudgedDocument } from "../diagnosis/unjudged.ts";
import type { Severity } from "../finding.ts";
import { type Model, type Universe, universe } from "../model/universe.ts";
import { configName, projectAt, resolve } from "../project/project.ts";
import { isSame } from "../views/difference.ts";
import { coded, type Sight } from "./convert.ts";
import { converted } from "./converted.ts";
import { type Range, rangeOf } from "./positions.ts";
import { fileAt } from "./snapshot.ts";
import { isRevision } from "./uris.ts";

/** What is wrong in each document, by the path of the document. */
type Report = ReadonlyMap<string, readonly LspDiagnostic[]>;

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
export function failure(sight: Pick<Sight, "client" | "pages">): LspDiagnostic {
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
  const { model, file } = held;
  for (const { error } of brokenIn(model, file.path)) tell(error);
  return converted(sight, model, file.path, diagnoseFile(model, file.path));
}

/** The paths of all documents of the workspace that are told something, open or not. */
export const documentsOf: (all: Universe) => readonly string[] = memo(
  (all) => [...all.models.values()].flatMap((model) => documentsIn(model)),
  isSameList,
);

function documentsIn(model: Model): readonly string[] {
  const { root, inWorkspace, config } = model.project;
  if (!inWorkspace) return [];
  const paths = [...model.paths()].map((path) => resolve(root, path));
  const isConfigured = config.text !== "" || config.faults.length > 0;
  return isConfigured ? [...paths, resolve(root, configName)] : paths;
}

/** The diagnostics of all documents of the workspace, open or not, and of those opened alone. */
export function workspaceReport(sight: Omit<Sight, "workspace">, tell: Tell): Report {
  const { workspace, alone } = sight.snapshot;
  const paths = documentsOf(universe(workspace)).filter((path) => !alone.has(path));
  return new Map(
    [...paths, ...alone.keys()].map((path) => [path, documentReport(sight, path, tell)]),
  );
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
  readonly found: readonly LspDiagnostic[];
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
      const last = told.get(uri);
      if (last !== undefined && isSame(last.found, found)) return last.id;
      const id = String(++count);
      told.set(uri, { id, found });
      return id;
    },
  };
}
