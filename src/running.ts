import { errorCode } from "./error-code.ts";

/** Our own number was that of an earlier process: in a container, each may be given the same one. */
export function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}
