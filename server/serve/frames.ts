// Bytes as they come from an editor, in pieces of any size → the bodies of its messages.

/** No message of an editor is as long; one that claims to be has lost its way. */
const mostBody = 256 * 1024 * 1024;
const mostHeader = 4096;

/** What is done with what is found. */
export interface Finder {
  readonly onBody: (body: Uint8Array) => void;
  /** Called once, with a sentence: where the next message begins cannot be known any more. */
  readonly onLost: (why: string) => void;
}

/** A function that takes the bytes as they come. It holds only what has come, whatever length is claimed. */
export function createFrames({ onBody, onLost }: Finder): (chunk: Uint8Array) => void {
  let header = "";
  let parts: Uint8Array[] = [];
  /** How many bytes of a body are still to come; undefined within a header. */
  let missing: number | undefined;
  let lost = false;

  /** Takes what belongs to a header, and gives what is left. */
  const inHeader = (chunk: Uint8Array): Uint8Array => {
    const piece = chunk.subarray(0, mostHeader);
    const text = header + latin1(piece);
    const end = text.indexOf("\r\n\r\n");
    if (end > mostHeader || (end < 0 && text.length > mostHeader)) {
      lost = true;
      onLost("What came is no message: it does not begin with its length.");
      return chunk;
    }
    if (end < 0) {
      header = text;
      return chunk.subarray(piece.length);
    }
    const length = lengthIn(text.slice(0, end));
    if (typeof length === "string") {
      lost = true;
      onLost(length);
      return chunk;
    }
    const taken = end + 4 - header.length;
    header = "";
    missing = length;
    return chunk.subarray(taken);
  };

  return (chunk) => {
    let rest = chunk;
    while (!lost && (rest.length > 0 || missing === 0)) {
      if (missing === undefined) {
        rest = inHeader(rest);
        continue;
      }
      const part = rest.subarray(0, missing);
      rest = rest.subarray(part.length);
      parts.push(part);
      missing -= part.length;
      if (missing > 0) continue;
      const body = joined(parts);
      parts = [];
      missing = undefined;
      onBody(body);
    }
  };
}

/** The length that a header tells, or a sentence about what is wrong with it. */
function lengthIn(header: string): number | string {
  let length: number | undefined;
  for (const line of header.split("\r\n")) {
    // Some clients end their messages with an empty line.
    if (line === "") continue;
    const [, name = "", value = ""] = /^([\w-]+)[ \t]*:(.*)$/s.exec(line) ?? [];
    if (name === "") return `A message begins with ${shown(line)}, not with its length.`;
    if (/^content-type$/i.test(name) && /charset=(?!["']?utf-?8\b)/i.test(value))
      return `A message is written in ${shown(value)}. Only UTF-8 can be read.`;
    if (!/^content-length$/i.test(name)) continue;
    const digits = /^[ \t]*(\d+)[ \t]*$/.exec(value)?.[1];
    if (digits === undefined) return `The length of a message is ${shown(value)}, not a number.`;
    length = Number(digits);
    if (length > mostBody) return `A message of ${digits} bytes is too long.`;
  }
  return length ?? "A message does not tell its length.";
}

/** Some of what somebody else wrote, fit for one line. */
function shown(text: string): string {
  const short = text.trim().slice(0, 40);
  return `'${short.replace(/[^\x20-\x7e]/g, "?")}'`;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Bytes as the characters of a header, of which each is one. */
function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
