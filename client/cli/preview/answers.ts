// What is asked for → an answer that a browser keeps to itself: pages, files and sentences.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import type { HostMessage } from "../../../server/protocol.ts";
import { pageHtml, policyOf } from "../../preview/html.ts";
import { distFile } from "../pages.ts";

type Headers = Readonly<Record<string, string>>;

/** What every answer says: read nothing into it, show it in no other page, keep it nowhere. */
export const guardHeaders: Headers = {
  "content-security-policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** Something that is there. */
function give(response: ServerResponse, type: string, content: string | Buffer): void {
  response.writeHead(200, { ...guardHeaders, "content-type": type });
  response.end(content);
}

/** That it was taken, or that there is nothing to show. */
export function answerTaken(response: ServerResponse): void {
  response.writeHead(204, guardHeaders).end();
}

/** What is said to who asked, at once. */
export function answerSaid(response: ServerResponse, message: HostMessage): void {
  give(response, "application/json", JSON.stringify(message));
}

/** A file for the disk of who asked: no browser shows it. */
export function giveAway(response: ServerResponse, name: string, bytes: Uint8Array): void {
  response.writeHead(200, {
    ...guardHeaders,
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
  response.end(bytes);
}

/** Why there is no such answer, as a page; whatever else was sent is not read. */
export function refuse(
  response: ServerResponse,
  status: number,
  sentence: string,
  more: Headers = {},
): void {
  response.writeHead(status, {
    ...guardHeaders,
    "content-type": "text/plain; charset=utf-8",
    connection: "close",
    ...more,
  });
  response.end(`${sentence}\n`);
}

/** The page; the word without which no script runs is a new one each time. */
export function page(response: ServerResponse): void {
  const nonce = randomBytes(16).toString("hex");
  const parts = { script: "page.js", style: "page.css", source: "'self'", language: "en" };
  const whole = { ...parts, nonce, connect: "'self'" };
  const policy = `${policyOf(whole)}; frame-ancestors 'none'`;
  response.writeHead(200, {
    ...guardHeaders,
    "content-security-policy": policy,
    "content-type": "text/html; charset=utf-8",
  });
  response.end(pageHtml(whole));
}

/** A file of the page, as it was built. */
export function file(response: ServerResponse, name: string, type: string): void {
  const path = distFile(name);
  if (existsSync(path)) give(response, `${type}; charset=utf-8`, readFileSync(path));
  else refuse(response, 404, "The page is not built. 'npm run build' builds it.");
}
