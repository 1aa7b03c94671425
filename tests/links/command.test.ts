// The command as people call it, against real hosts on this machine.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { PROJECT } from "../../src/project.ts";
import { broadsheet } from "../support/command.ts";
import { snapshot, writeSmallSite } from "../support/hive.ts";
import { host, page, status } from "./host.ts";

const links = (site: string, ...words: string[]) => broadsheet(["links", site, "--allow-private", ...words]);
const siteWith = (...lines: string[]): string =>
  writeSmallSite({ "content/en/hive.md": `# The hive\n\n${lines.join("\n\n")}\n` });

it("reports what is wrong with links, each at its place, and writes nothing", async () => {
  const { address, requests } = await host({
    "/good": page("<title>Good</title>"),
    "/old": status(301, { Location: "/good" }),
    "/shy": status(403),
  });
  const site = siteWith(
    `[Good](${address}/good), [gone](${address}/gone)`,
    `[old](${address}/old) and [shy](${address}/shy), [place](${address}/good#place)`,
  );
  const before = snapshot(site);
  const { status: exit, stdout, stderr } = await links(site, "--format", "github");
  const said = stdout.split("\n").map((line) => line.replace(/file=.*\/content/, "file=content"));
  expect(said).toEqual([
    expect.stringMatching(/^::error file=content\/en\/hive\.md,line=3,.*title=link-dead::.*it answers 404/),
    expect.stringMatching(/^::notice .*line=5,.*title=link-moved::.*link to "http.*\/good"/),
    expect.stringMatching(/^::notice .*line=5,.*title=link-busy::.*it answers 403/),
    expect.stringMatching(/^::error .*line=5,.*title=link-fragment::Cannot find "#place"/),
    "",
  ]);
  expect(exit).toBe(1);
  expect(stderr).toBe("Asked 4 pages\n");
  expect(requests.filter((request) => request === "GET /good")).toHaveLength(2);
  expect(snapshot(site)).toEqual(before);
});

it("remembers what was meant, so that only new links are asked, and strangers are noticed", async () => {
  let title = "Bees and their hives";
  const { address, requests } = await host({
    "/bees": (request, response) => page(`<title>${title}</title>`)(request, response),
    "/new": page("<title>New</title>"),
  });
  const site = siteWith(`[Bees](${address}/bees)`);
  expect(await links(site, "--all", "--remember")).toMatchObject({ status: 0, stdout: "" });
  const memory = join(site, "links.jsonl");
  const today = new Date().toISOString().slice(0, 10);
  const known = `{"address":"${address}/bees","domain":"127.0.0.1","title":"${title}","seen":"${today}"}\n`;
  expect(readFileSync(memory, "utf8")).toBe(known);

  requests.length = 0;
  writeFileSync(
    join(site, "content/en/hive.md"),
    `# The hive\n\n[Bees](${address}/bees), [new](${address}/new)\n`,
  );
  expect((await links(site, "--list")).stdout).toBe(`${address}/new content/en/hive.md:3\n`);
  expect(requests).toEqual([]);
  expect(await links(site)).toMatchObject({ status: 0, stderr: "Asked 1 page\n" });
  expect(requests).toEqual(["HEAD /new", "GET /new"]);
  expect(readFileSync(memory, "utf8")).toBe(known);

  title = "Win a prize";
  const strange = await links(site, "--all", "--remember");
  expect(strange.status).toBe(1);
  expect(strange.stdout).toContain('is titled "Win a prize" and no longer "Bees and their hives"');
  expect(strange.stdout).toContain(
    `https://web.archive.org/web/${today.replaceAll("-", "")}/${address}/bees`,
  );
  expect(readFileSync(memory, "utf8")).toContain(
    `"title":"Bees and their hives","seen":"${today}","failed":"${today}"`,
  );
  // Whoever changes something else later is told, and not stopped.
  const later = await links(site);
  expect(later.status).toBe(0);
  expect(later.stdout).toContain("notice: ");
});

it("says what is wrong where settings cannot be read", async () => {
  const site = writeSmallSite({ "content/_data/site.yaml": 'title: "unclosed\n' });
  const { status: exit, stdout, stderr } = await links(site);
  expect(stdout).toMatch(/site\.yaml:\d+:\d+: .*\[settings\]/);
  expect(stderr).not.toContain("Invalid URL");
  expect(exit).toBe(1);
});

it("does not ask inside a network unless it is told to", async () => {
  const { address, requests } = await host({ "/": page("secret") });
  const { status: exit, stdout } = await broadsheet(["links", siteWith(`[Inner](${address}/)`)]);
  expect(exit).toBe(1);
  expect(stdout).toContain("it lies inside a network, where readers do not get");
  expect(requests).toEqual([]);
});

it("asks no refused domain, and lets editors allow a dead link with a reason", async () => {
  const { address, requests } = await host({});
  const site = siteWith(
    "[Lost](https://lost.example/)",
    `<!-- allow link-dead: shows what a dead link looks like -->\n\n[Dead](${address}/)`,
  );
  const settings = join(site, "content/_data/site.yaml");
  writeFileSync(settings, `${readFileSync(settings, "utf8")}links: { refused: [lost.example] }\n`);
  const { status: exit, stdout } = await links(site, "--format", "json");
  expect(exit).toBe(1);
  expect(JSON.parse(stdout)).toEqual([expect.objectContaining({ rule: "link-known-bad", line: 3 })]);
  expect(requests).toHaveLength(2);
  // The ordinary check does not ask, so it cannot know whether the comment is needed.
  expect((await broadsheet(["check", site])).stdout).not.toContain("allow");
});

it("does not forget links of files that cannot be read", async () => {
  const site = siteWith("Words");
  const memory = '{"address":"https://a.example/","domain":"a.example"}\n';
  writeFileSync(join(site, "links.jsonl"), `${memory}<<<<<<< HEAD\n`);
  const { status: exit, stdout, stderr } = await links(site, "--remember");
  expect(exit).toBe(1);
  expect(stdout).toContain("links.jsonl:2:1: Cannot read this line");
  expect(stderr).toContain("Not remembered");
  expect(readFileSync(join(site, "links.jsonl"), "utf8")).toBe(`${memory}<<<<<<< HEAD\n`);
});

it("ends with what is known when somebody stops it", async () => {
  let onSlow = (): void => undefined;
  const slow = new Promise<void>((done) => {
    onSlow = done;
  });
  const { address } = await host({ "/slow": () => onSlow() });
  const dead = await host({});
  const site = siteWith(`[Dead](${dead.address}/), [slow](${address}/slow)`);
  const words = [join(PROJECT, "src/launch.js"), "links", site, "--allow-private"];
  const child = spawn(process.execPath, words, { cwd: PROJECT, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close");
  const [out, err] = [text(child.stdout), text(child.stderr)];
  await slow;
  await expect.poll(() => dead.requests).toHaveLength(2);
  // The reply to the last request is on its way.
  await new Promise((done) => setTimeout(done, 300));
  child.kill("SIGINT");
  expect((await ended)[0]).toBe(1);
  expect(await err).toBe("Ended early: 1 of 2 pages have answered\n");
  expect(await out).toContain("[link-dead]");
});
