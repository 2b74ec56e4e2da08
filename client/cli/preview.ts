// `strategy preview`: the panel of the editor on localhost, drawn again whenever a file changes.
import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import process from "node:process";
import { Option } from "commander";
import openBrowser from "open";
import type { Position } from "../../grammar/lines.ts";
import type { Refusal } from "../../server/edits/refusal.ts";
import { movedOn } from "../../server/gestures/found.ts";
import type { Gesture } from "../../server/gestures/shape.ts";
import type { HostMessage } from "../../server/protocol.ts";
import { templates } from "../../server/templates/index.ts";
import { saysSomething } from "../../server/views/head.ts";
import { viewNamed, views } from "../../server/views/index.ts";
import type { Card } from "../../server/views/shape.ts";
import { viewOf } from "../../server/views/view.ts";
import { oneLine, visible } from "../../server/words/visible.ts";
import { fileNameOf } from "../exports/file-name.ts";
import { formats, formatsOf } from "../exports/formats.ts";
import { filesMeant } from "../preview/meant.ts";
import { sourcesOf } from "../preview/sources.ts";
import { named, port } from "./arguments.ts";
import { cardIn } from "./cards.ts";
import { type Register, say, UsageFault, write } from "./command.ts";
import { exported, type Wishes } from "./exported.ts";
import { isVacant, nothingIn, openProject } from "./open.ts";
import { type BareFolder, beginFrom } from "./preview/begin.ts";
import { createEdits, noEdits } from "./preview/edits.ts";
import { exchangesOf } from "./preview/exchanges.ts";
import { createPicture, type Readable } from "./preview/picture.ts";
import { createPointer } from "./preview/pointer.ts";
import { createPreview, type WrittenFile } from "./preview/server.ts";
import type { Exchange } from "./replace.ts";
import { onChange } from "./watch.ts";

interface Options {
  readonly project?: string;
  readonly port: number;
  readonly open: boolean;
  readonly edit?: boolean;
  readonly today?: string;
}

export const registerPreview: Register = (program) => {
  program
    .command("preview")
    .description("serves the live views of the strategy on localhost")
    .option("--project <dir>", "folder of the strategy; else here", named("a folder"))
    .addOption(
      new Option("--port <number>", "port to listen on").argParser(port).default(0, "any free one"),
    )
    .option("--no-open", "do not open a browser")
    .option("--edit", "write what is dragged in the page into the files")
    .option("--today <date>", "the date that counts as today")
    .action(servePreview);
};

async function servePreview(options: Options): Promise<void> {
  const first = await read(options, true);
  const day = () => new Date().toDateString();
  // Where a plan was, its last good picture stays; where none was yet, one is waited for.
  let isBare = first.bare !== undefined;
  const again = async () => {
    const now = await read(options, isBare);
    isBare = now.bare !== undefined;
    return now;
  };
  const picture = createPicture(first, again, day);
  const follow = async () => {
    await picture.redraw();
    const fault = picture.fault();
    if (fault !== undefined) say(visible(fault.sentence));
    send((view) => picture.messages(view).at(-1));
  };
  const written = async (sentence: string) => {
    say(sentence);
    await follow();
  };
  const point = createPointer((uri) => picture.state().isDrawn(uri));
  const { edit = false } = options;
  const edits = edit ? createEdits(written) : noEdits;
  const word = randomBytes(16).toString("hex");
  const { server, send } = await createPreview({
    word,
    edits: edit,
    templates: templates.map(({ name, title, says }) => ({ name, title, says })),
    exporting: { formats: offered, write: (view, format) => picture.state().file(view, format) },
    messages: (view) => {
      if (picture.isOld()) void follow();
      return picture.messages(view);
    },
    onMessage: async (message) => {
      if (message.type === "card") {
        const { number, uri, position } = message;
        return { type: "card", number, card: picture.state().card(uri, position) };
      }
      if (message.type === "edit") {
        const find = () => picture.state().exchanges(message.gestures);
        return edited(message.number, await edits.make(find));
      }
      if (message.type === "begin") {
        const { bare } = picture.state();
        const begun = () => bare && beginFrom(message.template ?? "", bare, edits, written);
        const refused = edit ? await begun() : await noEdits.undo();
        return refused === undefined ? undefined : { type: "stale", sentence: refused };
      }
      if (message.type === "undo") return edited(message.number, await edits.undo());
      const place = message.type === "reveal" ? point(message, Date.now()) : undefined;
      if (place !== undefined) say(place);
      return undefined;
    },
  });
  await listen(server, options.port);
  const { port: taken } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${taken}/${word}/`;
  await write(`${address}\n`);
  const writes = edit ? " What is dragged in it is written into the files." : "";
  say(`The preview is at ${address} and follows every change.${writes} Ctrl+C ends it.`);
  if (first.bare !== undefined) say(nothingYet(options, edit));
  onChange(first.root, follow, undefined, () => void follow());
  if (options.open && canOpen()) await openBrowser(address).catch(() => {});
}

/** What to do where there is nothing to draw. */
function nothingYet({ project }: Options, edit: boolean): string {
  const where = project === undefined ? "" : ` ${JSON.stringify(project)}`;
  const how = edit ? "Begin one in the page, or with" : "Begin one with";
  return `There is no strategy in it yet. ${how} 'strategy init${where}': it is drawn as soon as it is written.`;
}

function edited(number: number, refused: string | undefined): HostMessage {
  return { type: "edited", number, ...(refused === undefined ? {} : { refused }) };
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

/** In which formats a page may have what. */
const offered = formats.map(({ name, words }) => ({
  ...{ name, words },
  views: [...views.map((view) => view.name), "board"].filter((view) =>
    formatsOf(view).some((one) => one.name === name),
  ),
}));

const plainly: Wishes = { theme: "light", width: 1600, withSource: false, hasRevision: true };

/** A strategy as it was read: what pages may see of it. */
interface Reading extends Readable {
  readonly root: string;
  /** Where nothing is written yet. */
  readonly bare?: BareFolder;
  readonly card: (uri: string, position: Position) => Card | null;
  /** Whether one of its views shows something of this file. */
  readonly isDrawn: (uri: string) => boolean;
  /** A file of a view, or of all of them. */
  readonly file: (view: string, format: string) => Promise<WrittenFile>;
  /** What gestures on one of its views change. */
  readonly exchanges: (gestures: readonly Gesture[]) => readonly Exchange[] | Refusal;
}

/** @param mayBeBare a folder without a plan is shown as one in which a plan may begin */
async function read(options: Options, mayBeBare: boolean): Promise<Reading> {
  const opened = await openProject(options);
  const { models, base } = opened;
  const filled = models.filter((model) => model.project.files.size > 0);
  const home = models.find((one) => one.project.root === base);
  const isNew = mayBeBare && (await isVacant(opened));
  const model = filled.find((one) => one === home) ?? filled[0] ?? (isNew ? home : undefined);
  if (model === undefined) throw await nothingIn(opened, options);
  const uris = new Set<string>();
  const isDrawn = (uri: string) => uris.has(uri);
  const bare = saysSomething(model) ? {} : { bare: { base, model } };
  return {
    root: base,
    ...bare,
    draw: (name) => {
      // Who names none sees the first.
      const view = name === "" ? views[0] : viewNamed(name);
      if (view === undefined) throw new Error(`There is no view '${name}'.`);
      const data = viewOf(view, model);
      for (const uri of sourcesOf(data)) uris.add(uri);
      return { type: "view", view: data };
    },
    isDrawn,
    card: (uri, position) => (isDrawn(uri) ? cardIn(model, uri, position) : null),
    file: async (name, format) => {
      const shown = name === "board" ? views : views.filter((view) => view.name === name);
      const bytes = await exported(model, shown, format, plainly);
      const { extension } = formats.find((one) => one.name === format) ?? { extension: format };
      const [first] = shown;
      if (first === undefined) throw new Error(`There is no view '${name}'.`);
      return { name: fileNameOf(viewOf(first, model), name, extension), bytes };
    },
    exchanges: (gestures) =>
      filesMeant(gestures).every(isDrawn) ? exchangesOf(model, base, gestures) : movedOn,
  };
}
