import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { serveFolder } from "../../src/browser/plain-host.ts";
import { emptyFolder, writeFiles } from "../support/folders.ts";

it("serves what is in the folder and nothing else, whatever is asked for", async () => {
  const folder = await emptyFolder();
  await writeFiles(folder, { "site/index.html": "<p>Home", "site/ä.txt": "Umlaut", "secret.txt": "Secret" });
  const host = await serveFolder(join(folder, "site"), "/below/");
  onTestFinished(() => host.close());
  const answer = async (path: string) => {
    const response = await fetch(host.address + path);
    return `${response.status} ${await response.text()}`;
  };
  expect(await answer("")).toBe("200 <p>Home");
  expect(await answer("%C3%A4.txt")).toBe("200 Umlaut");
  for (const path of ["..%2fsecret.txt", "%2e%2e%2fsecret.txt", "%zz", "nothing.html", "..%2fsite"]) {
    expect(await answer(path)).toBe("404 Not here");
  }
});
