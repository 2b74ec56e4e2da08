// A stream → how wide and colourful a text on it may be, and texts that keep to that.
import process from "node:process";
import type { WriteStream } from "node:tty";
import { Help } from "commander";
import pc from "picocolors";
import stringWidth from "string-width";

/** Ways to colour a piece of text. */
export type Colours = ReturnType<typeof pc.createColors>;

export interface Screen {
  readonly out: Colours;
  /** In columns; undefined where no terminal reads along, and each message stays on one line. */
  readonly width: number | undefined;
}

/** Standard output: a terminal, or a pipe. */
export function screen(): Screen {
  return { out: colours(), width: columnsOf(process.stdout) };
}

/** A file: no colours, and no end of a line. */
export const paper: Screen = { out: pc.createColors(false), width: undefined };

/** What a page of text is wrapped at where there is no terminal. */
export const pageWidth = 80;

/** Colours for standard output: none unless it is a terminal, or colour is asked for. */
function colours(): Colours {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const isForced = Boolean(FORCE_COLOR) && FORCE_COLOR !== "0";
  const isPlain = Boolean(NO_COLOR) || FORCE_COLOR === "0";
  return pc.createColors(
    !isPlain && (isForced || (Boolean(process.stdout.isTTY) && TERM !== "dumb")),
  );
}

/** The columns of a terminal, where a stream is one; some terminals do not tell, or tell 0. */
export function columnsOf(stream: WriteStream): number | undefined {
  return stream.isTTY ? stream.columns || pageWidth : undefined;
}

/** The library of the help texts wraps the others too, so that all look the same. */
export const layout = { displayWidth: stringWidth, minWidthToWrap: 20 } as const;
const lines = Object.assign(new Help(), layout);

/** A text in lines that are not wider than a screen; from the second on they are indented. */
export function wrapped(text: string, width: number | undefined, indent = ""): string {
  if (width === undefined) return text;
  const room = Math.max(width - indent.length, layout.minWidthToWrap);
  return lines.boxWrap(text, room).replaceAll("\n", `\n${indent}`);
}
