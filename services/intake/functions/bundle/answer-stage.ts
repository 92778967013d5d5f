import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import { answerStage } from '../../domain/bundle/stage-acts.ts';
import { answerBy } from '../../domain/bundle/stage-clock.ts';
import { bundleActions } from '../../domain/bundle/graph.ts';
import type { Application } from '../../domain/case/application.ts';
import { officeRefusal } from '../../domain/case/office-refusal.ts';
import { requestCorrection } from '../../domain/case/notice.ts';
import type { IntakeDeps } from '../../deps.ts';
import { wrongState } from '../../problems/bundle.ts';
import { caseProblems } from '../../problems/case.ts';
import type { stageAnswerBody } from '../../schemas/stage.ts';
import { listed } from '../case/ask-applicant.ts';
import { refusalIn } from '../case/carry-out.ts';
import { bundleActed } from './bundle-reply.ts';
import { stageOf, whoActs, type StageSeen } from './stage-of.ts';

type Answering = Call<unknown, z.infer<ReturnType<typeof stageAnswerBody>>>;

/** A department says whether all is there that its item asks for, or what is lacking, as a correction notice would. */
export const answerStageItem =
  (deps: IntakeDeps) =>
  async (call: Answering): Promise<HttpResponse> => {
    const seen = await stageOf(call, deps);
    if ('problem' in seen) return seen;
    const refused = await answerRefusal(seen, call, deps);
    if (refused) return refused;
    const itemKey = call.params['item'] ?? '';
    const change = answerStage(seen.bundle, { itemKey, defects: call.body.defects }, whoActs(call));
    const reply = bundleActed(change.bundle, call.scope);
    await (await deps.bundles()).save(change, { ...call.cause, reply });
    return reply;
  };

async function answerRefusal(
  { bundle, by }: StageSeen,
  call: Answering,
  deps: IntakeDeps,
): Promise<Refusal | undefined> {
  const part = bundle.parts.find(({ item }) => item === call.params['item']);
  const item = bundle.joint.items.find(({ itemKey }) => itemKey === part?.item);
  if (!part || !item) return refuse(problems.notFound);
  const application = part.state === 'open' ? await deps.applications.getForClock(part.caseId) : undefined;
  const barred = application && officeRefusal(application, {}, by);
  if (barred) return refuse(caseProblems[barred]);
  const isAsked = part.needs.length === 0 && application?.state === 'submitted';
  if (!isAsked || !bundleActions(bundle, by).includes('answer')) return refuse(wrongState);
  const due = answerBy(bundle, await deps.calendars.current());
  if (due && due.dueAt < call.cause.at) return refuse(caseProblems['deadline-passed']);
  return call.body.defects.length > 0 ? noticeRefusal(application, { call, by }, deps) : undefined;
}

/** What is lacking is held against the item's list now: when the notice is given nobody could mend it. */
async function noticeRefusal(
  application: Application,
  { call, by }: { call: Answering; by: StageSeen['by'] },
  deps: IntakeDeps,
): Promise<Refusal | undefined> {
  const { cause, language, body } = call;
  const calendar = await deps.calendars.current();
  const against = await listed(application, { scope: by }, deps);
  const acting = { at: cause.at, body: { defects: body.defects, days: 20 }, by, calendar, task: 0 };
  const decided = requestCorrection(against)(application, acting);
  return 'refused' in decided ? refusalIn(decided, language) : undefined;
}
