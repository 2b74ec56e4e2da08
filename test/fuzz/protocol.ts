// A seed → random and broken messages for a server process, which answers each, or ends with a word.
import fc from "fast-check";
import { framed, type Raw, talkToServer } from "../protocol/raw.ts";

/** The machine may be busy: this is far above all that is sound. */
const hangs = 60_000;

const uri = "file:///nowhere/a.strategy";

const methods = [
  ..."completion hover definition implementation references documentHighlight rename".split(" "),
  ..."prepareRename documentSymbol formatting rangeFormatting onTypeFormatting".split(" "),
  ..."foldingRange selectionRange documentLink codeAction inlayHint codeLens".split(" "),
  ..."prepareTypeHierarchy prepareCallHierarchy diagnostic unheard".split(" "),
  ..."semanticTokens/full semanticTokens/full/delta semanticTokens/range".split(" "),
]
  .map((name) => `textDocument/${name}`)
  .concat(
    ..."workspace/symbol workspace/diagnostic workspace/willRenameFiles".split(" "),
    ..."completionItem/resolve codeAction/resolve typeHierarchy/supertypes".split(" "),
    ..."callHierarchy/incomingCalls workspace/executeCommand $/unheard".split(" "),
    ..."strategy/view strategy/viewChange strategy/draft strategy/shown strategy/choices initialize".split(
      " ",
    ),
  );
const notifications = [
  ..."didOpen didChange didClose didSave".split(" ").map((name) => `textDocument/${name}`),
  ..."workspace/didChangeWatchedFiles workspace/didChangeWorkspaceFolders initialized".split(" "),
  ..."$/cancelRequest $/setTrace $/unheard".split(" "),
];

const written = fc.constantFrom(
  "",
  'objective growth "Growth"\n',
  "kpi k {\n  measures: growth\n",
  'initiative a { supports: b } "\u{1F680}\r\n/*',
);
const number = fc.oneof(fc.nat(3), fc.constantFrom(-1, 0.5, 2 ** 31, 1e300));
const address = fc.constantFrom(
  uri,
  uri,
  "file:///nowhere/%61.strategy",
  "untitled:u",
  "file:///%",
  "a b:c",
  "",
);
const place = odd(fc.record({ line: odd(number), character: odd(number) }));
const range = odd(fc.record({ start: place, end: place }));

/** Params that look like those of some method, some of them spoilt. */
const params = odd(
  fc.record(
    {
      textDocument: odd(
        fc.record({
          uri: odd(address),
          version: odd(number),
          languageId: odd(written),
          text: odd(written),
        }),
      ),
      position: place,
      range,
      positions: odd(fc.array(place, { maxLength: 3 })),
      context: odd(
        fc.record({ diagnostics: odd(fc.constant([])), only: odd(fc.constant(["quickfix"])) }),
      ),
      contentChanges: odd(
        fc.array(odd(fc.record({ range, text: odd(written) }, { requiredKeys: ["text"] })), {
          maxLength: 3,
        }),
      ),
      changes: odd(
        fc.array(odd(fc.record({ uri: odd(address), type: odd(number) })), { maxLength: 3 }),
      ),
      event: odd(fc.record({ added: odd(fc.constant([])), removed: odd(fc.constant([])) })),
      files: odd(
        fc.array(fc.record({ oldUri: odd(address), newUri: odd(address) }), { maxLength: 2 }),
      ),
      item: odd(fc.record({ data: odd(fc.record({ root: odd(written), name: odd(written) })) })),
      newName: odd(fc.string()),
      query: odd(fc.string()),
      ch: odd(fc.constantFrom("}", "\n", "x")),
      kind: odd(fc.constantFrom("kpi", "objective")),
      uri: odd(address),
      view: odd(fc.constant("roadmap")),
      id: odd(fc.nat(50)),
      capabilities: odd(fc.jsonValue()),
    },
    { requiredKeys: [] },
  ),
);

/** Now and then something else. */
function odd(usual: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: fc.jsonValue() });
}

type Step =
  | { readonly is: "request"; readonly method: string; readonly params: unknown }
  | { readonly is: "notification"; readonly method: string; readonly params: unknown }
  /** Bytes in a frame that are no message: they are answered without an id. */
  | { readonly is: "noise"; readonly bytes: Uint8Array };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant("request" as const),
      method: fc.constantFrom(...methods),
      params,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant("notification" as const),
      method: fc.constantFrom(...notifications),
      params,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant("noise" as const),
      bytes: fc.uint8Array({ maxLength: 40 }),
    }),
  },
);

/** What breaks the frames: nobody can know where the next message begins. */
const breaks = fc.constantFrom(
  "Content-Length: -1\r\n\r\n{}",
  "Content-Length: 99999999999\r\n\r\n{}",
  "Content-Length: x\r\n\r\n{}",
  "Content-Type: none\r\n\r\n{}",
  "\u0000".repeat(5000),
);

const scripts = fc.record({
  greets: fc.oneof(
    { weight: 9, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  steps: fc.array(step, { minLength: 20, maxLength: 120 }),
  end: fc.constantFrom("goodbye", "exit", "close", "break"),
  broken: breaks,
  cut: fc.integer({ min: 1, max: 5000 }),
});

/** Sends what a seed makes of it; throws where the server hangs, dies without a word or breaks the protocol. */
export async function run(seed: number): Promise<void> {
  const [found] = fc.sample(scripts, { seed, numRuns: 1 });
  if (found === undefined) throw new Error(`Seed ${seed} makes nothing.`);
  const server = talkToServer();
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The server hangs.")), hangs);
  });
  try {
    await Promise.race([talk(server, found), hang]);
  } finally {
    clearTimeout(timer);
    server.process.kill("SIGKILL");
  }
}

type Script = typeof scripts extends fc.Arbitrary<infer Value> ? Value : never;

async function talk(server: Raw, script: Script): Promise<void> {
  const { greets, steps, cut } = script;
  if (greets) await server.begin();
  const bytes = Buffer.concat(steps.map((one, id) => bytesOf(one, id)));
  for (let at = 0; at < bytes.length; at += cut) server.send(bytes.subarray(at, at + cut));
  const asked = steps.flatMap((one, id) => (one.is === "request" ? [{ id, ...one }] : []));
  const early = server.ended().then(({ code, word }) => {
    throw new Error(`The server ended with ${code} before it was told to: ${word}`);
  });
  await Promise.race([Promise.all(asked.map(({ id }) => server.answer(id))), early]);
  early.catch(() => {});
  await finish(server, script);
  const answers = server.heard().filter((one) => one.method === undefined);
  for (const { id, method } of asked) {
    const own = answers.filter((one) => one.id === id);
    const [first] = own;
    const isWhole = first !== undefined && "result" in first !== "error" in first;
    if (own.length !== 1 || !isWhole)
      throw new Error(`${method} (${id}) was answered by ${JSON.stringify(own)}.`);
  }
}

async function finish(server: Raw, { end, broken }: Script): Promise<void> {
  const goodbye = end === "goodbye" ? await server.ask("shutdown") : undefined;
  if (end === "exit" || end === "goodbye") server.say({ jsonrpc: "2.0", method: "exit" });
  else if (end === "close") server.process.stdin?.end();
  else server.send(broken);
  const { code, word } = await server.ended();
  if (code === null) throw new Error(`The server died: ${word}`);
  if (/^\s+at /m.test(word)) throw new Error(`The server broke: ${word}`);
  // Whoever never began cannot say goodbye.
  if (goodbye !== undefined && code !== (goodbye.error === undefined ? 0 : 1))
    throw new Error(`The server ended with ${code} after a goodbye.`);
  if (end === "break" && (code === 0 || word === ""))
    throw new Error(`The server ended with ${code} and '${word}' after broken bytes.`);
}

function bytesOf(one: Step, id: number): Uint8Array {
  if (one.is === "noise")
    return Buffer.concat([Buffer.from(`Content-Length: ${one.bytes.length}\r\n\r\n`), one.bytes]);
  const { method } = one;
  const asked = one.is === "request" ? { id } : {};
  return Buffer.from(
    framed(JSON.stringify({ jsonrpc: "2.0", ...asked, method, params: one.params })),
  );
}
