import { posix } from "node:path";
import { ICON_FILE } from "../../content/document.ts";
import type { PictureFault, PictureUse, Place } from "../../model.ts";
import { wayTo } from "../../nearest.ts";
import { flowName } from "../flow-name.ts";
import type { Rule } from "../rule.ts";

/** Every picture that is shown is a whole picture file of the site. */
export const pictureFile: Rule = {
  name: "picture-file",
  *check({ document: { pages, pictures, icon } }) {
    const sections = pages.flatMap((page) => page.sections);
    const portraits = sections.flatMap(({ shown }) => (shown?.kind === "people" ? shown.people : []));
    const uses: PictureUse[] = [
      ...sections.flatMap((section) => section.pictures),
      ...portraits.flatMap(({ portrait }) => portrait ?? []),
    ];
    if (icon !== undefined && icon.kind !== "picture") {
      const place = { file: ICON_FILE, line: 1, column: 1 };
      yield { message: explain({ file: ICON_FILE, address: ICON_FILE, place }, icon), place };
    }
    for (const use of uses) {
      const { file, place } = use;
      const address = shorten(use.address);
      if (file === undefined) {
        yield { message: `Cannot show "${address}" from elsewhere; put the picture into images/`, place };
        continue;
      }
      const picture = pictures.get(file);
      if (picture !== undefined && picture.kind !== "picture")
        yield { message: explain({ file, address, place }, picture), place };
    }
  },
};

interface Asked {
  readonly file: string;
  readonly address: string;
  readonly place: Place;
}

function explain({ file, address, place }: Asked, fault: PictureFault): string {
  switch (fault.kind) {
    case "missing": {
      if (fault.nearest === undefined) return `Cannot find the picture "${address}"; put it into images/`;
      // In Markdown a path starts at the file, in settings at the site's folder.
      const isText = place.file.endsWith(".md");
      const shown = isText ? posix.relative(posix.dirname(place.file), fault.nearest) : fault.nearest;
      const way = wayTo(fault.nearest, { from: file, shown, mend: "rename the file" });
      return `Cannot find the picture "${address}"${way}`;
    }
    case "outside":
      return `Cannot show "${address}": it lies outside the site's folder; put the picture into images/`;
    case "unsupported":
      return `Cannot show "${address}": ${unsupported(file, fault.extension)}`;
    case "too-large":
      return `The picture "${address}" has ${megapixels(fault.pixels)} million pixels, the limit is ${megapixels(fault.limit)}; make it smaller`;
    case "active":
      return `Cannot show "${address}": its ${fault.what} could run or load something; take it out of the drawing`;
    case "broken":
      return `Cannot read the picture "${address}": ${fault.reason}; save it anew`;
  }
}

function unsupported(file: string, extension: string): string {
  const name = flowName(posix.basename(file));
  if (name !== undefined) return `a flow ends in ".flow.yaml"; call it "${name}", here and in its folder`;
  const reason = extension === "" ? "it has no extension" : `"${extension}" is no picture that browsers show`;
  return `${reason}; use png, jpg, webp, avif, gif or svg`;
}

/** A picture may be written out in its address. */
function shorten(address: string): string {
  return address.length > 60 ? `${address.slice(0, 60)}…` : address;
}

function megapixels(pixels: number): string {
  return String(Math.round(pixels / 100_000) / 10);
}
