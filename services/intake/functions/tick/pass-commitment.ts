import { checkLook, warnUnchecked } from '../../domain/commitment/acting.ts';
import { raise } from '../../domain/supervision/finding.ts';
import type { IntakeDeps } from '../../deps.ts';
import { clockCause, type Now } from './clock-cause.ts';
import { unlessLost } from './unless-lost.ts';

/** A commitment that nobody has checked in time is a finding; false where somebody just did. */
export async function passCommitment(
  id: string,
  { now, calendar }: Now,
  deps: Pick<IntakeDeps, 'commitments' | 'newId' | 'set'>,
): Promise<boolean> {
  const store = await deps.commitments();
  const before = await store.get(id);
  const look = before && checkLook(before, calendar);
  if (!before || !look || look.at >= now) {
    await unlessLost(store.look({ caseId: id, ...(before && { version: before.version }) }, look, now));
    return false;
  }
  const commitment = warnUnchecked(before);
  const { caseId, ...about } = commitment;
  const raised = [raise({ ...about, id: caseId }, { rule: 'commitment-unchecked' }, { at: now, calendar })];
  // Somebody may check it at this very moment.
  return unlessLost(store.save({ before, commitment, raised }, clockCause(now, deps)));
}
