import type { EleventyConfig } from "@11ty/eleventy";
import { microsite } from "./src/microsite.ts";

export default function (eleventy: EleventyConfig) {
  eleventy.addPlugin(microsite, { folder: "." });
  return {
    dir: { input: ".", includes: "layouts", layouts: "layouts" },
    templateFormats: ["html"],
    htmlTemplateEngine: false,
    markdownTemplateEngine: false,
  };
}
