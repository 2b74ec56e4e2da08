// Whatever a client sends, and when → the messages that may be answered now; the others are refused by the book.
import {
  ErrorCodes,
  Message,
  type MessageReader,
  type MessageWriter,
  type NotificationMessage,
  type RequestMessage,
  type ResponseMessage,
} from "vscode-languageserver";

/** A channel to a client. */
export interface Channel {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** A channel on which nothing comes before its time, and nothing that is no message. */
export interface Guarded extends Channel {
  /** The client has said that it will end; with `exit` it does. */
  isOver(): boolean;
  /** A request waits for its answer, or the answer for its way out. */
  isBusy(): boolean;
  /** The greeting is answered, and its answer is out. */
  readonly greeted: Promise<void>;
  /** Lets on what came after the greeting, in its order: up to now it was held back. */
  proceed(): void;
}

type Id = string | number;

/**
 * Stands before a connection, which knows neither that a client has to begin with `initialize` and
 * to ask nothing after `shutdown`, nor what to do with what is no message at all. Behind the greeting
 * it lets nothing on until there is somebody who answers it.
 */
export function guardLifecycle({ reader, writer }: Channel): Guarded {
  let stage: "new" | "running" | "over" = "new";
  let greeting: Id | undefined;
  /** What the client asked and was not answered yet, and what the server asked. */
  const open = new Set<string>();
  const asked = new Set<string>();

  const held: Message[] = [];
  let holds = true;
  const greeted = Promise.withResolvers<void>();

  /** Answers are written in a while, not at once. */
  let leaving = 0;

  const refuse = (id: Id | null, code: number, message: string) => {
    const answer: ResponseMessage = { jsonrpc: "2.0", id, error: { code, message } };
    writer.write(answer).catch(() => {});
  };

  /** Why a request is not answered now. */
  const refusal = ({
    id,
    method,
    params,
  }: RequestMessage): readonly [number, string] | undefined => {
    if (open.has(String(id)))
      return [ErrorCodes.InvalidRequest, `'${id}' waits for its answer already.`];
    if (stage === "over")
      return [ErrorCodes.InvalidRequest, "Nothing is answered after 'shutdown'."];
    if (stage === "new" && method !== "initialize")
      return [ErrorCodes.ServerNotInitialized, "The first request is 'initialize'."];
    if (stage === "running" && method === "initialize")
      return [ErrorCodes.InvalidRequest, "'initialize' has been answered already."];
    if (!isParams(params))
      return [ErrorCodes.InvalidParams, `The params of '${method}' are no object.`];
    if (method === "initialize" && !isGreeting(params))
      return [ErrorCodes.InvalidParams, "'initialize' tells no capabilities."];
    return undefined;
  };

  const request = (message: RequestMessage): Message | undefined => {
    const { id, method } = message;
    const refused = refusal(message);
    if (refused !== undefined) {
      refuse(id, ...refused);
      return undefined;
    }
    open.add(String(id));
    if (method === "shutdown") stage = "over";
    if (method === "initialize") {
      stage = "running";
      greeting = id ?? undefined;
    }
    return withoutNull(message);
  };

  const notification = (message: NotificationMessage): Message | undefined => {
    if (message.method === "exit") return withoutNull(message);
    if (stage !== "running" || !isParams(message.params)) return undefined;
    if (message.method === "$/cancelRequest" && idIn(message.params) === undefined)
      return undefined;
    return withoutNull(message);
  };

  /** What is no question: an answer to the server, or nothing that can be understood. */
  const other = (message: object): Message | undefined => {
    const id = idIn(message);
    const isKnown = id !== undefined && asked.delete(String(id));
    if (isKnown) {
      const answer = { jsonrpc: "2.0", ...message, id };
      return "error" in message || "result" in message ? answer : withResult(answer);
    }
    if (!("result" in message || "error" in message))
      refuse(id ?? null, ErrorCodes.InvalidRequest, "A message names its method.");
    return undefined;
  };

  const admit = (message: unknown): Message | undefined => {
    if (!isObject(message)) {
      refuse(null, ErrorCodes.InvalidRequest, "A message is one object.");
      return undefined;
    }
    if (isQuestion(message)) {
      if (Message.isRequest(message)) return request(message);
      if (Message.isNotification(message)) return notification(message);
      refuse(null, ErrorCodes.InvalidRequest, "The id of a request is a text or a number.");
      return undefined;
    }
    return other(message);
  };

  /** What is done with a message that is let on. */
  let callback: (message: Message) => void = () => {};
  const receive = (message: Message) => {
    if (holds && stage !== "new") {
      held.push(message);
      return;
    }
    const admitted = admit(message);
    if (admitted !== undefined) callback(admitted);
  };
  const letOn = () => {
    for (const message of held.splice(0)) receive(message);
  };

  const write = (message: Message): Promise<void> => {
    if (Message.isRequest(message)) asked.add(String(message.id));
    const answered = Message.isResponse(message) ? message : undefined;
    if (answered !== undefined) open.delete(String(answered.id));
    const isGreeted = answered !== undefined && answered.id === greeting;
    if (isGreeted) greeting = undefined;
    leaving += 1;
    const written = writer.write(message).finally(() => {
      leaving -= 1;
      if (isGreeted && answered.error === undefined) greeted.resolve();
    });
    if (isGreeted && answered.error !== undefined) {
      // Whoever could not begin may try again.
      stage = "new";
      letOn();
    }
    return written;
  };

  return {
    reader: {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      listen: (heard) => {
        callback = heard;
        return reader.listen(receive);
      },
      dispose: () => reader.dispose(),
    },
    writer: {
      onError: writer.onError,
      onClose: writer.onClose,
      write,
      end: () => writer.end(),
      dispose: () => writer.dispose(),
    },
    isOver: () => stage === "over",
    isBusy: () => open.size + held.length + leaving > 0,
    greeted: greeted.promise,
    proceed: () => {
      holds = false;
      letOn();
    },
  };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isQuestion(message: object): message is Message & { readonly method: string } {
  return "method" in message && typeof message.method === "string";
}

/** The params of all methods are one object; some libraries put it into a list. */
function isParams(params: unknown): boolean {
  if (params === undefined || params === null || isObject(params)) return true;
  return Array.isArray(params) && params.length === 1 && isObject(params[0]);
}

function isGreeting(params: unknown): boolean {
  const [one]: unknown[] = Array.isArray(params) ? params : [params];
  return isObject(one) && "capabilities" in one && isObject(one.capabilities);
}

function idIn(params: unknown): Id | undefined {
  const [one]: unknown[] = Array.isArray(params) ? params : [params];
  if (!isObject(one) || !("id" in one)) return undefined;
  return typeof one.id === "string" || typeof one.id === "number" ? one.id : undefined;
}

/** A message whose params are null has none. */
function withoutNull(message: RequestMessage | NotificationMessage): Message {
  if (message.params !== null) return message;
  const { params: _, ...rest } = message;
  return rest;
}

/** Some clients leave the result out where it is null. */
function withResult(answer: Message): Message & { readonly result: null } {
  return { ...answer, result: null };
}
