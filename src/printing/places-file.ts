import type { Document } from "../model.ts";
import { type AskedFile, askedFile } from "./asked-files.ts";
import type { AllAssets } from "./assets.ts";
import type { Mode } from "./sheet.ts";

/** What any page asks for when somebody wants the address of a paragraph: the same script in every language. */
export function makePlacesFile(script: AllAssets["places"], { site }: Document, mode: Mode): AskedFile {
  const when = "when somebody wants the address of a paragraph";
  const [language = ""] = site.languages;
  return askedFile(`${script}\nstart();`, { name: "places", when, language, site, mode });
}
