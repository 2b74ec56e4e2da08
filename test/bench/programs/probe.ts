// Loaded into a program before it starts → answers on a channel of its own how much it has used, and says so at its end.
import process from "node:process";

/** What a process has used up to now. */
export interface Used {
  /** Milliseconds of processor time. */
  readonly cpu: number;
  /** Bytes that are still held after everything else was thrown away. */
  readonly heap: number;
  /** Bytes that it had at once, at most. */
  readonly peak: number;
}

process.on("message", (asked) => {
  const collect = globalThis.gc;
  if (asked === "heap") for (let turn = 0; turn < 3; turn++) collect?.();
  tell();
});
process.once("exit", tell);

function tell(): void {
  const { user, system } = process.cpuUsage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const peak = process.resourceUsage().maxRSS * 1024;
  const used: Used = { cpu: (user + system) / 1000, heap: heapUsed + arrayBuffers, peak };
  if (process.connected) process.send?.(used);
}
// The channel alone does not keep the server alive.
process.channel?.unref();
