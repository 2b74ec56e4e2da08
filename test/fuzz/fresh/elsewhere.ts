// Texts and a question → what is told of them in a thread of its own, which has never seen other texts.
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { type Asked, told } from "./facets.ts";
import { read, type WorkspaceTexts } from "./texts.ts";

interface Task {
  readonly texts: WorkspaceTexts;
  readonly asked: Asked;
}

/** What is told where nothing can have been kept from before, not even by what a text says. */
export function toldElsewhere(texts: WorkspaceTexts, asked: Asked): Promise<readonly string[]> {
  const task: Task = { texts, asked };
  const worker = new Worker(new URL(import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    worker.once("message", (lines: readonly string[]) => resolve(lines));
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("The other thread ended without a word.")));
  });
}

if (!isMainThread && isTask(workerData))
  parentPort?.postMessage(told(read(workerData.texts), workerData.asked));

function isTask(data: unknown): data is Task {
  return typeof data === "object" && data !== null && "texts" in data && "asked" in data;
}
