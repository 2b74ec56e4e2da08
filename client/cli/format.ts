// `strategy format`: the canonical form of the files of a project.
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { formatText } from "../../grammar/format.ts";
import { exit, type Register, say, write } from "./command.ts";
import { nothingIn, openProject } from "./open.ts";
import { relative } from "./report.ts";
import { selectPaths } from "./select.ts";

interface Options {
  readonly project?: string;
  readonly check?: boolean;
}

export const registerFormat: Register = (program) => {
  program
    .command("format")
    .description("lays out files in the canonical form")
    .argument("[paths...]", "files or folders; else all of the project")
    .option("--check", "change nothing; end with 1 where a file is not in the canonical form")
    .option("--project <dir>", "folder of the strategy; else here, or where the paths lie")
    .action(async (paths: readonly string[], options: Options) => {
      const opened = await openProject({ ...options, paths });
      const { base, models } = opened;
      const all = models.flatMap(({ project }) =>
        [...project.files.keys()].map((file) => `${project.root}/${file}`),
      );
      const files = selectPaths(all, paths, base);
      if (files.length === 0) throw await nothingIn(opened, { ...options, paths });
      let changed = 0;
      for (const file of files) {
        const name = relative(base, file);
        const text = decode(readFileSync(file));
        if (text === undefined) {
          say(`'${name}' is not written in UTF-8 and stays as it is. Save it as UTF-8.`);
          process.exitCode = exit.usage;
          continue;
        }
        const formatted = formatText(text);
        if (formatted === text) continue;
        changed += 1;
        if (!options.check) writeFileSync(file, formatted);
        await write(`${name}\n`);
      }
      if (options.check && changed > 0) process.exitCode = exit.findings;
      if (opened.isPartial) process.exitCode = exit.usage;
    });
};

/** The text of a file, its byte order mark kept; undefined where something of it would be lost. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
