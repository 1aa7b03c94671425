import type { Emitter } from "highlight.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

/** What a scope looks like; https://highlightjs.readthedocs.io/en/latest/css-classes-reference.html. Others are plain. */
const LOOKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    comment: ["comment", "meta"],
    name: ["attr", "attribute", "built_in", "name", "selector-tag"],
    keyword: ["keyword", "section", "title"],
    text: ["string", "regexp"],
    value: ["number", "literal", "variable", "symbol", "bullet"],
    added: ["addition"],
    removed: ["deletion"],
  }).flatMap(([look, scopes]) => scopes.map((scope) => [scope, look] as const)),
);

/**
 * Writes coloured code while highlight.js reads it. Its own emitter makes a tree and walks over it at the end: 0.30 s
 * instead of 0.22 for 3,000 blocks. It also has a class for each scope, which all pages would need to know.
 */
export class CodeEmitter implements Emitter {
  #html = "";
  /** Of each scope that is open, whether it has a look. */
  readonly #open: boolean[] = [];

  addText(text: string): void {
    this.#html += /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign) : text;
  }

  startScope(scope: string): void {
    const look = LOOKS.get(kindOf(scope));
    if (look !== undefined) this.#html += `<span class="code__${look}">`;
    this.#open.push(look !== undefined);
  }

  endScope(): void {
    if (this.#open.pop() === true) this.#html += "</span>";
  }

  /** What it calls these two itself. */
  openNode(scope: string): void {
    this.startScope(scope);
  }

  closeNode(): void {
    this.endScope();
  }

  __addSublanguage(inner: Emitter): void {
    inner.finalize();
    this.#html += inner.toHTML();
  }

  finalize(): void {
    while (this.#open.length > 0) this.endScope();
  }

  toHTML(): string {
    return this.#html;
  }
}

/** `title.function` → `title` */
function kindOf(scope: string): string {
  const end = scope.indexOf(".");
  return end < 0 ? scope : scope.slice(0, end);
}
