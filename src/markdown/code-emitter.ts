import type { Emitter } from "highlight.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

/**
 * Writes coloured code while highlight.js reads it. Its own emitter makes a tree and walks over it at the end: 0.30 s
 * instead of 0.22 for 3,000 blocks.
 */
export class CodeEmitter implements Emitter {
  #html = "";
  #open = 0;

  addText(text: string): void {
    this.#html += /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign) : text;
  }

  startScope(scope: string): void {
    this.#html += `<span class="${classOf(scope)}">`;
    this.#open++;
  }

  endScope(): void {
    if (this.#open === 0) return;
    this.#html += "</span>";
    this.#open--;
  }

  /** What it calls these two itself. */
  openNode(scope: string): void {
    this.startScope(scope);
  }

  closeNode(): void {
    this.endScope();
  }

  __addSublanguage(inner: Emitter, name: string): void {
    inner.finalize();
    const html = inner.toHTML();
    this.#html += name ? `<span class="language-${name}">${html}</span>` : html;
  }

  finalize(): void {
    while (this.#open > 0) this.endScope();
  }

  toHTML(): string {
    return this.#html;
  }
}

const classes = new Map<string, string>();

/** `title.function` → `hljs-title function_`: https://highlightjs.readthedocs.io/en/latest/css-classes-reference.html */
function classOf(scope: string): string {
  const known = classes.get(scope);
  if (known !== undefined) return known;
  const [first = "", ...others] = scope.split(".");
  const names = [`hljs-${first}`, ...others.map((name, index) => name + "_".repeat(index + 1))].join(" ");
  classes.set(scope, names);
  return names;
}
