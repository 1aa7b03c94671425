import type { Files } from "./folders.ts";

const long = (word: string): string => `${`${word} `.repeat(60)}\n\n`.repeat(12);

/** A site in two languages whose page, heading, row and image have had other addresses before. */
export const MOVED_SITE: Files = {
  "content/_data/site.yaml": `title: { en: Bees, de: Bienen }
description: { en: How a hive works, de: Wie ein Stock lebt }
address: https://bees.example.org
languages: [en, de]
sections:
  - bees
  - { name: hive, shows: rooms }
pages: [honey]
`,
  "content/_data/addresses.yaml": `pages:
  /: [bees, why-bees-dance, dance, hive, nursery, brood-room]
  /honey: [honey, kinds]
images: [/images/dance.png, /images/waggle.png]
aliases:
  why-bees-dance: dance
  nursery: brood-room
redirects:
  /mead: /honey
  /old/hives: /
  /images/waggle.png: /images/dance.png
`,
  "content/_data/rooms.yaml": `kind: table
caption: { en: Rooms, de: Räume }
columns:
  - { name: name, label: { en: Room, de: Raum } }
rows:
  - name: { en: Brood room, de: Kinderstube }
`,
  "content/en/bees.md": `# Bees\n\n${long("Small.")}## Dance\n\n![A bee dances](../../images/dance.flow.yaml)\n\n${long("Round.")}`,
  "content/de/bees.md": `# Bienen\n\n${long("Klein.")}## Tanz {#dance}\n\n![Eine Biene tanzt](../../images/dance.flow.yaml)\n\n${long("Rund.")}`,
  "content/en/hive.md": `# The hive\n\n${long("Many.")}`,
  "content/de/hive.md": `# Der Stock\n\n${long("Viele.")}`,
  "content/en/pages/honey.md": `# Honey\n\n${long("Sweet.")}## Kinds\n\n${long("More.")}`,
  "content/de/pages/honey.md": `# Honig {#honey}\n\n${long("Süß.")}## Sorten {#kinds}\n\n${long("Mehr.")}`,
  "images/dance.flow.yaml": `title: { en: The dance, de: Der Tanz }
actors:
  bee: { kind: person, label: { en: Bee, de: Biene } }
  others: { kind: person, label: { en: Other bees, de: Andere Bienen } }
steps:
  - { from: bee, to: others, text: { en: A bee shows the way, de: Eine Biene zeigt den Weg } }
`,
};
