/** A timeline entry as it is stored: where it stands, and what it and the next one carry on. */
export interface Link {
  version: number;
  prevHash: string;
  /** What the next entry must carry on; undefined where what is stored is no entry any more. */
  hash: string | undefined;
  /** Hashes of what its act left, by what it is; undefined of an entry from before acts told them. */
  left: Readonly<Record<string, string>> | undefined;
}

/** Where a chain ends by its record: the version of that, and the hash that the next entry would carry on. */
export interface Head {
  version: number;
  hash: string;
}

/** What is stored beside a timeline, by hash: the record, and by their names the rows that acts have left beside it. */
export interface Contents {
  record: string;
  beside: Readonly<Record<string, string>>;
}

export type Broken = { intact: false; brokenAt: number; what: 'entry' | 'record' | 'form' | 'issued' };
/** What an intact chain confirms: of a record whose last act was before acts told what they left, the entries alone. */
export type Verified = { intact: true; covers: 'record' | 'entries' | 'nothing' } | Broken;

const broken = (brokenAt: number, what: Broken['what']): Broken => ({ intact: false, brokenAt, what });

/**
 * Whether each entry is what the next one carries on, the last what the record does, and what is stored what the acts have
 * left. Broken is the first version that nothing confirms any more, or whose entry is gone: what stands before it is as it
 * was written.
 */
export function verify(links: readonly Link[], head: Head, contents: Contents): Verified {
  return brokenEntry(links, head) ?? brokenContents(links, contents) ?? { intact: true, covers: coverOf(links) };
}

const coverOf = (links: readonly Link[]) =>
  links.length === 0 ? 'nothing' : links.at(-1)?.left ? 'record' : 'entries';

function brokenEntry(links: readonly Link[], head: Head): Broken | undefined {
  const [first] = links;
  // A record from before its kind had entries is chained with its next act; until then nothing confirms it.
  if (!first) return head.hash === '' ? undefined : broken(1, 'entry');
  if (first.prevHash !== '' || (first.version !== 1 && !first.left)) return broken(1, 'entry');
  for (const [n, { version, hash }] of links.entries()) {
    const next = links[n + 1] ?? { version: head.version + 1, prevHash: head.hash };
    // Saving a draft makes versions without entries; after its submission each version has one.
    const gone = n > 0 && next.version > version + 1;
    if (hash !== next.prevHash) return broken(gone ? version + 1 : version, 'entry');
  }
  return undefined;
}

function brokenContents(links: readonly Link[], { record, beside }: Contents): Broken | undefined {
  const last = links.at(-1);
  if (last?.left && last.left['record'] !== record) return broken(last.version, 'record');
  return brokenForm(links, beside) ?? brokenIssued(links, beside);
}

/** A form that an act has left stands where it did, or, once another act has changed it, by the version before that. */
function brokenForm(links: readonly Link[], beside: Contents['beside']): Broken | undefined {
  const told = links.filter(({ left }) => left?.['form'] !== undefined);
  const at = told.findIndex(({ left }, n) => {
    const next = told[n + 1];
    return left?.['form'] !== beside[next ? `FORM#${String(next.version - 1).padStart(6, '0')}` : 'FORM'];
  });
  const found = told[at];
  return found && broken(found.version, 'form');
}

/** What a grant gives is told with it: where every act has told what it left, nothing else was given. */
function brokenIssued(links: readonly Link[], beside: Contents['beside']): Broken | undefined {
  const told = links.findLast(({ left }) => left?.['issued'] !== undefined);
  if (!told && links.some(({ left }) => !left)) return undefined;
  if (told?.left?.['issued'] === beside['ISSUED']) return undefined;
  return broken(told?.version ?? links.at(-1)?.version ?? 1, 'issued');
}
