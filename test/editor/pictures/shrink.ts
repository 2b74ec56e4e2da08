// A screenshot → the same picture as a PNG with few colours, a third as large.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";

/** What is used of the package: it is installed by the first run, and its types are not there before. */
type Sharp = (bytes: Buffer) => {
  png(options: {
    readonly palette: true;
    readonly colours: number;
    readonly dither: number;
    readonly effort: number;
  }): { toBuffer(): Promise<Buffer> };
};

const packed: string = "sharp";

/** Installs what makes pictures small where it is missing. */
export function prepareShrinking(): void {
  const here = import.meta.dirname;
  if (existsSync(join(here, "node_modules/sharp"))) return;
  const words = ["ci", "--ignore-scripts", "--prefix", here];
  const shell = process.platform === "win32";
  const { status, stderr } = spawnSync("npm", words, { cwd: here, shell, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm could not install ${packed}.\n${stderr}`);
}

/** Writes a screenshot of the workbench: its few colours, and the steps at the edges of letters. */
export async function writePicture(file: string, screenshot: Buffer): Promise<void> {
  const { default: sharp }: { default: Sharp } = await import(packed);
  const options = { palette: true, colours: 64, dither: 0, effort: 10 } as const;
  await writeFile(file, await sharp(screenshot).png(options).toBuffer());
}
