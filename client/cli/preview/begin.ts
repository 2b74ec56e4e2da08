// A template that a page has chosen → a plan where nothing is written yet, or the sentence that says why not.
import path from "node:path";
import process from "node:process";
import { lineEndOf } from "../../../server/edits/blocks.ts";
import type { Refusal } from "../../../server/edits/refusal.ts";
import { movedOn } from "../../../server/gestures/found.ts";
import { iso } from "../../../server/model/calendar.ts";
import type { Model } from "../../../server/model/universe.ts";
import type { SourceFile } from "../../../server/project/project.ts";
import { templates, textOn } from "../../../server/templates/index.ts";
import { currencyOfTerminal } from "../../currency.ts";
import { UsageFault } from "../command.ts";
import { newPlace, writeNew } from "../new-place.ts";
import { realIn, saidBy } from "../own-file.ts";
import type { Exchange } from "../replace.ts";
import type { Edits } from "./edits.ts";

/** A folder in which a strategy may begin. */
export interface BareFolder {
  readonly base: string;
  /** Its project: files may lie in it in which nothing is written. */
  readonly model: Model;
}

/**
 * Writes it into the file that is there, or else into a new one. What is wrong is given as a
 * sentence, and then nothing is written.
 * @param written hears in a sentence what was written, and is waited for
 */
export async function beginFrom(
  name: string,
  { base, model }: BareFolder,
  edits: Edits,
  written: (sentence: string) => Promise<void>,
): Promise<string | undefined> {
  const template = templates.find((one) => one.name === name);
  if (template === undefined) return `There is no template '${name}'.`;
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  const currency = currencyOfTerminal(process.env, locale);
  const textFor = (today: string) => textOn(template, today, currency);
  const [file] = model.paths();
  if (file !== undefined)
    return await edits.make(() => filled(base, model.fileAt(file), textFor(iso(model.today))));
  try {
    const place = await newPlace(path.relative(process.cwd(), base) || ".", false);
    const names = writeNew(place, textFor(place.today));
    await written(`Wrote ${names.join(", ")}.`);
    return undefined;
  } catch (error) {
    if (error instanceof UsageFault) return error.message;
    throw error;
  }
}

/** Behind the comments that stand in a file, if any do; refused where it says another thing by now. */
function filled(
  base: string,
  source: SourceFile | undefined,
  text: string,
): readonly Exchange[] | Refusal {
  if (source === undefined) return movedOn;
  const { path: name, tree } = source;
  const file = realIn(base, path.join(base, name), name, "Write");
  const { bytes, text: said } = saidBy(file, name);
  const mark = said.startsWith("\ufeff") ? "\ufeff" : "";
  if (said.slice(mark.length) !== tree.text) return movedOn;
  const before = tree.text.trimEnd();
  const end = lineEndOf(tree.text);
  const own = text.replaceAll("\n", end);
  const whole = before === "" ? own : `${before}${end}${end}${own}`;
  return [{ file, name, before: bytes, text: Buffer.from(mark + whole) }];
}
