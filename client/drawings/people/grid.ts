// Teams, quarters and some room → where names, capacities and cells of the loads stand, and how many quarters fit.
import type { PeopleView, TeamLoad } from "../../../server/views/people/shape.ts";
import type { Room } from "../drawing.ts";
import type { PartPlace } from "./part.tsx";

/** The columns of the loads. */
export interface LoadGrid {
  /** How wide the names and capacities are; 0 where they stand on a line above their cells. */
  readonly names: number;
  /** Where a name ends, and where the capacity does. */
  readonly nameEnd: number;
  readonly capacityEnd: number;
  /** From one cell to the next. */
  readonly pitch: number;
  /** How many quarters are shown, the first ones. */
  readonly shown: number;
  /** The line above the cells. */
  readonly line: number;
  readonly cellHeight: number;
  /** By how much a load is over stands below it, not behind. */
  readonly isLow: boolean;
}

/** Between two cells. */
export const cellGap = 3;

const widest = 96;
const usual = 82;
const measured = 300;

/** The room that names take: as much as they need, and no more than a third. */
export function namesWidth(teams: readonly TeamLoad[], width: number, { measure }: Room): number {
  let most = 90;
  for (const { title, depth, over, reason = "" } of teams.slice(0, measured)) {
    const wide = measure(title, 13, over > 0 ? 600 : 400) + (over > 0 ? 22 : 0);
    most = Math.max(most, indentOf(depth) + Math.max(wide, measure(reason, 11, 400)));
  }
  return Math.min(
    Math.ceil(most) + 16 + 56,
    Math.max(180, Math.min(340, Math.round(width * 0.36))),
  );
}

/** How far the names of sub-teams are moved in. */
export function indentOf(depth: number): number {
  return Math.min(depth, 3) * 12;
}

/** How wide a cell is at least that has its excess behind its number. */
function besides(teams: readonly TeamLoad[], { measure }: Room): number {
  let most = 0;
  for (const { over, cells } of teams.slice(0, measured)) {
    if (over === 0) continue;
    for (const { fte = "", over: more = "" } of cells)
      most = Math.max(most, measure(fte, 13, 600) + measure(`+${more}`, 11, 600));
  }
  return most === 0 ? 0 : most + 10 + 8 + 9 + cellGap;
}

export function gridFor(view: PeopleView, { width }: PartPlace, room: Room): LoadGrid {
  const { quarters, teams } = view;
  const isStacked = room.mode === "narrow" || width < 460;
  const names = isStacked ? 0 : namesWidth(teams, width, room);
  const hasLeast = teams.some(({ cells }) => cells.some(({ atLeast }) => atLeast));
  const count = Math.max(1, quarters.length);
  const free = width - names + cellGap;
  // A little less where all fit so.
  const least = hasLeast ? 54 : free / count >= 40 ? 40 : 44;
  const shown = Math.max(1, Math.min(count, Math.floor(free / least)));
  const pitch = Math.min(
    free / shown,
    shown < count ? widest : Math.max(usual, Math.min(widest, free / count)),
  );
  const isLow = pitch < besides(teams, room);
  return {
    names,
    nameEnd: names - 16 - 52,
    capacityEnd: names - 14,
    pitch: Math.floor(pitch * 10) / 10,
    shown,
    line: isStacked ? 24 : 0,
    cellHeight: isLow && hasLeast ? 53 : 37,
    isLow,
  };
}
