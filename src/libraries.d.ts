// Libraries that ship no types, or types of another module system. These are the parts that we use.
declare module "@11ty/eleventy" {
  import type nunjucks from "nunjucks";
  import type { Environment } from "nunjucks";

  export interface BuildResult {
    readonly url: string;
    readonly inputPath: string;
    readonly outputPath: string;
    readonly content: string;
  }

  export interface AfterEvent {
    readonly directories: { readonly output: string };
    readonly results: readonly BuildResult[];
    readonly outputMode: "fs" | "json" | "ndjson";
    readonly runMode: "build" | "serve" | "watch";
  }

  export interface NunjucksEvent {
    readonly nunjucks: typeof nunjucks;
    readonly environment: Environment;
  }

  export interface EleventyConfig {
    readonly ignores: Set<string>;
    readonly benchmarkManager: { get(group: string): { setIsVerbose(isVerbose: boolean): void } };
    addPlugin<Options>(plugin: Plugin<Options>, options?: Options): void;
    addGlobalData(name: string, value: unknown): void;
    addTemplate(path: string, content: string, data: Record<string, unknown>): void;
    addFilter(
      name: string,
      filter: (this: { ctx: Record<string, unknown> }, ...values: never[]) => unknown,
    ): void;
    addTransform(name: string, transform: (content: string) => string): void;
    addWatchTarget(path: string, options?: { resetConfig?: boolean }): void;
    setDataFileSuffixes(suffixes: readonly string[]): void;
    setUseTemplateCache(use: boolean): void;
    on(event: "eleventy.after", listener: (event: AfterEvent) => void | Promise<void>): void;
    on(event: "eleventy.engine.njk", listener: (event: NunjucksEvent) => void): void;
  }

  export interface Plugin<Options> {
    (config: EleventyConfig, options: Options): void | Promise<void>;
    eleventyPackage?: string;
    eleventyPluginOptions?: { unique?: boolean };
  }

  export default class Eleventy {
    constructor(
      input: string | undefined,
      output: string | undefined,
      options?: {
        configPath?: string;
        quietMode?: boolean;
        runMode?: "build" | "serve" | "watch";
        config?: (config: EleventyConfig) => void | Promise<void>;
      },
    );
    disableLogger(): void;
    toJSON(): Promise<readonly BuildResult[]>;
  }
}

declare module "@11ty/chokidar-with-glob-support" {
  interface Watcher {
    on(event: "all" | "ready", listener: () => void): this;
    on(event: "error", listener: (error: Error) => void): this;
    close(): Promise<void>;
  }
  interface WatchOptions {
    readonly ignoreInitial: boolean;
    readonly disableGlobbing: boolean;
  }
  const chokidar: { watch(paths: readonly string[], options: WatchOptions): Watcher };
  export default chokidar;
}

declare module "nunjucks" {
  /** A text, or the parts that its code is made of. */
  interface TemplateSource {
    readonly src: string | { readonly type: "code"; readonly obj: unknown };
    readonly path: string;
  }
  class FileSystemLoader {
    constructor(folder: string);
    /** What has been read. To compile does nothing where it has been done. */
    readonly cache: Readonly<Record<string, { readonly path: string; compile(): void }>>;
    getSource(name: string): TemplateSource | null;
  }
  /** The part that makes code of templates. */
  export interface Compiler {
    compile(source: string, asyncFilters: unknown, tags: unknown, name: string, options: unknown): string;
  }
  export class Environment {
    constructor(loader: FileSystemLoader);
    readonly loaders: readonly FileSystemLoader[];
    readonly asyncFilters: unknown;
    readonly extensionsList: unknown;
    readonly opts: unknown;
    render(name: string, data: object, done: (error: Error | null, text: string | null) => void): void;
  }
  const nunjucks: {
    readonly FileSystemLoader: typeof FileSystemLoader;
    readonly Environment: typeof Environment;
    readonly compiler: Compiler;
  };
  export default nunjucks;
}

declare module "markdown-it-footnote" {
  import type MarkdownIt from "markdown-it";

  export default function footnote(md: MarkdownIt): void;
}

declare module "commonmark-spec" {
  const spec: {
    readonly tests: readonly {
      readonly markdown: string;
      readonly html: string;
      readonly section: string;
      readonly number: number;
    }[];
  };
  export default spec;
}

declare module "markdown-it/lib/rules_block/reference.mjs" {
  import type { StateBlock } from "markdown-it";

  export default function reference(
    state: StateBlock,
    startLine: number,
    endLine: number,
    silent: boolean,
  ): boolean;
}
