// What a card says of an entity: sentences and labelled facts, and the words for names, lists and texts.

import { memoIn } from "../../cells/memo.ts";
import { healthOf } from "../../model/derive/health.ts";
import { type Named, namedBy, namedIn } from "../../model/derive/teams.ts";
import { called, choiceOf, type Entity, refsOf, valueIn } from "../../model/entity.ts";
import { entityOf } from "../../model/resolve.ts";
import type { Universe } from "../../model/universe.ts";
import {
  authored,
  code,
  enumerated,
  type Inline,
  inline,
  type Markdown,
  md,
  title,
  together,
} from "../../words/markdown.ts";
import { phrase } from "../../words/phrases.ts";
import { usesOf } from "../symbol.ts";

/** A row of a card; one without a text is left out. */
export type Fact = readonly [label: string, text: Inline];

/** What a card says of its kind, below its name, its health and its status. */
export interface Facts {
  /** Sentences without their full stop; empty ones are left out. */
  readonly says: readonly string[];
  readonly facts: readonly Fact[];
}

/** The phrase of a choice, such as "Must have"; "" where none is written. */
export function chosen(entity: Entity, field: string): string {
  const choice = choiceOf(entity, field);
  return choice === undefined ? "" : phrase(field, choice);
}

/** A text field as Markdown: a long text is Markdown, a short one is none. */
export function prose(entity: Entity, field: string): Markdown {
  const value = valueIn(entity, field, "text");
  if (value === undefined) return inline("");
  const { head } = value.node;
  return head?.type === "text" && head.long ? authored(value.text.trim()) : inline(value.text);
}

/** What an entity is called in a card: its title, else its name as code. */
export function titled(all: Universe, named: Named): Markdown {
  if (typeof named === "string") return code(named);
  const said = all.titleOf(named);
  return said === undefined ? code(called(named)) : title(said);
}

/** A role with who holds it: "Head of Platform (Maria Silva)". */
export function person(all: Universe, named: Named): Markdown {
  const holder = typeof named === "string" ? undefined : valueIn(named, "holder", "text")?.text;
  return holder === undefined ? titled(all, named) : md`${titled(all, named)} (${title(holder)})`;
}

/** The roles, teams and stakeholders that a field names. */
export function people(all: Universe, entity: Entity, field: string): Markdown {
  return listedInline(namedIn(all, entity, field).map((one) => person(all, one)));
}

/** "A, B and C"; of more than `most` the first, and how many more there are. */
export function listedInline(texts: readonly Inline[], most = 6): Markdown {
  if (texts.length <= most) return enumerated(texts);
  return md`${together(texts.slice(0, most), ", ")} and ${texts.length - most} more`;
}

/** Names in a list. */
export function namesOf(all: Universe, entities: readonly Named[]): Markdown {
  return listedInline(entities.map((one) => titled(all, one)));
}

/** Names in a list, each that is in trouble with a word on it. */
export function namesWithHealth(all: Universe, entities: readonly Entity[]): Markdown {
  return listedInline(
    entities.map((entity) => {
      const health = healthOf(all, entity);
      const word = health === "red" || health === "amber" ? healthWords[health].toLowerCase() : "";
      return word === "" ? titled(all, entity) : md`${titled(all, entity)} (${word})`;
    }),
  );
}

/** What health is called, everywhere beside its sign. */
export const healthWords = {
  green: "On track",
  amber: "At risk",
  red: "Off track",
  grey: "Not known",
} as const;

/** Who names an entity in a field: `teams`, `owner`, … */
export function naming(all: Universe, entity: Entity, field: string): readonly Entity[] {
  return mentions(all, entity).get(field) ?? [];
}

/** Who names an entity in any field. */
export function namingAnywhere(all: Universe, entity: Entity): readonly Entity[] {
  return [...new Set([...mentions(all, entity).values()].flat())];
}

const mentions: (all: Universe, entity: Entity) => ReadonlyMap<string, readonly Entity[]> = memoIn(
  (all, entity) => {
    const found = new Map<string, Entity[]>();
    for (const { ref } of usesOf({ is: "entity", entity, model: all.modelOf(entity) })) {
      if (ref === undefined || entityOf(all, ref) !== entity || !ref.from.sure) continue;
      const known = found.get(ref.field.name);
      if (known === undefined) found.set(ref.field.name, [ref.from]);
      else if (!known.includes(ref.from)) known.push(ref.from);
    }
    return found;
  },
);

/** Teams with the FTE that each gives: "Platform (4 FTE)". */
export function teams(all: Universe, entity: Entity): Markdown {
  return listedInline(
    refsOf(entity, "teams").flatMap((ref) => {
      const team = namedBy(all, ref);
      if (team === undefined) return [];
      const fte = ref.allocation;
      return [
        fte === undefined ? titled(all, team) : md`${titled(all, team)} (${fte.toFixed()} FTE)`,
      ];
    }),
  );
}
