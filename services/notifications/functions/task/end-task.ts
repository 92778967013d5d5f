import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { answered, type Answer } from '../../domain/notice/answer.ts';
import { taskDone, toldOutOfTime } from '../../problems/sending.ts';
import type { taskDoneBody, taskFailedBody } from '../../schemas/sending.ts';
import { districtsOf } from './of-district.ts';

type Done = z.infer<ReturnType<typeof taskDoneBody>>;
type Failed = z.infer<ReturnType<typeof taskFailedBody>>;
type Deps = Pick<NotificationsDeps, 'notices' | 'calendar'>;

/** 送达: he was told, by letter, by telephone or in person. */
export const completeTask =
  (deps: Deps) =>
  (call: Call<unknown, Done>): Promise<HttpResponse> => {
    const { how, at } = call.body;
    return end(call, { is: 'delivered', at: at ? new Date(at) : call.cause.at, how }, deps);
  };

/** Nobody could be told. */
export const failTask =
  (deps: Deps) =>
  (call: Call<unknown, Failed>): Promise<HttpResponse> =>
    end(call, { is: 'failed', code: call.body.why, lasting: 'permanent' }, deps);

async function end({ params, scope, cause }: Call, answer: Answer, { notices, calendar }: Deps): Promise<HttpResponse> {
  const found = await notices.load(params['id'] ?? '');
  const last = found?.deliveries.at(-1);
  if (!found || last?.channel !== 'task' || !districtsOf(scope, cause.at).includes(found.district)) {
    return refuse(problems.notFound);
  }
  // The day of service is counted from it: nobody writes down what is to come, or what was before the notice.
  if (answer.is === 'delivered' && (answer.at > cause.at || answer.at < found.createdAt)) return refuse(toldOutOfTime);
  const n = found.deliveries.length;
  const change =
    last.state === 'sent'
      ? answered(found, n, { answer, moment: { now: cause.at, calendar: await calendar() } })
      : undefined;
  if (!change) return refuse(taskDone);
  const { id, version, deliveries } = change.notice;
  const reply = { status: 200, body: { id, status: deliveries.at(-1)?.state, version, actions: [] } };
  await notices.save(change, { ...cause, reply });
  return reply;
}
