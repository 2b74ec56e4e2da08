// Diagnostics of a file → the same in the words of the protocol, made anew only where they stand on other lines.
import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
import { engineOf } from "../cells/engine.ts";
import { memo } from "../cells/memo.ts";
import type { Diagnostic, Whereabouts } from "../diagnosis/diagnostic.ts";
import { type ChunkLine, isSameLine } from "../model/lines.ts";
import type { Model } from "../model/universe.ts";
import { diagnosticOf, type Sight } from "./convert.ts";
import type { Snapshot } from "./snapshot.ts";
import { uriOf } from "./uris.ts";

/** A diagnostic and what it became, with the lines on which it and its related places stood then. */
interface Converted {
  readonly from: Diagnostic;
  readonly to: LspDiagnostic;
  readonly places: readonly Whereabouts[];
  readonly lines: readonly (ChunkLine | undefined)[];
}

/** What was converted last of a file, and for whom. */
interface Last extends Pick<Sight, "client" | "pages"> {
  readonly addresses: string;
  readonly all: readonly Converted[];
}

/** By path. */
const lastIn = memo((model: Model): Map<string, Last> => {
  const known = new Map<string, Last>();
  engineOf(model)?.keep({ forget: (key) => typeof key === "string" && known.delete(key) });
  return known;
});

/** What a client is told of a file of a project. */
export function converted(
  sight: Omit<Sight, "workspace">,
  model: Model,
  path: string,
  told: readonly Diagnostic[],
): readonly LspDiagnostic[] {
  const { client, pages, snapshot } = sight;
  const addresses = ownAddresses(snapshot);
  const known = lastIn(model);
  const last = known.get(path);
  const isForSame = last?.client === client && last.pages === pages && last.addresses === addresses;
  const before = finder(isForSame ? last.all : []);
  const whole = { ...sight, workspace: model.universe.workspace };
  const lineOf = lineFinder();
  const isInPlace = ({ places, lines }: Converted) =>
    places.every((place, index) => isSameLine(lineOf(place), lines[index]));
  const all = told.map((from) => {
    const old = before(from);
    return old !== undefined && isInPlace(old) ? old : conversion(whole, from);
  });
  if (all.length === 0) known.delete(path);
  else known.set(path, { client, pages, addresses, all });
  return all.map(({ to }) => to);
}

function conversion(sight: Sight, from: Diagnostic): Converted {
  const places = [from, ...from.shown];
  const lines = places.map(({ line }) => line);
  return { from, to: diagnosticOf(sight, from), places, lines };
}

/** Finds on which line the chunk of a place stands: mostly the same chunk as that of the place before. */
function lineFinder(): (place: Whereabouts) => ChunkLine | undefined {
  let last: Whereabouts | undefined;
  let line: ChunkLine | undefined;
  return (place) => {
    if (place.at.chunk !== last?.at.chunk) line = place.line;
    last = place;
    return line;
  };
}

/** Finds what became of diagnostics: quickly where it is asked for them in the order in which they stood. */
function finder(all: readonly Converted[]): (from: Diagnostic) => Converted | undefined {
  let next = 0;
  let indexes: ReadonlyMap<Diagnostic, number> | undefined;
  return (from) => {
    if (all[next]?.from === from) return all[next++];
    indexes ??= new Map(all.map((one, index) => [one.from, index]));
    const index = indexes.get(from);
    if (index === undefined) return undefined;
    next = index + 1;
    return all[index];
  };
}

/** The addresses of open documents that the editor writes in its own way. */
function ownAddresses({ open }: Snapshot): string {
  let found = "";
  for (const [path, { uri }] of open) if (uri !== uriOf(path)) found += `${path} ${uri}\n`;
  return found;
}
