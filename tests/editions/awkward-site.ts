import sharp from "sharp";
import type { Files } from "../support/folders.ts";

const SOUND = `# Sound & \\<light>

One \u0007 bell, a form\u000cfeed, a&nbsp;space, "quotes", 'more' & <https://example.org/?a=1&b=2>.
See [what follows](notes.md#2-steps-äöü), [a page](pages/small.md#small), [that page](pages/small.md), [the top](sound.md)
and [a manual](https://example.org/a%20b?c=d&e=f#g), or write to <mailto:bee@example.org>.[^one]

[^one]: A note. It has a second part.

    > Quoted in the note.
`;

const NOTES = `# Notes

Some.

## 2 Steps: äöü

1. One
2. Two

   \`\`\`sh
   cat <<E | grep -v "a & b" > c
   \`\`\`

   - deep

3. [Bienenstock]{lang=de}

| Left | Right | Middle |
| :--- | ----: | :----: |
| a    |     b |   c    |

> [!WARNING]
> Hot.

> Somebody's words.
>
> — Their name, [where they said it](https://example.org)

A line  
broken, ~~struck~~, *marked*, **strong**, \`code\`.

---

![A letter on its way](../../images/post.flow.yaml "From *here* to there")

![Frames that move](../../images/moving.webp)

![Frames of old](../../images/moving.gif)

![A photo](../../images/großes%20bild.jpg "A caption")

![Drawn](../../images/drawn.svg)
`;

const POST = `title: How a letter travels
actors:
  writer: { kind: person, label: Writer & son }
  office: { kind: server, label: Post office }
  reader: { kind: person, label: Reader }
boundaries:
  town: { label: Another town, holds: [office, reader] }
steps:
  - { from: writer, to: office, text: The writer posts a letter }
  - { from: office, to: reader, starts: reader, repeats: true, text: The reader looks into the box }
`;

/** All that Markdown and pictures can be, with signs that XML takes otherwise than HTML, or not at all. */
export async function awkwardSite(): Promise<Files> {
  const frame = (colour: string) => ({
    create: { width: 24, height: 16, channels: 3 as const, background: colour },
  });
  const frames = await Promise.all(
    ["#b3210c", "#eff3e9"].map((colour) => sharp(frame(colour)).png().toBuffer()),
  );
  const moving = sharp(frames, { join: { animated: true } });
  return {
    "content/_data/site.yaml": `title: Sound & light
description: A site with <everything> & more
address: https://sound.example/a-folder
languages: [en]
sections: [sound, notes]
pages: [small]
`,
    "content/en/sound.md": SOUND,
    "content/en/notes.md": NOTES,
    "content/en/pages/small.md": "# Small\n\nBack to [the notes](../notes.md#2-steps-äöü).\n",
    "images/post.flow.yaml": POST,
    "images/moving.webp": await moving.clone().webp().toBuffer(),
    "images/moving.gif": await moving.clone().gif().toBuffer(),
    "images/großes bild.jpg": await sharp(frame("#0a4b38")).jpeg().toBuffer(),
    "images/drawn.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>D</title><path d="M1 1h7"/></svg>',
  };
}
