// The generated grammar → Langium's services for it, as they come or tuned.
import { type AstNode, inject, type LangiumCoreServices, type Module } from "langium";
import {
  AstNodeHoverProvider,
  createDefaultModule,
  createDefaultSharedModule,
  type DefaultSharedModuleContext,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
} from "langium/lsp";
import {
  StrategiesGeneratedModule,
  StrategyGeneratedSharedModule,
} from "../dist/langium/module.ts";
import { checks, Validator } from "./checks.ts";
import { tunedModule, tunedSharedModule } from "./tuned.ts";

/** A card says what something is called. */
class Hover extends AstNodeHoverProvider {
  protected override getAstNodeHoverContent(node: AstNode): string | undefined {
    return "title" in node ? String(node.title) : undefined;
  }
}

const plainModule: Module<LangiumServices, PartialLangiumServices> = {
  lsp: { HoverProvider: (services) => new Hover(services) },
  validation: { DocumentValidator: (services) => new Validator(services) },
};

/** The services of a language server, or of a check without an editor where there is no connection. */
export function servicesOf(
  context: DefaultSharedModuleContext,
  isTuned: boolean,
): { readonly shared: LangiumSharedServices; readonly strategy: LangiumCoreServices } {
  const shared = inject(
    createDefaultSharedModule(context),
    StrategyGeneratedSharedModule,
    isTuned ? tunedSharedModule : {},
  );
  const strategy = inject(
    createDefaultModule({ shared }),
    StrategiesGeneratedModule,
    plainModule,
    isTuned ? tunedModule : {},
  );
  shared.ServiceRegistry.register(strategy);
  strategy.validation.ValidationRegistry.register(checks);
  // What nobody has open is told of as well, as we do.
  shared.workspace.WorkspaceManager.initialBuildOptions = { validation: true };
  if (context.connection === undefined) void shared.workspace.ConfigurationProvider.initialized({});
  return { shared, strategy };
}
