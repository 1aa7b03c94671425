import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { CACHE, PROJECT } from "../project.ts";

export interface FoundBrowser {
  readonly path: string;
  /** What must be in its environment besides ours. */
  readonly environment: Readonly<Record<string, string>>;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
/** What to do where no browser works. */
export const WAY_OUT =
  'install Chrome or Chromium, name one in CHROME_PATH, or run "npx playwright-core install chromium"';

/** What drives a browser is there for those who work on Broadsheet, and loaded only when it is needed. */
export async function loadPlaywright(): Promise<typeof import("playwright-core")> {
  return import("playwright-core").catch((cause) => {
    throw new Error('Cannot drive a browser; run "npm ci" with all its packages', { cause });
  });
}

/** An installed Chromium, or else the one that the packages bring along, unpacked into the cache. */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env.CHROME_PATH ?? "";
  if (named !== "") {
    if (runs({ path: named, environment: {} })) return { path: named, environment: {} };
    throw new Error(`Cannot run the browser "${named}" that CHROME_PATH names; ${WAY_OUT}`);
  }
  const { chromium } = await loadPlaywright();
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const paths = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const path of [...paths, ...PLACES, chromium.executablePath()]) {
    if (runs({ path, environment: {} })) return { path, environment: {} };
  }
  const unpacked = await unpackBrowser().catch((cause) => {
    throw new Error(`Cannot unpack a browser: ${cause.message}; ${WAY_OUT}`, { cause });
  });
  if (!runs(unpacked)) throw new Error(`Cannot find a browser that runs here; ${WAY_OUT}`);
  return unpacked;
}

/** Ubuntu's "chromium-browser" is there without a browser behind it; on Windows the question would open a window. */
function runs({ path, environment }: FoundBrowser): boolean {
  if (!existsSync(path)) return false;
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { env: { ...process.env, ...environment } }).status === 0;
}

/**
 * The browser of @sparticuz/chromium: 200 MB, in 2 s. It unpacks to where temporary files are and takes what it finds
 * there for whole, so each process unpacks to a folder of its own, and the first one moves it into place.
 */
async function unpackBrowser(): Promise<FoundBrowser> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const { version } = JSON.parse(await readFile(join(dirname(entry), "../../package.json"), "utf8"));
  const folder = join(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) {
    const fresh = `${folder}.next-${process.pid}`;
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { recursive: true });
    try {
      // In a process of its own: the package changes the environment while it is loaded. It decides by the name of
      // a runtime which libraries it lays beside the browser.
      const env = { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" };
      const script = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';
      const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
        cwd: PROJECT,
        env,
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(stderr);
      await writeFile(join(fresh, "fonts", "fonts.conf"), fontSettings(folder));
      await rename(fresh, folder);
    } catch (error) {
      // Another process was faster: what it has moved there is the same.
      if (!existsSync(folder)) throw error;
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  }
  return {
    path: join(folder, "chromium"),
    environment: {
      LD_LIBRARY_PATH: [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH ?? ""]
        .filter((path) => path !== "")
        .join(delimiter),
      FONTCONFIG_PATH: join(folder, "fonts"),
    },
  };
}

/** The settings that come along name /tmp, where nothing of ours is. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts", "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
}
