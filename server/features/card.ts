// A place in a file → the card of the declaration round it as plain data: for pages, which know no Markdown.
import { positionAt } from "../../grammar/lines.ts";
import { reasonsOf, saidOf } from "../cursor/card.ts";
import { entityAround, type Query, spotAt } from "../cursor/spot.ts";
import { rowOf, wordsFor } from "../gestures/fields.ts";
import { called, choiceOf, type Entity, nameSpan, valueIn } from "../model/entity.ts";
import { linesInFile } from "../model/lines.ts";
import type { Card, CardEdits } from "../views/shape.ts";
import { inline } from "../words/markdown.ts";
import { phrase } from "../words/phrases.ts";
import { oneLine, visible } from "../words/visible.ts";

/** What there is to say about the declaration round a place, and how it is written. */
export function cardAt(query: Query): Card | undefined {
  const { model, file } = query;
  const spot = spotAt(query);
  const entity = spot && entityAround(spot);
  if (spot === undefined || entity?.kind === undefined) return undefined;
  const all = model.universe;
  const { health, stands, says, facts, description } = saidOf(all, entity);
  const place = model.placeOf(entity.chunk);
  const { start, end } = place?.spanOf(entity.node) ?? { start: 0, end: 0 };
  const { text } = file.tree;
  return {
    called: called(entity),
    kind: entity.kind === "kpi" ? "KPI" : entity.kind.replaceAll("-", " "),
    title: oneLine(all.titleOf(entity)?.trim() || called(entity)),
    health,
    stands,
    says,
    facts: facts.map(([label, fact]) => [label, inline(fact).plain]),
    description: description.plain,
    wrong: reasonsOf(all, entity).map(oneLine),
    file: file.path,
    line: positionAt(linesInFile(file.tree), text, start).line + 1,
    text: visible(undented(text, start, end)),
    // A mark may stand for what others name and nobody declares: its place is not for this declaration to change.
    edits:
      entity.sure && nameSpan(entity).start === spot.at ? editsIn(all.standing(entity)) : undefined,
  };
}

/** What a menu can change. */
function editsIn(entity: Entity): CardEdits {
  const choices = wordsFor(entity, "status");
  const percent = valueIn(entity, "progress", "percent")?.value;
  return {
    title: oneLine(entity.node.title?.value ?? ""),
    status:
      choices.length === 0
        ? undefined
        : {
            now: choiceOf(entity, "status"),
            choices: choices.map((choice) => [choice, phrase("status", choice)]),
          },
    progress: rowOf(entity, "progress") && (percent?.round().toNumber() ?? null),
  };
}

/** A stretch of a text, without the indentation that its first line has outside of it. */
function undented(text: string, start: number, end: number): string {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line, start))?.[0] ?? "";
  const [first = "", ...rest] = text.slice(start, end).split(/\r?\n/);
  const inner = rest.map((one) => (one.startsWith(indent) ? one.slice(indent.length) : one));
  return [first, ...inner].join("\n");
}
