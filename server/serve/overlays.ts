// Hints and lenses → what the protocol lays over the text.
import {
  CodeLensRequest,
  ErrorCodes,
  ExecuteCommandRequest,
  InlayHintRequest,
  ResponseError,
} from "vscode-languageserver";
import { hints } from "../features/hints.ts";
import { lenses } from "../features/lenses.ts";
import { label } from "../words/visible.ts";
import { positionOf, rangeOf } from "./positions.ts";
import { onDocument, onWorkspace, type Row, spanOf } from "./row.ts";

/** A lens needs a command. Where there is nothing to open it is read, and choosing it does nothing. */
const readCommand = "strategy.read";

export const overlayRows: readonly Row[] = [
  onDocument({ inlayHintProvider: true }, InlayHintRequest.type, null, (asked, { range }) =>
    hints(asked.model, asked.file, spanOf(asked, range)).map((hint) => ({
      position: positionOf(asked.file.tree, hint.offset, asked.client.encoding),
      label: label(hint.label),
      tooltip: label(hint.tip),
      paddingLeft: true,
    })),
  ),
  // All lenses are complete, so none is asked about again.
  onDocument(
    { codeLensProvider: { resolveProvider: false } },
    CodeLensRequest.type,
    null,
    (asked) =>
      lenses(asked.model, asked.file).map((lens) => ({
        range: rangeOf(asked.file.tree, lens.span, asked.client.encoding),
        command: { title: label(lens.title), command: asked.client.previewCommand ?? readCommand },
      })),
  ),
  onWorkspace(
    ({ previewCommand }) =>
      previewCommand === undefined ? { executeCommandProvider: { commands: [readCommand] } } : {},
    ExecuteCommandRequest.type,
    () => null,
    (_, { command }) => {
      if (command === readCommand) return null;
      throw new ResponseError(ErrorCodes.InvalidParams, `There is no command '${command}'.`);
    },
  ),
];
