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
import type { Diagnostic, Location, Whereabouts } from "../diagnosis/diagnostic.ts";
import { pageOf } from "../diagnosis/pages.ts";
import type { TextChange } from "../features/feature.ts";
import type { OutlineItem } from "../features/symbols.ts";
import type { Severity } from "../finding.ts";
import { resolve, type Workspace } from "../project/project.ts";
import { label } from "../words/visible.ts";
import type { Abilities, Format, SymbolAbilities } from "./abilities.ts";
import { type Encoding, type Range, rangeOf, rangeOn } from "./positions.ts";
import type { Snapshot } from "./snapshot.ts";
import { uriOf } from "./uris.ts";

export type { Abilities } from "./abilities.ts";

/** One snapshot, seen by one client. */
export interface Sight {
  readonly snapshot: Snapshot;
  /** The workspace that the document at hand belongs to. */
  readonly workspace: Workspace;
  readonly client: Abilities;
  /** Where the pages of the documentation are, with a slash at its end; undefined where there are none. */
  readonly pages: string | undefined;
}

/** The address of a path, as the editor itself wrote it where it has the document open. */
export function uriIn(snapshot: Snapshot, path: string): string {
  return snapshot.open.get(path)?.uri ?? uriOf(path);
}

/** The snapshot for who calls a file by this address: others may write it with other escapes. */
export function addressedAs(snapshot: Snapshot, path: string, uri: string): Snapshot {
  const document = snapshot.open.get(path);
  if (document === undefined || document.uri === uri) return snapshot;
  return { ...snapshot, open: new Map(snapshot.open).set(path, { ...document, uri }) };
}

const nothing: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A place in a file of the workspace. */
export function location(
  sight: Sight,
  place: Location,
  range = rangeAt(sight, place),
): LspLocation {
  return { uri: uriIn(sight.snapshot, resolve(place.root, place.path)), range };
}

/** Where in its file a place lies. */
function rangeAt({ workspace, client }: Sight, place: Location): Range {
  const tree = workspace.projects.get(place.root)?.files.get(place.path)?.tree;
  return tree === undefined ? nothing : rangeOf(tree, place, client.encoding);
}

/** Where in its file a place lies that is told of. */
function rangeThere(sight: Sight, place: Whereabouts): Range {
  const { line, at } = place;
  return (line && rangeOn(line, at, sight.client.encoding)) ?? rangeAt(sight, place);
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const faded: ReadonlySet<string> = new Set(["unused-declaration", "unused-suppression"]);

/** A code with the page that says what it means, where there are pages and the client can show one. */
export function coded(
  { client, pages }: Pick<Sight, "client" | "pages">,
  code: string,
): Pick<LspDiagnostic, "code" | "codeDescription"> {
  const isShown = pages !== undefined && client.diagnostics.pages;
  return isShown ? { code, codeDescription: descriptionOf(pages + pageOf(code)) } : { code };
}

const descriptions = new Map<string, CodeDescription>();

/** The same object for the same page: thousands of findings have it. */
function descriptionOf(href: string): CodeDescription {
  const known = descriptions.get(href) ?? { href };
  descriptions.set(href, known);
  return known;
}

/** A diagnostic with the page that says why it matters, where the client can come by it. */
export function diagnosticOf(sight: Sight, one: Diagnostic): LspDiagnostic {
  const { shown } = one;
  const range = rangeThere(sight, one);
  const can = sight.client.diagnostics;
  return {
    range,
    severity: severities[one.severity],
    ...coded(sight, one.code),
    source: "strategy",
    message: one.message,
    ...(can.faded && faded.has(one.code) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(can.related && shown.length > 0
      ? {
          relatedInformation: shown.map((place) => ({
            location: location(sight, place, rangeThere(sight, place)),
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
    range: rangeAt(sight, edit),
    newText: edit.text,
  });
  const rich = (edit: TextChange): TextEdit | SnippetTextEdit => {
    const { snippet } = edit;
    if (snippet === undefined || !sight.client.snippetEdits) return plain(edit);
    const range = rangeAt(sight, edit);
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

/** Markdown with a link to the page that says more, or plain text for a client that wants no Markdown. */
export function markup(
  doc: Doc,
  format: Format,
  pages: string | undefined,
): MarkupContent | string {
  if (format === "markdown") {
    const isThere = doc.page !== undefined && pages !== undefined;
    const more = isThere ? `\n\n[Read more](${pages}${doc.page})` : "";
    return { kind: format, value: doc.text.markdown + more };
  }
  return format === "plaintext" ? { kind: format, value: doc.text.plain } : doc.text.plain;
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

/** What stands for those that old clients do not know. */
const likeness: ReadonlyMap<SymbolKind, SymbolKind> = new Map([
  [SymbolKind.Object, SymbolKind.Module],
  [SymbolKind.Event, SymbolKind.Property],
  [SymbolKind.Key, SymbolKind.Field],
]);

/** The icon of a kind in outlines, as far as a client knows it. */
export function symbolKind(kind: Kind | undefined, { kinds }: SymbolAbilities): SymbolKind {
  const own = kind === undefined ? SymbolKind.Variable : symbolKinds[kind];
  const like = likeness.get(own) ?? SymbolKind.Variable;
  // All clients know a file.
  return [own, like, SymbolKind.Variable].find(kinds) ?? SymbolKind.File;
}

/** An outline with what is nested in it. */
export function documentSymbol(
  tree: FileTree,
  item: OutlineItem,
  client: Abilities,
): DocumentSymbol {
  const { encoding, documentSymbols } = client;
  return {
    name: label(item.name),
    detail: label(item.detail),
    kind: symbolKind(item.kind, documentSymbols),
    ...(item.cancelled && documentSymbols.deprecated ? { tags: [SymbolTag.Deprecated] } : {}),
    range: rangeOf(tree, item.whole, encoding),
    selectionRange: rangeOf(tree, item.span, encoding),
    children: item.children.map((child) => documentSymbol(tree, child, client)),
  };
}
