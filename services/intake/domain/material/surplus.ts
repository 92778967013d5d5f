import type { Requirement } from '../catalogue/requirements.ts';
import type { Finding } from '../supervision/finding.ts';

/** More copies than the list says are asked for off the list, whoever asked; an original that was only shown is nobody's burden. */
export function surplusIn(
  taken: { copies: number },
  { type, copies }: Pick<Requirement, 'type' | 'copies'>,
): Finding[] {
  return taken.copies > copies ? [{ rule: 'copies-beyond-list', about: type }] : [];
}
