import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { dayOf } from '#shared/calendar';
import { isOver } from '../../domain/copy/copy.ts';
import { grantActions } from '../../domain/grant/grant.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { grantOver } from '../../problems/grant.ts';
import { addressOf } from '../address-of.ts';

/** The copy that the caller has asked for: its address for a minute, once it is there and while its grant stands; nobody else learns of it. */
export const readCopy =
  (deps: MaterialsDeps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await (await deps.copies()).get(params['id'] ?? '');
    if (found?.actor !== scope.actor.sub || isOver(found, cause.at)) return refuse(problems.notFound);
    const grant = found.grantId && (await (await deps.grants()).get(found.grantId));
    if (grant && !grantActions(grant, 'grantee', dayOf(cause.at)).includes('read')) return refuse(grantOver);
    const { id, state: status, original, objectKey = original.objectKey } = found;
    if (status === 'making') return { status: 200, body: { id, status } };
    const file = { objectKey, name: original.name, mediaType: 'application/pdf' };
    return { status: 200, body: { id, status, ...(await addressOf(file, cause.at, deps)) } };
  };
