// Turns a program and its words into a finished process, shown on this terminal.
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

const root = join(import.meta.dirname, "..");

/** Runs a package's program, or `node`, from the root folder; gives its exit code. */
export function run(program, words, env = {}) {
  const bin = join(root, "node_modules/.bin");
  const child = spawn(program === "node" ? process.execPath : join(bin, program), words, {
    cwd: root,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, ...env },
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return new Promise((resolve) => {
    // Who interrupts this one means the whole: pass it on, let the other end in order, then stop.
    let interrupted = false;
    const interrupt = (signal) => {
      interrupted = true;
      child.kill(signal);
    };
    const end = (code) => {
      process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
      if (interrupted) process.exit(130);
      resolve(code);
    };
    process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
    child.on("error", () => end(127));
    child.on("close", (code) => end(code ?? 1));
  });
}
