import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { openEvents } from "../../src/preview/events.ts";
import { listen } from "../../src/preview/listen.ts";
import { serve } from "./served.ts";

/** Reads a stream until it says the words. */
async function readUntil(response: Response, words: string): Promise<string> {
  let text = "";
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    if (text.includes(words)) break;
  }
  return text;
}

test("events tells how things stand to a page that connects", async () => {
  const preview = await serve({ "index.html": "" });
  preview.show({ kind: "built", changed: ["why"] });
  preview.show({ kind: "problems", problems: [{ text: "a\nb", severity: "error" }] });
  const response = await fetch(`${preview.address}.preview/events`);
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await readUntil(response, "]}\n\n")).toMatch(
    /^retry: 1000\n\ndata: \{"built":true,"build":\d+,"changed":\[\],"problems":\[\{"text":"a\\nb","severity":"error"\}\]\}\n\n$/,
  );
});

test("events sends what is shown to every page that is open", async () => {
  const preview = await serve({ "index.html": "" });
  const address = `${preview.address}.preview/events`;
  const pages = await Promise.all([fetch(address), fetch(address)]);
  preview.show({ kind: "built", changed: ["why", "faq"] });
  for (const page of pages)
    expect(await readUntil(page, "faq")).toContain('"changed":["why","faq"],"problems":[]');
});

test("events end when the preview is closed", async () => {
  const preview = await serve({ "index.html": "" });
  const response = await fetch(`${preview.address}.preview/events`);
  await preview.close();
  await expect(fetch(preview.address)).rejects.toThrow();
  // Ended, not cut: reading to the end does not fail.
  expect(await response.text()).toContain("retry");
});

test("events keep a silent stream alive", async () => {
  const events = openEvents({ heartbeat: 10 });
  const server = createServer((_, response) => events.add(response, { build: 1, changed: [], problems: [] }));
  const port = await listen(server, 0, false);
  onTestFinished(() => {
    events.close();
    server.close();
  });
  expect(await readUntil(await fetch(`http://127.0.0.1:${port}/`), ":")).toContain("retry");
  expect(await readUntil(await fetch(`http://127.0.0.1:${port}/`), "\n: ")).toContain("\n\n: still here\n\n");
});
