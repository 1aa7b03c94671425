import { escapeUTF8 } from "entities";

// Making one takes longer than rendering the line that it is for.
const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-23` → `23 November 2026` */
export function tellDay(day: string, language: string): string {
  const known = formats.get(language);
  const format = known ?? new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  if (known === undefined) formats.set(language, format);
  return format.format(new Date(day));
}

/** `Changed on {}` → HTML in which the day is one for machines too. */
export function tellDayIn(phrase: string, day: string, language: string): string {
  const time = `<time datetime="${escapeUTF8(day)}">${escapeUTF8(tellDay(day, language))}</time>`;
  return escapeUTF8(phrase).replace("{}", () => time);
}
