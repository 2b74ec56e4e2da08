// Suggestions → completion items of the protocol, as rich as the client can show them.
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
} from "vscode-languageserver";
import type { Query } from "../cursor/spot.ts";
import type { EntityKey, Suggestion, SuggestionKind } from "../cursor/suggestion.ts";
import { completion } from "../features/completion.ts";
import { label } from "../visible.ts";
import type { Abilities, Sight } from "./convert.ts";
import { markup } from "./convert.ts";
import { rangeOf } from "./positions.ts";

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

/** What may be written at a place. */
export function completionList(sight: Sight, query: Query, trigger?: string): CompletionList {
  const { items, span, incomplete } = completion(query, trigger);
  const { tree } = query.file;
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
      textEdit: sight.client.insertReplace
        ? { newText: insertOf(sight.client, one), ...replaces }
        : { newText: insertOf(sight.client, one), range: replaces.replace },
    })),
  };
}

function insertOf(client: Abilities, one: Suggestion): string {
  return (client.snippets ? one.snippet : undefined) ?? one.insert ?? one.label;
}

function itemOf(sight: Sight, one: Suggestion): CompletionItem {
  const { client } = sight;
  const title = one.title === undefined ? undefined : label(one.title);
  const note = one.note === undefined ? undefined : label(one.note);
  const isSnippet = client.snippets && one.snippet !== undefined;
  const detail = [title, note].filter((part) => part !== undefined).join(" · ");
  const command = one.again ? client.suggestCommand : undefined;
  const filter = title === undefined ? one.label : `${one.label} ${title}`;
  return {
    label: label(one.label),
    kind: isSnippet && one.kind === "kind" ? CompletionItemKind.Snippet : kinds[one.kind],
    ...(client.labelDetails
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
    ...(one.doc === undefined ? {} : { documentation: markup(sight, { text: one.doc }) }),
    ...(isSnippet
      ? {
          insertTextFormat: InsertTextFormat.Snippet,
          insertTextMode: InsertTextMode.adjustIndentation,
        }
      : // Plain text of several lines has its indentation already.
        one.insert?.includes("\n")
        ? { insertTextMode: InsertTextMode.asIs }
        : {}),
    ...(command === undefined ? {} : { command: { title: "", command } }),
    ...(one.key === undefined ? {} : { data: one.key }),
  };
}

/** The key that an item brings back when more is asked about it. */
export function keyOfItem(item: { readonly data?: unknown }): EntityKey | undefined {
  const { data } = item;
  if (typeof data !== "object" || data === null) return undefined;
  if (!("root" in data) || !("name" in data)) return undefined;
  const { root, name } = data;
  return typeof root === "string" && typeof name === "string" ? { root, name } : undefined;
}
