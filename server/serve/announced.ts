// Names that a client is told of when it begins, and that come back from it.
import { CodeActionKind } from "vscode-languageserver";

/** Mends all that cannot go wrong; editors can run it on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.strategy`;

/** A lens needs a command. Where there is nothing to open it is read, and choosing it does nothing. */
export const readCommand = "strategy.read";
