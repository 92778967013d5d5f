import type * as z from 'zod';
import { problems, type Problem } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import {
  answer,
  close,
  findingActions,
  giveBack,
  type FindingDecided,
  type FindingRefusal,
} from '../../domain/supervision/finding-act.ts';
import type { IntakeDeps } from '../../deps.ts';
import { findingWrongState, ownAnswer } from '../../problems/supervision.ts';
import type { findingBody } from '../../schemas/supervision.ts';

const problemOf = {
  'wrong-state': findingWrongState,
  'same-person': ownAnswer,
} satisfies Record<FindingRefusal, Problem>;

type Decide = (...given: Parameters<typeof answer>) => FindingDecided;

const acting =
  (decide: Decide) =>
  ({ findings, calendars }: IntakeDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof findingBody>>>): Promise<HttpResponse> => {
    const { params, body, scope, cause } = call;
    const store = await findings();
    const found = await store.get(scope.departments, params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const calendar = await calendars.current();
    const decided = decide(found.finding, { at: cause.at, by: scope.actor, text: body.text, calendar });
    if ('refused' in decided) return refuse(problemOf[decided.refused]);
    const { id, state, version } = decided.finding;
    const actions = findingActions(decided.finding, scope.capacities);
    const reply = { status: 200, headers: { ETag: `"${version}"` }, body: { id, status: state, version, actions } };
    await store.save(decided, { ...cause, reply });
    return reply;
  };

export const answerFinding = acting(answer);
export const returnFinding = acting(giveBack);
export const closeFinding = acting(close);
