import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { it } from "vitest";

/** The whole path of a program that not every machine has, or undefined. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/bin"];
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Says by name what could not be checked for want of a program; with REQUIRE_ALL=1 that is a failure. */
export function notChecked(program: string, what: string): void {
  if (process.env.REQUIRE_ALL !== "1") {
    it.skip(`not checked: ${what}, because ${program} is not installed`, () => undefined);
    return;
  }
  it(`finds ${program}`, () => {
    throw new Error(`Cannot check ${what}: install ${program}, or leave REQUIRE_ALL out`);
  });
}
