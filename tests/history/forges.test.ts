import { describe, expect, it } from "vitest";
import { editAddress, isKnownForge, issueAddress, webAddress } from "../../src/history/forges.ts";

const FILE = { file: "docs/content/en/why us#1.md", branch: "main", line: 7 };
const PATH = "docs/content/en/why%20us%231.md";

describe("the address at which a file is edited", () => {
  it.each([
    ["https://github.com/bees/site", `edit/main/${PATH}#L7`],
    ["https://github.bees.example/bees/site", `edit/main/${PATH}#L7`],
    ["https://gitlab.com/bees/deep/site", `-/edit/main/${PATH}#L7`],
    ["https://my-gitlab.bees.example:8443/bees/site", `-/edit/main/${PATH}#L7`],
    ["https://codeberg.org/bees/site", `_edit/main/${PATH}`],
    ["https://forgejo.bees.example/bees/site", `_edit/main/${PATH}`],
    ["https://gitea.com/bees/site", `_edit/main/${PATH}`],
    ["https://bitbucket.org/bees/site", `src/main/${PATH}?mode=edit&at=main`],
  ])("is the forge's own: %s", (repository, path) => {
    expect(editAddress(repository, FILE)).toBe(`${repository}/${path}`);
  });

  it("names the branch", () => {
    const address = editAddress("https://github.com/bees/site", { ...FILE, file: "a.md", branch: "new/ä#1" });
    expect(address).toBe("https://github.com/bees/site/edit/new/%C3%A4%231/a.md#L7");
  });

  it.each(["https://git.bees.example/bees/site", "https://bitbucket.bees.example/bees/site"])(
    "is not guessed: %s",
    (repository) => {
      expect(isKnownForge(repository)).toBe(false);
      expect(editAddress(repository, FILE)).toBeUndefined();
    },
  );
});

describe("the address at which a mistake is reported", () => {
  it.each([
    ["https://github.com/bees/site", "issues/new"],
    ["https://gitlab.com/bees/site", "-/issues/new"],
    ["https://codeberg.org/bees/site", "issues/new"],
    ["https://bitbucket.org/bees/site", "issues/new"],
    ["https://git.bees.example/bees/site", "issues/new"],
  ])("is the forge's own: %s", (repository, path) => {
    expect(issueAddress(repository)).toBe(`${repository}/${path}`);
  });
});

describe("the web address of a repository", () => {
  it.each([
    ["https://github.com/bees/site.git", "https://github.com/bees/site"],
    ["https://github.com/bees/site/", "https://github.com/bees/site"],
    ["https://bee:s3cret@github.com/bees/site.git", "https://github.com/bees/site"],
    ["https://x-access-token:s3cret@github.com/bees/site?a=s3cret#b", "https://github.com/bees/site"],
    ["https://gitlab.bees.example:8443/bees/site.git", "https://gitlab.bees.example:8443/bees/site"],
    ["http://gitea.bees.example/bees/site", "http://gitea.bees.example/bees/site"],
    ["git@github.com:bees/site.git", "https://github.com/bees/site"],
    ["github.com:/bees/site", "https://github.com/bees/site"],
    ["git@gitlab.com:bees/deep/site.git", "https://gitlab.com/bees/deep/site"],
    ["ssh://git@codeberg.org/bees/site.git", "https://codeberg.org/bees/site"],
    ["ssh://git@gitlab.bees.example:2222/bees/site", "https://gitlab.bees.example/bees/site"],
    ["ssh://git@ssh.github.com:443/bees/site.git", "https://github.com/bees/site"],
    ["ssh://git@altssh.bitbucket.org:443/bees/site.git", "https://bitbucket.org/bees/site"],
    ["git://github.com/bees/site.git", "https://github.com/bees/site"],
  ])("is made of %s", (remote, address) => {
    expect(webAddress(remote)).toBe(address);
  });

  it.each([
    "/srv/git/site.git",
    "../site",
    "file:///srv/git/site.git",
    "C:\\git\\site",
    "work:bees/site",
    "",
  ])("is none where a browser cannot go: %j", (remote) => {
    expect(webAddress(remote)).toBeUndefined();
  });
});
