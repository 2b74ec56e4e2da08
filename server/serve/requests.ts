// The features of an editor: one row each, with what is announced of it and what answers its requests.
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  FoldingRangeRequest,
  HoverRequest,
  ImplementationRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  RequestType,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
  TypeHierarchyPrepareRequest,
  TypeHierarchySubtypesRequest,
  TypeHierarchySupertypesRequest,
  WillRenameFilesRequest,
  type WorkspaceEdit,
  WorkspaceSymbolRequest,
} from "vscode-languageserver";
import { formattingSigns } from "../features/formatting.ts";
import {
  type ChoicesParams,
  type ChoicesResult,
  choicesRequest,
  type DraftParams,
  type DraftResult,
  draftRequest,
} from "../protocol.ts";
import { actionCapability, actionsIn, choicesOf, withEdits } from "./act.ts";
import {
  definitionsAt,
  foldsIn,
  formatEdits,
  highlightsAt,
  hoverAt,
  implementationsAt,
  linksIn,
  referencesAt,
  renamableAt,
  renameEdits,
  selectionsAt,
  symbolsIn,
  symbolsLike,
  typedEdits,
} from "./answers.ts";
import {
  changedColours,
  colourCapability,
  coloursIn,
  coloursWithin,
  type Told,
} from "./colours.ts";
import { completionAt, draftFor, withDoc } from "./complete.ts";
import { callsFrom, callsTo, itemsAt, subtypesOf, supertypesOf } from "./hierarchies.ts";
import { movable, moveEdits } from "./moves.ts";
import { execute, hintsIn, lensesIn, readCommand } from "./overlays.ts";
import type { Range } from "./positions.ts";
import { type Feature, onDocument, onWorkspace } from "./row.ts";

const draftType = new RequestType<DraftParams, DraftResult, void>(draftRequest);
const choicesType = new RequestType<ChoicesParams<Range>, ChoicesResult<WorkspaceEdit>, void>(
  choicesRequest,
);

/** The features of one server; `told` remembers by document which colours the client has. */
export const featuresOf = (told: Map<string, Told>): readonly Feature[] => [
  {
    announces: ({ completion }) => ({
      completionProvider: {
        resolveProvider: true,
        triggerCharacters: [":", " ", ".", ",", '"', "/"],
        ...(completion.labelDetails ? { completionItem: { labelDetailsSupport: true } } : {}),
      },
    }),
    answers: [
      onDocument(CompletionRequest.type, null, completionAt),
      onWorkspace(CompletionResolveRequest.type, (item) => item, withDoc),
    ],
  },
  { announces: {}, answers: [onDocument(draftType, null, draftFor)] },
  { announces: { hoverProvider: true }, answers: [onDocument(HoverRequest.type, null, hoverAt)] },
  {
    announces: { definitionProvider: true },
    answers: [onDocument(DefinitionRequest.type, null, definitionsAt)],
  },
  {
    announces: { implementationProvider: true },
    answers: [onDocument(ImplementationRequest.type, null, implementationsAt)],
  },
  {
    announces: { referencesProvider: true },
    answers: [onDocument(ReferencesRequest.type, [], referencesAt)],
  },
  {
    announces: { documentHighlightProvider: true },
    answers: [onDocument(DocumentHighlightRequest.type, [], highlightsAt)],
  },
  {
    announces: (client) => ({
      renameProvider: client.prepareRename ? { prepareProvider: true } : true,
    }),
    answers: [
      onDocument(PrepareRenameRequest.type, null, renamableAt),
      onDocument(RenameRequest.type, null, renameEdits, { edits: true }),
    ],
  },
  {
    announces: (client) => ({
      documentSymbolProvider: client.outlineLabel ? { label: "Strategy" } : true,
    }),
    answers: [onDocument(DocumentSymbolRequest.type, [], symbolsIn)],
  },
  {
    announces: { workspaceSymbolProvider: true },
    answers: [onWorkspace(WorkspaceSymbolRequest.type, () => [], symbolsLike)],
  },
  {
    announces: { documentFormattingProvider: true },
    answers: [onDocument(DocumentFormattingRequest.type, null, formatEdits)],
  },
  {
    announces: { documentRangeFormattingProvider: true },
    answers: [onDocument(DocumentRangeFormattingRequest.type, null, formatEdits)],
  },
  {
    announces: {
      documentOnTypeFormattingProvider: {
        firstTriggerCharacter: formattingSigns[0],
        moreTriggerCharacter: formattingSigns.slice(1),
      },
    },
    answers: [onDocument(DocumentOnTypeFormattingRequest.type, null, typedEdits)],
  },
  {
    announces: { foldingRangeProvider: true },
    answers: [onDocument(FoldingRangeRequest.type, null, foldsIn)],
  },
  {
    announces: { selectionRangeProvider: true },
    answers: [onDocument(SelectionRangeRequest.type, null, selectionsAt)],
  },
  {
    announces: { documentLinkProvider: { resolveProvider: false } },
    answers: [onDocument(DocumentLinkRequest.type, null, linksIn)],
  },
  {
    announces: actionCapability,
    answers: [
      onDocument(CodeActionRequest.type, null, actionsIn, { edits: true }),
      onWorkspace(CodeActionResolveRequest.type, (action) => action, withEdits, { edits: true }),
      onDocument(choicesType, [], choicesOf, { edits: true }),
    ],
  },
  {
    announces: { inlayHintProvider: true },
    answers: [onDocument(InlayHintRequest.type, null, hintsIn)],
    refresh: {
      method: InlayHintRefreshRequest.method,
      isKnown: ({ inlayHint }) => inlayHint?.refreshSupport,
    },
  },
  {
    // All lenses are complete, so none is asked about again.
    announces: ({ previewCommand }) => ({
      codeLensProvider: { resolveProvider: false },
      ...(previewCommand === undefined
        ? { executeCommandProvider: { commands: [readCommand] } }
        : {}),
    }),
    answers: [
      onDocument(CodeLensRequest.type, null, lensesIn),
      onWorkspace(ExecuteCommandRequest.type, () => null, execute),
    ],
    refresh: {
      method: CodeLensRefreshRequest.method,
      isKnown: ({ codeLens }) => codeLens?.refreshSupport,
    },
  },
  {
    announces: { typeHierarchyProvider: true },
    answers: [
      onDocument(TypeHierarchyPrepareRequest.type, null, itemsAt("support")),
      onWorkspace(TypeHierarchySupertypesRequest.type, () => null, supertypesOf),
      onWorkspace(TypeHierarchySubtypesRequest.type, () => null, subtypesOf),
    ],
  },
  {
    announces: { callHierarchyProvider: true },
    answers: [
      onDocument(CallHierarchyPrepareRequest.type, null, itemsAt("depend")),
      onWorkspace(CallHierarchyIncomingCallsRequest.type, () => null, callsTo),
      onWorkspace(CallHierarchyOutgoingCallsRequest.type, () => null, callsFrom),
    ],
  },
  {
    announces: ({ willRename }) =>
      willRename ? { workspace: { fileOperations: { willRename: { filters: movable } } } } : {},
    answers: [onWorkspace(WillRenameFilesRequest.type, () => null, moveEdits, { edits: true })],
  },
  {
    announces: colourCapability,
    answers: [
      onDocument(SemanticTokensRequest.type, { data: [] }, coloursIn(told)),
      onDocument(SemanticTokensDeltaRequest.type, { data: [] }, changedColours(told)),
      onDocument(SemanticTokensRangeRequest.type, { data: [] }, coloursWithin),
    ],
    refresh: {
      method: SemanticTokensRefreshRequest.method,
      isKnown: ({ semanticTokens }) => semanticTokens?.refreshSupport,
    },
  },
];
