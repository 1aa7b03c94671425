export interface Progress {
  readonly show: (what: string) => void;
  readonly close: () => void;
}

const PATIENCE_MS = 1000;

/** One line on a terminal about work that takes longer than a second; nothing in a pipe. */
export function openProgress(
  stream: { readonly isTTY?: boolean; write(text: string): unknown },
  patience = PATIENCE_MS,
): Progress {
  if (stream.isTTY !== true) return { show() {}, close() {} };
  let what = "Reading";
  let shown = false;
  const draw = (): void => {
    shown = true;
    stream.write(`\r\u001b[K${what} …`);
  };
  const timer = setTimeout(draw, patience);
  timer.unref();
  return {
    show(now) {
      what = now;
      if (shown) draw();
    },
    close() {
      clearTimeout(timer);
      if (shown) stream.write("\r\u001b[K");
    },
  };
}
