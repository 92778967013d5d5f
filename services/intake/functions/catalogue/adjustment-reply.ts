import type { Scope } from '#shared/access';
import type { Cause } from '#shared/cause';
import { plain } from '#shared/plain';
import { refuse, type HttpResponse, type Reply } from '#shared/route';
import type { Write } from '#shared/table';
import {
  adjustmentActionsFor,
  type Adjustment,
  type AdjustmentActor,
  type AdjustmentChange,
  type AdjustmentRefusal,
} from '../../domain/catalogue/adjustment.ts';
import type { IntakeDeps } from '../../deps.ts';
import { adjustmentSamePerson, adjustmentWrongState } from '../../problems/adjustment.ts';

const problemOf = { 'wrong-state': adjustmentWrongState, 'same-person': adjustmentSamePerson };

export function actingOn(
  { actor: { sub, partyId, ids }, capacities }: Scope,
  { at }: Pick<Cause, 'at'>,
): AdjustmentActor {
  return { by: { sub, partyId, ids }, roles: capacities, at };
}

/** An adjustment as it is shown, with what this reader may do next. */
export function adjustmentShown(found: Adjustment, acting: AdjustmentActor): object {
  const { state, proposedBy, reviewedBy, endedBy, ...rest } = found;
  return plain({
    ...rest,
    status: state,
    proposedBy: proposedBy.sub,
    reviewedBy: reviewedBy?.sub,
    endedBy: endedBy?.sub,
    actions: adjustmentActionsFor(found, acting),
  });
}

interface Saving {
  call: { scope: Scope; cause: Cause };
  created?: boolean;
  also?: readonly Write[];
}

/** Saves what was decided of an adjustment, with the reply that its mark will repeat; or says why it was refused. */
export async function saveAdjustmentOrRefuse(
  decided: AdjustmentChange | AdjustmentRefusal,
  { call: { scope, cause }, created = false, also = [] }: Saving,
  { adjustments }: Pick<IntakeDeps, 'adjustments'>,
): Promise<HttpResponse> {
  if ('refused' in decided) return refuse(problemOf[decided.refused]);
  const { id, state, version, catalogueVersion } = decided.adjustment;
  const stands = { id, status: state, version, ...(catalogueVersion && { catalogueVersion }) };
  const reply: Reply = {
    status: created ? 201 : 200,
    headers: { ETag: `"${version}"`, ...(created && { Location: `../../adjustments/${id}` }) },
    body: { ...stands, actions: adjustmentActionsFor(decided.adjustment, actingOn(scope, cause)) },
  };
  await (await adjustments()).save(decided, { ...cause, reply }, also);
  return reply;
}
