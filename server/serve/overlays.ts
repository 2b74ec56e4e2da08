// Hints and lenses → what the protocol lays over the text.
import { CodeLensRequest, InlayHintRequest } from "vscode-languageserver";
import { hints } from "../features/hints.ts";
import { lenses } from "../features/lenses.ts";
import { label } from "../visible.ts";
import { positionOf, rangeOf } from "./positions.ts";
import { onDocument, type Row, spanOf } from "./row.ts";

export const overlayRows: readonly Row[] = [
  onDocument({ inlayHintProvider: true }, InlayHintRequest.type, null, (asked, { range }) =>
    hints(asked.model, asked.file, spanOf(asked, range)).map((hint) => ({
      position: positionOf(asked.file.tree, hint.offset, asked.client.encoding),
      label: label(hint.label),
      tooltip: label(hint.tip),
      paddingLeft: true,
    })),
  ),
  onDocument({ codeLensProvider: {} }, CodeLensRequest.type, null, (asked) =>
    lenses(asked.model, asked.file).map((lens) => ({
      range: rangeOf(asked.file.tree, lens.span, asked.client.encoding),
      // In an editor with the roadmap the line opens it; elsewhere it is there to be read.
      command: { title: label(lens.title), command: asked.client.previewCommand ?? "" },
    })),
  ),
];
