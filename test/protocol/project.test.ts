// A file of a project → where the project lies, and what it is read from.
import { expect, test } from "vitest";
import { DidOpenTextDocumentNotification } from "vscode-languageserver";
import {
  type ProjectResult,
  type ProjectsResult,
  projectRequest,
  projectsRequest,
} from "../../server/protocol.ts";
import { start } from "../session.ts";

test("the folder of a project, its files, its configuration and the data that it reads", async () => {
  const client = await start({
    "it/strategy.config.json": "{}",
    "it/plan.strategy": 'kpi churn "Churn" {\n  actuals: "data/churn.csv"\n}\n',
    "it/more.strategy": "theme growth\n",
    "it/data/churn.csv": "date,value\n2026-01-01,3\n",
    "it/data/other.csv": "date,value\n",
    "other/plan.strategy": "theme growth\n",
  });
  const project = await client.connection.sendRequest<ProjectResult>(projectRequest, {
    textDocument: { uri: client.uri("it/plan.strategy") },
  });
  expect(project?.root).toBe(client.uri("it"));
  expect(project?.reads.toSorted()).toEqual(
    ["data/churn.csv", "more.strategy", "plan.strategy", "strategy.config.json"].map((file) =>
      client.uri(`it/${file}`),
    ),
  );
});

test("all projects that have strategies, and what is open in none", async () => {
  const client = await start({
    "it/strategy.config.json": "{}",
    "it/plan.strategy": "theme growth\n",
    "bare/strategy.config.json": "{}",
    "sales/strategy.config.json": "{}",
    "sales/plan.strategy": "theme growth\n",
  });
  const all = () => client.connection.sendRequest<ProjectsResult>(projectsRequest);
  expect(await all()).toEqual([client.uri("it"), client.uri("sales")]);
  const document = { uri: "untitled:Untitled-1", languageId: "strategy", version: 1 };
  await client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { ...document, text: "theme growth\n" },
  });
  expect(await all()).toEqual([client.uri("it"), client.uri("sales"), "untitled:Untitled-1"]);
});
