// A folder → its preview as a program of its own, and what a page of it would hear.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import process from "node:process";
import { onTestFinished } from "vitest";
import { cli } from "../programs.ts";

export interface Preview {
  readonly address: string;
  readonly child: ChildProcessWithoutNullStreams;
  /** What it has said on the terminal so far. */
  readonly talk: () => string;
}

/** Starts the preview of a folder. */
export async function started(folder: string, ...words: readonly string[]): Promise<Preview> {
  const child = spawn(process.execPath, [cli, "preview", "--no-open", ...words], { cwd: folder });
  onTestFinished(() => {
    child.kill();
  });
  let talk = "";
  child.stderr.on("data", (part) => {
    talk += String(part);
  });
  const [first] = await once(child.stdout, "data");
  return { address: String(first).trim(), child, talk: () => talk };
}

/** The address of the preview of a folder. */
export async function preview(folder: string): Promise<string> {
  return (await started(folder)).address;
}

/** The messages that a page would hear, in order. */
export async function* messages(address: string, view?: string) {
  const aborted = new AbortController();
  onTestFinished(() => aborted.abort());
  const asked = view === undefined ? "" : `?view=${encodeURIComponent(view)}`;
  const { body } = await fetch(`${address}events${asked}`, { signal: aborted.signal });
  let text = "";
  for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) yield JSON.parse(event.replace(/^data: /, ""));
  }
}

/** The first message of this type. */
export async function first(heard: ReturnType<typeof messages>, type: string) {
  for (;;) {
    const { value } = await heard.next();
    if (value.type === type) return value;
  }
}
