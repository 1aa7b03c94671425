import { describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { SETTINGS, writeSite } from "../content/faults.ts";

/** Three sentences of each language that can be told apart; the same things are said in all of them. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  de: [
    "Im Winter sitzen die Bienen dicht beieinander und halten sich gegenseitig warm.",
    "Wenn es draußen wieder wärmer wird, fliegen sie aus und suchen nach den ersten Blüten.",
    "Die Königin verlässt den Stock nur ein einziges Mal, und das ist kurz nach ihrer Geburt.",
  ],
  en: [
    "In winter the bees sit close together and keep each other warm.",
    "When it is getting warmer outside, they fly out and look for the first flowers.",
    "The queen leaves the hive only once, and that is shortly after she was born.",
  ],
  es: [
    "En invierno las abejas se quedan muy juntas y se dan calor unas a otras.",
    "Cuando hace más calor fuera, salen volando y buscan las primeras flores.",
    "La reina deja la colmena una sola vez, y eso es poco después de que ha nacido.",
  ],
  fr: [
    "En hiver, les abeilles restent serrées les unes contre les autres et se tiennent chaud.",
    "Quand il fait plus chaud dehors, elles sortent et cherchent les premières fleurs.",
    "La reine ne quitte la ruche qu'une seule fois, et c'est peu de temps après sa naissance.",
  ],
  it: [
    "In inverno le api stanno vicine e si tengono calde tra di loro.",
    "Quando fuori fa più caldo, volano via e cercano i primi fiori della stagione.",
    "La regina lascia l'alveare una volta sola, e questo accade poco dopo la sua nascita in una cella.",
  ],
  nl: [
    "In de winter zitten de bijen dicht bij elkaar en houden ze elkaar warm.",
    "Wanneer het buiten weer warmer wordt, vliegen ze uit en zoeken ze naar de eerste bloemen.",
    "De koningin verlaat de kast maar één keer, en dat is kort nadat ze geboren is.",
  ],
  pt: [
    "No inverno as abelhas ficam muito juntas e mantêm-se quentes umas às outras.",
    "Quando lá fora fica mais quente, elas saem a voar e procuram as primeiras flores.",
    "A rainha deixa a colmeia uma só vez, e isso acontece pouco depois de ter nascido.",
  ],
};
const LANGUAGES = Object.keys(SENTENCES);

/** What is said of a site whose second section is these paragraphs, in a language; the lines in which it was found. */
async function found(languages: readonly string[], language: string, text: string): Promise<string[]> {
  const files = languages.flatMap((tag) => [
    [`content/${tag}/bees.md`, "# Bees\n"],
    [`content/${tag}/hive.md`, tag === language ? `# Hive\n\n${text}\n` : "# Hive\n"],
  ]);
  const folder = writeSite({
    "content/_data/site.yaml": SETTINGS.replace("[en]", `[${languages.join(", ")}]`),
    "content/en/bees.md": null,
    "content/en/hive.md": null,
    ...Object.fromEntries(files),
  });
  const { problems } = await run({ folder, mode: "check", cache: `${folder}/.cache` });
  return problems
    .filter(({ rule }) => rule === "language-mix")
    .map(
      ({ message, place }) => `${place.line}:${place.column} ${/^.*? in a text in \w+/.exec(message)?.[0]}`,
    );
}

const WARM = SENTENCES.de?.[0] ?? "";

describe("language-mix", () => {
  it.each(LANGUAGES)(
    "finds sentences of each other language in a text in %s, and none of its own",
    async (own) => {
      for (const other of LANGUAGES.filter((language) => language !== own)) {
        const lines = [...(SENTENCES[own] ?? []), ...(SENTENCES[other] ?? [])];
        const said = await found([own, other], own, lines.join("\n"));
        expect(
          said.map((one) => Number(one.split(":")[0])),
          `${other} in ${own}`,
        ).toEqual([6, 7, 8]);
      }
    },
  );

  it("tells the sentence, in its line, and both languages", async () => {
    expect(await found(["en", "de"], "en", `Bees fly.\nThey hum. ${WARM}`)).toEqual([
      '4:11 "Im Winter sitzen die Bienen dicht…" looks like German in a text in English',
    ]);
  });

  it.each([
    ["names", "Read *Der Ring des Nibelungen und Das Rheingold* or Die Zeit."],
    ["what is too short to be judged", "Das ist kurz und gut."],
    ["code", `Write \`${WARM}\` there.`],
    [
      "words that are marked",
      `It says [${WARM}]{lang=de}\n\n${WARM} {lang=de}\n\n> ${WARM} {lang=de}\n> — A bee`,
    ],
    ["what is allowed", `<!-- allow language-mix: as it is on the sign -->\n${WARM}`],
    ["fences", `\`\`\`\n${WARM}\n\`\`\``],
  ])("leaves alone %s", async (_, text) => {
    expect(await found(["en", "de"], "en", text)).toEqual([]);
  });

  it.each([
    ["headings", `## ${WARM}`, "3:4"],
    ["items", `- One\n- ${WARM}`, "4:3"],
    ["quotations with a source", `> ${WARM}\n>\n> — A bee`, "3:3"],
    ["captions", `![A bee](bee.png "${WARM}")`, "3:19"],
    ["footnotes", `One[^1].\n\n[^1]: ${WARM}`, "5:7"],
  ])("looks into %s", async (_, text, place) => {
    expect((await found(["en", "de"], "en", text)).map((one) => one.split(" ")[0])).toEqual([place]);
  });

  it("goes by the language, not by the country", async () => {
    expect(await found(["en-GB", "de-AT"], "de-AT", WARM)).toEqual([]);
    expect(await found(["en-GB", "de-AT"], "en-GB", WARM)).toHaveLength(1);
    expect(await found(["pt-BR", "pt-PT"], "pt-PT", (SENTENCES.pt ?? []).join(" "))).toEqual([]);
  });

  it.each([
    ["one language", ["en"]],
    ["a second that cannot be told apart", ["en", "is"]],
    ["a second in another script", ["en", "ja"]],
  ])("is silent in a site of %s", async (_, languages) => {
    const icelandic = "Á veturna sitja býflugurnar þétt saman og halda hita hver á annarri.";
    const japanese = "冬になると、蜂は互いに寄り添って体を温め合います。";
    for (const language of languages) {
      expect(await found(languages, language, [WARM, icelandic, japanese].join("\n\n"))).toEqual([]);
    }
  });

  it("judges the languages that it knows beside one that it does not", async () => {
    expect(
      await found(["en", "ja", "de"], "en", `蜂は互いに寄り添って体を温め合います。\n\n${WARM}`),
    ).toHaveLength(1);
    expect(await found(["en", "ja", "de"], "ja", WARM)).toEqual([]);
  });
});
