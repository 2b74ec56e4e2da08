// Risks in words: what a screen reader says of their marks, and what the card of a crowd lists.

import type { ListedRisk, RiskSquare } from "../../../server/views/risks/shape.ts";
import type { CardFacts } from "../../../server/views/shape.ts";
import type { PictureMark } from "../drawing.ts";
import { type Crowd, crowdText } from "./crowd.ts";
import type { NumberedRisk } from "./numbered.ts";

export const stepWords = ["Very low", "Low", "Medium", "High", "Very high"] as const;

/** What a probability in words counts as. */
export const stepPercents = ["10%", "30%", "50%", "70%", "90%"] as const;

/** "high probability, very high impact" */
function squareInWords({ probability, impact }: RiskSquare): string {
  const word = (step: number) => (stepWords[step - 1] ?? "").toLowerCase();
  return `${word(probability)} probability, ${word(impact)} impact`;
}

const sides = {
  above: "above the appetite",
  within: "within the appetite",
  rated: "the appetite is not known",
} as const;

/** "2. Cloud engineers leave. 16, high probability, high impact, above the appetite" and all else that is known. */
export function riskInSentences({ risk, number }: NumberedRisk, currency?: string): string {
  const { standing, today, before, treated, affects, review, reviewOver } = risk;
  const side = standing === "occurred" || standing === "unrated" ? undefined : sides[standing];
  const parts = [
    number === undefined ? undefined : String(number),
    risk.title || "Untitled",
    standing === "occurred" ? "It has occurred" : undefined,
    standing === "unrated" ? `Not rated: ${risk.missing?.toLowerCase() ?? "not known"}` : undefined,
    today && [String(today.score), squareInWords(today), side].filter((part) => part).join(", "),
    treated ? `Before mitigation ${before?.score ?? "not known"}` : undefined,
    affects.length > 0
      ? `Affects ${affects.slice(0, 4).join(", ")}${andMore(affects.length - 4)}`
      : undefined,
    risk.adrift ? "Affects nothing" : undefined,
    risk.lack ?? risk.response,
    risk.ownerless ? "No owner" : risk.owner && `Owner ${risk.owner}`,
    risk.loss && `Expected loss ${risk.loss}${currency ? ` ${currency}` : ""}`,
    reviewOver
      ? `Its review is ${reviewOver === 1 ? "1 day" : `${reviewOver} days`} overdue, ${review}`
      : undefined,
  ];
  return parts
    .filter((part) => part)
    .map((part) => part?.replace(/\.$/, ""))
    .join(". ");
}

function andMore(count: number): string {
  return count > 0 ? ` and ${count} more` : "";
}

/** "Workloads in the cloud and 2 more" */
export function affectsInWords({ affects, adrift }: ListedRisk): string {
  const [first] = affects;
  if (first === undefined) return adrift ? "Affects nothing" : "";
  return `${first}${andMore(affects.length - 1)}`;
}

const mostListed = 20;

/** What the card of a crowd says: each of its risks with its number. */
export function crowdCard({ square, all, hidden }: Crowd): CardFacts {
  const rest = hidden.length - mostListed;
  const listed = rest > 1 ? hidden.slice(0, mostListed) : hidden;
  const facts = listed.map(({ risk, number }): readonly [string, string] => [
    String(number ?? ""),
    risk.title || "Untitled",
  ]);
  return {
    title: `${hidden.length} of ${all} risks with ${squareInWords(square)}`,
    stands: `Score ${square.score}, ${square.severity}. The others stand beside it.`,
    facts: rest > 1 ? [...facts, ["", `and ${rest} more, all in the list`]] : facts,
    wrong: [],
  };
}

/** The rows of the list that a crowd stands for. */
export function crowdRows({ hidden }: Crowd): NonNullable<PictureMark["holds"]> {
  return hidden.map(({ risk, number }) => [
    `risk:${risk.id}`,
    `${number ?? ""} ${risk.title || "Untitled"}`.trim(),
  ]);
}

/** "+5. 5 more of 8 risks with medium probability, high impact" */
export function crowdSentence({ square, all, hidden }: Crowd): string {
  const shown = all - hidden.length;
  const who = shown === 0 ? `${all} risks` : `${hidden.length} more of ${all} risks`;
  return `${crowdText({ square, all, hidden })}. ${who} with ${squareInWords(square)}`;
}

/** "2 name no loss": what is not in the sum. */
export function unnamedInWords(count: number): string {
  return count === 1 ? "1 names no loss" : `${count} name no loss`;
}
