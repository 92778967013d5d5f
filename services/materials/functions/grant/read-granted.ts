import type * as z from 'zod';
import { isCurrent } from '#shared/access';
import { dayOf } from '#shared/calendar';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { grantActions, granteeName, type Grant, type Grantee } from '../../domain/grant/grant.ts';
import { isShown, versionOf } from '../../domain/material/material.ts';
import { isOfDepartment } from '../../domain/use/reader.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { grantOver } from '../../problems/grant.ts';
import { fileNotAtHand } from '../../problems/material.ts';
import type { grantedQuery, readGrantedBody } from '../../schemas/grant.ts';
import { addressOf } from '../address-of.ts';
import { givenOf, type Given } from '../copy/ask-copy.ts';
import { idsOfOwner, onePage } from '../owners.ts';
import { lineOf } from './give-grant.ts';

/** As whom a caller may have been granted something: each party that he is or acts for, or each department in which he works now. */
function granteesOf({ scope, cause }: Pick<Call, 'scope' | 'cause'>): (Grantee & { role?: string })[] {
  const posts = scope.actor.posts.filter((post) => isCurrent(post, cause.at) && isOfDepartment(post));
  return [
    ...scope.parties.map((partyId) => ({ kind: 'party' as const, partyId })),
    ...posts.flatMap(({ district, department, role }) =>
      department === undefined ? [] : [{ kind: 'office' as const, district, department, role }],
    ),
  ];
}

/** A party by all its ids. */
async function allOf(to: Grantee, { scope }: Pick<Call, 'scope'>, deps: MaterialsDeps): Promise<Grantee[]> {
  if (to.kind === 'office') return [to];
  const ids = await idsOfOwner(scope, to.partyId, deps);
  return ids.map((partyId) => ({ kind: 'party', partyId }));
}

const placeOf = ({ id, until }: Grant): [string, string] => [`${until}#${id}`, id];

/** What somebody may read by grants, by when they end. */
export const listGranted =
  (deps: MaterialsDeps) =>
  async (call: Call<z.infer<ReturnType<typeof grantedQuery>>>): Promise<HttpResponse> => {
    const { query, cause } = call;
    const mine = granteesOf(call);
    const as = query.as === undefined ? mine[0] : mine.find((one) => granteeName(one) === query.as);
    if (!as) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const day = dayOf(cause.at);
    const { limit } = query;
    const store = await deps.grants();
    const lists = (await allOf(as, call, deps)).map((to) => store.ofGrantee(to, day, { limit, after: cursor.after }));
    const page = onePage(await Promise.all(lists), { limit, positionOf: placeOf, newestFirst: false });
    const items = page.items.map((one) => ({ ...lineOf(one, cause.at), actions: grantActions(one, 'grantee', day) }));
    return { status: 200, body: { items, nextCursor: page.nextCursor } };
  };

/** Somebody reads what was granted to him: the owner finds that in his list, and the file is at an address for a minute. */
export const readGranted =
  (deps: MaterialsDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof readGrantedBody>>>): Promise<HttpResponse> => {
    const { params, body, cause, scope } = call;
    const found = await (await deps.grants()).get(params['grant'] ?? '');
    const to =
      found &&
      found.materialId === params['id'] &&
      granteesOf(call).find((one) => granteeName(one) === granteeName(found.to));
    if (!found || !to) return refuse(problems.notFound);
    if (!grantActions(found, 'grantee', dayOf(cause.at)).includes('read')) return refuse(grantOver);
    const material = await deps.materials.load(found.materialId);
    const file = material && versionOf(material, found.n);
    // What its owner has withdrawn he offers to nobody.
    if (!file?.objectKey || file.state === 'withdrawn' || !isShown(file)) return refuse(fileNotAtHand);

    const { id: grantId, materialId, n: version, type, partyId } = found;
    const office = to.kind === 'office' ? granteeName(to) : 'party';
    const why = { id: deps.newId(), office, grantId, reason: body.reason };
    const readable = { ...file, objectKey: file.objectKey };
    // An office gets a copy; another party what its owner has granted it, the file itself.
    const given: Given = to.role
      ? await givenOf(readable, { ...why, post: { role: to.role } }, { scope, cause, deps })
      : { shown: await addressOf(readable, cause.at, deps) };
    const reply = { status: 200, body: given.shown };
    const read = { materialId, version, type, at: cause.at.toISOString(), actor: scope.actor.sub };
    await deps.accesses.record(partyId, { ...why, ...read, copy: given.copy }, { ...cause, reply });
    return reply;
  };
