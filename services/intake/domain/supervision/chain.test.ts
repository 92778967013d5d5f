import { describe, expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { verify, type Link } from './chain.ts';

// Any function that hardly ever gives the same for two entries will do: this one shows its whole input.
const hashOf = (prevHash: string, entry: string): string => `(${prevHash}|${entry})`;

/** A chain as acts write it: version 1 first, then a draft's gap, then one version after another. */
function chainOf(entries: readonly string[], gap: number) {
  const links: Link<string>[] = [];
  let hash = '';
  entries.forEach((entry, n) => {
    links.push({ version: n === 0 ? 1 : n + 1 + gap, entry, prevHash: hash });
    hash = hashOf(hash, entry);
  });
  return { links, head: { version: links.at(-1)?.version ?? 0, hash } };
}

const chains = fc.record({ entries: fc.array(fc.string(), { minLength: 1, maxLength: 8 }), gap: fc.nat(3) });

describe('the chain of a timeline', () => {
  test('property: as it was written, it holds', () => {
    fc.assert(
      fc.property(chains, ({ entries, gap }) => {
        const { links, head } = chainOf(entries, gap);
        expect(verify(links, head, hashOf)).toEqual({ intact: true });
      }),
    );
  });

  test('property: an altered entry is broken at its own version, whichever it is', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.string(), ({ entries, gap }, pick, other) => {
        const { links, head } = chainOf(entries, gap);
        const at = pick % links.length;
        fc.pre(links[at]?.entry !== other);
        const altered = links.map((one, n) => (n === at ? { ...one, entry: other } : one));
        expect(verify(altered, head, hashOf)).toEqual({ intact: false, brokenAt: links[at]?.version });
      }),
    );
  });

  test('property: an entry that is gone, the last one too, is missed', () => {
    fc.assert(
      fc.property(chains, fc.nat(), ({ entries, gap }, pick) => {
        const { links, head } = chainOf(entries, gap);
        const at = pick % links.length;
        const left = links.filter((_, n) => n !== at);
        const { version = 0 } = links[at] ?? {};
        // Behind the first entry nothing tells a draft's gap from an entry that was taken away: the first is doubted.
        const brokenAt = at === 1 ? 1 : version;
        expect(verify(left, head, hashOf)).toEqual({ intact: false, brokenAt });
      }),
    );
  });

  test('what is no entry any more, and a chain that was begun anew, do not hold', () => {
    const { links, head } = chainOf(['a', 'b', 'c'], 0);
    const [first, second, third] = links;
    if (!first || !second || !third) throw new Error('three entries');
    expect(verify([first, { ...second, entry: undefined }, third], head, hashOf)).toMatchObject({ brokenAt: 2 });
    expect(verify([first, { ...second, prevHash: '' }, third], head, hashOf)).toMatchObject({ brokenAt: 1 });
    expect(verify([{ ...first, prevHash: 'x' }, second, third], head, hashOf)).toMatchObject({ brokenAt: 1 });
    expect(verify([], head, hashOf)).toEqual({ intact: false, brokenAt: 1 });
    expect(verify(links, { ...head, hash: 'other' }, hashOf)).toMatchObject({ brokenAt: 3 });
  });
});
