// Drawings are many bytes, and no words. So their shapes stand at the end of the page, and `use` shows them in their
// place: a round trip less until the words around them can be read. A script that steps through a flow, and whoever reads
// a page as readers see it, puts them back.

const DRAWING = /(<svg class="flow__(drawing|sample)[ "][^>]*>)([\s\S]*?)(?=<\/svg>)/g;
const USE = /<use href="#(flow-shapes-\d+)"\/>/g;
const SHAPES = /<g id="(flow-shapes-\d+)">([\s\S]*?)<\/g>(?=<g id="flow-shapes-|<\/defs>)/g;

/** The shapes of one page, as they are taken out of it part by part. */
export class LateShapes {
  #all = "";
  #count = 0;
  /** The same line is explained below many a drawing; drawings are put back, each for itself. */
  readonly #samples = new Map<string, string>();

  /** HTML of a part, without what its drawings show. */
  takeFrom(html: string): string {
    return html.replace(DRAWING, (_, start: string, kind: string, shapes: string) => {
      const id = kind === "sample" ? this.#takeOnce(shapes) : this.#take(shapes);
      return `${start}<use href="#${id}"/>`;
    });
  }

  #takeOnce(shapes: string): string {
    const id = this.#samples.get(shapes) ?? this.#take(shapes);
    this.#samples.set(shapes, id);
    return id;
  }

  #take(shapes: string): string {
    const id = `flow-shapes-${++this.#count}`;
    this.#all += `<g id="${id}">${shapes}</g>`;
    return id;
  }

  /** What has been taken, to be printed inside `defs`. */
  get all(): string {
    return this.#all;
  }
}

/** A printed page with its shapes where they are seen. */
export function withShapesInPlace(html: string): string {
  const shapes = new Map<string, string>();
  const rest = html.replace(SHAPES, (_, id: string, all: string) => {
    shapes.set(id, all);
    return "";
  });
  return rest.replace(USE, (use, id: string) => shapes.get(id) ?? use);
}
