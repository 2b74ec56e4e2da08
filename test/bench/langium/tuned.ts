// Langium's services where they cost most in a large workspace → the same answers from tables that are kept up to date.
import {
  type AstNodeDescription,
  type BuildOptions,
  DefaultDocumentBuilder,
  DefaultIndexManager,
  DefaultScopeProvider,
  DocumentState,
  type LangiumCoreServices,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type Module,
  type PartialLangiumCoreServices,
  type PartialLangiumSharedCoreServices,
  type ReferenceInfo,
  type Scope,
  stream,
  type URI,
} from "langium";
import type { CancellationToken } from "vscode-languageserver";

/** Knows where a name is declared, and which documents a document refers to, without looking through all. */
class NameIndex extends DefaultIndexManager {
  readonly named = new Map<string, readonly AstNodeDescription[]>();
  private readonly targets = new Map<string, ReadonlySet<string>>();

  override removeContent(uri: URI): void {
    for (const { name, documentUri } of this.symbolIndex.get(uri.toString()) ?? []) {
      const left = (this.named.get(name) ?? []).filter((one) => one.documentUri !== documentUri);
      if (left.length === 0) this.named.delete(name);
      else this.named.set(name, left);
    }
    super.removeContent(uri);
  }

  override async updateContent(
    document: LangiumDocument,
    token?: CancellationToken,
  ): Promise<void> {
    this.removeContent(document.uri);
    await super.updateContent(document, token);
    for (const one of this.symbolIndex.get(document.uri.toString()) ?? [])
      this.named.set(one.name, [...(this.named.get(one.name) ?? []), one]);
  }

  override async updateReferences(
    document: LangiumDocument,
    token?: CancellationToken,
  ): Promise<void> {
    await super.updateReferences(document, token);
    const uri = document.uri.toString();
    const own = this.referenceIndex.get(uri) ?? [];
    const others = own.filter(({ local }) => !local).map(({ targetUri }) => targetUri.toString());
    this.targets.set(uri, new Set(others));
  }

  override isAffected(document: LangiumDocument, changed: Set<string>): boolean {
    const targets = this.targets.get(document.uri.toString());
    return targets !== undefined && [...changed].some((uri) => targets.has(uri));
  }
}

/** Finds a name in a table; as it comes, each reference looks through the names of its document. */
class TableScopeProvider extends DefaultScopeProvider {
  override getScope(context: ReferenceInfo): Scope {
    const type = this.reflection.getReferenceType(context);
    const isOfType = (one: AstNodeDescription) => this.reflection.isSubtype(one.type, type);
    const named = (name: string) => nameIndexOf(this.indexManager).named.get(name) ?? [];
    return {
      getElement: (name) => named(name).find(isOfType),
      getElements: (name) => stream(named(name).filter(isOfType)),
      getAllElements: () => this.indexManager.allElements(type),
    };
  }
}

/** Links a document that has an error anew only where one of its unknown names has been declared. */
class NameDocumentBuilder extends DefaultDocumentBuilder {
  protected override shouldRelink(document: LangiumDocument, changed: Set<string>): boolean {
    return this.indexManager.isAffected(document, changed);
  }

  protected override async buildDocuments(
    documents: LangiumDocument[],
    options: BuildOptions,
    token: CancellationToken,
  ): Promise<void> {
    const { named } = nameIndexOf(this.indexManager);
    const building = new Set(documents);
    const isInitial = building.size === this.langiumDocuments.all.count();
    if (!isInitial) {
      await this.runCancelable(documents, DocumentState.Parsed, token, (document) =>
        this.langiumDocumentFactory.update(document, token),
      );
      await this.runCancelable(documents, DocumentState.IndexedContent, token, (document) =>
        this.indexManager.updateContent(document, token),
      );
      for (const document of this.langiumDocuments.all) {
        if (building.has(document)) continue;
        if (!document.references.some(({ error, $refText }) => error && named.has($refText)))
          continue;
        this.resetToState(document, DocumentState.ComputedScopes);
        documents.push(document);
      }
    }
    await super.buildDocuments(documents, options, token);
  }
}

function nameIndexOf(index: unknown): NameIndex {
  if (index instanceof NameIndex) return index;
  throw new Error("The tuned services come together.");
}

export const tunedModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  references: { ScopeProvider: (services) => new TableScopeProvider(services) },
};

export const tunedSharedModule: Module<
  LangiumSharedCoreServices,
  PartialLangiumSharedCoreServices
> = {
  workspace: {
    IndexManager: (services) => new NameIndex(services),
    DocumentBuilder: (services) => new NameDocumentBuilder(services),
  },
};
