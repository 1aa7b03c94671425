// What every host does with this repository's site, by the configuration that the build has made for it.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { PROJECT } from "../../src/project.ts";
import { broadsheet } from "../support/command.ts";
import type { Answer } from "../support/real-host.ts";

export type Get = (path: string, headers?: Record<string, string>) => Promise<Answer>;

export interface Host {
  readonly get: Get;
  /** The folder of the built site; known when the tests run. */
  readonly site: () => string;
  /** With which status it leads from a folder's name to the folder. */
  readonly moved: number;
}

/** Builds the site with compressed copies beside its files. */
export async function buildForHost(site: string): Promise<void> {
  const { status, stderr } = await broadsheet(["build", PROJECT, "--output", site, "--compress"]);
  if (status !== 0) throw new Error(stderr);
}

export function itServesTheSite({ get, site, moved }: Host): void {
  const read = (file: string): Promise<Buffer> => readFile(join(site(), file));

  it.each([
    ["/", "index.html"],
    ["/tutorial", "tutorial.html"],
    ["/tutorial.html", "tutorial.html"],
    ["/legal", "legal.html"],
    ["/de/", "de/index.html"],
    ["/de/tutorial", "de/tutorial.html"],
    ["/images/push.png", "images/push.png"],
  ])("answers %s with %s", async (path, file) => {
    const { status, body } = await get(path);
    expect(status).toBe(200);
    expect(body.equals(await read(file))).toBe(true);
  });

  it("leads /de to /de/, whose links would otherwise miss", async () => {
    expect(await get("/de")).toMatchObject({ status: moved, headers: { location: "/de/" } });
  });

  it("sends every header, with errors and pictures too", async () => {
    for (const path of ["/", "/images/pull.svg", "/nowhere"]) {
      const { headers } = await get(path);
      expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
      expect(headers["content-security-policy"]).not.toContain("unsafe");
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
        "strict-transport-security": "max-age=31536000",
        "cross-origin-resource-policy": "cross-origin",
      });
    }
  });

  it("allows by its header what each page allows by itself", async () => {
    const sent = directivesOf(String((await get("/")).headers["content-security-policy"]));
    // Styles differ from page to page: their hashes stand in the pages alone.
    expect([...sent.keys()]).not.toContain("style-src");
    const pages = (await readdir(site(), { recursive: true })).filter((path) => path.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(10);
    for (const path of pages) {
      const html = String(await read(path));
      const own = directivesOf(/Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "");
      expect(own.get("default-src"), path).toEqual(["'none'"]);
      for (const [name, values] of sent) {
        if (own.has(name))
          expect(values, `${path}: ${name}`).toEqual(expect.arrayContaining(own.get(name) ?? []));
      }
    }
  });

  it.each([
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ])("sends the copy that was compressed before: %s", async (encoding, unpack) => {
    const { headers, body } = await get("/", { "Accept-Encoding": encoding });
    expect(headers).toMatchObject({ "content-encoding": encoding, vary: "Accept-Encoding" });
    const whole = await read("index.html");
    expect(unpack(body).equals(whole)).toBe(true);
    expect(body.length).toBeLessThan(whole.length / 3);
  });

  it("lets copies of hashed files stay, and asks for pages each time", async () => {
    const html = String((await get("/")).body);
    const hashed = /src="(images\/[^"]*-[0-9a-f]{8}-\d+\.\w+)"/.exec(html)?.[1] ?? "";
    const caching = async (path: string) => (await get(path)).headers["cache-control"];
    expect(await caching(`/${hashed}`)).toBe("public, max-age=31536000, immutable");
    expect(await caching("/images/push.png")).toBe("public, max-age=3600");
    expect(await caching("/")).toBe("no-cache");
    const { etag } = (await get("/")).headers;
    expect((await get("/", { "If-None-Match": String(etag) })).status).toBe(304);
  });

  it("keeps to itself what is meant for hosts, and says by name what is not there", async () => {
    for (const path of ["/_server/nginx.conf", "/_server/", "/_headers", "/_redirects", "/no-such-page"]) {
      const { status, headers, body } = await get(path);
      expect([path, status, headers["content-type"]]).toEqual([path, 404, "text/html; charset=utf-8"]);
      expect(body.equals(await read("404.html"))).toBe(true);
    }
  });

  it("says what a web manifest is", async () => {
    expect((await get("/site.webmanifest")).headers["content-type"]).toBe("application/manifest+json");
  });
}

function directivesOf(policy: string): Map<string, string[]> {
  return new Map(
    policy.split("; ").map((directive) => {
      const [name = "", ...values] = directive.split(" ");
      return [name, values];
    }),
  );
}
