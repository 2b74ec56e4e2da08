// What a client says at its start → what answers to it may hold.
import { type InitializeParams, MarkupKind, PositionEncodingKind } from "vscode-languageserver";
import type { Abilities } from "./convert.ts";
import type { Encoding } from "./positions.ts";
import { folderPathOf } from "./uris.ts";

/** What a client can do, with careful guesses where it says nothing. */
export function abilitiesOf(params: InitializeParams): Abilities {
  const { textDocument, workspace } = params.capabilities;
  const item = textDocument?.completion?.completionItem;
  const options: unknown = params.initializationOptions;
  return {
    encoding: encodingOf(params),
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    locationLinks: textDocument?.definition?.linkSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    related: textDocument?.publishDiagnostics?.relatedInformation === true || canPull(params),
    lazyEdits: textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true,
    suggestCommand:
      textOption(options, "suggestCommand") ??
      (isCode(params) ? "editor.action.triggerSuggest" : undefined),
    previewCommand:
      textOption(options, "previewCommand") ??
      (isCode(params) ? "strategy.openPreview" : undefined),
    chooseCommand:
      textOption(options, "chooseCommand") ?? (isCode(params) ? "strategy.chooseFix" : undefined),
    pages: textOption(options, "pages"),
  };
}

/** UTF-16 where the client can, since that is how texts lie in memory; else UTF-8 if it offers that. */
function encodingOf({ capabilities }: InitializeParams): Encoding {
  const offered = capabilities.general?.positionEncodings;
  if (offered === undefined || offered.includes(PositionEncodingKind.UTF16)) return "utf-16";
  return offered.includes(PositionEncodingKind.UTF8) ? "utf-8" : "utf-16";
}

/** Whether the client asks for diagnostics by itself. */
export function canPull({ capabilities }: InitializeParams): boolean {
  return capabilities.textDocument?.diagnostic !== undefined;
}

/** The folders that the client has open, as paths. */
export function foldersOf(params: InitializeParams): readonly string[] {
  const folders = params.workspaceFolders?.map((one) => one.uri);
  const single = params.rootUri ?? undefined;
  return (folders ?? (single === undefined ? [] : [single])).map(folderPathOf);
}

/** Whether the client is VS Code or an editor made of it, whose commands are known. */
function isCode({ clientInfo }: InitializeParams): boolean {
  const names = /visual studio code|code - oss|vscodium|cursor|windsurf|code-server/i;
  return names.test(clientInfo?.name ?? "");
}

function textOption(options: unknown, name: string): string | undefined {
  if (typeof options !== "object" || options === null) return undefined;
  const value: unknown = Object.entries(options).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : undefined;
}
