import { describe, expect, it } from "vitest";
import type { Answer, End, PageFacts } from "../../src/links/answer.ts";
import { judge } from "../../src/links/judge.ts";
import type { Memory } from "../../src/links/memory.ts";
import { remember } from "../../src/links/remember.ts";
import { isSameTitle } from "../../src/links/titles.ts";

const ADDRESS = "https://docs.example.org/guide";
const SEEN: Memory = {
  address: ADDRESS,
  domain: "docs.example.org",
  title: "Guide to bees",
  seen: "2026-08-01",
};
const ARCHIVED = `it was there on 2026-08-01, so link to "https://web.archive.org/web/20260801/${ADDRESS}", or take the link away`;
const ELSE = "link to another page, or take the link away";
const FORGET = "if it is meant, take its line out of links.jsonl";

const facts = (given: Partial<PageFacts> = {}): PageFacts => ({
  title: "Guide to bees",
  ids: new Set(),
  scripts: "",
  isWhole: true,
  ...given,
});
const ended = (end: End, url = ADDRESS): Answer => ({ hops: [], url, end });
const found = (given?: Partial<PageFacts>, url = ADDRESS): Answer =>
  ended({ kind: "found", page: facts(given) }, url);
const moved = (...hops: [string, boolean][]): Answer => ({
  ...found({}, hops.at(-1)?.[0] ?? ADDRESS),
  hops: hops.map(([to, isPermanent]) => ({ to, isPermanent })),
});

function said(answer: Answer, memory?: Memory, address = ADDRESS): string[] {
  const verdicts = judge(address, answer, { memory, refused: ["lost.example"] });
  return verdicts.map(({ rule, severity, message }) => `${severity}: ${message} [${rule}]`);
}

describe("a link that leads nowhere", () => {
  it.each<[End, string]>([
    [{ kind: "status", status: 404 }, "it answers 404"],
    [{ kind: "status", status: 410 }, "it answers 410"],
    [{ kind: "astray", why: "loop" }, "it leads round in a circle"],
    [{ kind: "astray", why: "too-many" }, "it leads on and on, more than 10 times"],
    [{ kind: "astray", why: "nowhere" }, "it leads on, but not to where"],
    [{ kind: "astray", why: "unreadable" }, "it is no address of a page"],
    [{ kind: "failure", why: "unknown-host", detail: "ENOTFOUND" }, "no such host is known"],
    [
      { kind: "failure", why: "certificate", detail: "CERT_HAS_EXPIRED" },
      "browsers warn of its certificate (CERT_HAS_EXPIRED)",
    ],
  ])("is dead: %j", (end, why) => {
    expect(said(ended(end))).toEqual([`error: Cannot reach "${ADDRESS}": ${why}; ${ELSE} [link-dead]`]);
    expect(said(ended(end), SEEN)).toEqual([
      `error: Cannot reach "${ADDRESS}": ${why}; ${ARCHIVED} [link-dead]`,
    ]);
  });

  it.each<[End, string]>([
    [{ kind: "status", status: 403 }, "it answers 403"],
    [{ kind: "status", status: 429 }, "it answers 429"],
    [{ kind: "status", status: 999 }, "it answers 999"],
    [{ kind: "status", status: 503 }, "it answers 503"],
    [{ kind: "failure", why: "timeout", detail: "20000 ms" }, "it takes too long to answer"],
    [{ kind: "failure", why: "connection", detail: "ECONNRESET" }, "the connection fails (ECONNRESET)"],
    [{ kind: "failure", why: "rest", detail: "3600000 ms" }, "its host asks not to be asked for a while"],
  ])("is not dead when the host is busy or shy: %j", (end, why) => {
    expect(said(ended(end), SEEN)).toEqual([
      `notice: Cannot tell whether "${ADDRESS}" is there: ${why}; look at it in a browser [link-busy]`,
    ]);
  });

  it("leads nowhere else for its fragment", () => {
    const [told] = said(ended({ kind: "status", status: 404 }), undefined, `${ADDRESS}#combs`);
    expect(told).toContain(`Cannot reach "${ADDRESS}#combs": it answers 404`);
  });

  it("says where it led, and does not tell what lies inside a network", () => {
    const end: End = { kind: "failure", why: "private", detail: "10.0.0.1" };
    expect(said(ended(end, "http://in.example/"))).toEqual([
      `error: Cannot ask "${ADDRESS}", which leads to "http://in.example/": it lies inside a network, where readers do not get; link to a public page, or check with --allow-private [link-private]`,
    ]);
  });
});

describe("a page that answers as if nothing were wrong", () => {
  it("is fine when it is the one that was meant", () => {
    expect(said(found())).toEqual([]);
    expect(said(found(), SEEN)).toEqual([]);
    expect(said(found({ title: "The guide to your bees 2.0 | Example" }), SEEN)).toEqual([]);
    expect(said(found({}, "https://example.org/guide"), SEEN)).toEqual([]);
    expect(said(found({ title: "" }))).toEqual([]);
  });

  it("is a stranger's when another domain answers", () => {
    const other = found({}, "https://casino.example/");
    expect(said(other, SEEN)).toEqual([
      `error: "${ADDRESS}" answers from "casino.example" and no longer from "docs.example.org"; ${ARCHIVED}; ${FORGET} [link-stranger]`,
    ]);
    expect(said(other)).toEqual([
      `notice: "${ADDRESS}" answers from another domain; if it is meant, link to "https://casino.example/" [link-moved]`,
    ]);
    expect(said(other, { ...SEEN, domain: "casino.example" })).toEqual([]);
  });

  it("is a stranger's when its title is lost or quite another", () => {
    expect(said(found({ title: "" }), SEEN)).toEqual([
      `error: "${ADDRESS}" has lost its title "Guide to bees"; ${ARCHIVED}; ${FORGET} [link-stranger]`,
    ]);
    expect(said(found({ title: "Win a prize" }), SEEN)).toEqual([
      `error: "${ADDRESS}" is titled "Win a prize" and no longer "Guide to bees"; ${ARCHIVED}; ${FORGET} [link-stranger]`,
    ]);
  });

  it("is a stranger's when it is parked, or leads to a refused domain", () => {
    expect(said(found({ title: "example.org | This domain is for sale" }))).toEqual([
      `error: "${ADDRESS}" is a parked domain; ${ELSE} [link-stranger]`,
    ]);
    expect(said(found({ title: "Hello" }, "https://www.hugedomains.com/x"))[0]).toContain(
      "is a parked domain",
    );
    expect(said(found({}, "https://www.lost.example/"))[0]).toContain(
      `leads to "lost.example", which site.yaml refuses`,
    );
  });
});

describe("a page that has moved", () => {
  it.each<[string, [string, boolean][], string]>([
    ["once", [["https://docs.example.org/new", true]], "https://docs.example.org/new"],
    [
      "twice",
      [
        ["https://a.example.org/", true],
        ["https://example.org/b", true],
      ],
      "https://example.org/b",
    ],
    [
      "for ever, then for now",
      [
        ["https://example.org/b", true],
        ["https://example.org/login", false],
      ],
      "https://example.org/b",
    ],
  ])("%s is named with its new address", (_, hops, to) => {
    expect(said(moved(...hops))).toEqual([`notice: "${ADDRESS}" has moved; link to "${to}" [link-moved]`]);
  });

  it("for now only is not named, when it stays in its domain", () => {
    expect(said(moved(["https://docs.example.org/de/guide", false]))).toEqual([]);
  });

  it("keeps the fragment of the link", () => {
    const page = moved(["https://docs.example.org/new", true]);
    const answer = { ...page, end: { kind: "found", page: facts({ ids: new Set(["wax"]) }) } } as const;
    expect(said(answer, undefined, `${ADDRESS}#wax`)).toEqual([
      `notice: "${ADDRESS}#wax" has moved; link to "https://docs.example.org/new#wax" [link-moved]`,
    ]);
  });
});

describe("a fragment", () => {
  const ids = new Set(["wax", "user-content-honey", "müde"]);

  it.each([
    "wax",
    "honey",
    "m%C3%BCde",
    "müde",
    "L12",
    "L12-L20",
    "!/route",
    "/route",
    ":~:text=bees",
    "wax:~:text=b",
    "",
  ])("is there, or is none: #%s", (fragment) => {
    expect(said(found({ ids }), undefined, `${ADDRESS}#${fragment}`)).toEqual([]);
  });

  it("that the page does not hold is named, with the nearest that it holds", () => {
    expect(said(found({ ids }), undefined, `${ADDRESS}#waxx`)).toEqual([
      `error: Cannot find "#waxx" on the page of "${ADDRESS}#waxx"; did you mean "#wax"? [link-fragment]`,
    ]);
    expect(said(found(), undefined, `${ADDRESS}#100%`)[0]).toContain('Cannot find "#100%"');
  });

  it("may stand in what was not read, or be drawn by a script", () => {
    expect(said(found({ isWhole: false }), undefined, `${ADDRESS}#far`)).toEqual([]);
    expect(said(found({ scripts: 'draw({"id":"far"})' }), undefined, `${ADDRESS}#far`)).toEqual([]);
  });
});

it.each([
  ["Guide to bees", "Guide to bees · Example docs", true],
  ["Flux", "Flux - the GitOps family of projects", true],
  ["Bienenstöcke", "BIENENSTÖCKE!", true],
  ["Guide to bees", "Guide to online casinos and slots", true],
  ["A long guide to the care of bees in winter", "Casino in town", false],
  ["Bees", "404 Not Found", false],
  ["Bees", "", false],
  ["蜂の巣", "蜂の巣", true],
])("the title %j is the same as %j: %s", (one, other, expected) => {
  expect(isSameTitle(one, other)).toBe(expected);
});

describe("the memory after a check", () => {
  const links = new Map([[ADDRESS, []]]);
  const remembered = (answer: Answer, memory?: Memory) => {
    const memories = new Map(memory === undefined ? [] : [[ADDRESS, memory]]);
    const verdicts = judge(ADDRESS, answer, { memory, refused: [] });
    return remember(memories, [{ address: ADDRESS, answer, verdicts }], links, "2026-08-22").get(ADDRESS);
  };

  it("holds who answered, under which title, and when", () => {
    expect(remembered(found())).toEqual({ ...SEEN, seen: "2026-08-22" });
    expect(remembered(ended({ kind: "found" }), { address: ADDRESS, failed: "2026-08-02" })).toEqual({
      address: ADDRESS,
      domain: "docs.example.org",
      seen: "2026-08-22",
    });
  });

  it("keeps what its author meant when a stranger answers, and the last good day of a dead page", () => {
    expect(remembered(found({ title: "Win a prize" }), SEEN)).toEqual({ ...SEEN, failed: "2026-08-22" });
    expect(remembered(ended({ kind: "status", status: 404 }), SEEN)).toEqual({
      ...SEEN,
      failed: "2026-08-22",
    });
  });

  it("learns nothing from a busy host, but that the link is no longer new", () => {
    expect(remembered(ended({ kind: "status", status: 429 }), SEEN)).toEqual(SEEN);
    expect(remembered(ended({ kind: "status", status: 429 }))).toEqual({ address: ADDRESS });
  });

  it("forgets links that the site no longer has", () => {
    expect(remember(new Map([[ADDRESS, SEEN]]), [], new Map(), "2026-08-22").size).toBe(0);
  });
});
