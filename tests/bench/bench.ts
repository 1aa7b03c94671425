// Whole processes, cold, ours and the peer in turn: the machine's speed drifts, so only the ratio of a pair counts.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT } from "../../src/project.ts";
import { writeOurs, writePeer } from "./sites.ts";

const SIZES: readonly { readonly sections: number; readonly goal: number }[] = [
  { sections: 10, goal: 1.3 },
  { sections: 100, goal: 1.2 },
  { sections: 1000, goal: 1.0 },
];
const PAIRS = Number(process.env.PAIRS ?? 7);

interface Figures {
  readonly seconds: number;
  readonly mebibytes: number;
}

// The kernel's own mark: what a process says of its peak counts that of the process that started it.
const PROBE = `data:text/javascript,${encodeURIComponent(`
import { readFileSync } from "node:fs";
process.on("exit", () => {
  const own = process.platform === "linux" ? /VmHWM:\\s*(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] : undefined;
  process.stderr.write("\\npeak " + (own ?? process.resourceUsage().maxRSS));
});`)}`;

/** Runs Node on a script to its end. */
async function measure(words: readonly string[], cwd: string): Promise<Figures> {
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", PROBE, ...words], {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += String(chunk);
  });
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const seconds = (performance.now() - start) / 1000;
  const peak = /\npeak (\d+)$/.exec(said)?.[1];
  if (status !== 0 || peak === undefined) throw new Error(`Cannot run ${words.join(" ")}: ${said}`);
  return { seconds, mebibytes: Number(peak) / 1024 };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const scratch = mkdtempSync(join(tmpdir(), "broadsheet-bench-"));
const eleventy = join(PROJECT, "node_modules", "@11ty", "eleventy", "cmd.cjs");
const rows: string[][] = [];
for (const { sections, goal } of SIZES) {
  const [ours, peer] = [join(scratch, `ours-${sections}`), join(scratch, `peer-${sections}`)];
  writeOurs(ours, sections);
  writePeer(peer, sections, join(PROJECT, "node_modules"));
  const launch = join(PROJECT, "src", "launch.js");
  const runOurs = () => measure([launch, "build", ours, "--output", join(ours, "_site")], PROJECT);
  const runPeer = () => measure([eleventy, "--quiet"], peer);
  await runOurs();
  await runPeer();
  const pairs: [Figures, Figures][] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    process.stderr.write(`\r${sections} sections, pair ${pair + 1} of ${PAIRS} `);
    pairs.push([await runOurs(), await runPeer()]);
  }
  const ratio = (of: keyof Figures): string => median(pairs.map(([a, b]) => a[of] / b[of])).toFixed(2);
  const both = (of: keyof Figures, digits: number): string =>
    [0, 1].map((side) => median(pairs.map((pair) => pair[side as 0 | 1][of])).toFixed(digits)).join(" / ");
  rows.push([
    String(sections),
    both("seconds", 2),
    ratio("seconds"),
    goal.toFixed(1),
    both("mebibytes", 0),
    ratio("mebibytes"),
    "1.3",
  ]);
}
process.stderr.write("\r\u001b[K");
rmSync(scratch, { recursive: true });

const heads = ["sections", "seconds, ours / peer", "ratio", "goal", "MiB, ours / peer", "ratio", "goal"];
const widths = heads.map((head, column) =>
  Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
);
for (const row of [heads, ...rows])
  console.log(row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join("   "));
console.log(
  `\nPeer: plain Eleventy, same sections and libraries, no checks. Medians of ${PAIRS} pairs on Node ${process.version}.`,
);
