// The colours of a drawing: CSS variables in the panel, literal values in exports.

export interface Tokens {
  readonly bg: string;
  readonly raised: string;
  readonly ink: string;
  readonly ink2: string;
  readonly grid: string;
  readonly rule: string;
  readonly work: string;
  readonly workEdge: string;
  readonly workTint: string;
  readonly ribbon: string;
  readonly done: string;
  readonly doneEdge: string;
  readonly green: string;
  readonly greenTint: string;
  readonly amber: string;
  readonly amberTint: string;
  readonly red: string;
  readonly redTint: string;
  readonly grey: string;
  readonly focus: string;
  readonly row: string;
  /** Text and glyphs on a solid data colour. */
  readonly onSolid: string;
}

export type ColourToken = keyof Tokens;
export type Theme = "light" | "dark" | "high-contrast" | "print";

const light: Tokens = {
  bg: "#FFFFFF",
  raised: "#F6F7F9",
  ink: "#1A2230",
  ink2: "#545F6E",
  grid: "#E9ECF0",
  rule: "#C6CDD7",
  work: "#2F64A8",
  workEdge: "#5B86BF",
  workTint: "#D7E4F5",
  ribbon: "#C9DAF1",
  done: "#E4E8ED",
  doneEdge: "#7C8796",
  green: "#14795A",
  greenTint: "#DDF0E8",
  amber: "#A45800",
  amberTint: "#FDF0DC",
  red: "#C2242C",
  redTint: "#FBE3E3",
  grey: "#687383",
  focus: "#005FB8",
  row: "#E6F0FB",
  onSolid: "#FFFFFF",
};

const dark: Tokens = {
  bg: "#1F1F1F",
  raised: "#27292B",
  ink: "#E6E8EB",
  ink2: "#A8B0BB",
  grid: "#303337",
  rule: "#4B5057",
  work: "#74A7E8",
  workEdge: "#6390C8",
  workTint: "#263D58",
  ribbon: "#2D4766",
  done: "#34383E",
  doneEdge: "#858F9B",
  green: "#4FC79A",
  greenTint: "#1C3A30",
  amber: "#EFAE55",
  amberTint: "#3D3020",
  red: "#FF8580",
  redTint: "#452728",
  grey: "#98A2AE",
  focus: "#3FA0FF",
  row: "#20344A",
  onSolid: "#12171D",
};

const highContrast: Tokens = {
  bg: "#000000",
  raised: "#000000",
  ink: "#FFFFFF",
  ink2: "#FFFFFF",
  grid: "#3A3A3A",
  rule: "#6FC3DF",
  work: "#8EC5FF",
  workEdge: "#8EC5FF",
  workTint: "#000000",
  ribbon: "#000000",
  done: "#000000",
  doneEdge: "#BFBFBF",
  green: "#5FE3B0",
  greenTint: "#000000",
  amber: "#FFC36B",
  amberTint: "#000000",
  red: "#FF9A94",
  redTint: "#000000",
  grey: "#D0D0D0",
  focus: "#F38518",
  row: "#000000",
  onSolid: "#000000",
};

const print: Tokens = {
  bg: "#FFFFFF",
  raised: "#FFFFFF",
  ink: "#000000",
  ink2: "#404040",
  grid: "#DDDDDD",
  rule: "#9A9A9A",
  work: "#3A5F94",
  workEdge: "#3A5F94",
  workTint: "#E3EAF4",
  ribbon: "#E3EAF4",
  done: "#EEEEEE",
  doneEdge: "#6B6B6B",
  green: "#14795A",
  greenTint: "#FFFFFF",
  amber: "#A45800",
  amberTint: "#FFFFFF",
  red: "#B01F27",
  redTint: "#FFFFFF",
  grey: "#5F5F5F",
  focus: "#000000",
  row: "#FFFFFF",
  onSolid: "#FFFFFF",
};

/** The literal colours of each theme, for exports and as what stands behind the theme's variables. */
export const themes: Readonly<Record<Theme, Tokens>> = {
  light,
  dark,
  "high-contrast": highContrast,
  print,
};

/** The name of a token as a CSS variable: `workEdge` is `--work-edge`. */
export function variableOf(token: string): string {
  return `--${token.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function variables(): Tokens {
  const named: Record<string, string> = {};
  for (const token of Object.keys(light)) named[token] = `var(${variableOf(token)})`;
  return named as unknown as Tokens;
}

/** The tokens as variables of the page's style sheet, which follows the editor's theme. */
export const pageTokens: Tokens = variables();
