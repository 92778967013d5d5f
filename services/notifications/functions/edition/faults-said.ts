import type { Fault, Language } from '#shared/problem';
import type { EditionFault } from '../../domain/edition/edition-lint.ts';
import { faultWords } from '../../problems/edition.ts';

/** The faults of an edition in the words of one language. */
export const faultsSaid = (faults: readonly EditionFault[], language: Language): Fault[] =>
  faults.map((one) => ({ pointer: one.pointer, code: one.fault, message: faultWords[one.fault][language](one) }));
