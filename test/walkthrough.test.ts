// The walkthrough and the README → every picture is there and packed, and every button does something.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const { contributes } = JSON.parse(readFileSync("package.json", "utf8"));
const steps: readonly Step[] = contributes.walkthroughs[0].steps;
const packed = readFileSync("test/package.txt", "utf8").split("\n");

test("a walkthrough of five steps leads to a first strategy", () => {
  const [walkthrough] = contributes.walkthroughs;
  expect(walkthrough.id).toBe("first-steps");
  expect(steps.map(({ id }) => id)).toEqual(["write", "find", "see", "share", "keep"]);
});

describe.each(steps)("$id", ({ id, description, media, completionEvents }) => {
  test("has a picture of the real thing for each theme, and says what is in it", () => {
    expect(Object.keys(media.image)).toEqual(["light", "dark", "hc", "hcLight"]);
    for (const picture of Object.values(media.image)) {
      expect(picture).toMatch(`images/walkthrough/${id}-`);
      expect(existsSync(picture), picture).toBe(true);
      expect(packed).toContain(picture);
    }
    expect(media.altText.length).toBeGreaterThan(20);
  });

  test("has one button, and its commands are there", () => {
    const known: readonly string[] = contributes.commands.map(
      ({ command }: { command: string }) => command,
    );
    // A link that stands alone on its line is a button.
    expect(description.match(/^\[[^\]]+\]\(command:[\w.]+\)$/gm)).toHaveLength(1);
    for (const [, command = ""] of description.matchAll(/\(command:([\w.]+)\)/g))
      expect(known).toContain(command);
  });

  test("is ticked off by what happens, not by the button", () => {
    const ticks = readFileSync("client/ticks.ts", "utf8");
    expect(completionEvents).toHaveLength(1);
    for (const event of completionEvents) {
      const [, name = ""] = /^onContext:strategy\.(\w+)$/.exec(event) ?? [];
      expect(ticks).toContain(`"${name}"`);
    }
  });
});

test("the pictures of the README are there, packed, and described", () => {
  const pictures = [...readFileSync("README.md", "utf8").matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)];
  expect(pictures.length).toBeGreaterThan(6);
  for (const [, words = "", file = ""] of pictures) {
    expect(existsSync(file), file).toBe(true);
    expect(packed).toContain(file);
    expect(words.length, file).toBeGreaterThan(20);
  }
});
