import type * as z from 'zod';
import { listReply, type Page } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import type { PageAt } from '#shared/record-page';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { actionsOn, visitIsDue } from '../../domain/mandate/change.ts';
import { officerIn, type Mandate } from '../../domain/mandate/mandate.ts';
import type { mandatesQuery } from '../../schemas/mandate.ts';
import { isStaff, sees as seesProject } from '../project/whose.ts';
import { behold } from './acted.ts';
import { sees } from './whose.ts';

type Listing = Call<z.infer<ReturnType<typeof mandatesQuery>>>;

/** Staff: those under which the caller acts, or all in a state, or those that nobody has asked about yet. Others: their own. */
export const listMandates =
  (deps: AgencyDeps) =>
  (call: Listing): Promise<HttpResponse> =>
    listReply(call.query, outline, (page) => listed(call, page, deps));

async function listed({ query, scope }: Listing, page: PageAt, deps: AgencyDeps): Promise<Page<Mandate>> {
  const mandates = await deps.mandates();
  if (!isStaff(scope)) return mandates.ofPrincipal(scope.parties, page);
  if (query.visit) return mandates.toVisit(page);
  return query.state ? mandates.inState(query.state, page) : mandates.ofOfficer(scope.actor.partyId, page);
}

function outline(found: Mandate) {
  const { id, state: status, version, number, projectId, principal, stages, extent, askedAt } = found;
  const officer = officerIn(found)?.partyId;
  return plain({ id, status, version, number, projectId, principal, officer, stages, extent, askedAt });
}

/** Those that a project has had, the first first; an investor sees its own. */
export const listMandatesOfProject =
  (deps: AgencyDeps) =>
  async ({ params, scope }: Call): Promise<HttpResponse> => {
    const project = await (await deps.projects()).get(params['id'] ?? '');
    if (!project || !seesProject(scope, project)) return refuse(problems.notFound);
    const all = await (await deps.mandates()).ofProject(project.id);
    return { status: 200, body: { items: all.filter((one) => sees(scope, one)).map(outline), nextCursor: null } };
  };

/** A mandate with all that was done by it. Notices of its cases go to the investor: it is whose cases they are. */
export const showMandate =
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await behold(call, deps);
    if (!found) return refuse(problems.notFound);
    const { mandate, who } = found;
    const timeline = await (await deps.mandates()).timelineOf(mandate.id);
    const { timelineHash, state: status, ...shown } = mandate;
    const notices = { to: mandate.principal, seenBy: officerIn(mandate)?.partyId };
    const now = { visitDue: visitIsDue(mandate), actions: actionsOn(mandate, who) };
    const body = { ...shown, status, officer: officerIn(mandate)?.partyId, fee: 'free', notices, ...now, timeline };
    return { status: 200, headers: { ETag: `"${mandate.version}"` }, body: plain(body) };
  };
