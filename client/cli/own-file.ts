// A file of a project → what it says, byte for byte, and where it really lies; a sentence where it cannot be changed.
import { readFileSync, realpathSync } from "node:fs";
import { UsageFault } from "./command.ts";
import { slashed } from "./open.ts";
import { whyRefused } from "./trouble.ts";

interface Said {
  readonly bytes: Buffer;
  /** With its byte order mark, where it has one. */
  readonly text: string;
}

/** What a file says; a fault of use where it cannot be read, or something of it would be lost in writing it. */
export function saidBy(file: string, name: string): Said {
  const bytes = tried(name, () => readFileSync(file));
  return { bytes, text: decoded(bytes, name) };
}

/**
 * The file to which a link leads, which has to lie in the project; the link stays one.
 * @param verb what to do with the file elsewhere: "Format"
 */
export function realIn(base: string, file: string, name: string, verb: string): string {
  const real = tried(name, () => realpathSync(file));
  if (slashed(real).startsWith(`${base}/`)) return real;
  throw new UsageFault(
    `'${name}' is a link that leads out of the project, and is left as it is. ${verb} '${real}' where it lies.`,
  );
}

/** What the disk tells of a file, or a sentence where it does not. */
function tried<Told>(name: string, ask: () => Told): Told {
  try {
    return ask();
  } catch (error) {
    throw new UsageFault(`'${name}' cannot be read: ${whyRefused(error)}`);
  }
}

function decoded(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageFault(`'${name}' is not written in UTF-8 and stays as it is. Save it as UTF-8.`);
  }
}
