// Suggestions → completion items of the protocol, as rich as the client can show them.
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  InsertTextMode,
  RequestType,
} from "vscode-languageserver";
import { kindOf } from "../../grammar/vocabulary.ts";
import type { Doc } from "../cursor/docs.ts";
import type { EntityKey, Suggestion, SuggestionKind } from "../cursor/suggestion.ts";
import { beginning } from "../features/beginning.ts";
import { completion, explainSuggestion } from "../features/completion.ts";
import { universe } from "../model/universe.ts";
import { type DraftParams, type DraftResult, draftRequest } from "../protocol.ts";
import { label } from "../words/visible.ts";
import type { CompletionAbilities } from "./abilities.ts";
import { markup, type Sight } from "./convert.ts";
import { rangeOf } from "./positions.ts";
import { type AskedDocument, queryOf } from "./question.ts";

const kinds: Readonly<Record<SuggestionKind, CompletionItemKind>> = {
  kind: CompletionItemKind.Keyword,
  field: CompletionItemKind.Property,
  choice: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
  date: CompletionItemKind.Constant,
  unit: CompletionItemKind.Unit,
  keyword: CompletionItemKind.Operator,
  path: CompletionItemKind.File,
  rule: CompletionItemKind.Value,
  figure: CompletionItemKind.Value,
};

/** What stands for those that old clients do not know. */
const likeness: ReadonlyMap<CompletionItemKind, CompletionItemKind> = new Map([
  [CompletionItemKind.EnumMember, CompletionItemKind.Enum],
  [CompletionItemKind.Constant, CompletionItemKind.Value],
  [CompletionItemKind.Operator, CompletionItemKind.Keyword],
]);

/** What may be written at a place. */
export function completionAt(
  sight: AskedDocument,
  { position, context }: CompletionParams,
): CompletionList {
  const query = queryOf(sight, position);
  const { items, span, incomplete } = completion(query, context?.triggerCharacter);
  const { tree } = query.file;
  const can = sight.client.completion;
  const replaces = {
    insert: rangeOf(tree, { start: span.start, end: query.offset }, sight.client.encoding),
    replace: rangeOf(tree, span, sight.client.encoding),
  };
  const digits = String(items.length).length;
  return {
    isIncomplete: incomplete,
    items: items.map((one, index) => ({
      ...itemOf(sight, one),
      sortText: String(index).padStart(digits, "0"),
      textEdit: can.insertReplace
        ? { newText: insertOf(can, one), ...replaces }
        : { newText: insertOf(can, one), range: replaces.replace },
    })),
  };
}

/** An item that is shown, with the card of what it names. */
export function withDoc(sight: Sight, item: CompletionItem): CompletionItem {
  const key = keyOfItem(item);
  const doc = key && explainSuggestion(universe(sight.workspace), key);
  const { documentation, laterDocumentation } = sight.client.completion;
  if (doc === undefined || !laterDocumentation) return item;
  return { ...item, documentation: markup(doc, documentation, sight.pages) };
}

export const draftType = new RequestType<DraftParams, DraftResult, void>(draftRequest);

/** A whole declaration of a kind, at a place or at the end of a file. */
export function draftFor(asked: AskedDocument, { kind, position }: DraftParams): DraftResult {
  const { model, file, client } = asked;
  const entry = kindOf(kind);
  const at = position === undefined ? {} : { offset: queryOf(asked, position).offset };
  const found = entry && beginning({ model, file, ...at }, entry);
  if (found === undefined) return null;
  const { snippet, span, into } = found;
  const range = rangeOf(file.tree, span, client.encoding);
  return {
    ...{ snippet, range },
    ...(into === undefined ? {} : { into: model.universe.titleOf(into) ?? into.name }),
  };
}

function insertOf(can: CompletionAbilities, one: Suggestion): string {
  return (can.snippets ? one.snippet : undefined) ?? one.insert ?? one.label;
}

function itemOf(sight: Sight, one: Suggestion): CompletionItem {
  const { client } = sight;
  const can = client.completion;
  const isSnippet = can.snippets && one.snippet !== undefined;
  const title = one.title === undefined ? undefined : label(one.title);
  const note = one.note === undefined ? undefined : label(one.note);
  const detail = [title, note].filter((part) => part !== undefined).join(" · ");
  const command = one.again ? client.suggestCommand : undefined;
  const filter = title === undefined ? one.label : `${one.label} ${title}`;
  const own = isSnippet && one.kind === "kind" ? CompletionItemKind.Snippet : kinds[one.kind];
  const kind = [own, likeness.get(own)].find((like) => like !== undefined && can.kinds(like));
  // Plain text of several lines has its indentation already.
  const mode = isSnippet
    ? InsertTextMode.adjustIndentation
    : one.insert?.includes("\n")
      ? InsertTextMode.asIs
      : undefined;
  const doc = one.doc === undefined ? explained(sight, one) : { text: one.doc };
  return {
    label: label(one.label),
    ...(kind === undefined ? {} : { kind }),
    ...(can.labelDetails
      ? {
          labelDetails: {
            ...(title === undefined ? {} : { detail: `  ${title}` }),
            ...(note === undefined ? {} : { description: note }),
          },
        }
      : detail === ""
        ? {}
        : { detail }),
    ...(filter === one.label ? {} : { filterText: filter }),
    ...(doc === undefined ? {} : { documentation: markup(doc, can.documentation, sight.pages) }),
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(mode !== undefined && can.insertTextModes(mode) ? { insertTextMode: mode } : {}),
    ...(command === undefined ? {} : { command: { title: "", command } }),
    ...(one.key === undefined ? {} : { data: one.key }),
  };
}

/** The card of a name, for a client that cannot ask for it when it shows it. */
function explained({ client, workspace }: Sight, { key }: Suggestion): Doc | undefined {
  if (key === undefined || client.completion.laterDocumentation) return undefined;
  return explainSuggestion(universe(workspace), key);
}

/** The key that an item brings back when more is asked about it. */
export function keyOfItem(item: { readonly data?: unknown }): EntityKey | undefined {
  const { data } = item;
  if (typeof data !== "object" || data === null) return undefined;
  if (!("root" in data) || !("name" in data)) return undefined;
  const { root, name } = data;
  return typeof root === "string" && typeof name === "string" ? { root, name } : undefined;
}
