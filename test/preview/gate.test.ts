// Attacks on the preview's server → the refusals that answer them.
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { describe, expect, test } from "vitest";
import { type Asked, read, serve, word } from "./asking.ts";

const reveal = JSON.stringify({ type: "ready", view: "roadmap" });
const post = {
  method: "POST",
  path: "message",
  headers: { "Content-Type": "application/json" },
  body: reveal,
} as const;

/** The same request with these headers as well. */
function withHeaders(asked: Asked, headers: Readonly<Record<string, string>>): Asked {
  return { ...asked, headers: { ...asked.headers, ...headers } };
}

describe("who is let in", () => {
  test.each([
    ["the top", "/"],
    ["a page without the word", "/events"],
    ["a wrong word", "/0123456789abcdee/"],
    ["a part of the word", "/0123456789abcde/events"],
    ["more than the word", "/0123456789abcdef0/message"],
    ["the word as a query", `/?${word}`],
  ])(
    "without the word of the address nothing answers, and it is said what to do: %s",
    async (_, target) => {
      const { ask } = await serve();
      const { status, body, headers } = await ask({ target });
      expect(status).toBe(403);
      expect(body).toContain("at the whole address that the terminal shows");
      expect(headers.get("content-type")).toBe("text/plain; charset=utf-8");
    },
  );

  test.each(["", "events", "page.js", "message"])(
    "a foreign name that points at this machine is no way in: '%s'",
    async (path) => {
      const { ask, port } = await serve();
      for (const Host of [
        "evil.example",
        `evil.example:${port}`,
        `127.0.0.1.evil.example:${port}`,
        `localhost:${port + 1}`,
        "localhost",
        `127.0.0.1:${port}@evil.example`,
        "",
      ])
        expect([Host, (await ask({ path, headers: { Host } })).status]).toEqual([Host, 403]);
    },
  );

  test.each(["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])(
    "the names of this machine are: %s",
    async (name) => {
      const { ask, port } = await serve();
      expect((await ask({ headers: { Host: `${name}:${port}` } })).status).toBe(200);
    },
  );

  test("a request without a name, or with two, is none", async () => {
    const { open, port } = await serve();
    const get = `GET /${word}/ HTTP/1.0\r\n`;
    expect((await read(open(`${get}\r\n`))).status).toBe(403);
    const two = `Host: 127.0.0.1:${port}\r\nHost: evil.example\r\n\r\n`;
    expect((await read(open(get + two))).status).toBe(403);
  });

  test("what another page sends is not heard, even where it knows the word", async () => {
    const { ask, heard, port } = await serve();
    const foreign = [
      { Origin: "https://evil.example" },
      { Origin: "null" },
      { Origin: `http://127.0.0.1:${port + 1}` },
      { Origin: `https://127.0.0.1:${port}` },
      // The page lies at the name that it asks for, and at no other.
      { Origin: `http://localhost:${port}` },
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
      {
        "Sec-Fetch-Site": "cross-site",
        "Sec-Fetch-Mode": "navigate",
        "Sec-Fetch-Dest": "document",
      },
    ];
    for (const headers of foreign)
      expect([headers, (await ask(withHeaders(post, headers))).status]).toEqual([headers, 403]);
    expect(heard).toEqual([]);
    const own = { Origin: `http://127.0.0.1:${port}`, "Sec-Fetch-Site": "same-origin" };
    expect((await ask(withHeaders(post, own))).status).toBe(204);
    expect(heard).toEqual([{ type: "ready", view: "roadmap" }]);
  });

  test("another page hears no events and loads no script, and may only lead to the page", async () => {
    const { ask } = await serve();
    const site = { "Sec-Fetch-Site": "cross-site" };
    const visit = { ...site, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document" };
    const frame = { ...visit, "Sec-Fetch-Dest": "iframe" };
    for (const path of ["", "events", "page.js"])
      expect([path, (await ask({ path, headers: site })).status]).toEqual([path, 403]);
    expect((await ask({ path: "events", headers: visit })).status).toBe(403);
    expect((await ask({ headers: frame })).status).toBe(403);
    expect((await ask({ headers: visit })).status).toBe(200);
  });

  test("it listens on this machine only", async () => {
    const { server } = await serve();
    const address = server.address();
    expect(address).toMatchObject({ address: "127.0.0.1" });
  });
});

describe("what is there", () => {
  test.each([
    ["two slashes", "//"],
    ["two slashes behind the word", `/${word}//`],
    ["a name behind two slashes", "//evil.example/"],
    ["a zero byte", `/${word}/%00`],
    ["half an escape", `/${word}/%`],
    ["a whole address", `http://127.0.0.1/${word}/`],
    ["a foreign whole address", "http://evil.example/"],
    ["a folder up", `/${word}/../package.json`],
    ["a folder up in escapes", `/${word}/%2e%2e/package.json`],
    ["a folder up in backslashes", `/${word}/..\\package.json`],
    ["something deeper", `/${word}/page.js/x`],
    ["something unknown", `/${word}/etc`],
    ["a name of the language", `/${word}/constructor`],
    ["the word alone", `/${word}`],
    ["something very long", `/${word}/${"a".repeat(9000)}`],
    ["no path at all", "*"],
  ])("there is nothing at %s", async (_, target) => {
    const { ask } = await serve();
    expect((await ask({ target })).status).toBe(404);
  });

  test("what is longer than a server reads ends with the connection", async () => {
    const { ask } = await serve();
    expect((await ask({ target: `/${"a".repeat(100_000)}` })).status).toBe(431);
    expect((await ask({})).status).toBe(200);
  });

  test.each([
    ["POST", "", "GET, HEAD"],
    ["OPTIONS", "", "GET, HEAD"],
    ["PUT", "page.js", "GET, HEAD"],
    ["DELETE", "page.css", "GET, HEAD"],
    ["TRACE", "favicon.ico", "GET, HEAD"],
    ["HEAD", "events", "GET"],
    ["POST", "events", "GET"],
    ["GET", "message", "POST"],
    ["PROPFIND", "message", "POST"],
  ])("%s of '%s' is refused, and told that it is %s", async (method, path, allow) => {
    const { ask } = await serve();
    const { status, headers } = await ask({ method, path });
    expect([status, headers.get("allow")]).toEqual([405, allow]);
  });

  test("the page answers to its head alone, too, and keeps its query to itself", async () => {
    const { ask } = await serve();
    expect(await ask({ method: "HEAD" })).toMatchObject({ status: 200, body: "" });
    expect((await ask({ path: "?from=mail" })).status).toBe(200);
  });
});

test("every answer keeps itself to itself", async () => {
  const { ask } = await serve();
  const all = [
    { path: "" },
    { path: "page.js" },
    { path: "favicon.ico" },
    { target: "/" },
    { target: "//" },
    { method: "POST" },
    { ...post },
    { ...post, body: "{" },
  ];
  for (const asked of all) {
    const { headers } = await ask(asked);
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    const policy = headers.get("content-security-policy") ?? "";
    for (const part of ["default-src", "base-uri", "form-action", "frame-ancestors"])
      expect(policy).toContain(`${part} 'none'`);
    expect(headers.has("access-control-allow-origin")).toBe(false);
  }
});

test("no two pages share the word that lets their script run", async () => {
  const { ask } = await serve();
  const nonces = await Promise.all(
    [1, 2, 3].map(async () => {
      const { body, headers } = await ask({});
      const [, nonce] = /script nonce="([0-9a-f]{32})"/.exec(body) ?? [];
      expect(headers.get("content-security-policy")).toContain(`script-src 'nonce-${nonce}'`);
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(3);
});

describe("what a page sends", () => {
  const send = (body: string, type = "application/json") => ({
    ...post,
    headers: { "Content-Type": type },
    body,
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "",
  ])("is JSON and says so, not '%s'", async (type) => {
    const { ask, heard } = await serve();
    expect([(await ask(send(reveal, type))).status, heard]).toEqual([415, []]);
  });

  test.each([
    "",
    "{",
    "null",
    "[]",
    '"ready"',
    '{"type":"other"}',
    '{"type":"reveal","uri":"file:///a"}',
    '{"type":"reveal","uri":7,"range":{},"select":{}}',
    '{"type":"command","command":"workbench.action.quit"}',
    JSON.stringify({ type: "reveal", uri: "a".repeat(20_000) }),
  ])("has a shape, which this has not: %s", async (body) => {
    const { ask, heard } = await serve();
    const headers = { ...post.headers, "Content-Length": String(body.length) };
    expect([(await ask({ ...post, headers, body })).status, heard]).toEqual([400, []]);
  });

  test("has an end, whether it tells its length or not", async () => {
    const { ask, heard, open, port } = await serve();
    const long = " ".repeat(100_000);
    expect((await ask(send(long))).status).toBe(413);
    const told = { ...post.headers, "Content-Length": "99999999999" };
    expect((await ask({ ...post, headers: told, body: "{" })).status).toBe(413);
    const head = `POST /${word}/message HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const chunk = `10000\r\n${" ".repeat(0x10000)}\r\n`;
    expect((await read(open(head + chunk.repeat(4)))).status).toBe(413);
    expect(heard).toEqual([]);
  });

  test("is let go where it never comes to its end", async () => {
    const { open, port } = await serve([], { request: 200, look: 50 });
    const head = `POST /${word}/message HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n`;
    const answers = await Promise.all(
      ["GET /", head, `${head}Content-Length: 9\r\n\r\n{`].map((text) => read(open(text))),
    );
    expect(answers.map(({ status }) => status)).toEqual([408, 408, 408]);
  });
});

test("no other machine reaches it", async () => {
  const { port } = await serve();
  const outside = Object.values(networkInterfaces())
    .flatMap((one) => one ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4");
  for (const { address } of outside) {
    const isReached = await new Promise<boolean>((done) => {
      const socket = connect(port, address);
      socket.on("connect", () => done(true)).on("error", () => done(false));
    });
    expect([address, isReached]).toEqual([address, false]);
  }
});
