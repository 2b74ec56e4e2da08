// A process → a connection to the editor that started it, which ends the process where the editor has gone.
import {
  type Connection,
  createConnection,
  Event,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { type Greeting, greet } from "./greet.ts";
import { type Channel, type Guarded, guardLifecycle } from "./lifecycle.ts";
import { readStream } from "./stream.ts";

/** How long answers that are under way are waited for when the editor has closed its end. */
const patience = 2000;

/** An editor that has said what it can do and was answered, and is not heard any further until told to `proceed`. */
export interface Greeted {
  readonly connection: Connection;
  readonly greeting: () => Greeting;
  proceed(): void;
}

/** Greets an editor over the standard streams of a process, or over the channel to its parent. */
export async function connect(
  process: NodeJS.Process,
  over: "streams" | "channel",
): Promise<Greeted> {
  const channel = guardLifecycle(over === "streams" ? streams(process) : parent(process));
  endWith(process, channel);
  // The last answers are still given: the connection hears nothing of the end, at which it would fall silent.
  const reader = { ...channel.reader, onClose: Event.None };
  const writer = { ...channel.writer, onClose: Event.None };
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  const greeting = greet(connection);
  await channel.greeted;
  return { connection, greeting, proceed: channel.proceed };
}

function streams({ stdin, stdout }: NodeJS.Process): Channel {
  const writer = new StreamMessageWriter(stdout);
  return { reader: readStream(stdin, writer), writer };
}

function parent(process: NodeJS.Process): Channel {
  return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
}

/** Ends with a word, and a code that is not 0 where the editor did not say goodbye: it may start again. */
function endWith(process: NodeJS.Process, { reader, writer, isOver, isBusy }: Guarded): void {
  const leave = (code: number, word: string) => {
    if (code !== 0) process.stderr.write(`strategy: ${word}\n`);
    process.exit(code);
  };
  const gone = () => leave(isOver() ? 0 : 1, "The editor has gone without a goodbye.");
  let left = patience;
  const wait = () => {
    left -= 20;
    setTimeout(() => (isBusy() && left > 0 ? wait() : gone()), 20);
  };
  let isClosing = false;
  const closed = () => {
    if (!isClosing) wait();
    isClosing = true;
  };
  reader.onClose(closed);
  process.once("disconnect", closed);
  reader.onError(({ message }) => leave(1, `${message} The server ends; start it again.`));
  writer.onError(gone);
  writer.onClose(gone);
}
