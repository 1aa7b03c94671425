import { join } from "node:path";
import type { Compiler, Environment } from "nunjucks";
import { hashOf, keepValue, versionOf } from "../cache.ts";

/**
 * Has templates compiled once: to compile those of a page takes a tenth of a check. They are compiled without the indents
 * of their lines, which every page would carry; none holds preformatted text. `cache` is a folder.
 */
export function keepCompiled(compiler: Compiler, environment: Environment, cache: string): void {
  const { asyncFilters, extensionsList, opts, loaders } = environment;
  const versions = [versionOf("nunjucks"), versionOf("@11ty/eleventy"), JSON.stringify(opts)];
  const codeOf = (text: string, path: string): string =>
    keepValue(join(cache, `${hashOf([...versions, path, text].join("\n"))}.json`), () =>
      compiler.compile(text, asyncFilters, extensionsList, path, opts),
    );
  for (const loader of loaders) {
    const read = loader.getSource.bind(loader);
    loader.getSource = (name) => {
      const found = read(name);
      if (found === null || typeof found.src !== "string") return found;
      try {
        const lean = found.src.replace(/^[ \t]+/gm, "");
        // As Nunjucks itself makes functions of it.
        const obj: unknown = new Function(codeOf(lean, found.path))();
        return { ...found, src: { type: "code", obj } };
      } catch {
        // Nunjucks tells what is wrong with it when it is used, and where: with its indents.
        return found;
      }
    };
  }
}
