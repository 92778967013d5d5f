import type { Fault } from '#shared/problem';
import type { Call } from '#shared/route';
import type { TermsFault } from '../../domain/authority/begin.ts';
import { termsFaults } from '../../problems/authority.ts';

/** Faults of what is to be agreed, in the caller's language. */
export const wordsOf = (faults: readonly TermsFault[], { language }: Pick<Call, 'language'>): Fault[] =>
  faults.map((code) => {
    const { pointer, ...words } = termsFaults[code];
    return { pointer, code, message: words[language] };
  });
