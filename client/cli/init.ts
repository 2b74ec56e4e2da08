// `strategy init [DIR]`: a first strategy in a folder, from a template or from a table.
import process from "node:process";
import { createInterface } from "node:readline/promises";
import { InvalidArgumentError } from "commander";
import { isCurrency, readDate } from "../../grammar/values.ts";
import { type Template, templates, textOn } from "../../server/templates/index.ts";
import { meant } from "../../server/words/guess.ts";
import { currencyOfTerminal } from "../currency.ts";
import { named } from "./arguments.ts";
import { type Register, say, UsageFault, write } from "./command.ts";
import { beginningFromTable } from "./from-table.ts";
import { type NewPlace, newPlace, writeNew } from "./new-place.ts";

interface Options {
  readonly template?: string;
  readonly currency?: string;
  readonly separate?: boolean;
  readonly today?: string;
  readonly from?: string;
  readonly map?: readonly string[];
  readonly kind?: string;
  readonly sheet?: string;
}

/** What a strategy begins with, and what is told of it. */
interface Beginning {
  readonly text: string;
  readonly told: string;
  /** What is told at the very end. */
  readonly last?: string;
}

export const registerInit: Register = (program) => {
  program
    .command("init")
    .description(
      "begins a strategy in a folder, from a template that is complete or from your own table",
    )
    .argument("[dir]", "the folder, which is made where it is not there", ".")
    .option("--template <name>", "one of those below", named("a template"))
    .option("--from <file>", "a table of yours instead: CSV or XLSX", named("a file"))
    .option("--map <column=field>", "with --from: what a column says; may be repeated", pairs)
    .option(
      "--kind <kind>",
      "with --from: what a row is, where the table does not tell",
      named("a kind"),
    )
    .option("--sheet <name>", "with --from: which sheet of a workbook", named("a sheet"))
    .option("--currency <code>", "of the amounts; else that of your country", currency)
    .option("--separate", "a plan of its own, within the folder of another one")
    .option("--today <date>", "the date that counts as today")
    .addHelpText("after", `\nTemplates:\n${listed()}\n`)
    .action(async (folder: string, options: Options) => {
      const place = await newPlace(folder, options.separate === true);
      const { text, told, last } = await beginningOf(place, options);
      await write(
        writeNew(place, text)
          .map((file) => `${file}\n`)
          .join(""),
      );
      tell([told, next(place), ...(last === undefined ? [] : [last])].join("\n\n"));
    });
};

async function beginningOf(place: NewPlace, options: Options): Promise<Beginning> {
  const { today = place.today } = options;
  if (readDate(today)?.precision !== "day")
    throw new UsageFault(`'${today}' is no date. Write it as in --today 2026-11-23.`);
  // A plan looks some years back and ahead, and a year has four digits.
  if (today < "0010" || today > "9990")
    throw new UsageFault(`'${today}' is too far from our time for the dates of a plan.`);
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  const { currency = currencyOfTerminal(process.env, locale) } = options;
  if (options.from !== undefined) return await fromTable(options.from, options, today, currency);
  const astray = (["map", "kind", "sheet"] as const).find((one) => options[one] !== undefined);
  if (astray !== undefined)
    throw new UsageFault(`--${astray} is about a table. Name it with --from.`);
  const template = await chosen(options.template);
  const isChosen = options.template !== undefined || isAsked();
  return {
    text: textOn(template, today, currency),
    told: `This is the template '${template.title}', dated from ${today}, in ${currency}. All of it is invented: make it yours.${isChosen ? "" : ` There are others: ${others(template)}. Choose one with --template.`}`,
  };
}

async function fromTable(
  from: string,
  { map, kind, sheet, template }: Options,
  today: string,
  currency: string,
): Promise<Beginning> {
  if (template !== undefined)
    throw new UsageFault(
      "A strategy begins from a template or from a table. Leave one of them out.",
    );
  const wishes = {
    from,
    ...(map === undefined ? {} : { map }),
    ...(kind === undefined ? {} : { kind }),
    ...(sheet === undefined ? {} : { sheet }),
  };
  const { text, told, sentence } = await beginningFromTable(wishes, { today, currency });
  return { text, told: told.join("\n"), last: sentence };
}

/** What columns say, one after the other. */
function pairs(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** The template of a name. Without one a terminal asks, and elsewhere it is the first. */
async function chosen(name: string | undefined): Promise<Template> {
  const [first] = templates;
  if (name !== undefined) {
    const found = templates.find((one) => one.name === name);
    if (found !== undefined) return found;
    const near = begunBy(name)?.name ?? meant(name, templates);
    const hint = near === undefined ? "" : ` Did you mean '${near}'?`;
    throw new UsageFault(`There is no template '${name}'.${hint} There are:`, listed().split("\n"));
  }
  const found = isAsked() ? await ask() : first;
  if (found === undefined) throw new UsageFault("No template was chosen, and nothing is written.");
  return found;
}

/** Says a text of several lines. */
function tell(text: string): void {
  for (const line of text.split("\n")) say(line);
}

function isAsked(): boolean {
  return Boolean(process.stdin.isTTY && process.stderr.isTTY);
}

/** The one template whose name or title begins so. */
function begunBy(word: string): Template | undefined {
  const start = word.toLowerCase();
  const found = templates.filter((one) =>
    [one.name, one.title].some((own) => own.toLowerCase().startsWith(start)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Asks on a terminal for a number or a name, until it is one; the first is taken where only Enter is
 * pressed.
 */
async function ask(): Promise<Template | undefined> {
  tell(`What do you want to begin with?\n\n${listed(true)}`);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    for (;;) {
      const said = (await lines.question("A number or a name [1]: ")).trim() || "1";
      const found = templates[Number(said) - 1] ?? begunBy(said);
      if (found !== undefined) return found;
      say(`There is no '${said}'. Type a number from 1 to ${templates.length}, or Ctrl+C to stop.`);
    }
  } catch {
    // Ctrl+C and Ctrl+D, where the line of the question stands open.
    process.stderr.write("\n");
    return undefined;
  } finally {
    lines.close();
  }
}

/** Each template, with its sentence below. */
function listed(isNumbered = false): string {
  const number = (index: number) => (isNumbered ? `${index + 1}  ` : "");
  return templates
    .map(({ name, says }, index) => `  ${number(index)}${name}\n      ${says}\n`)
    .join("");
}

function others(taken: Template): string {
  return templates.flatMap((one) => (one === taken ? [] : one.name)).join(", ");
}

/** The commands with which it goes on. */
function next({ name }: NewPlace): string {
  const quoted = /^[\w./-]+$/.test(name) ? name : JSON.stringify(name);
  const where = name === "." ? "" : ` --project ${quoted}`;
  return `  strategy preview${where}\n      shows it as a roadmap, and follows as you write\n  strategy check${where}\n      says what is wrong, and what to do`;
}

function currency(text: string): string {
  const code = text.toUpperCase();
  if (isCurrency(code)) return code;
  throw new InvalidArgumentError("Write the code of a currency, such as EUR.");
}
