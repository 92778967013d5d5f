import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { refused as refusing } from '../../domain/drawing/change.ts';
import { conclude, withdraw } from '../../domain/drawing/opinion.ts';
import { addRemark, finish, judge } from '../../domain/drawing/remarks.ts';
import { closeRound, resubmit } from '../../domain/drawing/rounds.ts';
import type { opinionBody, remarkBody, resubmitBody } from '../../schemas/drawing.ts';
import type { reasonsBody } from '../../schemas/project.ts';
import { acting, behold, type Decided } from './acted.ts';

type With<Schema extends () => z.ZodType> = Call<unknown, z.infer<ReturnType<Schema>>>;

export const remarkOn = acting(({ review, departments }, { body }: With<typeof remarkBody>, { newId }) => {
  const { insists, ...said } = body;
  const part = review.parts.find((one) => one.key === said.part && departments.includes(one.department));
  return part
    ? addRemark(review, { ...said, id: newId(), department: part.department }, insists)
    : refusing('not-reviewer');
});

/** What his department says of an answer to its remark. */
const judging = <Said>(why: (said: Said) => { upheld?: string }) =>
  acting(({ review, departments }, { params, body }: Call<unknown, Said>): Decided => {
    const remarkId = params['remark'] ?? '';
    const department = review.remarks.find(({ id }) => id === remarkId)?.department ?? '';
    if (!departments.includes(department)) return refusing('no-such-remark');
    return judge(review, { remarkId, department, ...why(body) });
  });
export const settleRemark = judging(() => ({}));
export const upholdRemark = judging(({ reasons }: z.infer<ReturnType<typeof reasonsBody>>) => ({ upheld: reasons }));
export const finishRound = acting(({ review, departments }, { cause }): Decided => {
  const all = departments.map((one) => finish(review, one, cause.at));
  return all.find((one) => 'after' in one) ?? all[0] ?? refusing('not-reviewer');
});
export const closeRoundOf = acting(async ({ review }, { cause }, { calendars }) =>
  closeRound(review, { at: cause.at, calendar: await (await calendars()).current() }),
);
export const resubmitDrawings = acting(({ review }, { body, cause }: With<typeof resubmitBody>) =>
  resubmit(review, { ...body, at: cause.at }),
);
export const withdrawReview = acting(({ review }, { body }: With<typeof reasonsBody>) =>
  withdraw(review, body.reasons),
);

/** The body decides on what it has seen. */
export const concludeReview =
  (deps: AgencyDeps) =>
  async (call: With<typeof opinionBody>): Promise<HttpResponse> => {
    const found = await behold(call, deps);
    if (found && found.review.version !== call.ifMatch) return refuse(problems.versionStale);
    const { outcome, ...said } = call.body;
    const act = outcome === 'passed' ? 'pass' : 'fail';
    return acting(({ review }) => conclude(review, act, { ...said, at: call.cause.at }))(deps)(call);
  };
