// `strategy preview`: the panel of the editor on localhost, drawn again whenever a file changes.
import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import process from "node:process";
import { Option } from "commander";
import openBrowser from "open";
import type { HostMessage } from "../../server/protocol.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import { oneLine, visible } from "../../server/words/visible.ts";
import { named, port } from "./arguments.ts";
import { type Register, say, UsageFault, write } from "./command.ts";
import { nothingIn, openProject } from "./open.ts";
import { createPicture } from "./preview/picture.ts";
import { createPointer } from "./preview/pointer.ts";
import { createPreview } from "./preview/server.ts";
import { onChange } from "./watch.ts";

interface Options {
  readonly project?: string;
  readonly port: number;
  readonly open: boolean;
  readonly today?: string;
}

export const registerPreview: Register = (program) => {
  program
    .command("preview")
    .description("serves the live roadmap on localhost")
    .option("--project <dir>", "folder of the strategy; else here", named("a folder"))
    .addOption(
      new Option("--port <number>", "port to listen on").argParser(port).default(0, "any free one"),
    )
    .option("--no-open", "do not open a browser")
    .option("--today <date>", "the date that counts as today")
    .action(servePreview);
};

async function servePreview(options: Options): Promise<void> {
  const first = await draw(options);
  const day = () => new Date().toDateString();
  const picture = createPicture(first.message, async () => (await draw(options)).message, day);
  const follow = async () => {
    await picture.redraw();
    const now = picture.messages().at(-1);
    if (now?.type === "stale") say(visible(now.sentence));
    if (now !== undefined) send(now);
  };
  const point = createPointer(() => picture.messages());
  const word = randomBytes(16).toString("hex");
  const { server, send } = await createPreview({
    word,
    messages: () => {
      if (picture.isOld()) void follow();
      return picture.messages();
    },
    onMessage: (message) => {
      const place = message.type === "reveal" ? point(message, Date.now()) : undefined;
      if (place !== undefined) say(place);
    },
  });
  await listen(server, options.port);
  const { port: taken } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${taken}/${word}/`;
  await write(`${address}\n`);
  say(`The roadmap is at ${address} and follows every change. Ctrl+C ends it.`);
  onChange(first.root, follow);
  if (options.open && canOpen()) await openBrowser(address).catch(() => {});
}

/** Begins to listen, for this machine only. */
async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((done, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const says = refusals[error.code ?? ""];
      failed(says === undefined ? error : new UsageFault(`Port ${port} ${says}`));
    });
    server.listen(port, "127.0.0.1", done);
  });
  server.on("error", (error) => say(oneLine(error.message)));
}

const refusals: Readonly<Record<string, string>> = {
  EADDRINUSE: "is taken. Choose another one with --port.",
  EACCES: "may not be used. Choose one over 1023 with --port.",
};

/** Whether there is a screen on which a browser could open. */
function canOpen(): boolean {
  if (process.env.CI) return false;
  return (
    process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
  );
}

interface Drawn {
  readonly root: string;
  readonly message: HostMessage;
}

async function draw(options: Options): Promise<Drawn> {
  const opened = await openProject(options);
  const { models, base } = opened;
  const drawn = models.filter((model) => model.project.files.size > 0);
  const model = drawn.find((one) => one.project.root === base) ?? drawn[0];
  if (model === undefined) throw await nothingIn(opened, options);
  return { root: base, message: { type: "view", view: roadmapView(model) } };
}
