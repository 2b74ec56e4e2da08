// Diagnostics of a file → the same in the words of the protocol, made anew only where they stand on other lines.
import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
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
  readonly spots: readonly Whereabouts[];
  readonly lines: readonly (ChunkLine | undefined)[];
}

/** What was converted last of a file, and for whom. */
interface Page extends Pick<Sight, "client" | "pages"> {
  readonly addresses: string;
  readonly all: readonly Converted[];
}

const pagesOf = new WeakMap<Model, Map<string, Page>>();

/** What a client is told of a file of a project. */
export function converted(
  sight: Omit<Sight, "workspace">,
  model: Model,
  path: string,
  told: readonly Diagnostic[],
): readonly LspDiagnostic[] {
  const { client, pages, snapshot } = sight;
  const addresses = ownAddresses(snapshot);
  const known = pagesOf.get(model) ?? new Map<string, Page>();
  pagesOf.set(model, known);
  const last = known.get(path);
  const isForSame = last?.client === client && last.pages === pages && last.addresses === addresses;
  const before = finder(isForSame ? last.all : []);
  const whole = { ...sight, workspace: model.universe.workspace };
  const lineOf = lineFinder();
  const isInPlace = ({ spots, lines }: Converted) =>
    spots.every((spot, index) => isSameLine(lineOf(spot), lines[index]));
  const all = told.map((from) => {
    const old = before(from);
    return old !== undefined && isInPlace(old) ? old : conversion(whole, from);
  });
  if (all.length === 0) known.delete(path);
  else known.set(path, { client, pages, addresses, all });
  return all.map(({ to }) => to);
}

function conversion(sight: Sight, from: Diagnostic): Converted {
  const spots = [from, ...from.shown];
  const lines = spots.map(({ line }) => line);
  return { from, to: diagnosticOf(sight, from), spots, lines };
}

/** Finds on which line the chunk of a place stands: mostly the same chunk as that of the place before. */
function lineFinder(): (spot: Whereabouts) => ChunkLine | undefined {
  let last: Whereabouts | undefined;
  let line: ChunkLine | undefined;
  return (spot) => {
    if (spot.at.chunk !== last?.at.chunk) line = spot.line;
    last = spot;
    return line;
  };
}

/** Finds what became of diagnostics: quickly where it is asked for them in the order in which they stood. */
function finder(all: readonly Converted[]): (from: Diagnostic) => Converted | undefined {
  let next = 0;
  let places: ReadonlyMap<Diagnostic, number> | undefined;
  return (from) => {
    if (all[next]?.from === from) return all[next++];
    places ??= new Map(all.map((one, index) => [one.from, index]));
    const place = places.get(from);
    if (place === undefined) return undefined;
    next = place + 1;
    return all[place];
  };
}

/** The addresses of open documents that the editor writes in its own way. */
function ownAddresses({ open }: Snapshot): string {
  let found = "";
  for (const [path, { uri }] of open) if (uri !== uriOf(path)) found += `${path} ${uri}\n`;
  return found;
}
