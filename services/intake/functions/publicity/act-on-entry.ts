import { problems, type Problem } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import {
  acts,
  answer,
  object,
  publish,
  withdraw,
  type Answer,
  type PublicityChange,
  type PublicityRefused,
  type Publishing,
} from '../../domain/publicity/act.ts';
import { publicityActions, publicityRefusal } from '../../domain/publicity/graph.ts';
import type { PublicityAct } from '../../domain/publicity/state.ts';
import type { Holder } from '../../domain/publicity/state.ts';
import type { Publicity } from '../../domain/publicity/publicity.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import {
  noHolder,
  otherHolder,
  noSuchObjection,
  objectedAlready,
  tooManyObjections,
} from '../../problems/publicity.ts';
import { entryIn } from './entry-in.ts';

const refusals: Record<PublicityRefused['refused'], Problem> = {
  'wrong-state': caseProblems['wrong-state'],
  'own-case': caseProblems['own-case'],
  'not-your-department': caseProblems['not-your-department'],
  'no-such-objection': noSuchObjection,
  'objected-already': objectedAlready,
  'too-many-objections': tooManyObjections,
  'no-holder': noHolder,
  'other-holder': otherHolder,
};

interface Acted<Body> {
  act: (body: Body) => PublicityAct;
  decide: (found: Publicity, given: Publishing<Body>) => PublicityChange | PublicityRefused;
}

/** The function of an office's act on an entry. */
const onEntry =
  <Body>({ act, decide }: Acted<Body>) =>
  (deps: IntakeDeps) =>
  async (call: Call<unknown, Body>): Promise<HttpResponse> => {
    const decided = await decideOn(call, { act, decide }, deps);
    if ('problem' in decided) return decided;
    const { caseId: id, state: status, version } = decided.publicity;
    const actions = publicityActions(decided.publicity, call.scope);
    const reply = { status: 200, headers: { ETag: `"${version}"` }, body: { id, status, version, actions } };
    const store = await deps.publicities();
    await store.save(decided, await deps.calendars.current(), { ...call.cause, reply });
    return reply;
  };

async function decideOn<Body>(
  call: Call<unknown, Body>,
  { act, decide }: Acted<Body>,
  deps: IntakeDeps,
): Promise<PublicityChange | Refusal> {
  const { scope, cause, body } = call;
  const found = await entryIn(call, deps);
  if (!found) return refuse(problems.notFound);
  const refused = publicityRefusal(found, act(body), scope);
  if (refused) return refuse(refusals[refused]);
  const decided = decide(found, { at: cause.at, by: scope, body, district: deps.set });
  return 'refused' in decided ? refuse(refusals[decided.refused]) : decided;
}

export const publishEntry = onEntry<{ holder?: Holder | undefined }>({ act: () => 'publish', decide: publish });

export const withdrawEntry = onEntry<{ reason: string }>({
  act: () => 'withdraw',
  decide: (found, { body }) => withdraw(found, body),
});

const answering = onEntry<Answer>({ act: ({ outcome }) => acts[outcome], decide: answer });

export const answerObjection =
  (deps: IntakeDeps) =>
  (call: Call<unknown, Omit<Answer, 'objection'>>): Promise<HttpResponse> =>
    answering(deps)({ ...call, body: { ...call.body, objection: call.params['objection'] ?? '' } });

/** Anybody who has shown who he is may object to what everybody can read. */
export const objectToEntry =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, { text: string }>): Promise<HttpResponse> => {
    const objection = deps.newId();
    const ids = await deps.parties.group(call.scope.actor.partyId);
    const body = { id: objection, text: call.body.text, ids };
    const decided = await decideOn({ ...call, body }, { act: () => 'object', decide: object }, deps);
    if ('problem' in decided) return decided;
    const { caseId: id, state: status, version } = decided.publicity;
    const reply = { status: 201, headers: { ETag: `"${version}"` }, body: { id, status, version, objection } };
    const store = await deps.publicities();
    await store.save(decided, await deps.calendars.current(), { ...call.cause, reply });
    return reply;
  };
