// `strategy export VIEW --to FORMAT`: what a strategy holds, for other programs.
import process from "node:process";
import { type ModelExport, modelExport } from "../../server/views/model.ts";
import { named } from "./arguments.ts";
import { exit, type Register, UsageFault, write } from "./command.ts";
import { disarmedJson } from "./disarmed.ts";
import { nothingIn, openProject } from "./open.ts";
import { outputTo } from "./output.ts";

interface Options {
  readonly project?: string;
  readonly to: string;
  readonly output?: string;
  readonly today?: string;
}

export const registerExport: Register = (program) => {
  program
    .command("export")
    .description("writes a view of the strategy to a file")
    .argument("<view>", "model: every declaration with its fields and derived figures")
    .requiredOption("--to <format>", "json")
    .option("--output <file>", "write to this file instead of standard output", named("a file"))
    .option("--project <dir>", "folder of the strategy; else here", named("a folder"))
    .option("--today <date>", "the date that counts as today")
    .action(async (view: string, options: Options) => {
      if (view !== "model")
        throw new UsageFault(`There is no view '${view}' to export. There is: model.`);
      if (options.to !== "json")
        throw new UsageFault(`'${view}' is written as json, not as '${options.to}'.`);
      const opened = await openProject(options);
      const model = opened.models.find((one) => one.project.root === opened.base);
      if (model === undefined || model.project.files.size === 0)
        throw await nothingIn(opened, options);
      const pieces = inPieces(modelExport(model));
      if (options.output === undefined) for (const piece of pieces) await write(piece);
      else await outputTo(options.output, opened)(bytesOf(pieces));
      if (opened.isPartial) process.exitCode = exit.usage;
    });
};

/**
 * The JSON of a model, a declaration at a time: paths up a chain of thousands come to more than one
 * text can hold.
 * @internal A test counts the pieces, which the whole does not show.
 */
export function* inPieces(data: ModelExport): Iterable<string> {
  const frame = disarmedJson({ ...data, entities: [] });
  const end = frame.lastIndexOf("]");
  yield frame.slice(0, end);
  let before = "\n    ";
  for (const entity of data.entities) {
    yield `${before}${disarmedJson(entity).replaceAll("\n", "\n    ")}`;
    before = ",\n    ";
  }
  yield `${data.entities.length === 0 ? "" : "\n  "}${frame.slice(end)}\n`;
}

/** Pieces as one, which may be longer than a text can be. */
function bytesOf(pieces: Iterable<string>): Uint8Array {
  return Buffer.concat([...pieces].map((piece) => Buffer.from(piece)));
}
