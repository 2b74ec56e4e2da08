// An editor on the standard streams → Langium's language server for the generated texts.
import process from "node:process";
import { startLanguageServer } from "langium/lsp";
import { NodeFileSystem } from "langium/node";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { servicesOf } from "./services.ts";

const connection = createConnection(ProposedFeatures.all);
const { shared } = servicesOf({ connection, ...NodeFileSystem }, process.argv.includes("--tuned"));
startLanguageServer(shared);
