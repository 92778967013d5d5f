import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { editionFaults } from '../../domain/edition/edition-lint.ts';
import type { editionBody } from '../../schemas/edition.ts';
import { actsIn } from './for-district.ts';
import { faultsSaid } from './faults-said.ts';

/** An editor proposes an edition for his district; every fault of it is named, and nothing holds before another has approved it. */
export const proposeEdition =
  ({ editions, newId }: Pick<NotificationsDeps, 'editions' | 'newId'>) =>
  async ({
    body: { district, ...rules },
    scope,
    cause,
    language,
  }: Call<unknown, z.infer<ReturnType<typeof editionBody>>>): Promise<HttpResponse> => {
    if (!actsIn(district, scope, cause)) return refuse(problems.notFound);
    const faults = editionFaults(rules);
    if (faults.length > 0) return refuse(problems.invalidInput, faultsSaid(faults, language));
    const [id, base] = [newId(), await editions.liveId(district)];
    const reply = {
      status: 201,
      headers: { Location: `/notifications/editions/${id}/rules`, ETag: '"1"' },
      body: { id, status: 'proposed', version: 1, actions: ['approve'] },
    };
    const said = { proposedBy: scope.actor.sub, proposedAt: cause.at };
    await editions.propose({ id, version: 1, district, ...(base && { base }), rules, ...said }, { ...cause, reply });
    return reply;
  };
