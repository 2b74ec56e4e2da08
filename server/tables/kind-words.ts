// A word of a column that says what its rows are → the kind of declaration that it means.

import { type RowKind, rowKinds } from "./fields.ts";
import { asCompared } from "./folded.ts";

/** In English, German and French, as they are compared. */
const kindWords: Readonly<Record<RowKind, string>> = {
  objective:
    "objective|objectives|goal|goals|o|okr|strategic objective|aspiration|ziel|ziele|objectif|objectifs|big rock",
  kpi: "kpi|kpis|key result|key results|keyresult|kr|metric|indicator|measure|schlusselergebnis|kennzahl|resultat cle|indicateur",
  initiative:
    "initiative|initiatives|project|projects|epic|epics|story|user story|task|tasks|sub task|subtask|sub item|subitem|feature|features|bug|improvement|new feature|spike|capability|program|programme|workstream|work package|action|activity|deliverable|theme epic|technical task|change|change request|summary|projekt|projekte|aufgabe|teilaufgabe|unteraufgabe|massnahme|vorhaben|vorgang|sammelvorgang|arbeitspaket|fehler|projet|projets|tache|sous tache|chantier|activite|recit|anomalie|lot",
  risk: "risk|risks|threat|issue risk|risiko|risiken|risque|risques|menace",
  milestone: "milestone|milestones|gate|meilenstein|jalon",
};

/** What a word of a column says that a row is. */
export function kindOfWord(word: string): RowKind | undefined {
  return kindsByWord.get(word);
}

const kindsByWord: ReadonlyMap<string, RowKind> = new Map(
  rowKinds.flatMap((kind) =>
    kindWords[kind].split("|").map((word): [string, RowKind] => [word, kind]),
  ),
);

/** A cell that answers with yes or no whether its row is what the heading says. */
export function answerIn(cell: string): "yes" | "no" | undefined {
  const word = asCompared(cell);
  if (/^(?:yes|ja|oui|true|wahr|vrai|x)$/.test(word)) return "yes";
  return /^(?:no|nein|non|false|falsch|faux)$/.test(word) ? "no" : undefined;
}
