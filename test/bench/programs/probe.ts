// Loaded into a server before it starts → answers on a channel of its own how much it has used.
import process from "node:process";

/** What a process has used up to now. */
export interface Used {
  /** Milliseconds of processor time. */
  readonly cpu: number;
  /** Bytes that are still held after everything else was thrown away. */
  readonly heap: number;
}

process.on("message", (asked) => {
  const collect = globalThis.gc;
  if (asked === "heap") for (let turn = 0; turn < 3; turn++) collect?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const used: Used = { cpu: (user + system) / 1000, heap: heapUsed + arrayBuffers };
  process.send?.(used);
});
// The channel alone does not keep the server alive.
process.channel?.unref();
