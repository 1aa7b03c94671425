import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inlineOf, policyOf, policyOfAll, withPolicy } from "../../src/hosting/policy.ts";

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("what stands in a page", () => {
  it("is told by its hash, to the last space", () => {
    const html = "<style>\np {}\n  </style><script>\nrun()\n</script><script defer>run()</script>";
    expect(inlineOf(html)).toEqual({
      scripts: [hash("\nrun()\n"), hash("run()")],
      styles: [hash("\np {}\n  ")],
    });
  });

  it("leaves out what comes from elsewhere, and data", () => {
    const html = `<script async src="https://x.example/y.js"></script><script type="application/ld+json">{}</script>`;
    expect(inlineOf(html)).toEqual({ scripts: [], styles: [] });
  });
});

describe("a policy", () => {
  const analytics = {
    name: "Counter",
    script: "https://scripts.counter.example/v1.js",
    picture: "https://queue.counter.example/noscript.gif",
  };

  it("allows nothing that a page does not need", () => {
    expect(policyOf({ scripts: [], styles: [hash("a")] }, undefined)).toBe(
      `default-src 'none'; script-src 'self'; style-src ${hash("a")}; img-src 'self'; connect-src 'none'; manifest-src 'self'; base-uri 'none'; form-action 'none'`,
    );
  });

  it("allows the counter of visits what it needs, by its whole address and its host", () => {
    const policy = policyOf({ scripts: [hash("x")], styles: [] }, analytics);
    expect(policy).toContain(`script-src 'self' ${hash("x")} https://scripts.counter.example/v1.js;`);
    expect(policy).toContain("img-src 'self' https://queue.counter.example;");
    expect(policy).toContain("connect-src https://queue.counter.example;");
    expect(policy).not.toContain("unsafe");
  });

  it("names the counter's script so that no sign in its address ends the policy", () => {
    const script = "https://scripts.counter.example/a;b,c$d.js?id=1;#x";
    expect(policyOf({ scripts: [], styles: [] }, { ...analytics, script })).toContain(
      "script-src 'self' https://scripts.counter.example/a%3Bb%2Cc%24d.js;",
    );
  });

  it("for all files together lists each script once, and leaves styles to each page", () => {
    const pages = Array.from({ length: 100 }, (_, page) =>
      inlineOf(`<style>${page}</style><script>run()</script>`),
    );
    expect(policyOfAll(pages, undefined)).toBe(
      `script-src 'self' ${hash("run()")}; img-src 'self' data:; connect-src 'none'; manifest-src 'self'; font-src 'none'; frame-src 'none'; media-src 'none'; object-src 'none'; worker-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
  });

  it("for all files together allows the counter of visits what it needs", () => {
    const policy = policyOfAll([], analytics);
    expect(policy).toContain("script-src 'self' https://scripts.counter.example/v1.js;");
    expect(policy).toContain("img-src 'self' https://queue.counter.example data:;");
    expect(policy).toContain("connect-src https://queue.counter.example;");
  });

  it("stands before everything that it governs", () => {
    const html = '<head>\n  <meta charset="utf-8">\n  <style>a</style></head>';
    const page = withPolicy(html, undefined);
    expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<style>"));
    expect(page).toContain(hash("a"));
  });
});
