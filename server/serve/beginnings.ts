// A currency and the day on the clock → the texts of all templates.
import { RequestType } from "vscode-languageserver";
import { type TemplatesParams, type TemplatesResult, templatesRequest } from "../protocol.ts";
import { templates, textOn } from "../templates/index.ts";
import type { Sight } from "./convert.ts";

export const templatesType = new RequestType<TemplatesParams, TemplatesResult, void>(
  templatesRequest,
);

export function templatesToday({ workspace }: Sight, { currency }: TemplatesParams) {
  return templates.map((one): TemplatesResult[number] => {
    const { name, title, says } = one;
    return { name, title, says, text: textOn(one, workspace.today, currency) };
  });
}
