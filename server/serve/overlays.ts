// Hints and lenses → what the protocol lays over the text.
import {
  type CodeLens,
  type Command,
  ErrorCodes,
  type ExecuteCommandParams,
  type InlayHint,
  type InlayHintParams,
  type Position,
  ResponseError,
} from "vscode-languageserver";
import { hints } from "../features/hints.ts";
import { lenses } from "../features/lenses.ts";
import { resolve } from "../project/project.ts";
import { label } from "../words/visible.ts";
import { readCommand } from "./announced.ts";
import { uriIn } from "./convert.ts";
import { positionOf, rangeOf } from "./positions.ts";
import { type AskedDocument, offsetsOf } from "./question.ts";

export function hintsIn(asked: AskedDocument, { range }: InlayHintParams): InlayHint[] {
  const found = hints(asked.model, asked.file, offsetsOf(asked, range));
  const shown = found.filter(({ kind }) => asked.settings.hints[kind]);
  return shown.map((hint) => ({
    position: positionOf(asked.file.tree, hint.offset, asked.client.encoding),
    label: label(hint.label),
    tooltip: label(hint.tip),
    paddingLeft: true,
  }));
}

export function lensesIn(asked: AskedDocument): CodeLens[] {
  const { model, file, settings } = asked;
  const shown = lenses(model, file).filter(({ kind }) => settings.lenses[kind]);
  return shown.map((lens) => {
    const range = rangeOf(file.tree, lens.span, asked.client.encoding);
    return { range, command: commandOf(asked, label(lens.title), range.start) };
  });
}

/** Opens the roadmap at what the lens stands over, where the editor can do that. */
function commandOf(
  { client, snapshot, ...held }: AskedDocument,
  title: string,
  position: Position,
): Command {
  if (client.previewCommand === undefined) return { title, command: readCommand };
  const uri = uriIn(snapshot, resolve(held.model.project.root, held.file.path));
  return { title, command: client.previewCommand, arguments: [{ uri, position }] };
}

export function execute(_: unknown, { command }: ExecuteCommandParams): null {
  if (command === readCommand) return null;
  throw new ResponseError(ErrorCodes.InvalidParams, `There is no command '${command}'.`);
}
