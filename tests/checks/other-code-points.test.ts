import { expect, it } from "vitest";
import { said, writeSite } from "../content/faults.ts";

const [NFC, NFD] = ["\u00DCberblick", "U\u0308berblick"];
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

it("tells headings and pictures from those that look the same", async () => {
  const folder = writeSite({
    "content/en/bees.md": `# Bees\n\nA bee.\n\n## ${NFD}\n\nA [heading](#${NFC.toLowerCase()}).\n\n![One](../../images/${NFC}.svg)\n\n![Two](<../../images/my ${NFC}.svg>)\n`,
    "content/en/hive.md": `# Hive\n\nA hive.\n\n## Gr\u00F6\u00DFe\n\nA [heading](#gro\u0308\u00DFe).\n\n![A flow](../../images/${NFC}.flow.yaml)\n`,
    [`images/${NFD}.svg`]: DRAWING,
    [`images/my ${NFD}.svg`]: DRAWING,
    [`images/${NFD}.flow.yaml`]: "",
  });
  const there = "the one that is there looks the same, but is written with other code points";
  expect((await said(folder)).filter((line) => line.startsWith("en/"))).toEqual([
    `en/bees.md:7:13 Cannot find heading "#${NFC.toLowerCase()}"; ${there} (NFD); type that one anew`,
    `en/bees.md:9:1 Cannot find the picture "../../images/${NFC}.svg"; ${there} (NFD); rename the file`,
    `en/bees.md:11:1 Cannot find the picture "../../images/my ${NFC}.svg"; ${there} (NFD); rename the file`,
    `en/hive.md:7:13 Cannot find heading "#gro\u0308\u00DFe"; ${there} than this (NFD); type this one anew`,
    `en/hive.md:9:1 Cannot find the picture "../../images/${NFC}.flow.yaml"; ${there} (NFD); rename the file`,
  ]);
});

it.each([
  ["![](../../images/größe.svg)", "../../images/größe.svg", "![words](../../images/größe.svg)"],
  ["![](../../images/gr%C3%B6.svg)", "../../images/gr%C3%B6.svg", "![words](../../images/gr%C3%B6.svg)"],
  ["[a](x.md) ![](<../../images/a ö.svg>)", "../../images/a ö.svg", "![words](<../../images/a ö.svg>)"],
  ["![][ö]\n\n[ö]: ../../images/ö.svg", "../../images/ö.svg", "![words](../../images/ö.svg)"],
])("quotes the address of a picture as it is written: %s", async (text, address, way) => {
  const folder = writeSite({ "content/en/bees.md": `# Bees\n\n${text}\n` });
  const lines = await said(folder);
  expect(lines.map((line) => line.replace(/^\S+ /, ""))).toEqual(
    expect.arrayContaining([
      `Cannot find the picture "${address}"; put it into images/`,
      `The picture "${address}" has no alternative text; say what it shows: ${way}`,
    ]),
  );
});
