import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { providerActions } from '../../domain/sharing/graph.ts';
import { answerBy, decide, type SharedLine } from '../../domain/sharing/line.ts';
import { sharedIn, withLine } from '../../domain/sharing/on-case.ts';
import type { CaseUse } from '../../domain/use/use.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { notRequested } from '../../problems/sharing.ts';
import type { declineBody, providerQuery } from '../../schemas/sharing.ts';
import { answersFor, postIn } from './provider-post.ts';

/** What a department is asked to share on its terms (有条件共享) and has not answered. */
export const listRequests =
  (deps: MaterialsDeps) =>
  async (call: Call<z.infer<ReturnType<typeof providerQuery>>>): Promise<HttpResponse> => {
    const { department, limit } = call.query;
    const provider = { district: deps.set, department };
    if (!postIn(call, provider)) return refuse(problems.notFound);
    const cursor = readCursor(call.query.cursor);
    if ('problem' in cursor) return cursor;
    const store = await deps.sharedRecords();
    const [page, calendar] = await Promise.all([
      store.requests(provider, { limit, after: cursor.after }),
      (await deps.calendars()).current(),
    ]);
    const items = await Promise.all(
      page.items.map(async ({ caseId, requirement }) => {
        const { known } = await deps.uses.get(caseId);
        const line = known && sharedIn(known, requirement);
        return known && line ? [{ ...viewOf(known, line), ...dueOf(line, calendar) }] : [];
      }),
    );
    return { status: 200, body: { items: items.flat(), nextCursor: page.nextCursor } };
  };

type Calendar = Parameters<typeof answerBy>[1];

function dueOf({ requestedAt, at, late }: SharedLine, calendar: Calendar) {
  const { day, provisional } = answerBy(requestedAt ?? at, calendar);
  return { answerBy: day, provisional, ...(late && { late }) };
}

/** Who asks for what, for which case and by what law; of whom it is, the pseudonymous id alone. */
const viewOf = ({ caseId, partyId, itemKey, district, departments, basis }: CaseUse, line: SharedLine) => ({
  caseId,
  requirement: line.requirement,
  resource: line.resource,
  partyId,
  itemKey,
  office: `${district}/${departments[0] ?? 'window'}`,
  ...(basis && { basis }),
  requestedAt: (line.requestedAt ?? line.at).toISOString(),
  actions: providerActions(line.state),
});

/** The provider agrees: the line is fetched now. */
export const grantRequest = (deps: MaterialsDeps) => (call: Call) => answerRequest(call, { act: 'grant' }, deps);

/** It does not, and says why. */
export const declineRequest =
  (deps: MaterialsDeps) =>
  (call: Call<unknown, z.infer<ReturnType<typeof declineBody>>>): Promise<HttpResponse> =>
    answerRequest(call, { act: 'decline', reasons: call.body.reasons }, deps);

async function answerRequest(
  call: Call,
  { act, reasons }: { act: 'grant' | 'decline'; reasons?: string },
  deps: MaterialsDeps,
): Promise<HttpResponse> {
  const { params, cause, scope } = call;
  const { known } = await deps.uses.get(params['id'] ?? '');
  const line = known?.shared?.find(({ requirement }) => requirement === params['requirement']);
  if (!known || !line?.requestedAt || !answersFor(call, line.resource)) return refuse(problems.notFound);
  const answered = { at: cause.at, answeredBy: scope.actor.sub, ...(reasons && { reasons }) };
  const after = sharedIn(known, line.requirement) && decide(line, act, answered);
  if (!after) return refuse(notRequested);
  const reply = { status: 200, body: { caseId: known.caseId, requirement: line.requirement, status: after.state } };
  await deps.uses.follow({ before: known, use: withLine(known, after) }, { ...cause, reply });
  return reply;
}
