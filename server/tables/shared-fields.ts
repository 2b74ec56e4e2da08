// What rows of every kind may say: who answers for them, what they belong to, words, links and texts → their fields.
import type { RowKind } from "./fields.ts";
import type { Item, SaidCell } from "./item.ts";
import type { Link } from "./links.ts";
import { shortText, wholeText } from "./literals.ts";
import { isTeamName, peopleIn } from "./people.ts";
import { slugIn } from "./slugs.ts";
import { namesInCell } from "./work-fields.ts";
import type { RowWriter } from "./writer.ts";

/** The fields of a row that its kind shares with others; the links hold once no circle is among them. */
export function sharedFields(row: RowWriter): readonly Link[] {
  ownersOf(row);
  peopleField(row, "sponsor", "role", false);
  peopleField(row, "stakeholders", "stakeholder", true);
  const { registry } = row.writing;
  const technologies = row
    .take("technologies")
    .flatMap(({ cell }) => namesInCell(cell))
    .map((part) => registry.name(part, ["technology"]));
  listOf(row, "technologies", technologies);
  const theme = row.read("theme", ({ cell }) => registry.name(firstLine(cell), ["theme"]));
  if (theme !== undefined) row.set("theme", theme);
  wordsOf(row);
  for (const field of ["title", "kind", "parent", "depth"]) row.take(field);
  return belongs(row);
}

function firstLine(cell: string): string {
  return cell.trim().replace(/\s+/g, " ").slice(0, 120);
}

function listOf(row: RowWriter, field: string, names: readonly string[]): void {
  if (names.length > 0) row.set(field, [...new Set(names)].join(", "));
}

/** The first answers for it, the others beside; where nobody may stand beside, they are kept. */
function ownersOf(row: RowWriter): void {
  const { kind } = row.item;
  const mayShare = kind === "objective" || kind === "initiative";
  const all = [...row.take("owner"), ...(mayShare ? row.take("co-owners") : [])];
  const names: string[] = [];
  for (const said of all) {
    const own = peopleIn(said.cell, row.writing.manner(said.column).familyFirst);
    if (own.length === 0 || (!mayShare && own.length > 1)) row.keep(said);
    for (const person of own) names.push(partyOf(row, person, "role"));
  }
  const [owner, ...others] = [...new Set(names)];
  if (owner !== undefined) row.set("owner", owner);
  if (mayShare) listOf(row, "co-owners", others);
}

function partyOf(row: RowWriter, name: string, kind: "role" | "stakeholder"): string {
  return row.writing.registry.party(name, isTeamName(name) ? "team" : kind);
}

function peopleField(
  row: RowWriter,
  field: string,
  kind: "role" | "stakeholder",
  isList: boolean,
): void {
  if (row.item.kind !== "objective" && row.item.kind !== "initiative") return;
  const names = row.take(field).flatMap((said) => {
    const own = peopleIn(said.cell, row.writing.manner(said.column).familyFirst);
    if (own.length === 0 || (!isList && own.length > 1)) row.keep(said);
    return own.map((person) => partyOf(row, person, kind));
  });
  listOf(row, field, isList ? names : names.slice(0, 1));
}

/** Description, tags, links, and the key by which another tool knows it. */
function wordsOf(row: RowWriter): void {
  const description = row.read("description", ({ cell }) => cell);
  if (description !== undefined) row.set("description", wholeText(description));
  const keys = row.take("id").filter(({ cell }) => /\p{L}/u.test(cell) && cell.length < 80);
  const [key] = keys;
  if (key !== undefined) row.set("source", shortText(key.cell));
  const tags: string[] = [];
  for (const said of row.take("tags")) {
    for (const part of said.cell.split(/[;,\n|]/)) {
      const slug = slugIn(part);
      if (/^\p{XID_Start}(?:\p{XID_Continue}|-)*$/u.test(slug) && !reserved.has(slug))
        tags.push(slug);
      else if (part.trim() !== "") row.keep({ ...said, cell: part });
    }
  }
  listOf(row, "tags", tags);
  const links = row.take("links").map(({ cell }) => shortText(cell));
  listOf(row, "links", links);
}

const reserved = new Set(["after", "by", "for", "from", "on", "per"]);

/** The objectives, initiatives, KPIs and risks that it names. */
function belongs(row: RowWriter): readonly Link[] {
  const { item } = row;
  const { mentions } = row.writing;
  const links: Link[] = [];
  const each = (field: RowKind, then: (words: string, said: SaidCell) => void) => {
    if (field === item.kind && field !== "objective" && field !== "initiative") return;
    for (const said of row.take(field)) for (const words of titlesIn(said.cell)) then(words, said);
  };
  const link = (kind: "objective" | "initiative", field: Link["field"]) =>
    each(kind, (words, said) => {
      const { name, item: to } = mentions.of(kind, words);
      links.push({ from: item, to, name, field, said });
    });
  const child = (kind: "kpi" | "risk", field: "measures" | "affects") =>
    each(kind, (words, said) => {
      const known = mentions.known(kind, words);
      if (known === undefined) mentions.of(kind, words, item);
      else if (known.item !== undefined && known.item !== item)
        links.push({ from: known.item, to: item, name: item.name, field, said });
      else row.keep(said);
    });
  switch (item.kind) {
    case "objective":
      link("objective", "supports");
      break;
    case "initiative":
      link("objective", "supports");
      if (item.parent?.kind !== "initiative") link("initiative", "part-of");
      break;
    case "kpi":
    case "risk": {
      const field = item.kind === "kpi" ? "measures" : "affects";
      link("objective", field);
      link("initiative", field);
      standIn(item, links);
      break;
    }
    case "milestone":
      milestoneIn(row);
      break;
  }
  if (item.kind === "objective" || item.kind === "initiative") {
    child("kpi", "measures");
    child("risk", "affects");
  }
  return links;
}

/** A figure or a risk of one thing alone stands in it; what it says of others stays a reference. */
function standIn(item: Item, links: readonly Link[]): void {
  const [only, ...others] = new Set(links.map(({ to }) => to));
  if (only === undefined || others.length > 0 || item.parent !== undefined) return;
  item.parent = only;
  only.children.push(item);
}

function milestoneIn(row: RowWriter): void {
  const { item } = row;
  for (const said of row.take("initiative")) {
    const to = row.writing.mentions.of("initiative", said.cell).item;
    if (item.parent !== undefined || to === undefined) row.keep(said);
    else {
      item.parent = to;
      to.children.push(item);
    }
  }
}

/** Several titles stand on lines of their own, or with semicolons between them. */
function titlesIn(cell: string): readonly string[] {
  return cell
    .slice(0, 5000)
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** What a row of a group belongs to where its table has no column for it. */
export function inGroup(item: Item, theme: string): void {
  const hasTheme = item.kind === "objective" || item.kind === "initiative";
  if (hasTheme && !item.fields.has("theme")) item.fields.set("theme", theme);
}
