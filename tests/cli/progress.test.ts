import { spawnSync } from "node:child_process";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it, vi } from "vitest";
import { openProgress } from "../../src/progress.ts";
import { broadsheet } from "../support/command.ts";
import { copyProject, emptyFolder, type Files, writeFiles } from "../support/folders.ts";
import { SMALL_SITE } from "../support/small-site.ts";

const CLEAR = "\r\u001b[K";

function openStream({ isTTY = true } = {}): { isTTY: boolean; written: string[]; write(text: string): void } {
  const written: string[] = [];
  return { isTTY, written, write: (text) => void written.push(text) };
}

describe("progress", () => {
  it("is one line, written over, that is gone at the end", async () => {
    const stream = openStream();
    const progress = openProgress(stream, 5);
    progress.show("1 of 3 pictures");
    await vi.waitFor(() => expect(stream.written).toEqual([`${CLEAR}1 of 3 pictures …`]));
    progress.show("2 of 3 pictures");
    progress.close();
    expect(stream.written.slice(1)).toEqual([`${CLEAR}2 of 3 pictures …`, CLEAR]);
  });

  it("says nothing about short work, and nothing in a pipe", async () => {
    const [short, pipe] = [openStream(), openStream({ isTTY: false })];
    const progresses = [openProgress(short, 50), openProgress(pipe, 0)];
    for (const progress of progresses) progress.show("1 of 3 pictures");
    await new Promise((done) => setTimeout(done, 10));
    for (const progress of progresses) progress.close();
    await new Promise((done) => setTimeout(done, 60));
    expect([short.written, pipe.written]).toEqual([[], []]);
  });
});

// The terminal of util-linux, where there is one; elsewhere the tests above are what there is.
const hasTerminal = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux");

describe("a build that takes long", () => {
  it("shows progress on a terminal and none in a pipe", async () => {
    const folder = await emptyFolder();
    const project = await copyProject(join(folder, "broadsheet"));
    const site = join(folder, "site");
    await writeFiles(site, await slowSite());
    const words = [join(project, "src/launch.js"), "build", site, "-o", join(folder, "out")];
    if (hasTerminal) {
      const command = [process.execPath, ...words].map((word) => `'${word}'`).join(" ");
      const { stdout, status } = spawnSync("script", ["-qec", command, "/dev/null"], { encoding: "utf8" });
      expect(status).toBe(0);
      expect(stdout).toContain(`${CLEAR}3 of 4 pictures …`);
      expect(stdout).toContain(`${CLEAR}Built 2 pages`);
    }
    const again = await copyProject(join(folder, "again"));
    const { status, stdout, stderr } = await broadsheet(words.slice(1), { project: again });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toMatch(/^Built 2 pages into .* in \d+\.\d\d s\n$/);
    expect(Number(/in (.*) s/.exec(stderr)?.[1])).toBeGreaterThan(1);
  });
});

/** Three photos of noise take the encoders more than a second. */
async function slowSite(): Promise<Files> {
  const files: Record<string, string | Uint8Array> = { ...SMALL_SITE };
  for (const mean of [90, 128, 160]) {
    const noise = { type: "gaussian", mean, sigma: 60 } as const;
    const picture = sharp({
      create: { width: 1600, height: 1200, channels: 3, background: "#806040", noise },
    });
    files[`images/${mean}.jpg`] = await picture.jpeg().toBuffer();
    files["content/en/how.md"] += `\n![Noise](../../images/${mean}.jpg)\n`;
  }
  return files;
}
