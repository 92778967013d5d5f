import type { Scope } from '#shared/access';
import type { Cause } from '#shared/cause';
import { plain } from '#shared/plain';
import type { Problem } from '#shared/problem';
import { refuse, type HttpResponse, type Reply } from '#shared/route';
import {
  mergeActionsFor,
  undoableUntil,
  type Acting,
  type MergeDecided,
  type MergeRefusal,
  type PartyMerge,
} from '../../domain/party/merge.ts';
import type { IntakeDeps } from '../../deps.ts';
import * as partyProblems from '../../problems/party.ts';

const problemOf = {
  'wrong-state': partyProblems.mergeWrongState,
  'own-proposal': partyProblems.ownProposal,
  'own-party': partyProblems.ownParty,
  'too-late': partyProblems.undoTooLate,
  'party-full': partyProblems.partyFull,
} satisfies Record<MergeRefusal, Problem>;

/** Who acts on a merge, and which ids are his own. */
export function actingOf(
  { actor: { sub, partyId, ids = [partyId], orgs } }: Scope,
  { at }: Cause,
  reason?: string,
): Acting {
  return { at, by: { sub, partyId, ids }, own: [...ids, ...orgs], ...(reason !== undefined && { reason }) };
}

/** What an act on a merge answers. */
function mergeActed(merge: PartyMerge, { capacities }: Scope, { at }: Cause): Reply {
  const { id, state, version } = merge;
  return {
    status: 200,
    headers: { ETag: `"${version}"` },
    body: { id, status: state, version, actions: mergeActionsFor(merge, capacities, at) },
  };
}

interface Saving {
  merges: IntakeDeps['merges'];
  scope: Scope;
  cause: Cause;
  /** Status and headers of what is made anew. */
  created?: boolean;
}

/** Saves what was decided of a merge, with the reply that its mark will repeat; or says why it was refused. */
export async function saveMergeOrRefuse(
  decided: MergeDecided,
  { merges, scope, cause, created = false }: Saving,
): Promise<HttpResponse> {
  if ('refused' in decided) return refuse(problemOf[decided.refused]);
  const acted = mergeActed(decided.merge, scope, cause);
  const location = { ...acted.headers, Location: `party-merges/${decided.merge.id}` };
  const reply = created ? { ...acted, status: 201, headers: location } : acted;
  await (await merges()).save(decided, { ...cause, reply });
  return reply;
}

/** A merge as it is shown: accounts of who did what, and until when it can be undone. */
export function mergeShown(merge: PartyMerge, { capacities }: Scope, at: Date) {
  const { state, proposedBy, checkedBy, undoneBy, timelineHash, ...rest } = merge;
  return plain({
    ...rest,
    status: state,
    proposedBy: proposedBy.sub,
    checkedBy: checkedBy?.sub,
    undoneBy: undoneBy?.sub,
    undoableUntil: undoableUntil(merge),
    actions: mergeActionsFor(merge, capacities, at),
  });
}
