import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Most tests wait for a browser or for another process: two leave a fifth of two cores idle, four are slower again.
    maxWorkers: 3,
    // Modules stay from one file to the next: to read them anew for each took 29 files 36 s instead of 14.
    isolate: false,
    globalSetup: "tests/support/setup.ts",
    // Whole processes and a real browser: a busy machine takes its time, and nothing here is a verdict on speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
