import { CataloguePublishedV1 } from '#events/intake/catalogue-published.v1';
import { fact, type Fact } from '#events/event';
import type { CodeLimits } from './city-limits.ts';

/** A fact takes 8 KB with its envelope, a transaction a hundred rows: of who hears it, and of who tells it. */
const [mostBytes, mostCodes, mostFacts] = [7000, 80, 90];

export interface Publication {
  version: number;
  changed: number;
  whole?: boolean | undefined;
  /** Of the city: what binds every district. */
  limits?: readonly CodeLimits[] | undefined;
}

/** A publication as it is told: one fact, or as many as the limits of the city take. */
export function publishedFacts({ version, changed, whole, limits }: Publication): Fact[] {
  const told = { version, changed, ...(whole && { whole }) };
  if (!limits) return [fact(CataloguePublishedV1, told)];
  if (limits.length === 0) return [fact(CataloguePublishedV1, told, '*')];
  const all = parts(limits);
  return all.map((some, n) =>
    fact(CataloguePublishedV1, { ...told, ...(all.length > 1 && { part: n + 1 }), limits: some }, '*'),
  );
}

/** Whether they can be told together with the publication that changes them. */
export const areTellable = (limits: readonly CodeLimits[]): boolean => parts(limits).length <= mostFacts;

function parts(limits: readonly CodeLimits[]): CodeLimits[][] {
  const all: { part: CodeLimits[]; bytes: number }[] = [];
  for (const one of limits) {
    // Keys and codes are ASCII: a character is a byte.
    const bytes = JSON.stringify(one).length;
    const last = all.at(-1);
    if (last && last.bytes + bytes <= mostBytes && last.part.length < mostCodes) {
      last.part.push(one);
      last.bytes += bytes;
    } else all.push({ part: [one], bytes });
  }
  return all.map(({ part }) => part);
}
