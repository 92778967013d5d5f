import type * as z from 'zod';
import { listReply, type Page } from '#shared/page';
import { plain } from '#shared/plain';
import type { PageAt } from '#shared/record-page';
import type { Call, HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { Consultation } from '../../domain/consultation/consultation.ts';
import type { consultationsQuery } from '../../schemas/consultation.ts';
import { isStaff } from '../project/whose.ts';
import { actionsFor, consultationOf } from './whose.ts';

type Listing = Call<z.infer<ReturnType<typeof consultationsQuery>>>;

/** Staff: those that the caller answers, or all of his team or departments that stand so. Others: their own. */
export const listConsultations =
  (deps: AgencyDeps) =>
  (call: Listing): Promise<HttpResponse> =>
    listReply(call.query, outline, (page) => listed(call, page, deps));

async function listed({ query, scope }: Listing, page: PageAt, deps: AgencyDeps): Promise<Page<Consultation>> {
  const consultations = await deps.consultations();
  if (!isStaff(scope)) return consultations.ofAskers(scope.parties, page);
  if (!query.standing) return consultations.ofAnswerer(scope.actor.partyId, page);
  const { departments } = scope;
  return departments === 'any'
    ? consultations.ofTeam(query.standing, page)
    : consultations.ofDepartments(departments, query.standing, page);
}

function outline({ id, state: status, version, projectId, to, answerer, limit, late, askedAt }: Consultation) {
  return plain({ id, status, version, projectId, to, answerer, dueOn: limit.due, late, askedAt });
}

/** What was asked and said, until when it is to be answered, who answers. */
export const showConsultation =
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await consultationOf(call, deps);
    if ('problem' in found) return found;
    const timeline = await (await deps.consultations()).timelineOf(found.id);
    const { said, helpful, limit, version } = found;
    const body = { ...outline(found), said, helpful, provisional: limit.provisional };
    const more = { actions: actionsFor(call.scope, found), timeline };
    return { status: 200, headers: { ETag: `"${version}"` }, body: plain({ ...body, ...more }) };
  };
