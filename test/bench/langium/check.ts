// A folder → what Langium says of it, once.
import process from "node:process";
import { pathToFileURL } from "node:url";
import { NodeFileSystem } from "langium/node";
import { servicesOf } from "./services.ts";

const [folder = "."] = process.argv.slice(2);
void check(folder, process.argv.includes("--tuned"));

async function check(folder: string, isTuned: boolean): Promise<void> {
  const { WorkspaceManager, LangiumDocuments } = servicesOf(NodeFileSystem, isTuned).shared
    .workspace;
  await WorkspaceManager.initializeWorkspace([{ uri: pathToFileURL(folder).href, name: "bench" }]);
  const diagnostics = LangiumDocuments.all
    .flatMap(({ uri, diagnostics: own = [] }) =>
      own.map((one) => ({ ...one, file: uri.toString() })),
    )
    .toArray();
  console.log(JSON.stringify({ diagnostics }));
}
