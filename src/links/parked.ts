import { isWithin } from "./domains.ts";

/** Where domains are sent that nobody uses: sellers of names, and pages of advertisements on them. */
const PARKING_HOSTS = [
  "above.com",
  "afternic.com",
  "bodis.com",
  "dan.com",
  "hugedomains.com",
  "parkingcrew.net",
  "sedo.com",
  "sedoparking.com",
  "uniregistry.com",
];

const PARKED_TITLE =
  /\b(domain (name )?(is|may be) (for sale|parked)|buy this domain|this domain (is for sale|has expired)|parked (domain|free)|domain parking)\b/i;

/** Whether a page stands for a domain that has no owner who uses it. */
export function isParked(title: string, host: string, linkedHost: string): boolean {
  const isSentThere = (parking: string): boolean => isWithin(host, parking) && !isWithin(linkedHost, parking);
  return PARKED_TITLE.test(title) || PARKING_HOSTS.some(isSentThere);
}
