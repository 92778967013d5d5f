import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import { give, grantActions, revoke, standingOf, untilFault, type Grant } from '../../domain/grant/grant.ts';
import { versionOf } from '../../domain/material/material.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { grantOver, untilOver, untilTooLong } from '../../problems/grant.ts';
import { fileNotAtHand } from '../../problems/material.ts';
import type { grantBody, pageOnly } from '../../schemas/grant.ts';
import { ownMaterial } from '../material/own-material.ts';

/** The owner lets somebody read one version of a document, for a purpose and until a day. */
export const giveGrant =
  (deps: MaterialsDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof grantBody>>>): Promise<HttpResponse> => {
    const { body, scope, cause } = call;
    const found = await ownMaterial(call, deps);
    if ('problem' in found) return found;
    const file = versionOf(found, body.version);
    if (!file) return refuse(problems.notFound);
    if (file.state !== 'available') return refuse(fileNotAtHand);
    const wrong = untilRefusal(body.until, call);
    if (wrong) return wrong;

    const { to, why, until } = body;
    const { id: materialId, partyId, type } = found;
    const about = { materialId, n: file.n, type, partyId, to, why, until };
    const given = { givenAt: cause.at, givenBy: scope.actor.sub };
    const made = give({ id: deps.newId(), version: 1, state: 'active', timelineHash: '', ...about, ...given });
    const reply = { ...acted(made.grant, cause.at), status: 201 };
    await (await deps.grants()).save(made, { ...cause, reply });
    return reply;
  };

/** From now on it cannot be read any more by that right; an address that was given before holds for a minute. */
export const revokeGrant =
  (deps: MaterialsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const { params, scope, cause } = call;
    const material = await ownMaterial(call, deps);
    if ('problem' in material) return material;
    const store = await deps.grants();
    const found = await store.get(params['grant'] ?? '');
    if (found?.materialId !== material.id) return refuse(problems.notFound);
    if (!grantActions(found, 'owner', dayOf(cause.at)).includes('revoke')) return refuse(grantOver);
    const revoked = revoke(found, { at: cause.at, by: scope.actor.sub });
    const reply = acted(revoked.grant, cause.at);
    await store.save(revoked, { ...cause, reply });
    return reply;
  };

/** Whom the owner lets read a document, and whom he did. */
export const listGrants =
  (deps: MaterialsDeps) =>
  async (call: Call<z.infer<ReturnType<typeof pageOnly>>>): Promise<HttpResponse> => {
    const { query, cause } = call;
    const material = await ownMaterial(call, deps);
    if ('problem' in material) return material;
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await (await deps.grants()).ofMaterial(material.id, { limit: query.limit, after: cursor.after });
    const items = page.items.map((one) => ({
      ...lineOf(one, cause.at),
      actions: grantActions(one, 'owner', dayOf(cause.at)),
    }));
    return { status: 200, body: { items, nextCursor: page.nextCursor } };
  };

/** A grant as both sides see it. */
export function lineOf(found: Grant, at: Date) {
  const { id, materialId, n: version, type, to, why, until, givenAt, revokedAt } = found;
  const times = { givenAt: givenAt.toISOString(), ...(revokedAt && { revokedAt: revokedAt.toISOString() }) };
  return { id, status: standingOf(found, at), materialId, version, type, to, why, until, ...times };
}

function acted(found: Grant, at: Date) {
  const { id, version } = found;
  const actions = grantActions(found, 'owner', dayOf(at));
  const body = { id, status: standingOf(found, at), version, actions };
  return { status: 200, headers: { ETag: `"${version}"` }, body };
}

function untilRefusal(until: string, { cause, language }: Pick<Call, 'cause' | 'language'>): Refusal | undefined {
  const fault = untilFault(until, dayOf(cause.at));
  if (!fault) return undefined;
  const { code, ...words } = fault === 'over' ? untilOver : untilTooLong;
  return refuse(problems.invalidInput, [{ pointer: '/until', code, message: words[language] }]);
}
