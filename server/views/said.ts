// Declarations → what every view says of them in the same words: their title, their year, their risk, why they are in trouble.
import { readable } from "../model/calendar.ts";
import { inSentence, type Reason } from "../model/derive/health.ts";
import { appetiteOf, riskState } from "../model/derive/risk.ts";
import { datesOf, overdueDays } from "../model/derive/schedule.ts";
import { called, type Entity } from "../model/entity.ts";
import { isClosed, isOpen } from "../model/status.ts";
import type { Universe } from "../model/universe.ts";
import { oneLine } from "../words/visible.ts";
import type { Scene } from "./scene.ts";

/** How a declaration is called in a picture: on one line, with nothing in it that turns or hides. */
export function shownTitle(all: Universe, entity: Entity): string {
  return oneLine(all.titleOf(entity) ?? called(entity));
}

/** "2027", of a fiscal year "FY27". */
export function yearInWords(year: string, isCalendar: boolean): string {
  return isCalendar ? year : `FY${year.slice(-2)}`;
}

/** One of these words, or undefined. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  word: string | undefined,
): Word | undefined {
  return words.find((one) => one === word);
}

/** Open, and as it stands today above what the strategy accepts: what every view counts and names so. */
export function isAbove(all: Universe, risk: Entity): boolean {
  return isOpen(all, risk) && riskState(all, risk).aboveAppetite === true;
}

/** Not known to be closed, and nobody knows whether it is above what the strategy accepts. */
export function isAboveUnknown(all: Universe, risk: Entity): boolean {
  if (isClosed(all, risk)) return false;
  return !isOpen(all, risk) || riskState(all, risk).aboveAppetite === undefined;
}

/** "Cloud engineers leave: high after mitigation, above the medium that is accepted" */
export function riskSentence(scene: Scene, risk: Entity): string {
  const { current, residual, unmitigated, aboveAppetite } = riskState(scene.all, risk);
  const appetite = appetiteOf(scene.model);
  const severity = current.severity ?? "not rated";
  if (unmitigated) return `${shownTitle(scene.all, risk)}: ${severity}, nothing is done about it`;
  const after = residual === undefined ? "" : " after mitigation";
  if (current.severity === undefined || appetite === undefined)
    return `${shownTitle(scene.all, risk)}: ${severity}`;
  const side = aboveAppetite
    ? `above the ${appetite} that is accepted`
    : appetite === current.severity
      ? "which is accepted"
      : `within the ${appetite} that is accepted`;
  return `${shownTitle(scene.all, risk)}: ${severity}${after}, ${side}`;
}

/** Why something is red or amber; its own reasons are said without its name. */
export function reasonSentence(scene: Scene, entity: Entity, reason: Reason): string {
  const { about, says } = reason;
  if (about.kind === "risk") return riskSentence(scene, about);
  const end = about === entity ? datesOf(scene.all, entity)?.end : undefined;
  const days = about === entity ? overdueDays(scene.all, entity) : 0;
  if (end !== undefined && days > 0 && / over its end$/.test(says)) {
    return `It should have ended on ${readable(end)}`;
  }
  return about === entity ? `It${says}` : inSentence(scene.all, reason).slice(0, -1);
}
