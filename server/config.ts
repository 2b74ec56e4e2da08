// strategy.config.json → what a project sets: what to leave out, the date, rates of exchange, rules.
import type { Big } from "big.js";
import type { Severity } from "./finding.ts";

/** What the configuration says of one rule. */
export interface RuleSetting {
  readonly severity?: Severity | "off";
  readonly options?: Readonly<Record<string, number>>;
}

export interface Config {
  /** Patterns as in a .gitignore, relative to the project. */
  readonly exclude: readonly string[];
  /** An ISO date that stands for today; else the clock's. */
  readonly today?: string;
  /** How much one unit of a currency is worth in the strategy's. */
  readonly rates: ReadonlyMap<string, Big>;
  readonly rules: ReadonlyMap<string, RuleSetting>;
}

export const emptyConfig: Config = { exclude: [], rates: new Map(), rules: new Map() };
