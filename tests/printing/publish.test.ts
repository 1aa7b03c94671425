import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { stage, swap } from "../../src/printing/publish.ts";

// Larger than any process number there is.
const DEAD = 2 ** 22 + 7;

let folder: string;
let output: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-publish-"));
  output = join(folder, "_site");
});

function put(path: string, text: string): void {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "index.html"), text);
}

const shown = (): string => readFileSync(join(output, "index.html"), "utf8");

describe("the output", () => {
  it("is replaced whole, and nothing stays beside it", async () => {
    put(output, "old");
    writeFileSync(join(output, "gone.html"), "a page that is no more");
    const staging = await stage(output);
    put(staging, "new");
    expect(shown()).toBe("old");
    await swap(staging, output);
    expect(shown()).toBe("new");
    expect(readdirSync(output)).toEqual(["index.html"]);
    expect(readdirSync(folder)).toEqual(["_site"]);
  });

  it("appears where there was none", async () => {
    const staging = await stage(output);
    put(staging, "first");
    await swap(staging, output);
    expect(shown()).toBe("first");
  });

  it("is completed by the next command when a process died between the two renames", async () => {
    put(join(folder, `._site.last-${DEAD}`), "old");
    put(join(folder, `._site.next-${DEAD}`), "new");
    await stage(output);
    expect(shown()).toBe("new");
    expect(existsSync(join(folder, `._site.last-${DEAD}`))).toBe(false);
  });

  it("comes back when only the old one is left", async () => {
    put(join(folder, `._site.last-${DEAD}`), "old");
    await stage(output);
    expect(shown()).toBe("old");
  });

  it("is not touched by what a process left that died while it was building", async () => {
    put(output, "good");
    put(join(folder, `._site.next-${DEAD}`), "half");
    await stage(output);
    expect(shown()).toBe("good");
    expect(existsSync(join(folder, `._site.next-${DEAD}`))).toBe(false);
  });

  it("leaves the folders of a process that is still building alone", async () => {
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 20000)"]);
    put(join(folder, `._site.next-${other.pid}`), "in the making");
    await stage(output);
    expect(existsSync(join(folder, `._site.next-${other.pid}`))).toBe(true);
    other.kill();
  });
});
