// The requests of an editor → the features that answer them: one row each.
import {
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeKind,
  FoldingRangeRequest,
  HoverRequest,
  ImplementationRequest,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  RequestType,
  ResponseError,
  type SelectionRange,
  SelectionRangeRequest,
  SymbolTag,
  WorkspaceSymbolRequest,
} from "vscode-languageserver";
import { kindOf } from "../../grammar/vocabulary.ts";
import { beginning, explainSuggestion } from "../features/completion.ts";
import { definition, implementation, type Target } from "../features/definition.ts";
import { type Fold, folds } from "../features/folding.ts";
import { formatting, formattingOnType, formattingSigns } from "../features/formatting.ts";
import { hover } from "../features/hover.ts";
import { links } from "../features/links.ts";
import { highlights, references } from "../features/references.ts";
import { prepareRename, type Refusal, rename } from "../features/rename.ts";
import { selections } from "../features/selection.ts";
import { documentSymbols, workspaceSymbols } from "../features/symbols.ts";
import { universe } from "../model/universe.ts";
import { resolve } from "../project/project.ts";
import { type DraftParams, type DraftResult, draftRequest } from "../protocol.ts";
import { label, sentence } from "../words/visible.ts";
import { completionList, keyOfItem } from "./complete.ts";
import {
  documentSymbol,
  location,
  markup,
  symbolKind,
  textEdits,
  uriIn,
  workspaceEdit,
} from "./convert.ts";
import { type Position, rangeOf } from "./positions.ts";
import { type Asked, onDocument, onWorkspace, queryOf, type Row, spanOf } from "./row.ts";

const draftType = new RequestType<DraftParams, DraftResult, void>(draftRequest);

export const requests: readonly Row[] = [
  onDocument(
    ({ completion }) => ({
      completionProvider: {
        resolveProvider: true,
        triggerCharacters: [":", " ", ".", ",", '"', "/"],
        ...(completion.labelDetails ? { completionItem: { labelDetailsSupport: true } } : {}),
      },
    }),
    CompletionRequest.type,
    null,
    (asked, { position, context }) =>
      completionList(asked, queryOf(asked, position), context?.triggerCharacter),
  ),
  onWorkspace(
    {},
    CompletionResolveRequest.type,
    (item) => item,
    (sight, item) => {
      const key = keyOfItem(item);
      const doc = key && explainSuggestion(universe(sight.workspace), key);
      const { documentation, laterDocumentation } = sight.client.completion;
      if (doc === undefined || !laterDocumentation) return item;
      return { ...item, documentation: markup(doc, documentation, sight.pages) };
    },
  ),
  onDocument({}, draftType, null, (asked, { kind }) => {
    const entry = kindOf(kind);
    const snippet = entry && beginning(asked.model, asked.file, entry);
    return snippet === undefined ? null : { snippet };
  }),
  onDocument({ hoverProvider: true }, HoverRequest.type, null, (asked, { position }) => {
    const found = hover(queryOf(asked, position));
    if (found === undefined) return null;
    const range = rangeOf(asked.file.tree, found.span, asked.client.encoding);
    return { contents: markup(found, asked.client.hover, asked.pages), range };
  }),
  onDocument({ definitionProvider: true }, DefinitionRequest.type, null, (asked, { position }) =>
    targets(asked, definition(queryOf(asked, position)), asked.client.definitionLinks),
  ),
  onDocument(
    { implementationProvider: true },
    ImplementationRequest.type,
    null,
    (asked, { position }) =>
      targets(asked, implementation(queryOf(asked, position)), asked.client.implementationLinks),
  ),
  onDocument(
    { referencesProvider: true },
    ReferencesRequest.type,
    [],
    (asked, { position, context }) =>
      references(queryOf(asked, position), context.includeDeclaration).map((one) =>
        location(asked, one),
      ),
  ),
  onDocument(
    { documentHighlightProvider: true },
    DocumentHighlightRequest.type,
    [],
    (asked, { position }) =>
      highlights(queryOf(asked, position)).map((one) => ({
        range: rangeOf(asked.file.tree, one, asked.client.encoding),
        kind: one.declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })),
  ),
  onDocument(
    (client) => ({ renameProvider: client.prepareRename ? { prepareProvider: true } : true }),
    PrepareRenameRequest.type,
    null,
    (asked, { position }) => {
      const found = prepareRename(queryOf(asked, position));
      if (found === undefined) return null;
      if ("refused" in found) throw refusal(found);
      const range = rangeOf(asked.file.tree, found.span, asked.client.encoding);
      return { range, placeholder: found.name };
    },
  ),
  onDocument({}, RenameRequest.type, null, (asked, { position, newName }) => {
    const found = rename(queryOf(asked, position), newName);
    if ("refused" in found) throw refusal(found);
    return workspaceEdit(asked, found.edits);
  }),
  onDocument(
    (client) => ({ documentSymbolProvider: client.outlineLabel ? { label: "Strategy" } : true }),
    DocumentSymbolRequest.type,
    [],
    (asked) => {
      const { tree } = asked.file;
      const items = documentSymbols(asked.model, asked.file).map((one) =>
        documentSymbol(tree, one, asked.client),
      );
      if (asked.client.nestedSymbols) return items;
      const uri = uriIn(asked.snapshot, resolve(asked.model.project.root, asked.file.path));
      const flat = (list: typeof items): typeof items =>
        list.flatMap((one) => [one, ...flat(one.children ?? [])]);
      return flat(items).map(({ name, kind, range }) => ({ name, kind, location: { uri, range } }));
    },
  ),
  onWorkspace(
    { workspaceSymbolProvider: true },
    WorkspaceSymbolRequest.type,
    () => [],
    (sight, { query }) =>
      workspaceSymbols(universe(sight.workspace), query).map((one) => ({
        name: label(one.title === "" ? one.name : `${one.name}  ${one.title}`),
        kind: symbolKind(one.kind, sight.client.workspaceSymbols),
        containerName: label(one.container),
        location: location(sight, one),
        ...(one.cancelled && sight.client.workspaceSymbols.deprecated
          ? { tags: [SymbolTag.Deprecated] }
          : {}),
      })),
  ),
  onDocument({ documentFormattingProvider: true }, DocumentFormattingRequest.type, null, (asked) =>
    textEdits(asked.file.tree, formatting(asked.file), asked.client.encoding),
  ),
  onDocument(
    { documentRangeFormattingProvider: true },
    DocumentRangeFormattingRequest.type,
    null,
    (asked, { range }) =>
      textEdits(
        asked.file.tree,
        formatting(asked.file, spanOf(asked, range)),
        asked.client.encoding,
      ),
  ),
  onDocument(
    {
      documentOnTypeFormattingProvider: {
        firstTriggerCharacter: formattingSigns[0],
        moreTriggerCharacter: formattingSigns.slice(1),
      },
    },
    DocumentOnTypeFormattingRequest.type,
    null,
    (asked, { position, ch }) => {
      const { offset } = queryOf(asked, position);
      const edits = formattingOnType(asked.file, offset, ch);
      return textEdits(asked.file.tree, edits, asked.client.encoding);
    },
  ),
  onDocument({ foldingRangeProvider: true }, FoldingRangeRequest.type, null, (asked) =>
    shownFolds(asked).map((fold) => {
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
    }),
  ),
  onDocument(
    { selectionRangeProvider: true },
    SelectionRangeRequest.type,
    null,
    (asked, { positions }) => positions.map((position) => selection(asked, position)),
  ),
  onDocument(
    { documentLinkProvider: { resolveProvider: false } },
    DocumentLinkRequest.type,
    null,
    (asked) =>
      links(asked.model, asked.file).map((link) => ({
        range: rangeOf(asked.file.tree, link, asked.client.encoding),
        target: link.address ?? uriIn(asked.snapshot, link.path ?? ""),
        ...(asked.client.linkTips ? { tooltip: link.tip } : {}),
      })),
  ),
];

/** The folds that a client can show: where they are too many, those within others are left out first. */
function shownFolds({ client, file }: Asked): readonly Fold[] {
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
  asked: Asked,
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

function selection(asked: Asked, position: Position): SelectionRange {
  const spans = selections(queryOf(asked, position));
  const ranges = spans.map((span) => rangeOf(asked.file.tree, span, asked.client.encoding));
  const linked = ranges.reduceRight<SelectionRange | undefined>(
    (parent, range) => (parent === undefined ? { range } : { range, parent }),
    undefined,
  );
  return linked ?? { range: { start: position, end: position } };
}
