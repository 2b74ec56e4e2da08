// A request → what it asks for, or why it is refused: only a page of this server, at the address that the terminal shows, is let in.
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

interface Refused {
  readonly status: 403 | 404;
  readonly sentence: string;
}

/** What stands behind the word in the address that only the terminal told: "" is the page itself. */
export interface LetIn {
  readonly asks: string;
}

/** Letters, digits and single slashes: every other form leads nowhere. */
const target = /^\/(?:[\w-]+(?:\.\w+)?(?:\/|$))*$/;
const longest = 1000;

const nothing: Refused = { status: 404, sentence: "There is nothing at this address." };
const elsewhere: Refused = {
  status: 403,
  sentence: "Only the page of the preview itself may ask for this.",
};
const closed: Refused = {
  status: 403,
  sentence: "This preview opens only at the whole address that the terminal shows. Use that one.",
};

/** Judges a request to the server that listens on this port of localhost. */
export function letIn(
  request: IncomingMessage,
  { word, port }: { readonly word: string; readonly port: number },
): LetIn | Refused {
  const { url = "", headersDistinct, method } = request;
  const [host, ...others] = headersDistinct.host ?? [];
  // A foreign name that was pointed at this machine means that a foreign page asks.
  if (host === undefined || others.length > 0 || !isHere(host, port)) return elsewhere;
  const [path = ""] = url.split("?");
  if (url.length > longest || !target.test(path)) return nothing;
  const origins = headersDistinct.origin ?? [];
  if (origins.some((origin) => origin.toLowerCase() !== `http://${host.toLowerCase()}`))
    return elsewhere;
  const [, first = "", asks, ...deeper] = path.split("/");
  const isPage = method === "GET" && asks === "";
  if (!isFromHere(request) && !(isPage && isVisit(request))) return elsewhere;
  // Browsers ask for an icon at the top on their own, and complain in their console without an answer.
  if (path === "/favicon.ico") return { asks: "favicon.ico" };
  if (!isSame(first, word)) return closed;
  return asks === undefined || deeper.length > 0 ? nothing : { asks };
}

function isHere(host: string, port: number): boolean {
  const [, name = "", given = "80"] = /^(.*?)(?::(\d+))?$/.exec(host.toLowerCase()) ?? [];
  return ["127.0.0.1", "localhost", "[::1]"].includes(name) && Number(given) === port;
}

/** A browser tells which page asks; another port of localhost is another page. */
function isFromHere({ headersDistinct }: IncomingMessage): boolean {
  const sites = headersDistinct["sec-fetch-site"] ?? [];
  return sites.every((site) => site === "same-origin" || site === "none");
}

/** Somebody followed a link to the page, and sees it in a window of its own. */
function isVisit({ headersDistinct }: IncomingMessage): boolean {
  const [mode] = headersDistinct["sec-fetch-mode"] ?? [];
  const [seen] = headersDistinct["sec-fetch-dest"] ?? [];
  return mode === "navigate" && seen === "document";
}

/** Takes as long wherever the first difference is. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
