/** A timeline entry as it is stored: what it says, and the hash of all that came before it. */
export interface Link<Entry> {
  version: number;
  /** Undefined where what is stored is no entry any more. */
  entry: Entry | undefined;
  prevHash: string;
}

/** Where a chain ends by its record: the version of that, and the hash that the next entry would carry on. */
export interface Head {
  version: number;
  hash: string;
}

export type Verified = { intact: true } | { intact: false; brokenAt: number };

/**
 * Whether each entry is what the next one carries on, and the last what the record does. Broken is the first version that
 * nothing confirms any more, or whose entry is gone: what stands before it is as it was written.
 */
export function verify<Entry>(
  links: readonly Link<Entry>[],
  head: Head,
  hashOf: (prevHash: string, entry: Entry) => string,
): Verified {
  const [first] = links;
  if (first?.version !== 1 || first.prevHash !== '') return { intact: false, brokenAt: 1 };
  for (const [n, { version, entry, prevHash }] of links.entries()) {
    const next = links[n + 1] ?? { version: head.version + 1, prevHash: head.hash };
    const holds = entry !== undefined && hashOf(prevHash, entry) === next.prevHash;
    // Saving a draft makes versions without entries; after its submission each version has one.
    const gone = n > 0 && next.version > version + 1;
    if (!holds) return { intact: false, brokenAt: gone ? version + 1 : version };
  }
  return { intact: true };
}
