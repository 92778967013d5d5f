import * as z from 'zod';

const baseMap = z.record(z.string(), z.url());

/** Gives a set's base address, or null where nobody has said it. */
export type Bases = (set: string) => string | null;

/**
 * Reads a pattern with `{set}` (`https://{set}.example.gov.cn/v1`), a JSON map of set to base, or nothing.
 * Throws on anything else: a wrong directory would send applications astray.
 */
export function readBases(text: string): Bases {
  if (text === '') return () => null;

  if (text.startsWith('{"') || text === '{}') {
    const map = new Map(Object.entries(baseMap.parse(JSON.parse(text))));
    return (set) => map.get(set) ?? null;
  }

  if (!text.includes('{set}')) throw new Error('the bases of the sets are neither a pattern with {set} nor a JSON map');
  return (set) => text.replaceAll('{set}', set);
}
