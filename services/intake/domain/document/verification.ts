/** What a file is said to be: untouched, changed, another set's, or nobody's of us. */
export type Verdict = 'intact' | 'altered' | 'other-set' | 'not-ours';

/** What a file says of its origin: the set that made it, and its number there. */
export interface Origin {
  set: string;
  verification: string;
}

const mark = /banshi:([A-Z]{2,32})-([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/g;

/**
 * The origins that a file names; our files do so at several places, so that no one altered byte hides them all. At most
 * four, whatever a stranger has put into his.
 */
export function originsIn(text: string): Origin[] {
  const found = new Map<string, Origin>();
  for (const [, set = '', rest = ''] of text.matchAll(mark)) {
    const verification = `${set}-${rest}`;
    if (found.size < 4) found.set(verification, { set: set.toLowerCase(), verification });
  }
  return [...found.values()];
}
