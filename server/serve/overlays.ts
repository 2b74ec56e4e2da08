// Hints and lenses → what the protocol lays over the text.
import {
  type CodeLens,
  ErrorCodes,
  type ExecuteCommandParams,
  type InlayHint,
  type InlayHintParams,
  ResponseError,
} from "vscode-languageserver";
import { hints } from "../features/hints.ts";
import { lenses } from "../features/lenses.ts";
import { label } from "../words/visible.ts";
import { readCommand } from "./announced.ts";
import { positionOf, rangeOf } from "./positions.ts";
import { type AskedDocument, offsetsOf } from "./question.ts";

export function hintsIn(asked: AskedDocument, { range }: InlayHintParams): InlayHint[] {
  return hints(asked.model, asked.file, offsetsOf(asked, range)).map((hint) => ({
    position: positionOf(asked.file.tree, hint.offset, asked.client.encoding),
    label: label(hint.label),
    tooltip: label(hint.tip),
    paddingLeft: true,
  }));
}

export function lensesIn(asked: AskedDocument): CodeLens[] {
  return lenses(asked.model, asked.file).map((lens) => ({
    range: rangeOf(asked.file.tree, lens.span, asked.client.encoding),
    command: { title: label(lens.title), command: asked.client.previewCommand ?? readCommand },
  }));
}

export function execute(_: unknown, { command }: ExecuteCommandParams): null {
  if (command === readCommand) return null;
  throw new ResponseError(ErrorCodes.InvalidParams, `There is no command '${command}'.`);
}
