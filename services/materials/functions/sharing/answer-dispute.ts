import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { answer, disputeActions } from '../../domain/sharing/dispute.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { disputeOver } from '../../problems/sharing.ts';
import type { answerDisputeBody, providerQuery } from '../../schemas/sharing.ts';
import { disputeView } from './dispute-view.ts';
import { answersFor, postIn } from './provider-post.ts';

/** What parties say is wrong with what a department shares, and it has not answered. */
export const listDisputed =
  (deps: MaterialsDeps) =>
  async (call: Call<z.infer<ReturnType<typeof providerQuery>>>): Promise<HttpResponse> => {
    const { department, limit } = call.query;
    const provider = { district: deps.set, department };
    if (!postIn(call, provider)) return refuse(problems.notFound);
    const cursor = readCursor(call.query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await (await deps.disputes()).ofProvider(provider, { limit, after: cursor.after });
    const items = page.items.map((one) => disputeView(one, 'provider'));
    return { status: 200, body: { items, nextCursor: page.nextCursor } };
  };

type Answered = Call<unknown, z.infer<ReturnType<typeof answerDisputeBody>>>;

/** The provider has corrected its register: what open cases have of the record is fetched anew. */
export const correctRecord = (deps: MaterialsDeps) => (call: Answered) => answerAs('correct', call, deps);

/** The record is right, and the provider says why. */
export const keepRecord = (deps: MaterialsDeps) => (call: Answered) => answerAs('keep', call, deps);

async function answerAs(act: 'correct' | 'keep', call: Answered, deps: MaterialsDeps): Promise<HttpResponse> {
  const { params, body, scope, cause } = call;
  const disputes = await deps.disputes();
  const found = await disputes.get(params['id'] ?? '');
  if (!found || !answersFor(call, found.resource)) return refuse(problems.notFound);
  const change = answer(found, act, { at: cause.at, by: scope.actor.sub, reasons: body.reasons });
  if (!change) return refuse(disputeOver);
  const { id, state: status, version } = change.dispute;
  const actions = disputeActions(change.dispute, 'provider');
  const reply = { status: 200, headers: { ETag: `"${version}"` }, body: { id, status, version, actions } };
  await disputes.save(change, { ...cause, reply });
  return reply;
}
