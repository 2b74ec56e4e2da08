// A test → a server process that ends with it.
import { onTestFinished } from "vitest";
import { type Raw, talkToServer } from "./raw.ts";

/** Starts a server; it is ended with the test. */
export function startRaw(): Raw {
  const raw = talkToServer();
  onTestFinished(() => {
    raw.process.kill("SIGKILL");
  });
  return raw;
}
