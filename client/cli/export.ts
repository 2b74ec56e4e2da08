// `strategy export VIEW --to FORMAT`: what a strategy holds, for other programs and for other people.
import { readFileSync, statSync } from "node:fs";
import process from "node:process";
import { Option } from "commander";
import type { Model } from "../../server/model/universe.ts";
import { views } from "../../server/views/index.ts";
import { type ModelExport, modelExport } from "../../server/views/model.ts";
import type { View } from "../../server/views/view.ts";
import { disarmedJson } from "../../server/words/disarmed.ts";
import { joined } from "../../server/words/wording.ts";
import { type Theme, themes } from "../drawings/theme.ts";
import { formats, formatsOf } from "../exports/formats.ts";
import { named, pictureWidth } from "./arguments.ts";
import { exit, type Register, UsageFault, write } from "./command.ts";
import { exported } from "./exported.ts";
import { nothingIn, openProject } from "./open.ts";
import { outputTo } from "./output.ts";
import { whyRefused } from "./trouble.ts";

interface Options {
  readonly project?: string;
  readonly to: string;
  readonly output?: string;
  readonly today?: string;
  readonly theme: Theme;
  readonly width: number;
  readonly withSource?: boolean;
  readonly revision: boolean;
  readonly paper: "a4" | "a3";
  readonly font?: string;
}

/** What can be exported, by the name on the command line: what it shows, and in which formats. */
function exports(): ReadonlyMap<string, Export> {
  const whole = {
    shows: "every declaration with its fields and derived figures",
    formats: ["json"],
    pieces: (model: Model) => inPieces(modelExport(model)),
  };
  const of = (name: string) => formatsOf(name).map((format) => format.name);
  const drawings = views.map((view): [string, Export] => [
    view.name,
    { shows: view.shows, formats: of(view.name), pieces: written([view]) },
  ]);
  const board: Export = {
    shows: "all of these in one file",
    formats: of("board"),
    pieces: written(views),
  };
  return new Map([...drawings, ["board", board], ["model", whole]]);
}

interface Export {
  readonly shows: string;
  readonly formats: readonly string[];
  readonly pieces: (
    model: Model,
    options: Options,
  ) => Iterable<string | Uint8Array> | Promise<Iterable<string | Uint8Array>>;
}

/** What writes these views of a model as they are asked for. */
function written(shown: readonly View[]): Export["pieces"] {
  return async (model, { to, theme, width, paper, font, revision, withSource = false }) => {
    const fallback = font === undefined ? {} : { fallbackFont: fontIn(font) };
    const wishes = { theme, width, paper, withSource, hasRevision: revision, ...fallback };
    return [await exported(model, shown, to, wishes)];
  };
}

/** A pipe would be waited for. */
function fontIn(name: string): Uint8Array {
  try {
    if (statSync(name).isFile()) return readFileSync(name);
  } catch (error) {
    throw new UsageFault(`'${name}' cannot be read: ${whyRefused(error)}`);
  }
  throw new UsageFault(`'${name}' is no file. Name one that ends with .ttf, .otf or .ttc.`);
}

export const registerExport: Register = (program) => {
  const known = exports();
  program
    .command("export")
    .description("writes a view of the strategy to a file")
    .argument("<view>", "one of those below")
    .requiredOption("--to <format>", "one of those below, as the view has it")
    .option("--output <file>", "write to this file instead of standard output", named("a file"))
    .option("--project <dir>", "folder of the strategy; else here", named("a folder"))
    .option("--today <date>", "the date that counts as today")
    .addOption(
      new Option("--theme <theme>", "colours of pictures, pages and slides")
        .choices(themeNames)
        .default("light"),
    )
    .addOption(
      new Option("--width <px>", "png, svg: how wide").argParser(pictureWidth).default(1600),
    )
    .addOption(new Option("--paper <size>", "pdf: pages").choices(["a4", "a3"]).default("a4"))
    .option("--font <file>", "pdf, png: for signs that Inter has not", named("a font file"))
    .option("--with-source", "html: with the text of each declaration, comments and all")
    .option("--no-revision", "without the revision of the repository at the foot of pages")
    .addHelpText("after", listOf(known))
    .action(async (name: string, options: Options) => {
      const found = known.get(name);
      if (found === undefined)
        throw new UsageFault(
          `There is no view '${name}' to export. There is: ${[...known.keys()].join(", ")}.`,
        );
      if (!found.formats.includes(options.to))
        throw new UsageFault(
          `'${name}' is written as ${joined(found.formats, "or")}, not as '${options.to}'.`,
        );
      refuseOnTerminal(name, options);
      const opened = await openProject(options);
      const model = opened.models.find((one) => one.project.root === opened.base);
      if (model === undefined || model.project.files.size === 0)
        throw await nothingIn(opened, options);
      await put(await found.pieces(model, options), options, opened);
      if (opened.isPartial) process.exitCode = exit.usage;
    });
};

/** What is no text would only make a terminal blink. */
function refuseOnTerminal(name: string, { to, output }: Options): void {
  const format = formatsOf(name).find((one) => one.name === to);
  if (output !== undefined || format === undefined || format.text || !process.stdout.isTTY) return;
  throw new UsageFault(`A ${to} is no text for a terminal. Name a file for it: --output FILE.`);
}

/** What there is, how it is written, and which of it is written how. */
function listOf(known: ReadonlyMap<string, Export>): string {
  const words: readonly (readonly [string, string])[] = formats.map((one) => [one.name, one.words]);
  return [
    ...["", "Views:", ...inColumns([...known].map(([name, { shows }]) => [name, shows]))],
    ...["", "Formats:", ...inColumns(words)],
    ...["", "Which view is written as what:", ...crossesOf(known)],
  ].join("\n");
}

/** Names in a column of their own. */
function inColumns(rows: readonly (readonly [name: string, says: string])[]): readonly string[] {
  const widest = rows.reduce((most, [name]) => Math.max(most, name.length), 0);
  return rows.map(([name, says]) => `  ${name.padEnd(widest)}  ${says}`);
}

/** A line for each view, with an x under each of its formats. */
function crossesOf(known: ReadonlyMap<string, Export>): readonly string[] {
  const crosses = [...known].map(([name, { formats: own }]): readonly [string, string] => [
    name,
    formats.map((one) => (own.includes(one.name) ? "x" : "").padEnd(one.name.length)).join("  "),
  ]);
  const heads = formats.map(({ name }) => name).join("  ");
  return inColumns([["", heads], ...crosses]).map((line) => line.trimEnd());
}

const themeNames = Object.keys(themes);

async function put(
  pieces: Iterable<string | Uint8Array>,
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
function bytesOf(pieces: Iterable<string | Uint8Array>): Uint8Array {
  return Buffer.concat([...pieces].map((piece) => Buffer.from(piece)));
}
