// What an address says when it is asked: one reply for each request, one answer at the end of the way.

/** What came back for one request. */
export type Reply = Response | Failure;

export interface Response {
  readonly kind: "response";
  readonly status: number;
  /** The media type with its parameters: `text/html; charset=utf-8` */
  readonly type: string;
  readonly location?: string;
  readonly retryAfter?: string;
  /** Of a page that was got whole or in part. */
  readonly body?: Body;
}

export interface Body {
  readonly bytes: Uint8Array;
  /** False where reading was stopped at the limit. */
  readonly isWhole: boolean;
}

/** Why nothing came back. */
export interface Failure {
  readonly kind: "failure";
  readonly why: "private" | "unknown-host" | "certificate" | "timeout" | "connection" | "rest";
  /** The system's word for it: `ECONNRESET` */
  readonly detail: string;
}

/** What a page says about itself. */
export interface PageFacts {
  /** Empty where there is none. */
  readonly title: string;
  /** What a fragment can lead to. */
  readonly ids: ReadonlySet<string>;
  /** The text of its scripts: pages that scripts draw keep their ids there. */
  readonly scripts: string;
  /** Where the page sends its readers at once, by a `meta` element. */
  readonly refresh?: string;
  readonly isWhole: boolean;
}

/** What an address leads to. */
export interface Answer {
  readonly hops: readonly Hop[];
  /** The address at the end of all hops. */
  readonly url: string;
  readonly end: End;
}

export interface Hop {
  readonly to: string;
  readonly isPermanent: boolean;
}

export type End =
  /** `page` where it is HTML. */
  | { readonly kind: "found"; readonly page?: PageFacts }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "astray"; readonly why: "loop" | "too-many" | "nowhere" | "unreadable" }
  | Failure;
