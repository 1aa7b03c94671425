import { expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { SETTINGS, writeSmallSite } from "../support/hive.ts";

it("reads a picture once, in however many languages and sections it stands", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>';
  const shown = "![A cell](../../images/cell.svg)";
  const folder = writeSmallSite({
    "content/_data/site.yaml": SETTINGS.replace("[en]", "[en, de]"),
    "content/en/bees.md": `# Bees\n\n${shown}\n`,
    "content/en/hive.md": `# The hive\n\n${shown}\n`,
    "content/de/bees.md": `# Bienen\n\n${shown.replace("A cell", "Eine Zelle")}\n`,
    "content/de/hive.md": `# Der Stock\n\n${shown.replace("A cell", "Eine Zelle")}\n`,
    "images/cell.svg": svg,
  });
  const steps: string[] = [];
  await run({ folder, mode: "check", cache: `${folder}/.cache`, onProgress: (step) => steps.push(step) });
  expect(steps.filter((step) => step.endsWith("pictures"))).toEqual(["0 of 1 pictures", "1 of 1 pictures"]);
});
