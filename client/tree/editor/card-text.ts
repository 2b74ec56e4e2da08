// What is known of a declaration → a card over its line, in which texts of others are never Markdown.
import * as vscode from "vscode";
import type { Card } from "../../../server/views/shape.ts";
import { healthNames } from "../../drawings/sentences.ts";

/** Title, how it stands, what is wrong, then its facts, and where it is written. */
export function cardText(card: Card): vscode.MarkdownString {
  const { title, kind, health, stands, says, wrong, facts, description, file, line } = card;
  const text = new vscode.MarkdownString();
  text.appendMarkdown("**").appendText(title.trim()).appendMarkdown("**");
  const paragraph = (words: string | undefined) => {
    if (words) text.appendMarkdown("\n\n").appendText(words.trim());
  };
  const kindWords = kind.charAt(0).toUpperCase() + kind.slice(1);
  paragraph(health === undefined ? kindWords : `${kindWords} · ${healthNames[health]}`);
  paragraph([stands, says].filter(Boolean).join(" "));
  for (const sentence of wrong) item(text, sentence);
  if (facts.length > 0) text.appendMarkdown("\n\n---");
  for (const [label, fact] of facts) item(text, `${label}: ${fact}`);
  paragraph(description);
  paragraph(vscode.l10n.t("{0}, line {1}", file, line));
  return text;
}

function item(text: vscode.MarkdownString, words: string): void {
  text.appendMarkdown("\n\n- ").appendText(words.replace(/\s+/g, " ").trim());
}
