// The features of an editor: one row each, with what is announced of it and what answers its requests.
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DiagnosticRefreshRequest,
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
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
  TypeHierarchyPrepareRequest,
  TypeHierarchySubtypesRequest,
  TypeHierarchySupertypesRequest,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver";
import { tokenModifiers, tokenTypes } from "../features/feature.ts";
import { fixAllKind, readCommand } from "./announced.ts";
import type { ToldColours } from "./colours.ts";
import { type Feature, onDocument, onWorkspace } from "./row.ts";
import type * as work from "./work.ts";

/** What the server wants to be asked about before it is renamed. */
const movable = [
  { pattern: { glob: "**/*.{strategy,csv}", matches: "file" as const } },
  { pattern: { glob: "**/*", matches: "folder" as const } },
];

/** Nothing that answers is imported here: a client is told what there is before that is loaded. */
export const features: readonly Feature<typeof work>[] = [
  {
    announces: ({ diagnostics }) =>
      diagnostics.pull
        ? {
            diagnosticProvider: {
              identifier: "strategy",
              interFileDependencies: true,
              workspaceDiagnostics: true,
            },
          }
        : {},
    answers: ({ answerPulls }) => [answerPulls],
    refresh: {
      method: DiagnosticRefreshRequest.method,
      isKnown: ({ diagnostics }) => diagnostics?.refreshSupport,
    },
  },
  {
    announces: ({ completion }) => ({
      completionProvider: {
        resolveProvider: true,
        triggerCharacters: [":", " ", ".", ",", '"', "/"],
        ...(completion.labelDetails ? { completionItem: { labelDetailsSupport: true } } : {}),
      },
    }),
    answers: ({ completionAt, withDoc }) => [
      onDocument(CompletionRequest.type, null, completionAt),
      onWorkspace(CompletionResolveRequest.type, (item) => item, withDoc),
    ],
  },
  {
    announces: {},
    answers: ({ templatesToday, templatesType }) => [
      onWorkspace(templatesType, () => [], templatesToday),
    ],
  },
  {
    announces: {},
    answers: ({ strategyFromTable, tableType, unreadTable }) => [
      onWorkspace(tableType, unreadTable, strategyFromTable),
    ],
  },
  { announces: {}, answers: ({ draftFor, draftType }) => [onDocument(draftType, null, draftFor)] },
  {
    announces: { hoverProvider: true },
    answers: ({ hoverAt }) => [onDocument(HoverRequest.type, null, hoverAt)],
  },
  { announces: {}, answers: ({ cardOf, cardType }) => [onDocument(cardType, null, cardOf)] },
  {
    announces: {},
    answers: ({ shownType, shownWhere }) => [onDocument(shownType, null, shownWhere)],
  },
  {
    announces: {},
    answers: ({ projectAsked, projectType }) => [onDocument(projectType, null, projectAsked)],
  },
  {
    announces: {},
    answers: ({ standingOf, summaryType }) => [onDocument(summaryType, null, standingOf)],
  },
  {
    announces: {},
    answers: ({ exampleEdits, exampleType, unwritten }) => [
      onDocument(exampleType, unwritten, exampleEdits, { edits: true }),
    ],
  },
  {
    announces: {},
    answers: ({ editType, gestureEdits, unanswered }) => [
      onDocument(editType, unanswered, gestureEdits, { edits: true }),
    ],
  },
  {
    announces: { definitionProvider: true },
    answers: ({ definitionsAt }) => [onDocument(DefinitionRequest.type, null, definitionsAt)],
  },
  {
    announces: { implementationProvider: true },
    answers: ({ implementationsAt }) => [
      onDocument(ImplementationRequest.type, null, implementationsAt),
    ],
  },
  {
    announces: { referencesProvider: true },
    answers: ({ referencesAt }) => [onDocument(ReferencesRequest.type, [], referencesAt)],
  },
  {
    announces: { documentHighlightProvider: true },
    answers: ({ highlightsAt }) => [onDocument(DocumentHighlightRequest.type, [], highlightsAt)],
  },
  {
    announces: (client) => ({
      renameProvider: client.prepareRename ? { prepareProvider: true } : true,
    }),
    answers: ({ renamableAt, renameEdits }) => [
      onDocument(PrepareRenameRequest.type, null, renamableAt),
      onDocument(RenameRequest.type, null, renameEdits, { edits: true }),
    ],
  },
  {
    announces: (client) => ({
      documentSymbolProvider: client.outlineLabel ? { label: "Strategy" } : true,
    }),
    answers: ({ symbolsIn }) => [onDocument(DocumentSymbolRequest.type, [], symbolsIn)],
  },
  {
    announces: { workspaceSymbolProvider: true },
    answers: ({ symbolsLike }) => [onWorkspace(WorkspaceSymbolRequest.type, () => [], symbolsLike)],
  },
  {
    announces: { documentFormattingProvider: true },
    answers: ({ formatEdits }) => [onDocument(DocumentFormattingRequest.type, null, formatEdits)],
  },
  {
    announces: { documentRangeFormattingProvider: true },
    answers: ({ formatEdits }) => [
      onDocument(DocumentRangeFormattingRequest.type, null, formatEdits),
    ],
  },
  {
    announces: {
      documentOnTypeFormattingProvider: {
        firstTriggerCharacter: "}",
        moreTriggerCharacter: ["\n"],
      },
    },
    answers: ({ typedEdits }) => [
      onDocument(DocumentOnTypeFormattingRequest.type, null, typedEdits),
    ],
  },
  {
    announces: { foldingRangeProvider: true },
    answers: ({ foldsIn }) => [onDocument(FoldingRangeRequest.type, null, foldsIn)],
  },
  {
    announces: { selectionRangeProvider: true },
    answers: ({ selectionsAt }) => [onDocument(SelectionRangeRequest.type, null, selectionsAt)],
  },
  {
    announces: { documentLinkProvider: { resolveProvider: false } },
    answers: ({ documentLinks }) => [onDocument(DocumentLinkRequest.type, null, documentLinks)],
  },
  {
    announces: ({ actions, lazyEdits }) =>
      actions
        ? {
            codeActionProvider: {
              codeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
              resolveProvider: lazyEdits,
            },
          }
        : {},
    answers: ({ actionsIn, withEdits, fixesToChoose, choicesType }) => [
      onDocument(CodeActionRequest.type, null, actionsIn, { edits: true }),
      onWorkspace(CodeActionResolveRequest.type, (action) => action, withEdits, { edits: true }),
      onDocument(choicesType, [], fixesToChoose, { edits: true }),
    ],
  },
  {
    announces: { inlayHintProvider: true },
    answers: ({ hintsIn }) => [
      onDocument(InlayHintRequest.type, null, hintsIn, { settings: true }),
    ],
    refresh: {
      method: InlayHintRefreshRequest.method,
      isKnown: ({ inlayHint }) => inlayHint?.refreshSupport,
      onSettings: true,
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
    answers: ({ lensesIn, execute }) => [
      onDocument(CodeLensRequest.type, null, lensesIn, { settings: true }),
      onWorkspace(ExecuteCommandRequest.type, () => null, execute),
    ],
    refresh: {
      method: CodeLensRefreshRequest.method,
      isKnown: ({ codeLens }) => codeLens?.refreshSupport,
      onSettings: true,
    },
  },
  {
    announces: { typeHierarchyProvider: true },
    answers: ({ itemsAt, supertypesOf, subtypesOf }) => [
      onDocument(TypeHierarchyPrepareRequest.type, null, itemsAt("support")),
      onWorkspace(TypeHierarchySupertypesRequest.type, () => null, supertypesOf),
      onWorkspace(TypeHierarchySubtypesRequest.type, () => null, subtypesOf),
    ],
  },
  {
    announces: { callHierarchyProvider: true },
    answers: ({ itemsAt, callsTo, callsFrom }) => [
      onDocument(CallHierarchyPrepareRequest.type, null, itemsAt("depend")),
      onWorkspace(CallHierarchyIncomingCallsRequest.type, () => null, callsTo),
      onWorkspace(CallHierarchyOutgoingCallsRequest.type, () => null, callsFrom),
    ],
  },
  {
    announces: ({ willRename }) =>
      willRename ? { workspace: { fileOperations: { willRename: { filters: movable } } } } : {},
    answers: ({ moveEdits }) => [
      onWorkspace(WillRenameFilesRequest.type, () => null, moveEdits, { edits: true }),
    ],
  },
  {
    announces: ({ colours }) =>
      colours === undefined
        ? {}
        : {
            semanticTokensProvider: {
              legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
              ...(colours.full ? { full: colours.delta ? { delta: true } : true } : {}),
              ...(colours.range ? { range: true } : {}),
            },
          },
    answers: ({ coloursIn, changedColours, coloursWithin }) => {
      /** Which colours the client has, by document. */
      const told = new Map<string, ToldColours>();
      return [
        onDocument(SemanticTokensRequest.type, { data: [] }, coloursIn(told)),
        onDocument(SemanticTokensDeltaRequest.type, { data: [] }, changedColours(told)),
        onDocument(SemanticTokensRangeRequest.type, { data: [] }, coloursWithin),
      ];
    },
    refresh: {
      method: SemanticTokensRefreshRequest.method,
      isKnown: ({ semanticTokens }) => semanticTokens?.refreshSupport,
    },
  },
];
