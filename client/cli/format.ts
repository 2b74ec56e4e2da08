// `strategy format`: the canonical form of the files of a project.
import { readFileSync, writeFileSync } from "node:fs";
import { formatText } from "../../grammar/format.ts";
import { exit, type Register, UsageFault, write } from "./command.ts";
import { openProject } from "./open.ts";
import { relative } from "./report.ts";
import { selectPaths } from "./select.ts";

interface Options {
  readonly project: string;
  readonly check?: boolean;
}

export const registerFormat: Register = (program) => {
  program
    .command("format")
    .description("lays out files in the canonical form")
    .argument("[paths...]", "files or folders; else all of the project")
    .option("--check", "change nothing; end with 1 where a file is not in the canonical form")
    .option("--project <dir>", "folder of the strategy", ".")
    .action(async (paths: readonly string[], options: Options) => {
      const { base, models } = await openProject(options.project);
      const all = models.flatMap(({ project }) =>
        [...project.files.keys()].map((file) => `${project.root}/${file}`),
      );
      const files = selectPaths(all, paths, base);
      if (files.length === 0)
        throw new UsageFault(
          "There is no .strategy file to format here. Name one, or a folder with --project.",
        );
      let changed = 0;
      for (const file of files) {
        const text = readFileSync(file, "utf8");
        const formatted = formatText(text);
        if (formatted === text) continue;
        changed += 1;
        if (!options.check) writeFileSync(file, formatted);
        await write(`${relative(base, file)}\n`);
      }
      if (options.check && changed > 0) process.exitCode = exit.findings;
    });
};
