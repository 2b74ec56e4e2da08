// What features find at a place, in a file or everywhere → the answers of the protocol.
import {
  type DocumentFormattingParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type DocumentOnTypeFormattingParams,
  type DocumentRangeFormattingParams,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Hover,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  type ReferenceParams,
  type RenameParams,
  RequestType,
  ResponseError,
  type SelectionRange,
  type SelectionRangeParams,
  type SymbolInformation,
  SymbolTag,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
  type WorkspaceSymbolParams,
} from "vscode-languageserver";
import type { Refusal } from "../edits/refusal.ts";
import { cardAt } from "../features/card.ts";
import { definition, implementation, type Target } from "../features/definition.ts";
import { drawnAt } from "../features/drawn-where.ts";
import { type Fold, folds } from "../features/folding.ts";
import { formatting, formattingOnType } from "../features/formatting.ts";
import { hover } from "../features/hover.ts";
import { links } from "../features/links.ts";
import { highlights, references } from "../features/references.ts";
import { prepareRename, rename } from "../features/rename.ts";
import { selections } from "../features/selection.ts";
import { documentSymbols, workspaceSymbols } from "../features/symbols.ts";
import { universe } from "../model/universe.ts";
import { resolve } from "../project/project.ts";
import {
  type CardParams,
  type CardResult,
  cardRequest,
  type ProjectParams,
  type ProjectResult,
  projectRequest,
  type ShownParams,
  type ShownResult,
  shownRequest,
} from "../protocol.ts";
import { label, sentence } from "../words/visible.ts";
import {
  documentSymbol,
  location,
  markup,
  type Sight,
  symbolKind,
  textEdits,
  uriIn,
  workspaceEdit,
} from "./convert.ts";
import { type Position, positionOf, type Range, rangeOf } from "./positions.ts";
import { type AskedDocument, offsetsOf, queryOf } from "./question.ts";

type At = Pick<TextDocumentPositionParams, "position">;

export function hoverAt(asked: AskedDocument, { position }: At): Hover | null {
  const found = hover(queryOf(asked, position));
  if (found === undefined) return null;
  const range = rangeOf(asked.file.tree, found.span, asked.client.encoding);
  return { contents: markup(found, asked.client.hover, asked.pages), range };
}

export const cardType = new RequestType<CardParams, CardResult, void>(cardRequest);

/** The card of the declaration at a place, for a page that draws it. */
export function cardOf(asked: AskedDocument, { position }: CardParams): CardResult {
  return cardAt(queryOf(asked, position)) ?? null;
}

export const shownType = new RequestType<ShownParams, ShownResult, void>(shownRequest);

export function shownWhere(asked: AskedDocument, { position }: ShownParams): ShownResult {
  const found = drawnAt(queryOf(asked, position));
  if (found === undefined) return null;
  const { title, offset, view } = found;
  const name = positionOf(asked.file.tree, offset, asked.client.encoding);
  return { title, position: name, ...(view === undefined ? {} : { view }) };
}

export const projectType = new RequestType<ProjectParams, ProjectResult, void>(projectRequest);

export function projectAsked({ snapshot, model }: AskedDocument): ProjectResult {
  const { root, files, data } = model.project;
  const own = ["strategy.config.json", ...files.keys()].map((file) => resolve(root, file));
  const reads = [...own, ...data.keys()].map((path) => uriIn(snapshot, path));
  return { root: uriIn(snapshot, root), reads };
}

export function definitionsAt(asked: AskedDocument, { position }: At): LocationLink[] | Location[] {
  return targets(asked, definition(queryOf(asked, position)), asked.client.definitionLinks);
}

export function implementationsAt(
  asked: AskedDocument,
  { position }: At,
): LocationLink[] | Location[] {
  return targets(asked, implementation(queryOf(asked, position)), asked.client.implementationLinks);
}

export function referencesAt(
  asked: AskedDocument,
  { position, context }: ReferenceParams,
): Location[] {
  const found = references(queryOf(asked, position), context.includeDeclaration);
  return found.map((one) => location(asked, one));
}

export function highlightsAt(asked: AskedDocument, { position }: At): DocumentHighlight[] {
  return highlights(queryOf(asked, position)).map((one) => ({
    range: rangeOf(asked.file.tree, one, asked.client.encoding),
    kind: one.declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

export function renamableAt(
  asked: AskedDocument,
  { position }: At,
): { range: Range; placeholder: string } | null {
  const found = prepareRename(queryOf(asked, position));
  if (found === undefined) return null;
  if ("refused" in found) throw refusal(found);
  const range = rangeOf(asked.file.tree, found.span, asked.client.encoding);
  return { range, placeholder: found.name };
}

export function renameEdits(
  asked: AskedDocument,
  { position, newName }: RenameParams,
): WorkspaceEdit {
  const found = rename(queryOf(asked, position), newName);
  if ("refused" in found) throw refusal(found);
  return workspaceEdit(asked, found.edits);
}

export function symbolsIn(asked: AskedDocument): DocumentSymbol[] | SymbolInformation[] {
  const { tree } = asked.file;
  const items = documentSymbols(asked.model, asked.file).map((one) =>
    documentSymbol(tree, one, asked.client),
  );
  if (asked.client.nestedSymbols) return items;
  const uri = uriIn(asked.snapshot, resolve(asked.model.project.root, asked.file.path));
  const flat = (list: typeof items): typeof items =>
    list.flatMap((one) => [one, ...flat(one.children ?? [])]);
  return flat(items).map(({ name, kind, range }) => ({ name, kind, location: { uri, range } }));
}

export function symbolsLike(sight: Sight, { query }: WorkspaceSymbolParams): SymbolInformation[] {
  return workspaceSymbols(universe(sight.workspace), query).map((one) => ({
    name: label(one.title === "" ? one.name : `${one.name}  ${one.title}`),
    kind: symbolKind(one.kind, sight.client.workspaceSymbols),
    containerName: label(one.container),
    location: location(sight, one),
    ...(one.cancelled && sight.client.workspaceSymbols.deprecated
      ? { tags: [SymbolTag.Deprecated] }
      : {}),
  }));
}

/** The edits that format a file, or a range of it. */
export function formatEdits(
  asked: AskedDocument,
  params: DocumentFormattingParams | DocumentRangeFormattingParams,
): TextEdit[] | null {
  const span = "range" in params ? offsetsOf(asked, params.range) : undefined;
  return textEdits(asked.file.tree, formatting(asked.file, span), asked.client.encoding);
}

export function typedEdits(
  asked: AskedDocument,
  { position, ch }: DocumentOnTypeFormattingParams,
): TextEdit[] | null {
  const { offset } = queryOf(asked, position);
  const edits = formattingOnType(asked.file, offset, ch);
  return textEdits(asked.file.tree, edits, asked.client.encoding);
}

export function foldsIn(asked: AskedDocument): FoldingRange[] {
  return shownFolds(asked).map((fold) => {
    const { start, end } = rangeOf(asked.file.tree, fold, asked.client.encoding);
    // A block folds up to the line before its closing brace, which stays in sight.
    const last = fold.kind === "block" && fold.closes ? end.line - 1 : end.line;
    const kind =
      fold.kind === "comment"
        ? FoldingRangeKind.Comment
        : fold.kind === "imports"
          ? FoldingRangeKind.Imports
          : undefined;
    return {
      startLine: start.line,
      endLine: Math.max(last, start.line),
      ...(kind === undefined || !asked.client.foldKinds(kind) ? {} : { kind }),
    };
  });
}

export function selectionsAt(
  asked: AskedDocument,
  { positions }: SelectionRangeParams,
): SelectionRange[] {
  return positions.map((position) => selection(asked, position));
}

export function documentLinks(asked: AskedDocument): DocumentLink[] {
  return links(asked.model, asked.file).map((link) => ({
    range: rangeOf(asked.file.tree, link, asked.client.encoding),
    target: link.address ?? uriIn(asked.snapshot, link.path ?? ""),
    ...(asked.client.linkTips ? { tooltip: link.tip } : {}),
  }));
}

/** The folds that a client can show: where they are too many, those within others are left out first. */
function shownFolds({ client, file }: AskedDocument): readonly Fold[] {
  const all = folds(file);
  const most = client.mostFolds;
  if (all.length <= most) return all;
  const ends: number[] = [];
  const depthOf = new Map(
    all.map((one): [Fold, number] => {
      while ((ends.at(-1) ?? one.end) <= one.start) ends.pop();
      return [one, ends.push(one.end)];
    }),
  );
  const outward = [...all].sort((a, b) => (depthOf.get(a) ?? 0) - (depthOf.get(b) ?? 0));
  const kept = new Set(outward.slice(0, most));
  return all.filter((one) => kept.has(one));
}

function refusal({ refused }: Refusal): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, sentence(refused));
}

function targets(
  asked: AskedDocument,
  found: readonly Target[],
  links: boolean,
): LocationLink[] | Location[] {
  if (!links) return found.map((one) => location(asked, one));
  return found.map((one) => {
    const name = location(asked, one);
    return {
      targetUri: name.uri,
      targetRange: location(asked, one.whole).range,
      targetSelectionRange: name.range,
    };
  });
}

function selection(asked: AskedDocument, position: Position): SelectionRange {
  const spans = selections(queryOf(asked, position));
  const ranges = spans.map((span) => rangeOf(asked.file.tree, span, asked.client.encoding));
  const linked = ranges.reduceRight<SelectionRange | undefined>(
    (parent, range) => (parent === undefined ? { range } : { range, parent }),
    undefined,
  );
  return linked ?? { range: { start: position, end: position } };
}
