// A real Caddy serves this repository's site with the configuration that the build has made.

import { type ChildProcess, spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROJECT } from "../../src/project.ts";
import { broadsheet } from "../support/command.ts";
import { emptyFolder } from "../support/folders.ts";
import { answering, get as answerOf, freePort } from "../support/real-host.ts";
import { findProgram, notChecked } from "../support/required.ts";

const CADDY = findProgram("caddy");

if (CADDY === undefined) {
  describe("Caddy", () => notChecked("caddy", "how Caddy serves the site"));
} else {
  describe("Caddy", () => {
    let server: ChildProcess;
    let site: string;
    let port: number;

    beforeAll(async () => {
      const folder = await emptyFolder(afterAll);
      site = join(folder, "site");
      const built = await broadsheet(["build", PROJECT, "--output", site, "--compress"]);
      if (built.status !== 0) throw new Error(built.stderr);
      port = await freePort();
      const options = "{\n\tadmin off\n\tauto_https off\n}\n";
      const block = `http://127.0.0.1:${port} {\n\troot * ${site}\n\timport ${site}/_server/Caddyfile\n}\n`;
      await writeFile(join(folder, "Caddyfile"), options + block);
      server = spawn(CADDY, ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"], {
        stdio: ["ignore", "ignore", "pipe"],
        env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
      });
      await answering(server, "Caddy", port);
    }, 60_000);
    afterAll(() => server.kill("SIGKILL"));
    const get = (path: string, headers?: Record<string, string>) => answerOf(port, path, headers);

    it.each([
      ["/", "index.html"],
      ["/tutorial", "tutorial.html"],
      ["/tutorial.html", "tutorial.html"],
      ["/de/", "de/index.html"],
      ["/de/tutorial", "de/tutorial.html"],
      ["/images/push.png", "images/push.png"],
    ])("answers %s with %s", async (path, file) => {
      const { status, body } = await get(path);
      expect(status).toBe(200);
      expect(body.equals(await readFile(join(site, file)))).toBe(true);
    });

    it("leads /de to /de/, whose links would otherwise miss", async () => {
      const { status, headers } = await get("/de");
      expect([status, headers.location]).toEqual([308, "/de/"]);
    });

    it("sends every header, with errors and pictures too", async () => {
      for (const path of ["/", "/images/pull.svg", "/nowhere"]) {
        const { headers } = await get(path);
        expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
        expect(headers).toMatchObject({
          "x-content-type-options": "nosniff",
          "referrer-policy": "strict-origin-when-cross-origin",
          "strict-transport-security": "max-age=31536000",
        });
      }
    });

    it.each([
      ["br", brotliDecompressSync],
      ["gzip", gunzipSync],
    ])("sends the copy that was compressed before: %s", async (encoding, unpack) => {
      const { headers, body } = await get("/", { "Accept-Encoding": encoding });
      expect(headers["content-encoding"]).toBe(encoding);
      expect(unpack(body).equals(await readFile(join(site, "index.html")))).toBe(true);
    });

    it("lets copies of hashed files stay, and asks for pages each time", async () => {
      const html = String((await get("/")).body);
      const hashed = /src="(images\/[^"]*-[0-9a-f]{8}-\d+\.\w+)"/.exec(html)?.[1] ?? "";
      const caching = async (path: string) => (await get(path)).headers["cache-control"];
      expect(await caching(`/${hashed}`)).toBe("public, max-age=31536000, immutable");
      expect(await caching("/images/push.png")).toBe("public, max-age=3600");
      expect(await caching("/")).toBe("no-cache");
    });

    it("keeps to itself what is meant for hosts, and says by name what is not there", async () => {
      for (const path of ["/_server/nginx.conf", "/_headers", "/_redirects", "/no-such-page"]) {
        const { status, headers, body } = await get(path);
        expect([path, status, headers["content-type"]]).toEqual([path, 404, "text/html; charset=utf-8"]);
        expect(body.equals(await readFile(join(site, "404.html")))).toBe(true);
      }
    });

    it("says what a web manifest is", async () => {
      expect((await get("/site.webmanifest")).headers["content-type"]).toBe("application/manifest+json");
    });
  });
}
