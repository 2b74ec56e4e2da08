// A risk → how bad it is in words, before and after what is done about it.
import { appetiteOf, type Rating, riskState } from "../model/derive/risk.ts";
import { choiceOf, type Entity, written } from "../model/entity.ts";
import { isOpen } from "../model/status.ts";
import type { Universe } from "../model/universe.ts";
import { capital } from "../words/phrases.ts";

/** "High (16 of 25), medium after mitigation (8), within the appetite". */
export function severity(all: Universe, risk: Entity): string {
  const state = riskState(all, risk);
  const own = rated(state, "", " of 25");
  const same = state.severity === state.residualSeverity ? "still " : "";
  const left = rated(state.residual, ` after ${treatment(risk)}`, own === "" ? " of 25" : "");
  const said = [own, left && `${same}${left}`, appetite(all, risk), untreated(all, risk)]
    .filter((part) => part !== "")
    .join(", ");
  return said === "" ? missing(risk) : capital(said);
}

/** "high, medium after mitigation", for an outline. */
export function severityInShort(all: Universe, risk: Entity): string {
  const { severity: own, residual } = riskState(all, risk);
  const left = residual?.severity && residual.severity !== own ? residual.severity : undefined;
  return [own, left && `${left} after ${treatment(risk)}`].filter((part) => part).join(", ");
}

function rated(rating: Rating | undefined, after: string, of: string): string {
  const { severity: word, score } = rating ?? {};
  return word === undefined || score === undefined ? "" : `${word}${after} (${score}${of})`;
}

/** What is done about it, as a noun behind "after". */
function treatment(risk: Entity): string {
  switch (choiceOf(risk, "response")) {
    case "mitigate":
      return "mitigation";
    case "transfer":
      return "transfer";
    case "avoid":
      return "avoidance";
  }
  return "the response";
}

/** Where it lies against what the strategy accepts; nothing for a closed risk. */
function appetite(all: Universe, risk: Entity): string {
  const { aboveAppetite } = riskState(all, risk);
  const accepted = appetiteOf(all.modelOf(risk));
  if (aboveAppetite === undefined || accepted === undefined || !isOpen(all, risk)) return "";
  if (!aboveAppetite) return "within the appetite";
  return `above the appetite, which is ${accepted}`;
}

function untreated(all: Universe, risk: Entity): string {
  return riskState(all, risk).unmitigated ? "and nothing is done about it" : "";
}

function missing(risk: Entity): string {
  const lacks = ["probability", "impact"].filter((field) => !written(risk, field));
  return lacks.length === 0 ? "" : `Not known: it has no ${lacks.join(" and no ")}`;
}
