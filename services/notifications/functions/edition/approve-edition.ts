import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { approved } from '../../domain/edition/approval.ts';
import { editionOver, ownEdition } from '../../problems/edition.ts';
import { actsIn } from './for-district.ts';

const problemOf = { over: editionOver, own: ownEdition };

/** Another person makes a proposed edition the one in force in its district. */
export const approveEdition =
  ({ editions }: Pick<NotificationsDeps, 'editions'>) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await editions.get(params['id'] ?? '');
    if (!found || !actsIn(found.district, scope, cause)) return refuse(problems.notFound);
    const liveId = await editions.liveId(found.district);
    const decided = approved(found, { by: scope.actor.sub, at: cause.at, liveId });
    if ('refused' in decided) return refuse(problemOf[decided.refused]);
    const { id, version } = decided.edition;
    const body = { id, status: 'in-force', version, actions: [] };
    const reply = { status: 200, headers: { ETag: `"${version}"` }, body };
    await editions.approve(decided.edition, { ...cause, reply });
    return reply;
  };
