import { plain } from '#shared/plain';
import type { Bundle, Part } from '../../domain/bundle/bundle.ts';
import type { Outcome } from '../../domain/case/application.ts';
import type { IntakeDeps } from '../../deps.ts';

/**
 * What becomes of each part of a bundle that is given up, as its cases stand at this moment: one that was decided stays, though the
 * bundle may not have heard of it.
 */
export async function whatStands(bundle: Bundle, { applications }: Pick<IntakeDeps, 'applications'>) {
  const open = bundle.parts.filter(({ state }) => state === 'open');
  const read = await Promise.all(open.map(({ caseId }) => applications.getForClock(caseId)));
  const decided = new Map(read.flatMap((one) => (one?.outcome ? [[one.id, one.outcome] as const] : [])));
  return ({ parts }: Bundle) => parts.map((part) => plain(becomes(part, decided)));
}

function becomes({ item, state, caseId, outcome, because }: Part, decided: ReadonlyMap<string, Outcome>) {
  const known = outcome ?? decided.get(caseId);
  if (known) return { item, becomes: 'stays' as const, caseId, outcome: known };
  return state === 'open'
    ? { item, becomes: 'withdrawing' as const, caseId }
    : { item, becomes: state === 'dropped' ? ('dropped' as const) : ('withdrawn' as const), because };
}
