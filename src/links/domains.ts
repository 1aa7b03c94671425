/** `www.Example.org` and `example.org` are one domain to readers; so are a domain and what is below it. */
export function isSameDomain(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

/** Whether a host is a domain or lies below it: `docs.example.org` is within `example.org`. */
export function isWithin(host: string, domain: string): boolean {
  const [inner, outer] = [bare(host), bare(domain)];
  return inner === outer || inner.endsWith(`.${outer}`);
}

/** The host of an address, or undefined where it has none: `hostOf("https://a.example/b")` gives `"a.example"`. */
export function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}

/** The domain of the list that an address belongs to. */
export function refusedDomain(address: string, refused: readonly string[]): string | undefined {
  const host = hostOf(address);
  return host === undefined ? undefined : refused.find((domain) => isWithin(host, domain));
}

function bare(host: string): string {
  return host
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^www\./, "");
}
