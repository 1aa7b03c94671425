import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { eachPage, type Figure, none, type Row } from "../row.ts";

export const places: Row = {
  name: "what does not work below a path, or from a plain folder",
  measure: (site) =>
    eachPage(site.pages, async ({ path }): Promise<Figure[]> => {
      const figures: Figure[] = [];
      for (const [of, address] of [
        ["below a path", path],
        ["from a folder", site.fileAddress(path)],
      ] as const) {
        const faults = await site.visit(address, async ({ tab, faults: met }) => {
          const links = await tab
            .locator("a[href]")
            .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
          const own = links
            .map((link) => fileOf(link, site.address, site.folder))
            .filter((file) => file !== undefined);
          const missing = [...new Set(own)]
            .filter((file) => !existsSync(file))
            .map((file) => `leads nowhere: ${file}`);
          const pictures = await tab.locator("main img").evaluateAll(async (all) => {
            const broken: string[] = [];
            for (const one of all as HTMLImageElement[]) {
              one.loading = "eager";
              await one.decode().catch(() => broken.push(`cannot show: ${one.src}`));
            }
            return broken;
          });
          return [...met, ...missing, ...pictures];
        });
        figures.push(none(`${path}, ${of}`, faults));
      }
      return figures;
    }),
};

/** The file of the output that an address on this machine means. */
function fileOf(link: string, address: string, folder: string): string | undefined {
  const [place = ""] = link.split("#");
  if (place.startsWith(address)) return `${folder}/${decodeURIComponent(place.slice(address.length))}`;
  return place.startsWith("file:") ? fileURLToPath(place) : undefined;
}
