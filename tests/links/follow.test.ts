// Real servers on this machine play what goes wrong on the way to a page.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Clock } from "../../src/links/courtesy.ts";
import { PROJECT } from "../../src/project.ts";
import { answerOf, askWith, fastClock, host, page, status } from "./host.ts";

const PAGE = '<!doctype html><title>The  hive\n</title><h1 id="wax">Wax</h1><a name="old"></a>';

describe("a link that leads outside", () => {
  it("is asked for its head first, then for the page, and says who asks", async () => {
    const { address, requests, headers } = await host({ "/a?b": page(PAGE) });
    const { end, url, hops } = await answerOf(`${address}/a?b`, {
      userAgent: "Broadsheet (+https://a.example)",
    });
    expect(end).toMatchObject({ kind: "found", page: { title: "The hive", isWhole: true } });
    expect(end.kind === "found" && [...(end.page?.ids ?? [])]).toEqual(["wax", "old"]);
    expect({ url, hops }).toEqual({ url: `${address}/a?b`, hops: [] });
    expect(requests).toEqual(["HEAD /a?b", "GET /a?b"]);
    expect(headers.map((sent) => sent["user-agent"])).toEqual(
      Array(2).fill("Broadsheet (+https://a.example)"),
    );
  });

  it("is not read when it is no page", async () => {
    const { address, requests } = await host({
      "/a.pdf": status(200, { "Content-Type": "application/pdf" }),
    });
    expect((await answerOf(`${address}/a.pdf`)).end).toEqual({ kind: "found" });
    expect(requests).toEqual(["HEAD /a.pdf"]);
  });

  it.each([403, 404, 405, 501])(
    "is asked for its page when the host answers %d for its head",
    async (code) => {
      const clock = fastClock();
      const { address } = await host({
        "/": (request, response) =>
          (request.method === "HEAD" ? status(code) : page(PAGE))(request, response),
      });
      const { end } = await answerOf(`${address}/`, { clock });
      expect(end).toMatchObject({ kind: "found", page: { title: "The hive" } });
      expect(clock.waits).toEqual([250]);
    },
  );

  it("is there though the host says nothing when asked for a head", async () => {
    const { address, requests } = await host({
      "/": (request, response) => void (request.method === "HEAD" || page(PAGE)(request, response)),
    });
    expect((await answerOf(`${address}/`, { timeoutMs: 300 })).end).toMatchObject({ kind: "found" });
    expect(requests).toEqual(["HEAD /", "GET /"]);
  });

  it.each([
    ["latin1", Buffer.from("<title>Bienenstöcke</title>", "latin1"), "text/html; charset=ISO-8859-1"],
    [
      "latin1, as the page says",
      Buffer.from('<meta charset="latin1"><title>Bienenstöcke</title>', "latin1"),
      "text/html",
    ],
    ["UTF-8", Buffer.from("<title>Bienenst&ouml;cke</title>"), "text/html"],
    ["a charset that nobody knows", Buffer.from("<title>Bienenstöcke</title>"), "text/html; charset=bees"],
  ])("has its title read in %s", async (_, body, type) => {
    const { address } = await host({
      "/": (_request, response) => void response.writeHead(200, { "Content-Type": type }).end(body),
    });
    expect((await answerOf(`${address}/`)).end).toMatchObject({ page: { title: "Bienenstöcke" } });
  });

  it("is unpacked", async () => {
    const { address } = await host({
      "/": (_, response) => {
        response
          .writeHead(200, { "Content-Type": "text/html", "Content-Encoding": "gzip" })
          .end(gzipSync(PAGE));
      },
    });
    expect((await answerOf(`${address}/`)).end).toMatchObject({ page: { title: "The hive" } });
  });

  it("is read to the limit only, unpacked as well", async () => {
    let sent = 0;
    const { address } = await host({
      "/endless": (request, response) => {
        response.writeHead(200, { "Content-Type": "text/html" }).write(PAGE);
        if (request.method === "HEAD") return void response.end();
        const more = (): void => {
          while (!response.destroyed && response.write("x".repeat(65_536))) sent += 65_536;
        };
        response.on("drain", more);
        more();
      },
      "/bomb": (_, response) => {
        const packed = gzipSync(PAGE + "x".repeat(50_000_000));
        response.writeHead(200, { "Content-Type": "text/html", "Content-Encoding": "gzip" }).end(packed);
      },
    });
    for (const path of ["/endless", "/bomb"]) {
      const { end } = await answerOf(`${address}${path}`);
      expect(end).toMatchObject({ kind: "found", page: { title: "The hive", isWhole: false } });
    }
    expect(sent).toBeLessThan(20_000_000);
  });
});

describe("redirects", () => {
  it("are followed, by a page that sends its readers on too", async () => {
    const { address } = await host({
      "/1": status(301, { Location: Buffer.from("/2?q=ö").toString("latin1") }),
      "/2?q=%C3%B6": status(302, { Location: "3?ö#wax" }),
      "/3?%C3%B6": page('<meta http-equiv="Refresh" content="0; url=\'/4\'">'),
      "/4": page(`<noscript><meta http-equiv="refresh" content="0;url=/1"></noscript>${PAGE}`),
    });
    const { url, hops, end } = await answerOf(`${address}/1`);
    expect(end).toMatchObject({ kind: "found", page: { title: "The hive" } });
    expect(url).toBe(`${address}/4`);
    expect(hops).toEqual([
      { to: `${address}/2?q=%C3%B6`, isPermanent: true },
      { to: `${address}/3?%C3%B6#wax`, isPermanent: false },
      { to: `${address}/4`, isPermanent: true },
    ]);
  });

  it.each([
    ["in a circle", { "/": status(302, { Location: "/a" }), "/a": status(302, { Location: "/#x" }) }, "loop"],
    ["to nowhere", { "/": status(302) }, "nowhere"],
    ["to what is no page", { "/": status(302, { Location: "javascript:alert(1)" }) }, "unreadable"],
    ["to what cannot be read", { "/": status(302, { Location: "http://[" }) }, "unreadable"],
  ])("that lead %s end", async (_, paths, why) => {
    const { address } = await host(paths);
    expect((await answerOf(`${address}/`)).end).toEqual({ kind: "astray", why });
  });

  it("that go on and on end after ten", async () => {
    const paths = Array.from({ length: 20 }, (_, step) => [
      `/${step}`,
      status(302, { Location: `/${step + 1}` }),
    ]);
    const { address, requests } = await host(Object.fromEntries(paths));
    expect((await answerOf(`${address}/0`)).end).toEqual({ kind: "astray", why: "too-many" });
    expect(requests).toHaveLength(11);
  });
});

describe("a host in trouble", () => {
  it.each([404, 410, 401, 418])("is not asked again when it says %d", async (code) => {
    const { address, requests } = await host({ "/": status(code) });
    expect((await answerOf(`${address}/`)).end).toEqual({ kind: "status", status: code });
    expect(requests).toEqual(["HEAD /", "GET /"]);
  });

  it("is asked three times, each time later", async () => {
    const clock = fastClock();
    const { address, requests } = await host({ "/": status(503) });
    expect((await answerOf(`${address}/`, { clock })).end).toEqual({ kind: "status", status: 503 });
    expect(requests).toEqual(["HEAD /", "GET /", "GET /"]);
    expect(clock.waits).toEqual([1000, 4000]);
  });

  it("may recover", async () => {
    let asked = 0;
    const { address } = await host({
      "/": (request, response) => (++asked < 3 ? status(500) : page(PAGE))(request, response),
    });
    expect((await answerOf(`${address}/`)).end.kind).toBe("found");
  });

  it.each([
    ["30", 30_000],
    ["Sat, 22 Aug 2026 12:00:20 GMT", 20_000],
  ])("is let be for as long as it asks: %s", async (wanted, ms) => {
    const clock = fastClock();
    let asked = 0;
    const busy = status(429, { "Retry-After": wanted });
    const { address } = await host({
      "/": (request, response) => (++asked < 2 ? busy : page(PAGE))(request, response),
    });
    expect((await answerOf(`${address}/`, { clock })).end.kind).toBe("found");
    expect(clock.waits).toEqual([ms]);
  });

  it("is let be by all links to it", async () => {
    const start = Date.parse("2026-08-22T12:00:00Z");
    const resting: (() => void)[] = [];
    const clock: Clock = {
      now: () => start,
      wait: (ms) => (ms < 30_000 ? Promise.resolve() : new Promise((done) => resting.push(done))),
    };
    const { address, requests } = await host({
      "/busy": status(429, { "Retry-After": "30" }),
      "/other": page(PAGE),
    });
    const ask = askWith({ clock });
    void ask(new URL(`${address}/busy`));
    await expect.poll(() => resting).toHaveLength(1);
    void ask(new URL(`${address}/other`));
    await expect.poll(() => resting).toHaveLength(2);
    expect(requests).toEqual(["HEAD /busy"]);
  });

  it("is not asked again when it wants to be let be for long", async () => {
    const { address, requests } = await host({ "/": status(429, { "Retry-After": "3600" }) });
    const ask = askWith({});
    expect(await ask(new URL(`${address}/`))).toMatchObject({ kind: "response", status: 429 });
    expect(await ask(new URL(`${address}/other`))).toMatchObject({ kind: "failure", why: "rest" });
    expect(requests).toEqual(["HEAD /"]);
  });

  it("that cuts connections, in the middle of a page too, is told from one that is slow", async () => {
    const { address } = await host({
      "/cut": (request) => void request.socket.destroy(),
      "/half": (request, response) => {
        response.writeHead(200, { "Content-Type": "text/html", "Content-Length": "9999" });
        if (request.method === "HEAD") response.end();
        else response.write(PAGE, () => request.socket.destroy());
      },
      "/slow": (_, response) => void response.writeHead(200, { "Content-Type": "text/html" }).write("<"),
      "/broken": (_, response) => {
        response.writeHead(200, { "Content-Type": "text/html", "Content-Encoding": "gzip" }).end("no gzip");
      },
    });
    const failure = async (path: string) => (await answerOf(`${address}${path}`, { timeoutMs: 300 })).end;
    expect(await failure("/cut")).toEqual({ kind: "failure", why: "connection", detail: "ECONNRESET" });
    expect(await failure("/half")).toEqual({ kind: "failure", why: "connection", detail: "ECONNRESET" });
    expect(await failure("/slow")).toEqual({ kind: "failure", why: "timeout", detail: "300 ms" });
    expect(await failure("/broken")).toMatchObject({ kind: "failure", why: "connection" });
  });

  it("that nobody listens for, or that has no name, says so", async () => {
    const { address } = await host({});
    const closed = await answerOf("http://127.0.0.1:1/");
    expect(closed.end).toEqual({ kind: "failure", why: "connection", detail: "ECONNREFUSED" });
    const unknown = await answerOf(address.replace("127.0.0.1", "gone.example"), { resolve: async () => [] });
    expect(unknown.end).toEqual({ kind: "failure", why: "unknown-host", detail: "ENOTFOUND" });
  });

  it("that vouches for itself is one that browsers warn of", async () => {
    const pem = (name: string): string => readFileSync(join(PROJECT, "tests/fixtures/tls", name), "utf8");
    const { address } = await host(
      { "/": page(PAGE) },
      { key: pem("key.pem"), cert: pem("certificate.pem") },
    );
    expect((await answerOf(`${address}/`)).end).toMatchObject({ kind: "failure", why: "certificate" });
  });
});
