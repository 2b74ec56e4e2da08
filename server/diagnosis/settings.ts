// The configuration of a project and the rules → how each rule is set, and settings that fit no rule.

import { memoIn } from "../cells/memo.ts";
import type { Severity } from "../finding.ts";
import type { Model } from "../model/universe.ts";
import { type Config, type ConfigFault, ruleFault } from "../project/config.ts";
import { rules } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import { meant } from "../words/guess.ts";
import { sentence } from "../words/visible.ts";
import { either } from "../words/wording.ts";

/** The severity that the configuration gives a rule, else its own. */
export function severityOf(model: Model, rule: Rule): Severity | "off" {
  return model.project.config.rules.get(rule.id)?.severity ?? rule.severity;
}

/** The options of a rule, as the configuration or else its defaults say. */
export function optionsOf(model: Model, rule: Rule): Readonly<Record<string, number>> {
  return optionsIn(model.project.config, rule);
}

const optionsIn = memoIn((config: Config, rule: Rule): Readonly<Record<string, number>> => {
  const defaults = Object.entries(rule.options ?? {}).map(([name, option]) => [
    name,
    option.default,
  ]);
  return { ...Object.fromEntries(defaults), ...config.rules.get(rule.id)?.options };
});

/** Candidates for a did-you-mean. */
export const ruleNames: readonly { readonly name: string }[] = [
  ...rules.map((rule) => ({ name: rule.id })),
];

/** Whether a word is the id of a rule. */
export function isRule(id: string): boolean {
  return ruleNames.some((rule) => rule.name === id);
}

const languageFaults: ReadonlySet<string> = new Set([
  "syntax",
  "unknown-kind",
  "unknown-field",
  "unknown-value",
  "misplaced",
  "duplicate-name",
  "duplicate-field",
  "wrong-type",
  "wrong-kind",
  "unknown-name",
  "invalid-date",
  "inverted-period",
  "cycle",
  "unknown-import",
  "second-strategy",
  "unreadable-data",
]);

/** Whether a word is the code of a fault of the language, which can be neither set nor left out. */
export function isLanguageFault(code: string): boolean {
  return languageFaults.has(code);
}

/** What is wrong in the configuration of a project; offsets are those of its text. */
export function configFaults(model: Model): readonly ConfigFault[] {
  const { config } = model.project;
  const faults = [...config.faults];
  for (const [id, setting] of config.rules) {
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) {
      if (isLanguageFault(id)) {
        const message = `'${id}' is a fault of the text and no rule: its severity cannot be set. Remove this.`;
        faults.push(ruleFault(config, id, undefined, message));
        continue;
      }
      const near = meant(id, ruleNames);
      const say =
        near === undefined ? "The rules are listed in the README." : `Did you mean '${near}'?`;
      faults.push(ruleFault(config, id, undefined, `There is no rule '${id}'. ${say}`));
      continue;
    }
    const known = Object.keys(rule?.options ?? {});
    for (const option of Object.keys(setting.options ?? {})) {
      if (known.includes(option)) continue;
      const near = meant(
        option,
        known.map((name) => ({ name })),
      );
      const has = known.length === 0 ? "It has none." : `It has ${either(known)}.`;
      faults.push(
        ruleFault(
          config,
          id,
          option,
          `'${id}' has no option '${option}'. ${near === undefined ? has : `Did you mean '${near}'?`}`,
        ),
      );
    }
  }
  return faults
    .sort((a, b) => a.start - b.start)
    .map((one) => ({ ...one, message: sentence(one.message) }));
}
