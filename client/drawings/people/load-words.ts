// Loads in words: what is said of a team and of one of its quarters, and what their cards say.
import type { LoadCell, LoadQuarter, TeamLoad } from "../../../server/views/people/shape.ts";
import type { CardFacts } from "../../../server/views/shape.ts";

import { count } from "../time.ts";

/** "Cloud: 10 FTE of capacity. Over capacity in 4 quarters" */
export function teamSentence({ title, capacity, reason, over }: TeamLoad): string {
  const has = capacity === undefined ? (reason ?? "") : `${capacity} FTE of capacity`;
  const is = over > 0 ? `. Over capacity in ${count(over, "quarter")}` : "";
  return `${title}: ${has}${is}`;
}

/** "12.5 of 10 FTE, 2.5 too many" */
export function loadInWords({ capacity }: TeamLoad, { fte, over, atLeast }: LoadCell): string {
  if (fte === undefined) return "How much is asked of it is not written";
  const is = `${atLeast ? "At least " : ""}${fte}`;
  const of = capacity === undefined ? " FTE" : ` of ${capacity} FTE`;
  return `${is}${of}${over === undefined ? "" : `, ${over} too many`}`;
}

/** "Cloud, Q1 2027: 12.5 of 10 FTE, 2.5 too many. Data centre exit 8 FTE, Cloud move 4.5 FTE" */
export function cellSentence(team: TeamLoad, cell: LoadCell, quarter: LoadQuarter): string {
  const shares = cell.shares.map(([work, fte]) => `${team.work[work]} ${fte} FTE`);
  const silent = cell.unstated.map((work) => `${team.work[work]} without FTE`);
  const parts = [...shares, ...silent].join(", ");
  return `${team.title}, ${quarter.label} ${quarter.year}: ${loadInWords(team, cell)}. ${parts}`;
}

/** So many shares are named in a card; the others are summed up. */
const most = 7;

/** Which work takes how much, together the load. */
export function cellCard(team: TeamLoad, cell: LoadCell, quarter: LoadQuarter): CardFacts {
  const { shares, unstated } = cell;
  const { reason } = team;
  const named = shares.length > most + 1 ? shares.slice(0, most) : shares;
  const others = shares.slice(named.length).map(([, fte]) => fte);
  const sum = cell.sum ?? cell.fte;
  const facts: (readonly [string, string])[] = [
    ...named.map(([work, fte]) => [`${fte} FTE`, team.work[work] ?? ""] as const),
    ...(others.length > 0
      ? [[`${added(others)} FTE`, count(others.length, "other initiative")] as const]
      : []),
    ...(shares.length > 1 ? [[`${sum} FTE`, "together"] as const] : []),
    ...unstated.map((work) => ["Not written", team.work[work] ?? ""] as const).slice(0, most),
  ];
  return {
    title: `${team.title}, ${quarter.label} ${quarter.year}`,
    stands: `${loadInWords(team, cell)}.`,
    says: reason && `${reason}.`,
    facts,
    wrong: [],
  };
}

/** The sum of figures that are written with a few decimals. */
function added(figures: readonly string[]): string {
  const decimals = figures.reduce((all, one) => Math.max(all, one.split(".")[1]?.length ?? 0), 0);
  const sum = figures.reduce((all, one) => all + Number(one), 0);
  return String(Number(sum.toFixed(decimals)));
}

/** The card of a team that nobody declares. */
export function teamCard(team: TeamLoad): CardFacts {
  return {
    title: team.title,
    stands: "Not declared: its capacity is not known.",
    facts: [["Works on", team.work.slice(0, 8).join(", ")]],
    wrong: [],
  };
}
