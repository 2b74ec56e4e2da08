// Messages for the pages → event streams, as many as there may be; who reads slowly gets the newest message only.
import type { ServerResponse } from "node:http";
import type { HostMessage } from "../../../server/protocol.ts";
import { guardHeaders } from "./answers.ts";

export interface Streams {
  /** Keeps an answer open and writes what is said of a view to it; false where there are too many already. */
  readonly open: (
    response: ServerResponse,
    view: string,
    messages: readonly HostMessage[],
  ) => boolean;
  /** Writes a message about its view to all that are open. */
  readonly send: (messageOn: (view: string) => HostMessage | undefined) => void;
}

interface Stream {
  readonly view: string;
  readonly response: ServerResponse;
  /** What is left to say once it has read what was written. */
  next?: Buffer | undefined;
  /** Runs out where it does not read at all. */
  patience?: NodeJS.Timeout | undefined;
}

/** How many pages may listen, and for how many milliseconds one may leave what it got unread. */
export function createStreams(most: number, patience: number): Streams {
  const open = new Set<Stream>();

  const write = (stream: Stream, event: Buffer) => {
    if (stream.patience !== undefined) {
      stream.next = event;
      return;
    }
    if (stream.response.write(event)) return;
    stream.patience = setTimeout(() => stream.response.destroy(), patience).unref();
    stream.response.once("drain", () => {
      clearTimeout(stream.patience);
      const { next } = stream;
      stream.patience = undefined;
      stream.next = undefined;
      if (next !== undefined) write(stream, next);
    });
  };

  return {
    open: (response, view, messages) => {
      if (open.size >= most) return false;
      const stream: Stream = { view, response };
      open.add(stream);
      response.on("close", () => {
        clearTimeout(stream.patience);
        open.delete(stream);
      });
      response.writeHead(200, { ...guardHeaders, "content-type": "text/event-stream" });
      write(stream, Buffer.concat(messages.map(eventOf)));
      return true;
    },
    send: (messageOn) => {
      for (const [view, streams] of Map.groupBy(open, (stream) => stream.view)) {
        const message = messageOn(view);
        if (message === undefined) continue;
        // All that show it share these bytes, however many there are.
        const event = eventOf(message);
        for (const stream of streams) write(stream, event);
      }
    },
  };
}

function eventOf(message: HostMessage): Buffer {
  return Buffer.from(`data: ${JSON.stringify(message)}\n\n`);
}
