import type { Scope } from '#shared/access';
import type { Cause } from '#shared/cause';
import { plain } from '#shared/plain';
import { refuse, type HttpResponse, type Reply } from '#shared/route';
import type { Write } from '#shared/table';
import {
  editionActionsFor,
  type Edition,
  type EditionActor,
  type EditionChange,
  type EditionRefusal,
} from '../../domain/catalogue/edition.ts';
import type { IntakeDeps } from '../../deps.ts';
import { editionSamePerson, editionWrongState } from '../../problems/edition.ts';

const problemOf = { 'wrong-state': editionWrongState, 'same-person': editionSamePerson };

export function actingOn({ actor: { sub, partyId, ids }, capacities }: Scope, { at }: Pick<Cause, 'at'>): EditionActor {
  return { by: { sub, partyId, ids }, roles: capacities, at };
}

/** An edition as it is shown, with what this reader may do next. */
export function editionShown(found: Edition, acting: EditionActor): object {
  const { state, preparedBy, publishedBy, begun, ...rest } = found;
  return plain({
    ...rest,
    status: state,
    preparedBy: preparedBy.map(({ sub }) => sub),
    publishedBy: publishedBy?.sub,
    actions: editionActionsFor(found, acting),
  });
}

/** A reply with a body, so that an act may add to it. */
export type Acted = Reply & { body: object };

export function editionActed(found: Edition, acting: EditionActor): Acted {
  const { id, state, version, catalogueVersion } = found;
  const stands = { id, status: state, version, ...(catalogueVersion && { catalogueVersion }) };
  return {
    status: 200,
    headers: { ETag: `"${version}"` },
    body: { ...stands, actions: editionActionsFor(found, acting) },
  };
}

interface Saving {
  call: { scope: Scope; cause: Cause };
  reply?: (acted: Acted) => Reply;
  also?: readonly Write[];
}

/** Saves what was decided of an edition, with the reply that its mark will repeat; or says why it was refused. */
export async function saveEditionOrRefuse(
  decided: EditionChange | EditionRefusal,
  { call: { scope, cause }, reply = (acted) => acted, also = [] }: Saving,
  { editions }: Pick<IntakeDeps, 'editions'>,
): Promise<HttpResponse> {
  if ('refused' in decided) return refuse(problemOf[decided.refused]);
  const answer = reply(editionActed(decided.edition, actingOn(scope, cause)));
  await (await editions()).save(decided, { ...cause, reply: answer }, also);
  return answer;
}
