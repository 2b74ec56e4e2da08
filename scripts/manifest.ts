// The views, and how the page can be set → the settings of the extension that offer them, in its package.json.
import { readFileSync } from "node:fs";
import { groupings, zooms } from "../client/preview/settings.ts";
import { views } from "../server/views/index.ts";

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
  };
}

interface Property {
  enum?: readonly string[];
  enumItemLabels?: readonly string[];
  enumDescriptions?: readonly string[];
}

/** The package.json, of which all else is written by hand. */
export function manifest(): string {
  const all: Manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const offered: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    view: Object.fromEntries(views.map(({ name, shows }) => [name, sentence(shows)])),
    groupBy: Object.fromEntries(groupings.map((one) => [one, groupingWords[one]])),
    zoom: Object.fromEntries(zooms.map((one) => [one, zoomWords[one]])),
  };
  for (const [name, choices] of Object.entries(offered)) {
    const property = all.contributes.configuration.properties[`strategy.preview.${name}`];
    if (property === undefined) throw new Error(`There is no setting strategy.preview.${name}.`);
    property.enum = Object.keys(choices);
    property.enumItemLabels = Object.keys(choices).map(capital);
    property.enumDescriptions = Object.values(choices);
  }
  return `${JSON.stringify(all, null, 2)}\n`;
}

const groupingWords: Readonly<Record<(typeof groupings)[number], string>> = {
  objective: "By the goal that it is for.",
  theme: "By pillar or focus area.",
  team: "By who does it.",
  owner: "By who answers for it.",
  status: "By how it stands.",
  technology: "By what it relies on.",
};

const zoomWords: Readonly<Record<(typeof zooms)[number], string>> = {
  fit: "All of the plan at once.",
  years: "Years, side by side.",
  quarters: "Quarters, wide enough to read.",
  months: "Months, for the near future.",
};

function sentence(words: string): string {
  return `${capital(words)}.`;
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
