// `strategy help [COMMAND]`: how the program or one of its commands is used.
import { meant } from "../../server/words/guess.ts";
import { type Register, UsageFault } from "./command.ts";

export const registerHelp: Register = (program) => {
  program
    .command("help")
    .description("says how a command is used")
    .argument("[command]", "its name; without one, all are listed")
    .action((name: string | undefined) => {
      if (name === undefined) return program.help();
      const command = program.commands.find((one) => one.name() === name);
      if (command !== undefined) return command.help();
      const known = program.commands.map((one) => ({ name: one.name() }));
      const near = meant(name, known);
      const hint = near === undefined ? "'strategy help' lists them." : `Did you mean '${near}'?`;
      throw new UsageFault(`There is no command '${name}'. ${hint}`);
    });
};
