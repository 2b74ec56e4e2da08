// `strategy explain RULE`: the page of a rule or fault.
import { meant } from "../../server/model/words.ts";
import { type Register, UsageFault, write } from "./command.ts";
import { pageNames, readPage } from "./pages.ts";

export const registerExplain: Register = (program) => {
  program
    .command("explain")
    .description("says what a rule or fault means, why it matters and what to do")
    .argument("<rule>", "its name, as the check prints it")
    .action(async (rule: string) => {
      const page = readPage(rule);
      if (page === undefined) {
        const near = meant(
          rule,
          pageNames().map((name) => ({ name })),
        );
        throw new UsageFault(
          `There is no rule '${rule}'. ${near === undefined ? `There are: ${[...pageNames()].sort().join(", ")}.` : `Did you mean '${near}'?`}`,
        );
      }
      await write(page);
    });
};
