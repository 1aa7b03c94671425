import type { PictureFault, PictureUse } from "../../model.ts";
import type { Rule } from "../rule.ts";

/** Every picture that is shown is a whole picture file of the site. */
export const pictureFile: Rule = {
  name: "picture-file",
  *check({ document: { pages, pictures } }) {
    const sections = pages.flatMap((page) => page.sections);
    const portraits = sections.flatMap(({ shown }) => (shown?.kind === "people" ? shown.people : []));
    const uses: PictureUse[] = [
      ...sections.flatMap((section) => section.pictures),
      ...portraits.flatMap(({ portrait }) => portrait ?? []),
    ];
    for (const { file, address, place } of uses) {
      if (file === undefined) {
        yield { message: `Cannot show "${address}" from elsewhere; put the picture into images/`, place };
        continue;
      }
      const picture = pictures.get(file);
      if (picture !== undefined && "kind" in picture) yield { message: explain(address, picture), place };
    }
  },
};

function explain(address: string, fault: PictureFault): string {
  switch (fault.kind) {
    case "missing":
      return `Cannot find the picture "${address}"${fault.nearest === undefined ? "; put it into images/" : `; did you mean "${fault.nearest}"?`}`;
    case "outside":
      return `Cannot show "${address}": it lies outside the site's folder; put the picture into images/`;
    case "unsupported":
      return `Cannot show "${address}": ${fault.extension === "" ? "it has no extension" : `"${fault.extension}" is no picture that browsers show`}; use png, jpg, webp, avif, gif or svg`;
    case "too-large":
      return `The picture "${address}" has ${megapixels(fault.pixels)} million pixels, the limit is ${megapixels(fault.limit)}; make it smaller`;
    case "active":
      return `Cannot show "${address}": its ${fault.what} could run or load something; take it out of the drawing`;
    case "broken":
      return `Cannot read the picture "${address}": ${fault.reason}; save it anew`;
  }
}

function megapixels(pixels: number): string {
  return String(Math.round(pixels / 100_000) / 10);
}
