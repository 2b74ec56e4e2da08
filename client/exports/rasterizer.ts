// What draws an SVG as pixels, loaded once by whoever asks first.
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Tools } from "./format.ts";

let prepared: Promise<void> | undefined;

export async function rasterizer({ asset }: Pick<Tools, "asset">): Promise<typeof Resvg> {
  prepared ??= asset("resvg.wasm").then((bytes) => initWasm(bytes));
  await prepared;
  return Resvg;
}
