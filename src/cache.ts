// Files that are made once and kept, found by content.

import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { errorCode, orAbsent } from "./error-code.ts";
import { PROJECT } from "./project.ts";
import { writeWhole } from "./write-whole.ts";

/** 32 hexadecimal digits that stand for a content. */
export function hashOf(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 32);
}

/** A value stands below its own hash: one that agrees is as `writeValue` wrote it, and needs no other check. */
export async function readValue<Value>(path: string): Promise<Value | undefined> {
  return valueIn(await orAbsent(readFile(path, "utf8")));
}

export async function writeValue(path: string, value: unknown): Promise<void> {
  await writeWhole(path, textOf(JSON.stringify(value)));
}

function valueIn<Value>(written = ""): Value | undefined {
  const [hash, json = ""] = written.split("\n");
  return hash === hashOf(json) ? JSON.parse(json) : undefined;
}

function textOf(json: string): string {
  return `${hashOf(json)}\n${json}\n`;
}

/** Makes a value once, for those who cannot wait for a file. What cannot be kept as it is, or there, is made each time. */
export function keepValue<Value>(path: string, make: () => Value): Value {
  try {
    const kept = valueIn<Value>(readFileSync(path, "utf8"));
    if (kept !== undefined) return kept;
  } catch {
    // Not there yet, or not to be read.
  }
  const made = make();
  const beside = `${path}.${randomUUID()}.part`;
  try {
    const json = JSON.stringify(made);
    if (!isDeepStrictEqual(JSON.parse(json), made)) return made;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, textOf(json));
    renameSync(beside, path);
  } catch {
    rmSync(beside, { force: true });
  }
  return made;
}

/** Makes a file once. One whose bytes are not as they were written is made anew. */
export async function keepFile(path: string, make: () => Promise<string | Buffer>): Promise<void> {
  const hash = await readValue<string>(`${path}.json`);
  const there = await orAbsent(readFile(path));
  if (there !== undefined && hashOf(there) === hash) return;
  const content = await make();
  await writeWhole(path, content);
  await writeValue(`${path}.json`, hashOf(content));
}

/** `sharp 0.35.5`, read from its package file, because asking the package itself would load it. */
export function versionOf(name: string): string {
  const require = createRequire(join(PROJECT, "package.json"));
  // A package may keep its package file to itself; its folder is then the one that bears its name.
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return `${name} ${require(join(folder, name, "package.json")).version}`;
    } catch (error) {
      if (errorCode(error) !== "MODULE_NOT_FOUND") throw error;
    }
  }
  throw new Error(`Cannot find the package "${name}", which Broadsheet needs; run "npm ci" in its folder`);
}
