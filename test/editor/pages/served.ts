// A folder, or messages of a host → an address at which the page of the preview shows it.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { createPreview } from "../../../client/cli/preview/server.ts";
import type { HostMessage, PageMessage } from "../../../server/protocol.ts";
import { templates } from "../../../server/templates/index.ts";

export interface ServedPage {
  readonly address: string;
  readonly stop: () => void;
}

/** `strategy preview` as it was built, of a project as of the day of the examples. */
export async function servedProject(
  root: string,
  project: string,
  ...more: readonly string[]
): Promise<ServedPage> {
  const words = ["preview", "--project", project, "--no-open", "--today", "2026-11-23", ...more];
  const child = spawn(process.execPath, [join(root, "dist/cli.js"), ...words]);
  const stop = () => {
    child.kill();
  };
  process.once("exit", stop);
  let said = "";
  child.stderr.on("data", (part) => {
    said += String(part);
  });
  const first = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  const address = String(first[0]).trim();
  if (!address.startsWith("http")) throw new Error(`The preview does not start.\n${said}`);
  return { address, stop };
}

interface ServedMessages extends ServedPage {
  /** Says something to all pages, by the view that each shows. */
  readonly send: (messageOn: (view: string) => HostMessage | undefined) => void;
}

/** The same server with messages of our own: for what a strategy on a disk does not bring about. */
export async function servedMessages(
  messages: (view: string) => readonly HostMessage[],
  edits = false,
  onMessage: (message: PageMessage) => HostMessage | undefined = () => undefined,
): Promise<ServedMessages> {
  const word = randomBytes(16).toString("hex");
  const { server, send } = await createPreview({ word, messages, edits, templates, onMessage });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("It does not listen.");
  return {
    address: `http://127.0.0.1:${address.port}/${word}/`,
    send,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
