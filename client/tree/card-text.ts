// What is known of a declaration → a card over its line as Markdown, in which texts of others are nothing but texts.

import type { Card } from "../../server/views/shape.ts";
import { type Markdown, md, title, together } from "../../server/words/markdown.ts";
import { capitalised, healthNames } from "../drawings/sentences.ts";

/** Its title, how it stands, what is wrong, then its facts, and where it is written. */
export function cardText(card: Card): string {
  const { kind, health, stands, says, wrong, facts, description, file, line } = card;
  const state = health === undefined ? "" : ` · ${healthNames[health]}`;
  const paragraphs: readonly Markdown[] = [
    md`**${title(card.title)}**`,
    md`${capitalised(kind)}${state}`,
    md`${[stands, says].filter(Boolean).join(" ")}`,
    listed(wrong.map((sentence) => md`- ${sentence}`)),
    listed(facts.map(([label, fact]) => md`- ${label}: ${fact}`)),
    md`${description ?? ""}`,
    md`${file}, line ${line}`,
  ];
  return together(paragraphs, "\n\n").markdown;
}

function listed(entries: readonly Markdown[]): Markdown {
  return together(entries, "\n");
}
