// Items and what they name → the text of a strategy in canonical form.
import { formatText } from "../../grammar/format.ts";
import { fieldOf, kindOf } from "../../grammar/vocabulary.ts";
import type { Item } from "./item.ts";
import { shortText } from "./literals.ts";
import type { FreeKind, Registered } from "./registry.ts";

/** The frame of the plan. */
export interface TableHead {
  readonly name: string;
  readonly title: string;
  readonly horizon: string;
  readonly currency: string;
  readonly source: string;
}

/** In which order what is named stands behind the plan; what groups stands before it. */
const behind: readonly FreeKind[] = ["team", "role", "stakeholder", "technology"];

/** The whole text; without a head where the project has a strategy already. */
export function writtenTable(
  head: TableHead | undefined,
  items: readonly Item[],
  registered: readonly Registered[],
  comments: readonly string[],
): string {
  const of = (kind: FreeKind) =>
    registered
      .filter((one) => one.kind === kind)
      .map(({ name, title }) => `${kind} ${name} ${shortText(title)}`);
  const blocks = [
    ...(head === undefined ? [] : [headText(head)]),
    ...groupText(of("theme")),
    ...items.filter(({ parent }) => parent === undefined).map((item) => itemText(item, 0)),
    ...behind.flatMap((kind) => groupText(of(kind))),
    ...(comments.length === 0 ? [] : [comments.join("\n")]),
  ];
  return formatText(`${blocks.join("\n\n")}\n`);
}

function groupText(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [lines.join("\n")];
}

function headText({ name, title, horizon, currency, source }: TableHead): string {
  return [
    `strategy ${name} ${shortText(title)} {`,
    `horizon: ${horizon}`,
    `currency: ${currency}`,
    `source: ${shortText(source)}`,
    "}",
  ].join("\n");
}

function itemText(item: Item, depth: number): string {
  const { kind, name, title, fields, comments, children } = item;
  const head = `${kind} ${name} ${shortText(title)}`;
  if (fields.size + comments.length + children.length === 0) return head;
  const entry = kindOf(kind);
  const order = (field: string) => entry?.fields.findIndex((one) => one.name === field) ?? 0;
  const own = [...fields].sort(([a], [b]) => order(a) - order(b));
  const lines = own.map(([field, text]) => {
    const isBlock = entry !== undefined && fieldOf(entry, field)?.block !== undefined;
    return `${field}${isBlock ? "" : ":"} ${text.startsWith('"""') ? setIn(text, depth + 1) : text}`;
  });
  const body = [
    [...lines, ...comments].join("\n"),
    ...children.map((child) => itemText(child, depth + 1)),
  ];
  return `${head} {\n${body.filter(Boolean).join("\n\n")}\n}`;
}

/** The lines of a long text where its field stands; blank ones stay blank. */
function setIn(text: string, depth: number): string {
  return text.replace(/\n(?!\n|$)/g, `\n${"  ".repeat(depth)}`);
}
