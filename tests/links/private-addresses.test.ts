// Links come with pull requests of strangers: the check must not become their way into a network.

import { describe, expect, it } from "vitest";
import type { Ask } from "../../src/links/ask.ts";
import { follow } from "../../src/links/follow.ts";
import { isPrivateAddress } from "../../src/links/private-addresses.ts";
import { answerOf, askWith, host, page, status } from "./host.ts";

const PRIVATE = [
  ["0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255"],
  [
    "127.0.0.1",
    "127.8.8.8",
    "168.63.129.16",
    "169.254.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
  ],
  ["192.0.0.192", "192.168.1.1", "198.18.0.1", "198.19.255.255", "224.0.0.1", "240.0.0.1", "255.255.255.255"],
  ["::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:a00:1", "::ffff:8.8.8.8", "64:ff9b::7f00:1"],
  [
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "2001:db8::1",
    "2001::1",
    "2002:7f00:1::",
  ],
  ["", "localhost", "1.2.3", "1.2.3.4.5", "01.2.3.4", "0x7f.0.0.1"],
].flat();
const PUBLIC = [
  ["1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255"],
  [
    "128.0.0.0",
    "169.253.255.255",
    "169.255.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "223.255.255.255",
  ],
  ["2606:4700:4700::1111", "2a00:1450:4001::200e", "2001:4860:4860::8888", "2003::1"],
].flat();

describe("an address", () => {
  it.each(PRIVATE)("inside a network is private: %s", (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(PUBLIC)("of the public is not: %s", (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

const guarded = { allowPrivate: false };

describe("a private address", () => {
  it.each([
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://017700000001/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://user:secret@169.254.169.254/latest/meta-data/",
    "https://localhost/",
  ])("is not asked, however it is written: %s", async (address) => {
    expect((await answerOf(address, guarded)).end).toMatchObject({ kind: "failure", why: "private" });
  });

  it("is not asked under a name, not even beside a public one", async () => {
    const inner = await host({ "/": page("secret") });
    const resolve = async () => [
      { address: "8.8.8.8", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ];
    const { end } = await answerOf(`http://rebind.example:${inner.port}/`, { ...guarded, resolve });
    expect(end).toEqual({ kind: "failure", why: "private", detail: "rebind.example" });
    expect(inner.requests).toEqual([]);
  });

  it.each(["127.0.0.1", "inside.example"])("is not asked at the end of a redirect: %s", async (name) => {
    const inner = await host({ "/secret": page("secret") });
    const outer = await host({ "/": status(302, { Location: `http://${name}:${inner.port}/secret` }) });
    const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    // Both hosts are this machine: the outer one is let through as if it were public.
    const guardedAsk = askWith({ ...guarded, resolve });
    const openAsk = askWith({ allowPrivate: true });
    const ask: Ask = (url) => (url.host === new URL(outer.address).host ? openAsk(url) : guardedAsk(url));
    const { end, hops } = await follow(`${outer.address}/`, ask);
    expect(hops).toHaveLength(1);
    expect(end).toEqual({ kind: "failure", why: "private", detail: name });
    expect(inner.requests).toEqual([]);
  });

  it("is looked up once for a connection, so that a name cannot change its meaning after the look", async () => {
    const names: string[] = [];
    const { port, connections } = await host({ "/": page("here") });
    const resolve = async (name: string) => {
      names.push(name);
      return [{ address: "127.0.0.1", family: 4 }];
    };
    const { end } = await answerOf(`http://name.example:${port}/`, { allowPrivate: true, resolve });
    expect(end.kind).toBe("found");
    expect(names).toEqual(Array(connections()).fill("name.example"));
  });
});
