import type { Application, FollowKind } from './application.ts';

/** Whether a case is an application itself; any other is about the case that it follows, and what it grants is no licence. */
export const standsForItself = ({ follows }: Pick<Application, 'follows'>): boolean => kindUpon(follows) === undefined;

/** How a case is about another one. */
export function kindUpon(follows: Application['follows']): Exclude<FollowKind, 'forward' | 'anew'> | undefined {
  return follows && follows.as !== 'forward' && follows.as !== 'anew' ? follows.as : undefined;
}

/** Whether it takes back what the case that it follows has granted: 撤销, and a review that annuls. */
export const takesBack = ({ outcome, follows, decision }: Application): boolean =>
  outcome === 'granted' && (follows?.as === 'revoke' || (follows?.as === 'review' && decision?.ruling === 'annulled'));

/** 吊销: the licence that the case it follows began ends by it. */
export const forfeits = ({ outcome, follows }: Pick<Application, 'outcome' | 'follows'>): boolean =>
  outcome === 'granted' && follows?.sanction === 'forfeit';

/** What the facts of a case say of the one that it follows; one that is decided anew is an application like any other. */
export function toldOfFollows({ follows }: Pick<Application, 'follows'>) {
  if (!follows) return {};
  const { caseId, as, sanction } = follows;
  if (as === 'sanction') return { sanctions: { caseId, act: sanction ?? 'suspend' } };
  return as === 'anew' ? { decidesAnew: caseId } : { follows: { caseId, as } };
}
