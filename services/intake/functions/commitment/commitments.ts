import type * as z from 'zod';
import type { CalendarYear } from '#shared/calendar';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { readCursor } from '#shared/page';
import { refuse, type Call, type HttpResponse, type Refusal, type Reply } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import { officeRefusal } from '../../domain/case/office-refusal.ts';
import { commitmentActions, stepOf } from '../../domain/commitment/acting.ts';
import { checkBy, timeOf, type Commitment, type CommitmentAct } from '../../domain/commitment/commitment.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { commitmentWrongState } from '../../problems/commitment.ts';
import type { checkBody, commitmentsQuery, orderBody } from '../../schemas/commitment.ts';
import { itemOf } from '../case/item-of.ts';
import { revocationOf } from './revocation.ts';

type Said = z.infer<ReturnType<typeof checkBody>> & Partial<z.infer<ReturnType<typeof orderBody>>>;

/** What an applicant committed himself to, and what has become of it. */
export const showCommitment =
  (deps: IntakeDeps) =>
  async ({ params: { id = '' }, scope }: Call): Promise<HttpResponse> => {
    const found = await deps.applications.get(scope, id);
    const promised = found?.committed ? (await itemOf(found, deps)).commitment : undefined;
    if (!found || !promised) return refuse(problems.notFound);
    const { text, textEn, basis, covers } = promised;
    const [store, calendar] = await Promise.all([deps.commitments(), deps.calendars.current()]);
    const check = await store.get(id);
    const body = { text, textEn, basis, covers, ...(found.submittedAt && { madeAt: found.submittedAt }) };
    return { status: 200, body: plain({ ...body, ...(check && { check: shown(check, scope, calendar) }) }) };
  };

/** The checks of a department by the day on which they are due. */
export const listCommitments =
  ({ commitments, calendars }: IntakeDeps) =>
  async ({ query, scope }: Call<z.infer<ReturnType<typeof commitmentsQuery>>>): Promise<HttpResponse> => {
    const { department, status: state, limit } = query;
    if (scope.departments !== 'any' && !scope.departments.includes(department)) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const [store, calendar] = await Promise.all([commitments(), calendars.current()]);
    const page = await store.list({ department, state }, { limit, after: cursor.after });
    return { status: 200, body: { ...page, items: page.items.map((one) => plain(shown(one, scope, calendar))) } };
  };

function shown(
  found: Commitment,
  { capacities }: Pick<Call['scope'], 'capacities'>,
  calendar: readonly CalendarYear[],
) {
  const { partyId, warned, counted, timelineHash, state: status, ...rest } = found;
  const { dueAt, provisional } = checkBy(found, calendar);
  return {
    ...rest,
    dueAt,
    provisional,
    acts: rest.acts.map(({ partyId: _, ...act }) => act),
    status,
    actions: commitmentActions(found, capacities),
  };
}

const actOn =
  (act: CommitmentAct) =>
  (deps: IntakeDeps) =>
  async (call: Call<unknown, Said>): Promise<HttpResponse> => {
    const { params, scope } = call;
    const [found, store] = await Promise.all([deps.applications.get(scope, params['id'] ?? ''), deps.commitments()]);
    const before = found && (await store.get(found.id));
    if (!found || !before) return refuse(problems.notFound);
    const refused = officeRefusal(found, {}, scope);
    if (refused) return refuse(caseProblems[refused]);
    const decided = await decidedOf(before, act, { call, deps });
    if ('problem' in decided) return decided;
    return saved(found, { before, after: decided, act }, { call, deps });
  };

export const [keepCommitment, orderCommitment, breakCommitment, repairCommitment] = [
  actOn('keep'),
  actOn('order'),
  actOn('break'),
  actOn('repair'),
];

interface World {
  call: Call<unknown, Said>;
  deps: IntakeDeps;
}

async function decidedOf(
  before: Commitment,
  act: CommitmentAct,
  { call: { body, scope, cause }, deps }: World,
): Promise<Commitment | Refusal> {
  const { at } = cause;
  const time = body.days && timeOf(body.days, at, await deps.calendars.current());
  const acting = { at, office: cause.office, by: scope.actor, text: body.result, ...(time && { time }) };
  const decided = stepOf(before, act, acting);
  if ('commitment' in decided) return decided.commitment;
  return refuse(decided.refused === 'same-person' ? caseProblems['same-person'] : commitmentWrongState);
}

async function saved(
  found: Application,
  { before, after, act }: { before: Commitment; after: Commitment; act: CommitmentAct },
  { call, deps }: World,
): Promise<Reply> {
  const opened = act === 'break' ? await revocationOf(found, call, deps) : undefined;
  const commitment = opened ? { ...after, revocation: opened.opened.application.id } : after;
  const body = plain(shown(commitment, call.scope, await deps.calendars.current()));
  const reply = { status: 200, headers: { ETag: `"${after.version}"` }, body };
  const store = await deps.commitments();
  await store.save({ before, commitment, opened }, { ...call.cause, reply });
  return reply;
}
