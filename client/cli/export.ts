// `strategy export VIEW --to FORMAT`: what a strategy holds, for other programs and for other people.
import process from "node:process";
import { Option } from "commander";
import type { Model } from "../../server/model/universe.ts";
import { views } from "../../server/views/index.ts";
import { type ModelExport, modelExport } from "../../server/views/model.ts";
import { viewOf } from "../../server/views/view.ts";
import { joined } from "../../server/words/wording.ts";
import { drawn } from "../drawings/index.ts";
import { type Theme, themes } from "../drawings/theme.ts";
import { named, pictureWidth } from "./arguments.ts";
import { exit, type Register, UsageFault, write } from "./command.ts";
import { disarmedJson } from "./disarmed.ts";
import { nothingIn, openProject } from "./open.ts";
import { outputTo } from "./output.ts";
import { wholePageOf } from "./whole-page.ts";

interface Options {
  readonly project?: string;
  readonly to: string;
  readonly output?: string;
  readonly today?: string;
  readonly theme: Theme;
  readonly width: number;
  readonly withSource?: boolean;
}

/** What can be exported, by the name on the command line: what it shows, and who writes it in which format. */
function exports(): ReadonlyMap<string, Export> {
  const whole: Export = {
    shows: "every declaration with its fields and derived figures",
    formats: { json: (model) => inPieces(modelExport(model)) },
  };
  const drawings = views.map((view): [string, Export] => [
    view.name,
    {
      shows: view.shows,
      formats: {
        html: (model, { withSource }) => [wholePageOf(view, model, withSource === true)],
        svg: (model, { theme, width }) => [`${drawn(viewOf(view, model), { theme, width })}\n`],
      },
    },
  ]);
  return new Map([...drawings, ["model", whole]]);
}

interface Export {
  readonly shows: string;
  readonly formats: Readonly<Record<string, (model: Model, options: Options) => Iterable<string>>>;
}

export const registerExport: Register = (program) => {
  const known = exports();
  program
    .command("export")
    .description("writes a view of the strategy to a file")
    .argument("<view>", "one of those below")
    .requiredOption("--to <format>", "html, svg or json, as the view has it")
    .option("--output <file>", "write to this file instead of standard output", named("a file"))
    .option("--project <dir>", "folder of the strategy; else here", named("a folder"))
    .option("--today <date>", "the date that counts as today")
    .addOption(
      new Option("--theme <theme>", "colours of a picture").choices(themeNames).default("light"),
    )
    .addOption(
      new Option("--width <px>", "width of a picture").argParser(pictureWidth).default(1600),
    )
    .option("--with-source", "html: with the text of each declaration, comments and all")
    .addHelpText("after", listOf(known))
    .action(async (name: string, options: Options) => {
      const found = known.get(name);
      if (found === undefined)
        throw new UsageFault(
          `There is no view '${name}' to export. There is: ${[...known.keys()].join(", ")}.`,
        );
      const write = found.formats[options.to];
      if (write === undefined)
        throw new UsageFault(
          `'${name}' is written as ${joined(Object.keys(found.formats), "or")}, not as '${options.to}'.`,
        );
      const opened = await openProject(options);
      const model = opened.models.find((one) => one.project.root === opened.base);
      if (model === undefined || model.project.files.size === 0)
        throw await nothingIn(opened, options);
      await put(write(model, options), options, opened);
      if (opened.isPartial) process.exitCode = exit.usage;
    });
};

/** "Views:", and a line for each with what it shows and how it is written. */
function listOf(known: ReadonlyMap<string, Export>): string {
  const widest = Math.max(...[...known.keys()].map(({ length }) => length));
  const lines = [...known].map(([name, { shows, formats }]) => {
    const written = joined(Object.keys(formats), "or");
    return `  ${name.padEnd(widest)}  ${shows} (${written})`;
  });
  return ["", "Views:", ...lines].join("\n");
}

const themeNames = Object.keys(themes);

async function put(
  pieces: Iterable<string>,
  { output }: Options,
  opened: Parameters<typeof outputTo>[1],
): Promise<void> {
  if (output === undefined) for (const piece of pieces) await write(piece);
  else await outputTo(output, opened)(bytesOf(pieces));
}

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
