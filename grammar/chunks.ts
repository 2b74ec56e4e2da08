// Text → the pieces that stand at its top level, so that an edit needs to parse only the piece that it touches.
import { mend, type Piece } from "./braces.ts";
import { indentAt, noHorizon, pairBraces } from "./scan.ts";
import { isDeclaration, isFieldStart, type Look } from "./starts.ts";
import { Close, Open, openStream, type Token, Word } from "./tokens.ts";

/** Cuts a text into pieces, which cover it. The last one takes the space at the end. */
export function split(text: string): readonly Piece[] {
  if (text === "") return [];
  const horizon = noHorizon();
  const partners = pairBraces(text, horizon);
  const pieces: Piece[] = [];
  let stream = openStream(text, 0, horizon);
  let start = 0;
  let indent: number | undefined;
  /** Pieces before this one have been mended already. */
  let floor = 0;
  /** The piece is a declaration that may lack its braces. */
  let isBare = false;
  /** Where its kind and name end: the name before a brace is no field. */
  let headEnd = 0;
  let index = 0;
  const at = (place: number): Token | undefined => {
    while (place >= stream.tokens.length) if (!stream.advance()) return undefined;
    return stream.tokens[place];
  };
  const look: Look = (ahead) => at(index + ahead - 1);
  const cut = (end: number) => {
    pieces.push({ start, end, indent: indent ?? 0, repairs: [], faults: [], isCut: false });
    start = end;
    indent = undefined;
    isBare = false;
  };
  const repair = (trouble: "open" | "extra" | "bare", beyond: number) => {
    const mended = mend({ text, start, beyond, trouble, horizon });
    pieces.push(...mended.pieces);
    floor = pieces.length;
    start = mended.end;
    indent = undefined;
    isBare = false;
    stream = openStream(text, start, horizon);
    index = 0;
  };

  for (let token = at(0); token !== undefined; token = at(index)) {
    const previous = at(index - 1);
    const isFirst = previous?.endLine !== token.line;
    const isHead = isFirst && token.tokenType === Word && isDeclaration(look);
    if (previous !== undefined && indent !== undefined && token.tokenType !== Close) {
      if (previous.tokenType === Close || isHead) cut(previous.end);
    }
    if (indent === undefined) {
      indent = indentAt(text, token.startOffset);
      isBare = isHead && token.image !== "import";
      headEnd = at(index + 1)?.end ?? token.end;
    }
    if (token.tokenType === Open) {
      isBare = false;
      const partner = partners.get(token.startOffset);
      if (partner === undefined) {
        repair("open", token.startOffset);
        continue;
      }
      stream.tokens.length = index + 1;
      stream.seek(partner);
      index++;
    } else if (token.tokenType === Close) {
      const margin = isFirst ? indentAt(text, token.startOffset) : 0;
      while (indent > margin && pieces.length > floor) {
        const piece = pieces.pop();
        start = piece?.start ?? start;
        indent = piece?.indent ?? indent;
      }
      repair("extra", token.startOffset);
      continue;
    } else if (isBare && token.end > headEnd && token.tokenType === Word && isFieldStart(look)) {
      repair("bare", token.startOffset);
      continue;
    }
    index++;
  }
  if (indent !== undefined || pieces.length === 0) cut(text.length);
  return stretchLast(pieces, text.length);
}

/** The space at the end of the text belongs to the last piece. */
function stretchLast(pieces: readonly Piece[], end: number): readonly Piece[] {
  const last = pieces.at(-1);
  if (last === undefined || last.end === end) return pieces;
  return [...pieces.slice(0, -1), { ...last, end }];
}
