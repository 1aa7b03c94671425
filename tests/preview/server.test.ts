import { readFile, rename, truncate } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openPreview } from "../../src/preview/server.ts";
import { sendRaw, serve, serveFolder, swapIn, writeFiles } from "./served.ts";

const PAGE = "<!doctype html>\n<title>Page</title>\n<body>\n<main>Grüße</main>\n</body>\n</html>\n";
const SCRIPT = /<script type="module" src="\/\.preview\/client\.js" data-build="\d+"><\/script>\n/;

test("server serves a page with the client in it and leaves the file alone", async () => {
  const preview = await serve({ "index.html": PAGE });
  const response = await fetch(preview.address);
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(text.replace(SCRIPT, "")).toBe(PAGE);
  expect(text).toMatch(/<\/main>\n<script [^>]*><\/script>\n<\/body>/);
  expect(await readFile(join(preview.folder, "index.html"), "utf8")).toBe(PAGE);
});

test("server puts the client at the end of a page without a body's end, and before the last of two", async () => {
  const preview = await serve({ "a.html": "<p>a", "b.html": "<!-- </body> --><p>b</BODY></html>" });
  expect(await (await fetch(`${preview.address}a`)).text()).toMatch(/^<p>a<script [^>]*><\/script>\n$/);
  expect(await (await fetch(`${preview.address}b`)).text()).toMatch(
    /^<!-- <\/body> --><p>b<script [^>]*><\/script>\n<\/BODY>/,
  );
});

test("server serves every script of the client", async () => {
  const preview = await serve({ "index.html": PAGE });
  for (const name of ["client", "panel", "place", "update"]) {
    const response = await fetch(`${preview.address}.preview/${name}.js`);
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(await response.text()).toBe(await readFile(`src/preview/${name}.js`, "utf8"));
  }
});

test("server leaves files that are not pages as they are", async () => {
  const svg = "<svg><body></body></svg>";
  const preview = await serve({ "pull.svg": svg });
  const response = await fetch(`${preview.address}pull.svg?v=1`);
  expect(response.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
  expect(await response.text()).toBe(svg);
});

test("server answers HEAD as GET without the page", async () => {
  const preview = await serve({ "index.html": PAGE });
  const [got, head] = await Promise.all([fetch(preview.address), fetch(preview.address, { method: "HEAD" })]);
  expect(head.status).toBe(200);
  expect(head.headers.get("content-length")).toBe(String((await got.arrayBuffer()).byteLength));
  expect(await head.text()).toBe("");
});

test.each(["POST", "PUT", "DELETE", "OPTIONS"])("server refuses %s", async (method) => {
  const preview = await serve({ "index.html": PAGE });
  const response = await fetch(preview.address, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("GET, HEAD");
  expect(await response.text()).toBe("The preview only shows pages; use GET\n");
});

test("server sends a folder to its slash and keeps the query", async () => {
  const preview = await serve({ "de/index.html": PAGE });
  const response = await fetch(`${preview.address}de?a=1?b`, { redirect: "manual" });
  expect(response.status).toBe(301);
  expect(response.headers.get("location")).toBe("/de/?a=1?b");
});

test("server refuses names that are not this machine's", async () => {
  const preview = await serve({ "index.html": PAGE });
  const answer = await sendRaw(preview.port, ["GET / HTTP/1.1", `Host: attacker.example:${preview.port}`]);
  expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  expect(answer).toContain(`The preview answers only to names of this machine; open ${preview.address}\n`);
  expect(answer).not.toContain("Grüße");
  for (const path of ["/.preview/events", "/.preview/client.js"]) {
    expect(await sendRaw(preview.port, [`GET ${path} HTTP/1.1`, "Host: attacker.example"])).toMatch(
      /^HTTP\/1\.1 403 /,
    );
  }
  expect(await sendRaw(preview.port, ["GET / HTTP/1.1", `Host: localhost:${preview.port}`])).toMatch(
    /^HTTP\/1\.1 200 /,
  );
});

test.each([
  ["/../secret.txt", 404],
  ["/..%2fsecret.txt", 404],
  ["/%2e%2e%2fsecret.txt", 404],
  ["/index.html%00.txt", 404],
  ["//example.org/..", 404],
  ["/.preview/missing", 404],
  ["/%zz", 400],
  ["http://localhost/secret.txt", 400],
])("server answers the address %s with %i", async (path, status) => {
  const preview = await serve({ "index.html": PAGE, "../secret.txt": "secret" });
  preview.show({ kind: "built", changed: [] });
  const answer = await sendRaw(preview.port, [`GET ${path} HTTP/1.1`, `Host: localhost:${preview.port}`]);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer).not.toContain("\nsecret");
});

test("server shows the site's own page for what is missing, or one with the way home", async () => {
  const preview = await serve({ "index.html": PAGE });
  preview.show({ kind: "built", changed: [] });
  const plain = await fetch(`${preview.address}missing`);
  expect(plain.status).toBe(404);
  expect(await plain.text()).toContain('<a href="/">To the first page</a>');
  await writeFiles(preview.folder, { "404.html": "<body>Own words</body>" });
  const own = await fetch(`${preview.address}missing`);
  expect(own.status).toBe(404);
  expect(await own.text()).toMatch(/^<body>Own words<script /);
});

test("server says that the first build is under way, then what is wrong with it", async () => {
  const preview = await serve();
  const before = await fetch(preview.address);
  expect(before.status).toBe(503);
  expect(await before.text()).toContain("<h1>The first build is under way</h1>");
  preview.show({ kind: "problems", problems: [{ text: "why.md:1 <b> & co", severity: "error" }] });
  const failed = await (await fetch(preview.address)).text();
  expect(failed).toContain("<h1>The first build failed</h1>");
  expect(failed).toContain("<pre>why.md:1 &lt;b&gt; &amp; co</pre>");
  expect(failed).toMatch(SCRIPT);
  await writeFiles(preview.folder, { "index.html": PAGE });
  preview.show({ kind: "built", changed: [] });
  expect((await fetch(preview.address)).status).toBe(200);
});

const buildIn = (html: string) => Number(/data-build="(\d+)"/.exec(html)?.[1]);

test("server serves a folder that was swapped", async () => {
  const preview = await serve({ "index.html": "<p>first" });
  preview.show({ kind: "built", changed: [] });
  await swapIn(preview.folder, { "index.html": "<p>second" });
  expect(await (await fetch(preview.address)).text()).toContain("<p>second");
});

// The first case is that of a preview that starts again below a page that has stayed open.
test.each(["before", "after"])(
  "server waits while its folder is replaced, and never numbers the words of one build as another's: %s the first",
  async (when) => {
    const preview = await serve({ "index.html": "<p>old" });
    if (when === "after") preview.show({ kind: "built", changed: [] });
    const before = buildIn(await (await fetch(preview.address)).text());
    let between: Promise<Response>[] = [];
    const replaced = preview.replace(
      async () => {
        await rename(preview.folder, `${preview.folder}.last`);
        between = [fetch(preview.address)];
        await sleep(50);
        await writeFiles(preview.folder, { "index.html": "<p>new" });
        between.push(fetch(preview.address));
        await sleep(50);
      },
      { kind: "built", changed: [] },
    );
    await replaced;
    for (const response of await Promise.all(between)) {
      const html = await response.text();
      expect(html).toContain("<p>new");
      expect(buildIn(html)).toBe(before + 1);
    }
  },
);

test("server goes on with what there is when its folder cannot be replaced", async () => {
  const preview = await serve({ "index.html": "<p>old" });
  const before = buildIn(await (await fetch(preview.address)).text());
  const failing = preview.replace(() => Promise.reject(new Error("No room")), { kind: "built", changed: [] });
  await expect(failing).rejects.toThrow("No room");
  expect(buildIn(await (await fetch(preview.address)).text())).toBe(before);
});

test("server says so when a file cannot be read, and goes on", async () => {
  const preview = await serve({ "index.html": PAGE, "huge.html": "" });
  // More than node reads at once; it takes no room on the disk. A file without permissions would not stop root.
  await truncate(join(preview.folder, "huge.html"), 3 * 2 ** 30);
  const response = await fetch(`${preview.address}huge`);
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).toMatch(/<p>File size .* is greater than 2 GiB\. Other pages still work\.<\/p>/);
  expect(text).toMatch(SCRIPT);
  expect((await fetch(preview.address)).status).toBe(200);
});

test("server outlives requests that are no HTTP and browsers that leave", async () => {
  const preview = await serve({ "index.html": PAGE.repeat(100_000) });
  expect(await sendRaw(preview.port, ["nonsense"])).toMatch(/^HTTP\/1\.1 400 /);
  const leaving = new AbortController();
  await fetch(preview.address, { signal: leaving.signal });
  leaving.abort();
  expect((await fetch(preview.address, { method: "HEAD" })).status).toBe(200);
});

test("server takes the next free port and says which", async () => {
  const first = await serve({ "index.html": PAGE }, 21_080);
  const second = await openPreview({ folder: () => first.folder, port: first.port });
  expect(new URL(second.address).port).not.toBe(String(first.port));
  expect((await fetch(second.address)).status).toBe(200);
  await second.close();
  await expect(serveFolder(first.folder, first.port)).rejects.toThrow(
    `Cannot listen on port "${first.port}"`,
  );
});

test("server lets a closed preview be closed again, and its port be taken", async () => {
  const first = await serve({ "index.html": PAGE });
  await first.close();
  await first.close();
  expect((await serveFolder(first.folder, first.port)).address).toBe(first.address);
});
