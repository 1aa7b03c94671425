import { expect, test } from "vitest";
import { isOwnHost } from "../../src/preview/own-host.ts";

test.each([
  "localhost:8080",
  "LOCALHOST:8080",
  "127.0.0.1:8080",
  "127.1.2.3:8080",
  "[::1]:8080",
  "site.localhost:8080",
])("own-host knows %s", (host) => {
  expect(isOwnHost(host, 8080)).toBe(true);
});

test("own-host knows a name without a port as one of port 80", () => {
  expect(isOwnHost("localhost", 80)).toBe(true);
});

test.each([
  undefined,
  "",
  "localhost",
  "localhost:8081",
  "localhost:",
  "localhost:8080:8080",
  "example.org:8080",
  "127.0.0.1.example.org:8080",
  "localhost.example.org:8080",
  "notlocalhost:8080",
  "127.0.0.1@example.org:8080",
  "0.0.0.0:8080",
  "[::]:8080",
  "192.0.2.2:8080",
])("own-host refuses %s", (host) => {
  expect(isOwnHost(host, 8080)).toBe(false);
});
