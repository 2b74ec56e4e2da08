// What a client says at its start → what answers to it may hold.
import {
  type ClientCapabilities,
  CompletionItemKind,
  DiagnosticTag,
  type InitializeParams,
  type InsertTextMode,
  MarkupKind,
  PositionEncodingKind,
  SymbolKind,
  SymbolTag,
} from "vscode-languageserver";
import { URI } from "vscode-uri";
import type { Encoding } from "./positions.ts";
import { folderPathOf } from "./uris.ts";

/** How a client wants to read what is more than a word: as plain text in no wrapping if it says nothing. */
export type Format = "markdown" | "plaintext" | "text";

/** What a client can do, as far as answers depend on it. What it does not announce it does not get. */
export interface Abilities {
  readonly encoding: Encoding;
  /** It said how it counts characters, so it wants to hear which way was chosen. */
  readonly asksEncoding: boolean;
  readonly hover: Format;
  readonly completion: CompletionAbilities;
  readonly definitionLinks: boolean;
  readonly implementationLinks: boolean;
  readonly linkTips: boolean;
  readonly documentChanges: boolean;
  /** A change of a workspace may hold tab stops. */
  readonly snippetEdits: boolean;
  readonly nestedSymbols: boolean;
  readonly outlineLabel: boolean;
  readonly documentSymbols: SymbolAbilities;
  readonly workspaceSymbols: SymbolAbilities;
  readonly diagnostics: DiagnosticAbilities;
  /** Actions are more than commands. */
  readonly actions: boolean;
  readonly preferredActions: boolean;
  readonly lazyEdits: boolean;
  readonly prepareRename: boolean;
  /** The kinds of folds that it knows, and how many folds it can show. */
  readonly foldKinds: Known<string>;
  readonly mostFolds: number;
  readonly colours: ColourAbilities | undefined;
  readonly workspaceFolders: boolean;
  readonly willRename: boolean;
  /** A command of the editor that opens completion again. */
  readonly suggestCommand: string | undefined;
  /** A command of the editor that opens the roadmap, at the place that it is given. */
  readonly previewCommand: string | undefined;
  /** A command of the editor that lets one of several fixes be chosen. */
  readonly chooseCommand: string | undefined;
  /** Where the editor itself has the pages of the documentation. */
  readonly pages: string | undefined;
}

/** Whether a client knows something. */
type Known<Thing> = (thing: Thing) => boolean;

export interface CompletionAbilities {
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly labelDetails: boolean;
  readonly documentation: Format;
  /** It asks for the documentation of an item when it shows it. */
  readonly laterDocumentation: boolean;
  readonly kinds: Known<CompletionItemKind>;
  readonly insertTextModes: Known<InsertTextMode>;
}

export interface SymbolAbilities {
  readonly kinds: Known<SymbolKind>;
  /** It can strike out what was given up. */
  readonly deprecated: boolean;
}

export interface DiagnosticAbilities {
  /** It asks for diagnostics by itself. */
  readonly pull: boolean;
  readonly related: boolean;
  readonly pages: boolean;
  readonly faded: boolean;
  /** Diagnostics that are pushed may name the version that they are of. */
  readonly versions: boolean;
}

export interface ColourAbilities {
  readonly types: Known<string>;
  readonly modifiers: Known<string>;
  readonly full: boolean;
  readonly delta: boolean;
  readonly range: boolean;
}

/** What a client can do. */
export function abilitiesOf(params: InitializeParams): Abilities {
  const { textDocument, workspace, general } = params.capabilities;
  const options: unknown = params.initializationOptions;
  const commandOf = (name: string, ofCode: string) =>
    textOption(options, name) ?? (isCode(params) ? ofCode : undefined);
  const action = textDocument?.codeAction;
  const symbols = textDocument?.documentSymbol;
  return {
    encoding: encodingOf(params),
    asksEncoding: isList(general?.positionEncodings),
    hover: formatOf(textDocument?.hover?.contentFormat),
    completion: completionOf(textDocument?.completion),
    definitionLinks: textDocument?.definition?.linkSupport === true,
    implementationLinks: textDocument?.implementation?.linkSupport === true,
    linkTips: textDocument?.documentLink?.tooltipSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    nestedSymbols: symbols?.hierarchicalDocumentSymbolSupport === true,
    outlineLabel: symbols?.labelSupport === true,
    documentSymbols: symbolsOf(symbols),
    workspaceSymbols: symbolsOf(workspace?.symbol),
    diagnostics: diagnosticsOf(textDocument),
    actions: (action?.codeActionLiteralSupport ?? undefined) !== undefined,
    preferredActions: action?.isPreferredSupport === true,
    lazyEdits:
      action?.dataSupport === true && listed(action.resolveSupport?.properties).includes("edit"),
    prepareRename: textDocument?.rename?.prepareSupport === true,
    foldKinds: knownOf(textDocument?.foldingRange?.foldingRangeKind?.valueSet, () => true),
    mostFolds: numberOf(textDocument?.foldingRange?.rangeLimit) ?? Number.POSITIVE_INFINITY,
    colours: coloursOf(textDocument?.semanticTokens),
    workspaceFolders: workspace?.workspaceFolders === true,
    willRename: workspace?.fileOperations?.willRename === true,
    suggestCommand: commandOf("suggestCommand", "editor.action.triggerSuggest"),
    previewCommand: commandOf("previewCommand", "strategy.showInRoadmap"),
    chooseCommand: commandOf("chooseCommand", "strategy.chooseFix"),
    pages: textOption(options, "pages"),
  };
}

type OfDocuments = NonNullable<ClientCapabilities["textDocument"]>;

function completionOf(completion: OfDocuments["completion"]): CompletionAbilities {
  const item = completion?.completionItem;
  const later = item?.resolveSupport?.properties;
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    documentation: formatOf(item?.documentationFormat),
    // Before clients could say what they ask for later, it was the documentation.
    laterDocumentation: later === undefined || listed(later).includes("documentation"),
    kinds: knownOf(
      completion?.completionItemKind?.valueSet,
      (kind) => kind <= CompletionItemKind.Reference,
    ),
    insertTextModes: knownOf(item?.insertTextModeSupport?.valueSet, () => false),
  };
}

function symbolsOf(
  symbols:
    | Pick<NonNullable<OfDocuments["documentSymbol"]>, "symbolKind" | "tagSupport">
    | undefined,
): SymbolAbilities {
  return {
    kinds: knownOf(symbols?.symbolKind?.valueSet, (kind) => kind <= SymbolKind.Array),
    deprecated: knownOf(symbols?.tagSupport?.valueSet, () => false)(SymbolTag.Deprecated),
  };
}

/** A client that asks for diagnostics may say what it can show in them with what it is pushed. */
function diagnosticsOf(textDocument: OfDocuments | undefined): DiagnosticAbilities {
  const { publishDiagnostics: push, diagnostic: pull } = textDocument ?? {};
  const tags = pull?.tagSupport ?? push?.tagSupport;
  return {
    pull: (pull ?? undefined) !== undefined,
    related: (pull?.relatedInformation ?? push?.relatedInformation) === true,
    pages: (pull?.codeDescriptionSupport ?? push?.codeDescriptionSupport) === true,
    faded: knownOf(tags?.valueSet, () => false)(DiagnosticTag.Unnecessary),
    versions: push?.versionSupport === true,
  };
}

function coloursOf(tokens: OfDocuments["semanticTokens"]): ColourAbilities | undefined {
  if (!listed(tokens?.formats).includes("relative")) return undefined;
  const { full, range } = tokens?.requests ?? {};
  return {
    types: knownOf(tokens?.tokenTypes, () => false),
    modifiers: knownOf(tokens?.tokenModifiers, () => false),
    full: full === true || typeof full === "object",
    delta: typeof full === "object" && full.delta === true,
    range: range === true || typeof range === "object",
  };
}

/** UTF-16 where the client can, since that is how texts lie in memory; else UTF-8 if it offers that. */
function encodingOf({ capabilities }: InitializeParams): Encoding {
  const offered = capabilities.general?.positionEncodings;
  if (!isList(offered) || offered.includes(PositionEncodingKind.UTF16)) return "utf-16";
  return offered.includes(PositionEncodingKind.UTF8) ? "utf-8" : "utf-16";
}

/** The first that the client names, of those that there are. */
function formatOf(formats: readonly MarkupKind[] | undefined): Format {
  const found = listed(formats).find(
    (one) => one === MarkupKind.Markdown || one === MarkupKind.PlainText,
  );
  return found ?? "text";
}

/** What a client lists, or what may be taken for known where it lists nothing. */
function knownOf<Thing>(list: readonly Thing[] | undefined, otherwise: Known<Thing>): Known<Thing> {
  if (!isList(list)) return otherwise;
  const all = new Set(list);
  return (thing) => all.has(thing);
}

/** The folders that the client has open, as paths. Old clients name one, older ones its path. */
export function foldersOf(params: InitializeParams): readonly string[] {
  const { workspaceFolders, rootUri, rootPath } = params;
  const uris = isList(workspaceFolders) ? workspaceFolders.map((one) => one?.uri) : undefined;
  const path = typeof rootPath === "string" && rootPath !== "" ? rootPath : undefined;
  const single = rootUri ?? (path === undefined ? undefined : URI.file(path).toString());
  return (uris ?? [single]).filter((one) => typeof one === "string").map(folderPathOf);
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

// What a client says comes over a wire: where a list is due there may be anything.

function isList<Thing>(list: readonly Thing[] | null | undefined): list is readonly Thing[] {
  return Array.isArray(list);
}

function listed<Thing>(list: readonly Thing[] | undefined): readonly Thing[] {
  return isList(list) ? list : [];
}

function numberOf(value: number | undefined): number | undefined {
  return typeof value === "number" && value >= 0 ? value : undefined;
}
