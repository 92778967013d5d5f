import { describe, expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { verify, type Link } from './chain.ts';

/** What an act says, and what it leaves; undefined of one from before acts told that. */
interface Said {
  entry: string;
  left: Record<string, string> | undefined;
}
// Any function that hardly ever gives the same for two entries will do: this one shows its whole input.
const hashOf = (prevHash: string, said: Said): string => `(${prevHash}|${JSON.stringify(said)})`;
const linkOf = (version: number, prevHash: string, said: Said): Link => ({
  version,
  prevHash,
  hash: hashOf(prevHash, said),
  left: said.left,
});

/** A chain as acts write it: version 1 first, then a draft's gap, then one version after another. */
function chainOf(entries: readonly Said[], gap: number) {
  const links: Link[] = [];
  let hash = '';
  entries.forEach((said, n) => {
    const link = linkOf(n === 0 ? 1 : n + 1 + gap, hash, said);
    links.push(link);
    hash = link.hash ?? '';
  });
  const record = entries.at(-1)?.left?.['record'] ?? 'whatever';
  return { links, head: { version: links.at(-1)?.version ?? 0, hash }, contents: { record, beside: {} } };
}

/** Acts before the change told nothing of what they left, those after it do. */
const chains = fc
  .record({
    old: fc.array(fc.string(), { maxLength: 4 }),
    told: fc.array(fc.string(), { maxLength: 6 }),
    gap: fc.nat(3),
  })
  .filter(({ old, told }) => old.length + told.length > 0)
  .map(({ old, told, gap }) => ({
    gap,
    entries: [
      ...old.map((entry): Said => ({ entry, left: undefined })),
      ...told.map((entry, n): Said => ({ entry, left: { record: `record ${n}` } })),
    ],
  }));

describe('the chain of a timeline', () => {
  test('property: as it was written, it holds, and covers the record where its last act told what it left', () => {
    fc.assert(
      fc.property(chains, ({ entries, gap }) => {
        const { links, head, contents } = chainOf(entries, gap);
        const covers = entries.at(-1)?.left ? 'record' : 'entries';
        expect(verify(links, head, contents)).toEqual({ intact: true, covers });
      }),
    );
  });

  test('property: an altered entry is broken at its own version, whichever it is', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.string(), ({ entries, gap }, pick, other) => {
        const { links, head, contents } = chainOf(entries, gap);
        const at = pick % links.length;
        const said = entries[at];
        fc.pre(said !== undefined && said.entry !== other);
        const { version = 0, prevHash = '' } = links[at] ?? {};
        const altered = links.with(at, linkOf(version, prevHash, { entry: other, left: said?.left }));
        expect(verify(altered, head, contents)).toEqual({ intact: false, brokenAt: version, what: 'entry' });
      }),
    );
  });

  test('property: an entry that is gone, the last one too, is missed', () => {
    fc.assert(
      fc.property(chains, fc.nat(), ({ entries, gap }, pick) => {
        const { links, head, contents } = chainOf(entries, gap);
        const at = pick % links.length;
        const { version = 0 } = links[at] ?? {};
        // Behind the first entry nothing tells a draft's gap from an entry that was taken away: the first is doubted.
        const brokenAt = at === 1 ? 1 : version;
        const found = verify(links.toSpliced(at, 1), head, contents);
        expect(found).toEqual({ intact: false, brokenAt, what: 'entry' });
      }),
    );
  });

  test('property: two entries that have changed places, and one that was put behind the last, do not hold', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.string(), ({ entries, gap }, pick, more) => {
        const { links, head, contents } = chainOf(entries, gap);
        const forged = linkOf(head.version + 1, head.hash, { entry: more, left: { record: contents.record } });
        expect(verify([...links, forged], head, contents).intact).toBe(false);
        const at = pick % links.length;
        const [one, two] = [links[at], links[at + 1]];
        fc.pre(one !== undefined && two !== undefined);
        if (!one || !two) return;
        const swapped = links.with(at, { ...two, version: one.version }).with(at + 1, { ...one, version: two.version });
        expect(verify(swapped, head, contents).intact).toBe(false);
      }),
    );
  });

  test('property: a record that is not as its last act left it shows, as far as that act told', () => {
    fc.assert(
      fc.property(chains, ({ entries, gap }) => {
        const { links, head, contents } = chainOf(entries, gap);
        const found = verify(links, head, { ...contents, record: 'altered' });
        const told = entries.at(-1)?.left !== undefined;
        expect(found).toEqual(
          told ? { intact: false, brokenAt: head.version, what: 'record' } : { intact: true, covers: 'entries' },
        );
      }),
    );
  });

  test('what is no entry any more, and a chain that was begun anew, do not hold', () => {
    const old = ['a', 'b', 'c'].map((entry): Said => ({ entry, left: undefined }));
    const { links, head, contents } = chainOf(old, 0);
    const [first, second, third] = links;
    if (!first || !second || !third) throw new Error('three entries');
    const at = (found: readonly Link[], end = head) => verify(found, end, contents);
    expect(at([first, { ...second, hash: undefined }, third])).toMatchObject({ brokenAt: 2 });
    expect(at([first, { ...second, prevHash: '' }, third])).toMatchObject({ brokenAt: 1 });
    expect(at([{ ...first, prevHash: 'x' }, second, third])).toMatchObject({ brokenAt: 1 });
    expect(
      at([
        { ...first, version: 2 },
        { ...second, version: 3 },
      ]),
    ).toMatchObject({ brokenAt: 1 });
    expect(at([])).toEqual({ intact: false, brokenAt: 1, what: 'entry' });
    expect(at(links, { ...head, hash: 'other' })).toMatchObject({ brokenAt: 3 });
  });

  test('a record that had no timeline before its kind was chained has nothing that is confirmed, and then its next act', () => {
    expect(verify([], { version: 3, hash: '' }, { record: 'r', beside: {} })).toEqual({
      intact: true,
      covers: 'nothing',
    });
    const late = linkOf(4, '', { entry: 'keep', left: { record: 'r' } });
    const head = { version: 4, hash: late.hash ?? '' };
    expect(verify([late], head, { record: 'r', beside: {} })).toEqual({ intact: true, covers: 'record' });
  });

  test('a form stands as an act left it, in its place or kept by its version; what a grant gave, as that grant told', () => {
    const left: Record<string, string>[] = [
      { record: 'r', form: 'f1' },
      { record: 'r' },
      { record: 'r', form: 'f2' },
      { record: 'r', issued: 'i' },
    ];
    const { links, head } = chainOf(
      left.map((one, n) => ({ entry: String(n), left: one })),
      0,
    );
    const written = { FORM: 'f2', 'FORM#000002': 'f1', ISSUED: 'i' };
    const found = (beside: Record<string, string>) => verify(links, head, { record: 'r', beside });
    expect(found(written)).toEqual({ intact: true, covers: 'record' });
    expect(found({ ...written, FORM: 'f3' })).toEqual({ intact: false, brokenAt: 3, what: 'form' });
    expect(found({ ...written, 'FORM#000002': 'f2' })).toEqual({ intact: false, brokenAt: 1, what: 'form' });
    expect(found({ FORM: 'f2', ISSUED: 'i' })).toEqual({ intact: false, brokenAt: 1, what: 'form' });
    expect(found({ ...written, ISSUED: 'j' })).toEqual({ intact: false, brokenAt: 4, what: 'issued' });
    const [first] = links;
    if (!first) throw new Error('a first entry');
    const given = { record: 'r', beside: { FORM: 'f1', ISSUED: 'i' } };
    expect(verify([first], { version: 1, hash: first.hash ?? '' }, given)).toMatchObject({ what: 'issued' });
  });
});
