import { type DrawnFlow, isFlowFile } from "../diagrams/flow.ts";
import type { FoundFlow } from "../diagrams/flows.ts";
import type { Made } from "../markdown/markdown.ts";
import type { Picture, PictureFault, Problem } from "../model.ts";
import { nearest } from "../nearest.ts";

export interface ShownFileOptions {
  readonly readPicture: (
    file: string,
    options?: { displayWidth?: number },
  ) => Promise<Picture | PictureFault>;
  readonly readFlow: (text: string, file: string, languages: readonly string[]) => Promise<FoundFlow>;
}

interface Site {
  readonly files: ReadonlySet<string>;
  readonly languages: readonly string[];
  /** The text of a file, whose faults are reported elsewhere. */
  readonly read: (file: string) => string | undefined;
}

/** The files that texts show as pictures, and what was made of each: once, on however many pages it stands. */
export class ShownFiles {
  readonly pictures = new Map<string, Picture | PictureFault>();
  readonly flows = new Set<string>();
  readonly problems: Problem[] = [];
  readonly #options: ShownFileOptions;
  readonly #site: Site;
  readonly #reading = new Map<string, Promise<Picture | PictureFault>>();
  readonly #drawing = new Map<string, Promise<DrawnFlow | undefined>>();

  constructor(options: ShownFileOptions, site: Site) {
    this.#options = options;
    this.#site = site;
  }

  async make(names: readonly string[]): Promise<Made> {
    const pictures = new Map<string, Picture>();
    const flows = new Map<string, DrawnFlow>();
    await Promise.all(
      names.map(async (name) => {
        if (isFlowFile(name)) {
          const drawn = await this.#readFlow(name);
          if (drawn !== undefined) flows.set(name, drawn);
          return;
        }
        const picture = await this.readPicture(name);
        if (picture.kind === "picture") pictures.set(name, picture);
      }),
    );
    return { pictures, flows };
  }

  /** A portrait is made in other sizes than the same picture in a text: both are to be printed. */
  async readPicture(file: string, displayWidth?: number): Promise<Picture | PictureFault> {
    const size = displayWidth === undefined ? {} : { displayWidth };
    const sized = [file, ...Object.values(size)].join(" ");
    const begun = this.#reading.get(sized) ?? this.#options.readPicture(file, size);
    this.#reading.set(sized, begun);
    const picture = await begun;
    this.pictures.set(picture.kind === "picture" ? sized : file, picture);
    return picture;
  }

  #readFlow(file: string): Promise<DrawnFlow | undefined> {
    const begun = this.#drawing.get(file) ?? this.#drawFlow(file);
    this.#drawing.set(file, begun);
    return begun;
  }

  async #drawFlow(file: string): Promise<DrawnFlow | undefined> {
    const { files, languages, read } = this.#site;
    if (!files.has(file)) {
      const near = nearest(file, [...files].filter(isFlowFile));
      this.pictures.set(file, { kind: "missing", ...(near !== undefined && { nearest: near }) });
      return undefined;
    }
    const text = read(file);
    if (text === undefined) return undefined;
    const { drawn, problems } = await this.#options.readFlow(text, file, languages);
    this.problems.push(...problems);
    if (drawn !== undefined) this.flows.add(file);
    return drawn;
  }
}
