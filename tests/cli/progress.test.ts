import { describe, expect, it, vi } from "vitest";
import { openProgress } from "../../src/progress.ts";

const CLEAR = "\r\u001b[K";

function openStream({ isTTY = true } = {}): { isTTY: boolean; written: string[]; write(text: string): void } {
  const written: string[] = [];
  return { isTTY, written, write: (text) => void written.push(text) };
}

describe("progress", () => {
  it("is one line, written over, that is gone at the end", async () => {
    const stream = openStream();
    const progress = openProgress(stream, 5);
    progress.show("1 of 3 pictures");
    await vi.waitFor(() => expect(stream.written).toEqual([`${CLEAR}1 of 3 pictures …`]));
    progress.show("2 of 3 pictures");
    progress.close();
    expect(stream.written.slice(1)).toEqual([`${CLEAR}2 of 3 pictures …`, CLEAR]);
  });

  it("says nothing about short work, and nothing in a pipe", async () => {
    const [short, pipe] = [openStream(), openStream({ isTTY: false })];
    const progresses = [openProgress(short, 50), openProgress(pipe, 0)];
    for (const progress of progresses) progress.show("1 of 3 pictures");
    await new Promise((done) => setTimeout(done, 10));
    for (const progress of progresses) progress.close();
    await new Promise((done) => setTimeout(done, 60));
    expect([short.written, pipe.written]).toEqual([[], []]);
  });
});
