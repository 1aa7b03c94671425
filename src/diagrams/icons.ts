import type { ActorKind } from "./flow.ts";

/** Lines of 1.75 with round joins on a grid of 24, as the data of one path each. */
export const ICONS: Readonly<Record<ActorKind, string>> = {
  person: "M12 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8M4.5 20c0-4 3.5-5 7.5-5s7.5 1 7.5 5",
  // A branch that leaves a line and comes back to it.
  repository:
    "M7 8v8M7 3.5a2.25 2.25 0 1 1 0 4.5a2.25 2.25 0 1 1 0-4.5M7 16a2.25 2.25 0 1 1 0 4.5a2.25 2.25 0 1 1 0-4.5M17 3.5a2.25 2.25 0 1 1 0 4.5a2.25 2.25 0 1 1 0-4.5M17 8c0 4-3 5-10 5",
  // One stage, then the next.
  pipeline: "M3 4h7.5v6H3zM13.5 14H21v6h-7.5zM6.75 10v4a3 3 0 0 0 3 3h3.75",
  registry: "M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5l8-4.5M12 12v9",
  // Round and round, for ever.
  operator: "M20 12a8 8 0 0 1-14.5 4.6M4 12a8 8 0 0 1 14.5-4.6M18.8 3.5v4h-4M5.2 20.5v-4h4",
  environment: "M12 3l9 5l-9 5l-9-5zM3 12l9 5l9-5M3 16l9 5l9-5",
  api: "M8 5c-5 0-1 7-5 7c4 0 0 7 5 7M16 5c5 0 1 7 5 7c-4 0 0 7-5 7M9 12h.01M12 12h.01M15 12h.01",
  server: "M4 4h16v6.5H4zM4 13.5h16V20H4zM7.5 7.25h.01M7.5 16.75h.01M12 7.25h5M12 16.75h5",
  database: "M4.5 6c0-4 15-4 15 0s-15 4-15 0v12c0 4 15 4 15 0V6M4.5 12c0 4 15 4 15 0",
  chat: "M4 5h16v11h-8.5l-4.5 4v-4H4zM8 9h8M8 12h5",
  monitor: "M3 4h18v12H3zM9 20h6M12 16v4M6.5 10h3l1.5-3l2.5 6l1.5-3h2.5",
  file: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  key: "M8 10.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9M11.2 11.8L20 3M16.5 6.5l3 3",
  cloud: "M7 19a4.5 4.5 0 0 1-.5-9a6 6 0 0 1 11.5 1.5a3.8 3.8 0 0 1-.5 7.5z",
};
