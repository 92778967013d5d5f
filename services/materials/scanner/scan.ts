/**
 * Looks through the bytes of a file for what does harm. Rejects where nobody could look: then it is not known to be clean,
 * and is looked at again later.
 */
export type Scan = (pieces: AsyncIterable<Uint8Array>) => Promise<'clean' | 'infected'>;
