import type * as z from 'zod';
import { maskName } from '#shared/mask';
import { documentIn } from '#shared/named-party';
import { listReply } from '#shared/page';
import { partyIdOf } from '#shared/party';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { Authority } from '../../domain/authority/authority.ts';
import { actionsOn } from '../../domain/authority/change.ts';
import type { authoritiesQuery, authorityQuery, lookUpBody } from '../../schemas/authority.ts';
import { isStaff } from '../project/whose.ts';
import { actorsOf, sees } from './whose.ts';

/** The caller's own: those that he has given, or those by which he acts. */
export const listAuthorities =
  (deps: AgencyDeps) =>
  async ({ query, scope }: Call<z.infer<ReturnType<typeof authoritiesQuery>>>): Promise<HttpResponse> => {
    const authorities = await deps.authorities();
    const list = query.as === 'delegate' ? authorities.ofDelegates : authorities.ofPrincipals;
    return listReply(query, outline, (page) => list(scope.parties, page));
  };

/** What a desk finds of a party who stands before it: recorded with why. */
export const lookUpAuthorities =
  (deps: AgencyDeps) =>
  async ({ body, cause }: Call<unknown, z.infer<ReturnType<typeof lookUpBody>>>): Promise<HttpResponse> => {
    const partyId = partyIdOf(await deps.partyKey(), documentIn(body.party));
    const authorities = await deps.authorities();
    const found = await authorities.ofParty(await deps.parties.group(partyId));
    const items = found.slice(0, 20).map((one) => ({ ...outline(one), names: masked(one.names) }));
    const reply = { status: 200, body: { items } };
    await authorities.recordLookUp(
      found.slice(0, 20).map(({ id }) => id),
      body.reason,
      { ...cause, reply },
    );
    return reply;
  };

function outline(found: Authority) {
  const { id, state: status, version, kind, principal, delegate, names, scope, from, until, confirm } = found;
  return plain({ id, status, version, kind, principal, delegate, names, scope, from, until, confirm });
}

const masked = ({ principal, delegate }: Authority['names']) => ({
  principal: maskName(principal),
  delegate: maskName(delegate),
});

/** An authority; what persons are called a window sees with a reason, which is recorded before it is shown. */
export const showAuthority =
  (deps: AgencyDeps) =>
  async ({ params, query, scope, cause }: Call<z.infer<ReturnType<typeof authorityQuery>>>): Promise<HttpResponse> => {
    const authorities = await deps.authorities();
    const found = await authorities.get(params['id'] ?? '');
    if (!found || !sees(scope, found)) return refuse(problems.notFound);
    const isHidden = isStaff(scope) && query.reason === undefined;
    if (isStaff(scope) && query.reason !== undefined) await authorities.recordRead(found.id, query.reason, cause);
    const { timelineHash, state: status, names, ...shown } = found;
    const body = {
      ...shown,
      status,
      names: isHidden ? masked(names) : names,
      masked: isHidden,
      actions: actionsOn(found, actorsOf(scope, found)),
      timeline: await authorities.timelineOf(found.id),
    };
    return { status: 200, headers: { ETag: `"${found.version}"` }, body: plain(body) };
  };

/** Which staff have looked, and why: both sides may know. */
export const listAuthorityReads =
  (deps: AgencyDeps) =>
  async ({ params, scope }: Call): Promise<HttpResponse> => {
    const authorities = await deps.authorities();
    const found = await authorities.get(params['id'] ?? '');
    if (!found || !sees(scope, found)) return refuse(problems.notFound);
    const reads = await authorities.accessRecords(found.id);
    return { status: 200, body: { items: reads.map(({ at, office, reason }) => ({ at, office, reason })) } };
  };
