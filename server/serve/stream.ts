// A stream of bytes → the messages in it, and an answer to what is none.
import {
  Disposable,
  Emitter,
  ErrorCodes,
  Event,
  type Message,
  type MessageReader,
  type MessageWriter,
  type ResponseMessage,
} from "vscode-languageserver";
import { createFrames } from "./frames.ts";

/** Reads messages from a stream. What is no JSON is answered; where messages cannot be told apart it fails. */
export function readStream(input: NodeJS.ReadableStream, writer: MessageWriter): MessageReader {
  const errors = new Emitter<Error>();
  const closed = new Emitter<void>();
  const answer = (message: string): Promise<void> => {
    const error = { code: ErrorCodes.ParseError, message };
    const response: ResponseMessage = { jsonrpc: "2.0", id: null, error };
    return writer.write(response).catch(() => {});
  };
  return {
    onError: errors.event,
    onClose: closed.event,
    onPartialMessage: Event.None,
    listen: (callback) => {
      const take = createFrames({
        onBody: (body) => {
          const message = messageIn(body);
          if (message === undefined) void answer("A message is no JSON in UTF-8.");
          else callback(message);
        },
        onLost: (why) => void answer(why).then(() => errors.fire(new Error(why))),
      });
      const onData = (chunk: Uint8Array | string) =>
        take(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk);
      input.on("data", onData);
      input.on("error", (error: Error) => errors.fire(error));
      input.on("end", () => closed.fire());
      input.on("close", () => closed.fire());
      return Disposable.create(() => input.off("data", onData));
    },
    dispose: () => {
      errors.dispose();
      closed.dispose();
    },
  };
}

function messageIn(body: Uint8Array): Message | undefined {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
