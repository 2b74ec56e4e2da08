// Requests on localhost → the page, its files, its event stream and its messages; everything else is refused.
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type {
  HostMessage,
  OfferedFormat,
  PageMessage,
  TemplateText,
} from "../../../server/protocol.ts";
import { counted } from "../../../server/words/wording.ts";
import { answerSaid, answerTaken, file, giveAway, page, refuse } from "./answers.ts";
import { letIn } from "./gate.ts";
import { messageOf } from "./message.ts";
import { createStreams } from "./streams.ts";

/** What a reader may take; times in milliseconds. */
export interface Limits {
  /** Pages that listen at the same time. */
  readonly streams: number;
  /** How long a page may leave unread what it got. */
  readonly patience: number;
  /** How long a request may take to be sent, and how often that is looked at. */
  readonly request: number;
  readonly look: number;
}

/** @internal Tests wait for one of them at a time and leave the others as they are. */
export const requestLimits: Limits = {
  streams: 50,
  patience: 60_000,
  request: 10_000,
  look: 2_000,
};

export interface Serving {
  /** What stands in the address and nobody else knows. */
  readonly word: string;
  /** What a page that begins to look at a view hears first. */
  readonly messages: (view: string) => readonly HostMessage[];
  /** Pages may change something, and are told so. */
  readonly edits: boolean;
  /** With what a strategy may begin in a page that may change something. */
  readonly templates?: readonly Pick<TemplateText, "name" | "title" | "says">[];
  /** What a page says; it may be answered. */
  readonly onMessage: (
    message: PageMessage,
  ) => HostMessage | undefined | Promise<HostMessage | undefined>;
  /** In which formats a page may have which views, and what writes a file. */
  readonly exporting?: {
    readonly formats: readonly OfferedFormat[];
    readonly write: (view: string, format: string) => Promise<WrittenFile>;
  };
  readonly limits?: Limits;
}

/** A file that is given away. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface PreviewServer {
  readonly server: Server;
  /** Tells all pages something about the view that each shows. */
  readonly send: (messageOn: (view: string) => HostMessage | undefined) => void;
}

/** A server that does not listen yet. */
export async function createPreview({
  word,
  messages,
  edits,
  templates,
  onMessage,
  exporting,
  limits: most = requestLimits,
}: Serving): Promise<PreviewServer> {
  // Loaded here, since no other command needs it, and each would wait for it.
  const { createServer } = await import("node:http");
  const streams = createStreams(most.streams, most.patience);
  const listen = (request: IncomingMessage, response: ServerResponse) => {
    const view = new URL(request.url ?? "", "http://localhost").searchParams.get("view") ?? "";
    if (
      streams.open(response, view, [
        {
          ...{ type: "setting", edits, exports: exporting?.formats ?? false },
          ...(edits && templates !== undefined ? { templates } : {}),
        },
        ...messages(view),
      ])
    )
      return;
    const says = `This preview is open in ${counted(most.streams, "window")} already. Close some of them.`;
    refuse(response, 503, says, { "retry-after": "10" });
  };
  const hear = async (request: IncomingMessage, response: ServerResponse) => {
    const message = await messageOf(request, edits);
    if ("status" in message) return refuse(response, message.status, message.sentence);
    const answer = await onMessage(message);
    if (answer === undefined) answerTaken(response);
    else answerSaid(response, answer);
  };

  const hand = async (request: IncomingMessage, response: ServerResponse) => {
    const { searchParams } = new URL(request.url ?? "", "http://localhost");
    const [view, format] = [searchParams.get("view") ?? "", searchParams.get("format") ?? ""];
    const isOffered = exporting?.formats.some(
      ({ name, views }) => name === format && views.includes(view),
    );
    if (!exporting || !isOffered) return refuse(response, 404, "There is no such file to export.");
    const written = await exporting.write(view, format);
    giveAway(response, written.name, written.bytes);
  };

  type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
  const reads = ["GET", "HEAD"];
  const answers: ReadonlyMap<string, { readonly methods: readonly string[]; answer: Answer }> =
    new Map([
      ["", { methods: reads, answer: (_, response) => page(response) }],
      [
        "page.js",
        { methods: reads, answer: (_, response) => file(response, "page.js", "text/javascript") },
      ],
      [
        "page.css",
        { methods: reads, answer: (_, response) => file(response, "page.css", "text/css") },
      ],
      ["favicon.ico", { methods: reads, answer: (_, response) => answerTaken(response) }],
      ["events", { methods: ["GET"], answer: listen }],
      ["export", { methods: ["GET"], answer: hand }],
      ["message", { methods: ["POST"], answer: hear }],
    ]);

  const answer: Answer = (request, response) => {
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const asked = letIn(request, { word, port });
    if ("status" in asked) return refuse(response, asked.status, asked.sentence);
    const found = answers.get(asked.asks);
    if (found === undefined) return refuse(response, 404, "There is nothing at this address.");
    const allow = found.methods.join(", ");
    if (!found.methods.includes(request.method ?? ""))
      return refuse(response, 405, `This address answers to ${allow} only.`, { allow });
    return found.answer(request, response);
  };

  const server = createServer(
    { connectionsCheckingInterval: most.look, headersTimeout: most.request },
    async (request, response) => {
      try {
        await answer(request, response);
      } catch {
        // Who went away needs no answer.
        if (!response.headersSent) refuse(response, 500, "The preview could not answer this.");
        else response.destroy();
      }
    },
  );
  server.requestTimeout = most.request;
  server.keepAliveTimeout = 5_000;
  // A page needs a handful of connections; who opens more waits for none of those to end.
  server.maxConnections = most.streams * 4;
  return { server, send: streams.send };
}
