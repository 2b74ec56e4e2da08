// The body of a request → the message that a page sends, or why it is none.
import type { IncomingMessage } from "node:http";
import { type PageMessage, pageMessage } from "../../../server/protocol.ts";

interface Refused {
  readonly status: 400 | 413 | 415;
  readonly sentence: string;
}

/** In bytes: a page sends a place or a word, and where it may change something what was done to up to a thousand marks. */
const [mostSaid, mostDone] = [64 * 1024, 1024 * 1024];

const tooLong: Refused = { status: 413, sentence: "This message is too long." };
const noJson: Refused = { status: 415, sentence: "A message is sent as application/json." };
const unknown: Refused = { status: 400, sentence: "No page of the preview sends such a message." };

/** Reads a message; what is too long or of another kind is not read to its end. */
export async function messageOf(
  request: IncomingMessage,
  edits: boolean,
): Promise<PageMessage | Refused> {
  const most = edits ? mostDone : mostSaid;
  const type = request.headers["content-type"] ?? "";
  if (!/^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i.test(type)) return noJson;
  if (Number(request.headers["content-length"] ?? 0) > most) return tooLong;
  const body = await bodyOf(request, most);
  if (body === undefined) return tooLong;
  const message = pageMessage.safeParse(jsonOf(body));
  return message.success ? message.data : unknown;
}

/** The whole body; undefined where there is no end to it. */
function bodyOf(request: IncomingMessage, most: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on("data", (part: Buffer) => {
      size += part.length;
      if (size <= most) parts.push(part);
      else {
        request.pause();
        resolve(undefined);
      }
    });
    request.on("end", () => resolve(Buffer.concat(parts).toString("utf8")));
    request.on("error", reject);
    request.on("close", () => reject(new Error("The page went away in the middle of a message.")));
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
