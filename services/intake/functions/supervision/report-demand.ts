import type * as z from 'zod';
import { sha256 } from '#shared/cause';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { raise } from '../../domain/supervision/finding.ts';
import type { IntakeDeps } from '../../deps.ts';
import { alreadyReported } from '../../problems/supervision.ts';
import type { reportBody } from '../../schemas/supervision.ts';

/** Nothing may be asked for that is not in the item's list: whoever at a desk sees it done says so. */
export const reportDemand =
  ({ applications, calendars, findings }: IntakeDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof reportBody>>>): Promise<HttpResponse> => {
    const { params, scope, cause } = call;
    const { rule, about, text } = call.body;
    const found = await applications.get(scope, params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const { sub, partyId } = scope.actor;
    const reported = { by: sub, partyId, at: cause.at, text };
    // The same thing is reported once, however it is spaced or written.
    const apart = sha256(about.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')).slice(0, 16);
    const finding = raise(
      found,
      { rule, about, reported, apart },
      { at: cause.at, calendar: await calendars.current() },
    );
    const store = await findings();
    if (await store.get('any', finding.id)) return refuse(alreadyReported);
    const { id, state: status, version } = finding;
    const reply = {
      status: 201,
      headers: { ETag: `"${version}"`, Location: `../../findings/${id}` },
      body: { id, status, version, actions: [] },
    };
    await store.raise(finding, { ...cause, reply });
    return reply;
  };
