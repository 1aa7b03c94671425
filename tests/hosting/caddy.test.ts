// A real Caddy serves this repository's site with the configuration that the build has made.

import { type ChildProcess, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { emptyFolder } from "../support/folders.ts";
import { answering, freePort, get } from "../support/real-host.ts";
import { findProgram, notChecked } from "../support/required.ts";
import { buildForHost, itServesTheSite } from "./served.ts";

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
      await buildForHost(site);
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

    itServesTheSite({ get: (path, headers) => get(port, path, headers), site: () => site, moved: 308 });
  });
}
