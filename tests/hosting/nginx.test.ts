// A real nginx serves this repository's site with the configuration that the build has made.

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyFolder } from "../support/folders.ts";
import { answering, freePort, get } from "../support/real-host.ts";
import { findProgram, notChecked } from "../support/required.ts";
import { buildForHost, itServesTheSite } from "./served.ts";

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
      await buildForHost(site);
      port = await freePort();
      server = await startNginx(NGINX, folder, site, port);
    }, 60_000);
    afterAll(() => server.kill("SIGKILL"));

    itServesTheSite({ get: (path, headers) => get(port, path, headers), site: () => site, moved: 301 });

    it("does not tell its version", async () => {
      expect((await get(port, "/")).headers.server).toBe("nginx");
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
