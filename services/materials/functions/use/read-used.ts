import type * as z from 'zod';
import { isCurrent } from '#shared/access';
import type { Post } from '#shared/actor';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import { officeOf, readingPost } from '../../domain/use/reader.ts';
import type { CaseUse } from '../../domain/use/use.ts';
import type { MaterialsDeps } from '../../deps.ts';
import type { Access } from '../../stores/accesses.ts';
import type { accessQuery, readUsedBody } from '../../schemas/use.ts';
import { givenOf } from '../copy/ask-copy.ts';
import { listOfOwner } from '../list-of-owner.ts';
import { ownersOf } from '../owners.ts';
import { contentFor } from './content.ts';

type OnCase = Pick<Call, 'params' | 'scope' | 'cause'>;
interface Handled {
  found: CaseUse;
  post: Post;
}

/** The case that a path names and the post by which the caller handles it now; anybody else does not learn of it. */
async function caseIn({ params, scope, cause }: OnCase, { uses }: MaterialsDeps): Promise<Handled | Refusal> {
  const { known } = await uses.get(params['id'] ?? '');
  const held = scope.actor.posts.filter((post) => isCurrent(post, cause.at));
  const post = known && readingPost(held, known);
  return post ? { found: known, post } : refuse(problems.notFound);
}

/** Which documents a case uses, and where they stand: nothing of what is in them. */
export const listUsed =
  (deps: MaterialsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const handled = await caseIn(call, deps);
    if ('problem' in handled) return handled;
    const { caseId, itemKey, uses, shared = [] } = handled.found;
    const lines = shared.map(({ next, answeredBy, ...line }) => plain(line));
    return { status: 200, body: { caseId, itemKey, materials: uses, shared: lines } };
  };

/** An office reads what a case of its uses: the owner finds that in his list, and it what it asked for. */
export const readUsed =
  (deps: MaterialsDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof readUsedBody>>>): Promise<HttpResponse> => {
    const handled = await caseIn(call, deps);
    if ('problem' in handled) return handled;
    const { found, post } = handled;
    const wanted = { requirement: call.params['requirement'] ?? '', at: call.cause.at };
    const content = await contentFor(found, wanted, deps);
    // Of a merge that was undone since nothing is left, whatever was confirmed meanwhile.
    const isTheirs = content && (await ownersOf(found, deps)).includes(content.partyId);
    if (!content || !isTheirs) return refuse(problems.notFound);

    const { scope, cause, body } = call;
    const why = { id: deps.newId(), office: officeOf(post), caseId: found.caseId, reason: body.reason };
    const given = content.file && (await givenOf(content.file, { ...why, post }, { scope, cause, deps }));
    const reply = { status: 200, body: { ...content.said, ...given?.shown } };
    const read = { ...content.read, at: cause.at.toISOString(), actor: scope.actor.sub };
    await deps.accesses.record(content.partyId, { ...why, ...read, copy: given?.copy }, { ...cause, reply });
    return reply;
  };

/** 谁看过我的材料: the owner reads who read his documents, when, for which case and why. */
export const listAccesses =
  (deps: MaterialsDeps) =>
  (call: Call<z.infer<ReturnType<typeof accessQuery>>>): Promise<HttpResponse> =>
    listOfOwner<Access>(
      call,
      {
        list: (id, page) => deps.accesses.list(id, page),
        positionOf: ({ at, id }) => [at, id],
        viewOf: ({ actor, ...shown }) => shown,
      },
      deps,
    );
