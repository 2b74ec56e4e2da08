// Probability, impact and loss of a risk → its score and severity, before and after the response.
import { Big } from "big.js";
import {
  blockOf,
  choiceOf,
  type Entity,
  type Typed,
  unknownIn,
  valuesOf,
  written,
} from "../entity.ts";
import { isOpen } from "../status.ts";
import type { Model, Universe } from "../universe.ts";
import { type Figure, isStrategyDoubtful } from "./currency.ts";
import { writtenFigure } from "./money.ts";

type Severity = "low" | "medium" | "high";

/** Probability and impact as steps from 1 to 5, and what follows from them. */
export interface Rating {
  readonly probability: number | undefined;
  readonly impact: number | undefined;
  /** Probability × impact, 1 to 25. */
  readonly score: number | undefined;
  readonly severity: Severity | undefined;
}

export interface RiskState extends Rating {
  /** What is left after the response; undefined where the risk says nothing of it. */
  readonly residual: Rating | undefined;
  readonly residualScore: number | undefined;
  readonly residualSeverity: Severity | undefined;
  /**
   * As it stands today: the residual where it is written, else the risk's own. Where it is above the
   * appetite and nothing is done about it, what should be left is only hoped for: then its own.
   */
  readonly current: Rating;
  /** Probability × loss, in the currency of the project. */
  readonly expectedLoss: Figure | undefined;
  /**
   * Open, above the appetite, and nothing is done about it: no response, or another than accept
   * with no mitigation (the rule `unmitigated-risk`).
   */
  readonly unmitigated: boolean;
  /**
   * Open and above the appetite after the response: by its residual severity or, where it is
   * accepted and says nothing of a residual, by its own (the rule `risk-over-appetite`).
   */
  readonly overAppetite: boolean;
  /** `current` is above the appetite, whatever is done and whether it is open. Undefined: unknown. */
  readonly aboveAppetite: boolean | undefined;
}

/**
 * How bad a risk is (language.md, "severity"): probability × impact, each from 1 (very-low) to 5
 * (very-high), a probability in percent in bands under 20, 40, 60, 80 and above; a score of 1 to 4 is
 * low, 5 to 14 medium, 15 to 25 high. A half of the residual that is left out is the risk's own. The
 * expected loss is the probability (words: 10, 30, 50, 70, 90%; the residual one where written) ×
 * the loss. What rests on something missing or faulty is undefined.
 */
export function riskState(all: Universe, risk: Entity): RiskState {
  const model = all.modelOf(risk);
  const own = { probability: part(risk, "probability"), impact: part(risk, "impact") };
  const hasResidual = written(risk, "residual");
  const halves = hasResidual ? residualOf(risk, own) : undefined;
  const rating = rate(own);
  const residual = halves && rate(halves);
  const left = residual ?? rating;
  const unmitigated = isOpen(all, risk) && isAbove(model, rating) === true && isUntreated(risk);
  const current = unmitigated ? rating : left;
  const isJudged = hasResidual || choiceOf(risk, "response") === "accept";
  return {
    ...rating,
    residual,
    residualScore: residual?.score,
    residualSeverity: residual?.severity,
    current,
    expectedLoss: expectedLoss(model, risk, (halves ?? own).probability),
    unmitigated,
    overAppetite: isOpen(all, risk) && isJudged && isAbove(model, left) === true,
    aboveAppetite: isAbove(model, current),
  };
}

/** The highest severity that a project accepts, by default medium; undefined where it is faulty. */
export function appetiteOf(model: Model): Severity | undefined {
  const { strategy } = model;
  if (strategy === undefined) return isStrategyDoubtful(model) ? undefined : "medium";
  if (!written(strategy, "appetite")) return "medium";
  const word = unknownIn(strategy, "appetite") ? undefined : choiceOf(strategy, "appetite");
  return severities.find((severity) => severity === word);
}

/** The appetite behind "above": "the medium that the strategy accepts". */
export function appetiteInWords(model: Model): string {
  const isWritten = model.strategy !== undefined && written(model.strategy, "appetite");
  return `the ${appetiteOf(model)} that ${isWritten ? "the strategy accepts" : "is accepted where no appetite is written"}`;
}

/** Whether one severity is worse than another. */
function isWorse(a: Severity, b: Severity): boolean {
  return severities.indexOf(a) > severities.indexOf(b);
}

const severities = ["low", "medium", "high"] as const;

/** The words for a probability or an impact, from the least on. */
export const ratingSteps = ["very-low", "low", "medium", "high", "very-high"];

/** A probability or an impact: its step from 1 to 5, and for a probability its percent. */
interface Part {
  readonly step: number;
  readonly percent: Big;
}

function part(risk: Entity, field: string): Part | undefined {
  return unknownIn(risk, field) ? undefined : read(valuesOf(risk, field)[0]);
}

function read(value: Typed | undefined): Part | undefined {
  if (value?.is === "percent") {
    const { value: percent } = value;
    const step = [20, 40, 60, 80].filter((bound) => percent.gte(bound)).length + 1;
    return { step, percent };
  }
  const step = value?.is === "choice" ? ratingSteps.indexOf(value.name) + 1 : 0;
  return step === 0 ? undefined : { step, percent: new Big(step * 20 - 10) };
}

interface Halves {
  readonly probability: Part | undefined;
  readonly impact: Part | undefined;
}

/** What is left; both halves are unknown where the block is faulty. */
function residualOf(risk: Entity, own: Halves): Halves {
  if (unknownIn(risk, "residual")) return { probability: undefined, impact: undefined };
  const block = blockOf(risk, "residual");
  const half = (field: "probability" | "impact") => {
    const use = block.get(field);
    if (use === undefined) return own[field];
    const isUnclear = use.faulty || use.values.length > 1;
    return isUnclear ? undefined : read(use.values[0]);
  };
  return { probability: half("probability"), impact: half("impact") };
}

function rate({ probability, impact }: Halves): Rating {
  const score = probability && impact && probability.step * impact.step;
  return {
    probability: probability?.step,
    impact: impact?.step,
    score,
    severity: score ? severityOf(score) : undefined,
  };
}

function severityOf(score: number): Severity {
  return score >= 15 ? "high" : score >= 5 ? "medium" : "low";
}

/** Each combination of a probability and an impact, and whether it is above the appetite of a project. */
export function allRatings(model: Model) {
  const halves = [1, 2, 3, 4, 5];
  return halves.flatMap((probability) =>
    halves.map((impact) => {
      const score = probability * impact;
      const severity = severityOf(score);
      return { probability, impact, score, severity, above: isAbove(model, { severity }) };
    }),
  );
}

function isAbove(model: Model, { severity }: Pick<Rating, "severity">): boolean | undefined {
  const appetite = appetiteOf(model);
  return severity && appetite && isWorse(severity, appetite);
}

/** No response, or another than accept with no mitigation. A faulty response may be any. */
function isUntreated(risk: Entity): boolean {
  if (!written(risk, "response")) return true;
  if (unknownIn(risk, "response") || choiceOf(risk, "response") === undefined) return false;
  return choiceOf(risk, "response") !== "accept" && !written(risk, "mitigation");
}

function expectedLoss(
  model: Model,
  risk: Entity,
  probability: Part | undefined,
): Figure | undefined {
  const loss = writtenFigure(model, risk, "loss");
  if (loss === undefined || probability === undefined) return undefined;
  return { ...loss, amount: loss.amount.times(probability.percent).times("0.01") };
}
