// Probability, impact and loss → score, severity and expected loss.
import { expect, test } from "vitest";
import { appetiteInWords, appetiteOf, riskState } from "../../server/model/derive/risk.ts";
import { universeOf } from "../workspace.ts";

test.each([
  ["very-low", "very-low", "1 low"],
  ["low", "low", "4 low"],
  ["very-low", "very-high", "5 medium"],
  ["medium", "high", "12 medium"],
  ["medium", "very-high", "15 high"],
  ["very-high", "very-high", "25 high"],
  // Percent in bands: under 20, 40, 60, 80 and above.
  ["0%", "very-high", "5 medium"],
  ["19.9%", "very-high", "5 medium"],
  ["20%", "very-high", "10 medium"],
  ["40%", "very-high", "15 high"],
  ["60%", "very-high", "20 high"],
  ["79.9%", "very-high", "20 high"],
  ["80%", "very-high", "25 high"],
])("%s × %s is %s", (probability, impact, expected) => {
  const { score, severity } = risk(`probability: ${probability} impact: ${impact}`);
  expect(`${score} ${severity}`).toBe(expected);
});

test("without one half, or with a faulty one, there is no score", () => {
  expect(risk("probability: high").score).toBe(undefined);
  expect(risk("probability: high").severity).toBe(undefined);
  expect(risk("probability: huge impact: high").score).toBe(undefined);
});

test("a half of the residual that is left out is the risk's own", () => {
  const of = (residual: string) => {
    const { residualScore, residualSeverity } = risk(`probability: high impact: high ${residual}`);
    return `${residualScore} ${residualSeverity}`;
  };
  // 4 × 4 before.
  expect(of("residual { probability: low }")).toBe("8 medium");
  expect(of("residual { impact: very-low }")).toBe("4 low");
  expect(of("residual { probability: 10% impact: low }")).toBe("2 low");
  expect(of("residual { }")).toBe("16 high");
  expect(of("")).toBe("undefined undefined");
  expect(of("residual { probability: tiny }")).toBe("undefined undefined");
});

test("expected loss is the probability, the residual one where written, of the loss", () => {
  const of = (fields: string) => risk(fields).expectedLoss?.amount.toFixed();
  const words = ["very-low", "low", "medium", "high", "very-high"];
  expect(words.map((word) => of(`probability: ${word} loss: 200k`))).toEqual([
    "20000",
    "60000",
    "100000",
    "140000",
    "180000",
  ]);
  expect(of("probability: 12.5% loss: 200k")).toBe("25000");
  expect(of("probability: high loss: 200k residual { probability: low }")).toBe("60000");
  expect(of("probability: high loss: 200k residual { impact: low }")).toBe("140000");
  expect(of("probability: high")).toBe(undefined);
  expect(of("loss: 200k")).toBe(undefined);
  expect(of("probability: high loss: 200k residual { probability: tiny }")).toBe(undefined);
});

test("the appetite is medium unless the strategy says another", () => {
  const of = (text: string) => appetiteOf(universeOf(text).model());
  expect(of("objective o")).toBe("medium");
  expect(of("strategy s")).toBe("medium");
  expect(of("strategy s { appetite: low }")).toBe("low");
  expect(of("strategy s { appetite: hihg }")).toBe(undefined);
  expect(of("strategi s { appetite: high }")).toBe(undefined);
});

const high = "probability: high impact: high";
const medium = "probability: medium impact: medium";

test.each([
  // No response, or one without a mitigation.
  [high, "unmitigated"],
  [`${high} response: mitigate`, "unmitigated"],
  [`${high} response: transfer status: open`, "unmitigated"],
  [`${high} response: mitigate residual { impact: low }`, "unmitigated"],
  // Something is done about it, or may be.
  [`${high} response: mitigate mitigation: "x"`, "fine"],
  [`${high} response: mitgate`, "fine"],
  [`${high} response: mitigate mitigation: x`, "fine"],
  // Not above the appetite, or closed.
  [medium, "fine"],
  [`${high} status: closed`, "fine"],
  [`${high} status: occurred`, "fine"],
  // What is left is still above it, or it is accepted as it is.
  [`${high} response: mitigate mitigation: "x" residual { probability: very-high }`, "over"],
  [`${high} response: mitigate mitigation: "x" residual { probability: low }`, "fine"],
  [`${high} response: accept`, "over"],
  [`${high} response: accept residual { impact: low }`, "fine"],
  [`${medium} response: accept`, "fine"],
  // A mitigation without a response, an empty residual, and one of which a half is missing.
  [`${high} mitigation: "x"`, "unmitigated"],
  [`${high} response: mitigate mitigation: "x" residual { }`, "over"],
  ['impact: high response: mitigate mitigation: "x" residual { impact: high }', "fine"],
  [`${high} response: mitigate mitigation: "x" residual { impact: huge }`, "fine"],
])("%s is %s", (fields, expected) => {
  const { unmitigated, overAppetite } = risk(fields);
  expect(unmitigated ? "unmitigated" : overAppetite ? "over" : "fine").toBe(expected);
});

test("what stays above the appetite does so although nothing is done about it", () => {
  const { unmitigated, overAppetite } = risk(`${high} residual { impact: very-high }`);
  expect([unmitigated, overAppetite]).toEqual([true, true]);
});

test("the appetite in words says whose it is", () => {
  const of = (text: string) => appetiteInWords(universeOf(text).model());
  expect(of("strategy s { appetite: low }")).toBe("the low that the strategy accepts");
  expect(of("strategy s")).toBe("the medium that is accepted where no appetite is written");
});

test("a lower appetite is passed sooner, a high one never", () => {
  expect(risk(medium, "strategy s { appetite: low }").unmitigated).toBe(true);
  expect(risk(high, "strategy s { appetite: high }").unmitigated).toBe(false);
  expect(risk(high, "strategy s { appetite: hihg }").aboveAppetite).toBe(undefined);
});

function risk(fields: string, before = ""): ReturnType<typeof riskState> {
  const { all, entity } = universeOf(`${before} risk r { ${fields} }`);
  return riskState(all, entity("r"));
}
