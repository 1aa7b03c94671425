// A real nginx serves this repository's site with the configuration that the build has made.

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROJECT } from "../../src/project.ts";
import { broadsheet } from "../support/command.ts";
import { emptyFolder } from "../support/folders.ts";
import { answering, get as answerOf, freePort } from "../support/real-host.ts";
import { findProgram, notChecked } from "../support/required.ts";

const NGINX = findProgram("nginx");
/** Debian's package of the module. */
const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const missing = [
  NGINX === undefined ? "nginx" : "",
  existsSync(BROTLI) ? "" : "libnginx-mod-http-brotli-static",
].filter((name) => name !== "");

if (NGINX === undefined || missing.length > 0) {
  describe("nginx", () => notChecked(missing.join(" and "), "how nginx serves the site"));
} else {
  describe("nginx", () => {
    let server: ChildProcess;
    let site: string;
    let port: number;

    beforeAll(async () => {
      const folder = await emptyFolder(afterAll);
      site = join(folder, "site");
      const built = await broadsheet(["build", PROJECT, "--output", site, "--compress"]);
      if (built.status !== 0) throw new Error(built.stderr);
      port = await freePort();
      server = await startNginx(NGINX, folder, site, port);
    }, 60_000);
    afterAll(() => server.kill("SIGKILL"));

    const get = (path: string, headers?: Record<string, string>) => answerOf(port, path, headers);

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
      expect(body.equals(await readFile(join(site, file)))).toBe(true);
    });

    it("leads /de to /de/, whose links would otherwise miss", async () => {
      expect(await get("/de")).toMatchObject({ status: 301, headers: { location: "/de/" } });
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
        expect(headers.server).toBe("nginx");
      }
    });

    it("allows by its header what each page allows by itself", async () => {
      const { headers } = await get("/");
      const sent = new Set(String(headers["content-security-policy"]).split(/;? /));
      for (const path of ["index.html", "de/index.html", "legal.html"]) {
        const html = await readFile(join(site, path), "utf8");
        const own = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
        expect(own.length).toBeGreaterThan(100);
        for (const word of own.split(/;? /)) expect(sent).toContain(word);
      }
    });

    it.each([
      ["br", brotliDecompressSync],
      ["gzip", gunzipSync],
    ])("sends the copy that was compressed before: %s", async (encoding, unpack) => {
      const { headers, body } = await get("/", { "Accept-Encoding": encoding });
      expect(headers).toMatchObject({ "content-encoding": encoding, vary: "Accept-Encoding" });
      const whole = await readFile(join(site, "index.html"));
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

    it("keeps to itself what is meant for hosts", async () => {
      for (const path of ["/_server/nginx.conf", "/_server/", "/_headers", "/_redirects"]) {
        expect((await get(path)).status, path).toBe(404);
      }
    });

    it("says by name what is not there", async () => {
      const { status, headers } = await get("/no-such-page");
      expect(status).toBe(404);
      expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    });
  });
}

async function startNginx(
  program: string,
  folder: string,
  site: string,
  port: number,
): Promise<ChildProcess> {
  const own = join(folder, "nginx");
  await mkdir(own);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${own}/${name};`,
  );
  await writeFile(
    join(own, "nginx.conf"),
    `load_module ${BROTLI};
daemon off; master_process off; pid ${own}/pid; error_log ${own}/error.log;
events {}
http {
  include /etc/nginx/mime.types; access_log off; ${temporary.join(" ")}
  server { listen 127.0.0.1:${port}; root ${site}; include ${site}/_server/nginx.conf; }
}
`,
  );
  const server = spawn(program, ["-p", own, "-c", join(own, "nginx.conf")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  return answering(server, "nginx", port);
}
