// Nothing → the abilities of a client that knows all that the server can send.
import type { ClientCapabilities } from "vscode-languageserver/node";

/** A client that knows all that the server can send. */
export const full: ClientCapabilities = {
  general: { positionEncodings: ["utf-16"] },
  workspace: {
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    symbol: {
      symbolKind: { valueSet: [1, 2, 4, 6, 7, 8, 12, 13, 16, 19, 20, 24] },
      tagSupport: { valueSet: [1] },
    },
    workspaceFolders: true,
    fileOperations: { willRename: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ["markdown", "plaintext"],
        insertTextModeSupport: { valueSet: [1, 2] },
        resolveSupport: { properties: ["documentation"] },
      },
      completionItemKind: { valueSet: [10, 11, 12, 14, 15, 17, 18, 20, 21, 24] },
    },
    hover: { contentFormat: ["markdown", "plaintext"] },
    definition: { linkSupport: true },
    implementation: { linkSupport: true },
    documentSymbol: {
      hierarchicalDocumentSymbolSupport: true,
      symbolKind: { valueSet: [1, 2, 4, 6, 7, 8, 12, 13, 16, 19, 20, 24] },
      tagSupport: { valueSet: [1] },
      labelSupport: true,
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "source"] } },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    documentLink: { tooltipSupport: true },
    rename: { prepareSupport: true },
    foldingRange: { foldingRangeKind: { valueSet: ["comment", "imports"] } },
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [
        ..."keyword class property enumMember variable namespace number type".split(" "),
        ..."operator string comment decorator".split(" "),
      ],
      tokenModifiers: ["declaration"],
      formats: ["relative"],
    },
    publishDiagnostics: {
      relatedInformation: true,
      tagSupport: { valueSet: [1] },
      codeDescriptionSupport: true,
      versionSupport: true,
    },
    diagnostic: {
      relatedInformation: true,
      tagSupport: { valueSet: [1] },
      codeDescriptionSupport: true,
    },
  },
  window: { workDoneProgress: true },
};
