// Work, its programmes, parts and technologies → whether a risk of any of them is named.
import type { Entity } from "./entity.ts";
import { inLine, inParts } from "./programmes.ts";
import { relations } from "./relations.ts";
import { technologyRisks } from "./technologies.ts";
import type { Universe } from "./universe.ts";

const isThreatened = (all: Universe, one: Entity) =>
  relations(all).affect.to(one).length > 0 || technologyRisks(all, one).length > 0;
const isLineThreatened = inLine(isThreatened);
const arePartsThreatened = inParts(isThreatened);

/** Whether the initiative, one of its programmes or one of its parts has a risk. */
export function hasRisk(all: Universe, initiative: Entity): boolean {
  return isLineThreatened(all, initiative) || arePartsThreatened(all, initiative);
}
