// `strategy explain [RULE]`: the page of a rule or fault, or what there is.
import { rules } from "../../server/rules/index.ts";
import { type Register, write } from "./command.ts";
import { inlineText, pageText } from "./markdown.ts";
import { explanationOf, noRule, pageNames, readPage } from "./pages.ts";
import { pageWidth, type Screen, screen, wrapped } from "./screen.ts";

export const registerExplain: Register = (program) => {
  program
    .command("explain")
    .description("says what a rule or fault means, why it matters and what to do")
    .argument("[rule]", "its name, as the check prints it; without one, all are listed")
    .action(async (rule: string | undefined) => {
      if (rule === undefined) return write(list(screen()));
      const page = readPage(rule);
      if (page === undefined) throw noRule(rule, pageNames());
      await write(pageText(page, screen()));
    });
};

/** All rules by group, in the order of the rule table, then the faults of the language. */
function list(on: Screen): string {
  const groups = [...Map.groupBy(rules, (rule) => rule.group)].map(([group, all]) => ({
    heading: group as string,
    ids: all.map(({ id }) => id),
  }));
  const listed = new Set(groups.flatMap(({ ids }) => ids));
  const faults = pageNames().filter((id) => !listed.has(id));
  const all = [...groups, { heading: "Faults of the language", ids: faults }];
  const widest = Math.max(...pageNames().map((id) => id.length));
  const parts = all.map(
    ({ heading, ids }) =>
      `${on.out.bold(heading)}\n${ids.map((id) => row(id, widest, on)).join("")}`,
  );
  return `${parts.join("\n")}\n${wrapped("'strategy explain RULE' says why it matters and what to do.", on.width)}\n`;
}

/** Where there is no room for two columns, what a rule says stands below its name. */
function row(id: string, widest: number, { out, width = pageWidth }: Screen): string {
  const isNarrow = width < widest + 44;
  const indent = " ".repeat(isNarrow ? 6 : widest + 4);
  const name = out.cyan(id) + (isNarrow ? `\n${indent}` : " ".repeat(widest - id.length + 2));
  return `  ${name}${wrapped(inlineText(explanationOf(id), out), width, indent)}\n`;
}
