// What features answer, in offsets and paths → the same in the words of the protocol.
import {
  type CodeDescription,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type Diagnostic as LspDiagnostic,
  type Location as LspLocation,
  type MarkupContent,
  type SnippetTextEdit,
  SymbolKind,
  SymbolTag,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { FileTree, Span } from "../../grammar/tree.ts";
import type { Kind } from "../../grammar/vocabulary.ts";
import type { Doc } from "../cursor/docs.ts";
import type { Diagnostic, Location } from "../diagnostic.ts";
import type { TextChange } from "../features/feature.ts";
import type { OutlineItem } from "../features/symbols.ts";
import type { Severity } from "../finding.ts";
import { pageOf } from "../pages.ts";
import { resolve, type Workspace } from "../project.ts";
import { label } from "../visible.ts";
import { type Encoding, type Range, rangeOf } from "./positions.ts";
import type { Snapshot } from "./snapshot.ts";
import { uriOf } from "./uris.ts";

/** What a client can do, as far as answers depend on it. */
export interface Abilities {
  readonly encoding: Encoding;
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly labelDetails: boolean;
  readonly markdown: boolean;
  readonly locationLinks: boolean;
  readonly documentChanges: boolean;
  /** A change of a workspace may hold tab stops. */
  readonly snippetEdits: boolean;
  readonly nestedSymbols: boolean;
  readonly related: boolean;
  readonly lazyEdits: boolean;
  /** A command of the editor that opens completion again. */
  readonly suggestCommand: string | undefined;
  /** A command of the editor that opens the roadmap. */
  readonly previewCommand: string | undefined;
  /** A command of the editor that lets one of several fixes be chosen. */
  readonly chooseCommand: string | undefined;
}

/** One snapshot, seen by one client. */
export interface Sight {
  readonly snapshot: Snapshot;
  /** The workspace that the document at hand belongs to. */
  readonly workspace: Workspace;
  readonly client: Abilities;
  /** Where the pages of the documentation are, with a slash at its end. */
  readonly pages: string;
}

/** The address of a path, as the editor itself wrote it where it has the document open. */
export function uriIn(snapshot: Snapshot, path: string): string {
  return snapshot.open.get(path)?.uri ?? uriOf(path);
}

const nothing: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A place in a file of the workspace. */
export function location(sight: Sight, place: Location): LspLocation {
  const project = sight.workspace.projects.get(place.root);
  const tree = project?.files.get(place.path)?.tree;
  return {
    uri: uriIn(sight.snapshot, resolve(place.root, place.path)),
    range: tree === undefined ? nothing : rangeOf(tree, place, sight.client.encoding),
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const faded: ReadonlySet<string> = new Set(["unused-declaration", "unused-suppression"]);

/** A diagnostic with the page that says why it matters. */
export function diagnosticOf(sight: Sight, one: Diagnostic): LspDiagnostic {
  const { range } = location(sight, one);
  const page: CodeDescription = { href: sight.pages + pageOf(one.code) };
  return {
    range,
    severity: severities[one.severity],
    code: one.code,
    codeDescription: page,
    source: "strategy",
    message: one.message,
    ...(faded.has(one.code) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(one.related.length > 0 && sight.client.related
      ? {
          relatedInformation: one.related.map((place) => ({
            location: location(sight, place),
            message: place.message,
          })),
        }
      : {}),
  };
}

/** Edits of one file. */
export function textEdits(
  tree: FileTree,
  edits: readonly (Span & { readonly text: string })[],
  encoding: Encoding,
): TextEdit[] {
  return edits.map((edit) => ({ range: rangeOf(tree, edit, encoding), newText: edit.text }));
}

/** Changes of any files, for exactly the versions that the snapshot has. */
export function workspaceEdit(sight: Sight, changes: readonly TextChange[]): WorkspaceEdit {
  const byFile = [...Map.groupBy(changes, (change) => resolve(change.root, change.path))];
  const plain = (edit: TextChange): TextEdit => ({
    range: location(sight, edit).range,
    newText: edit.text,
  });
  const rich = (edit: TextChange): TextEdit | SnippetTextEdit => {
    const { snippet } = edit;
    if (snippet === undefined || !sight.client.snippetEdits) return plain(edit);
    const { range } = location(sight, edit);
    return { range, snippet: { kind: "snippet", value: snippet } };
  };
  const uri = (path: string) => uriIn(sight.snapshot, path);
  if (!sight.client.documentChanges)
    return {
      changes: Object.fromEntries(byFile.map(([path, all]) => [uri(path), all.map(plain)])),
    };
  return {
    documentChanges: byFile.map(([path, all]) => ({
      textDocument: { uri: uri(path), version: sight.snapshot.open.get(path)?.version ?? null },
      edits: all.map(rich),
    })),
  };
}

/** Markdown with a link to the page that says more, or plain text for a client that knows no Markdown. */
export function markup(sight: Pick<Sight, "client" | "pages">, doc: Doc): MarkupContent {
  if (!sight.client.markdown) return { kind: "plaintext", value: doc.text.plain };
  const more = doc.page === undefined ? "" : `\n\n[Read more](${sight.pages}${doc.page})`;
  return { kind: "markdown", value: doc.text.markdown + more };
}

/**
 * Editors write the name of the symbol kind behind the name of the thing, as in "crm (method)". Of
 * the kinds that the protocol has, these are words that mean something outside a program too: none
 * of the constants, classes, structures and interfaces.
 */
const symbolKinds: Readonly<Record<Kind, SymbolKind>> = {
  strategy: SymbolKind.Package,
  objective: SymbolKind.Object,
  initiative: SymbolKind.Method,
  kpi: SymbolKind.Number,
  risk: SymbolKind.Event,
  milestone: SymbolKind.Key,
  team: SymbolKind.Module,
  role: SymbolKind.Function,
  stakeholder: SymbolKind.Function,
  skill: SymbolKind.Property,
  technology: SymbolKind.Field,
  review: SymbolKind.File,
  theme: SymbolKind.Package,
};

/** The icon of a kind in outlines. */
export function symbolKind(kind: Kind | undefined): SymbolKind {
  return kind === undefined ? SymbolKind.Variable : symbolKinds[kind];
}

/** An outline with what is nested in it. */
export function documentSymbol(
  tree: FileTree,
  item: OutlineItem,
  encoding: Encoding,
): DocumentSymbol {
  return {
    name: label(item.name),
    detail: label(item.detail),
    kind: symbolKind(item.kind),
    ...(item.cancelled ? { tags: [SymbolTag.Deprecated] } : {}),
    range: rangeOf(tree, item.whole, encoding),
    selectionRange: rangeOf(tree, item.span, encoding),
    children: item.children.map((child) => documentSymbol(tree, child, encoding)),
  };
}
