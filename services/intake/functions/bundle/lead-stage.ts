import type * as z from 'zod';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import { acceptStage, noticeStage } from '../../domain/bundle/stage-acts.ts';
import type { BundleChange } from '../../domain/bundle/step.ts';
import { isOfDepartment, isWaiting, lacking, unanswered, type StageBundle } from '../../domain/bundle/stage.ts';
import type { IntakeDeps } from '../../deps.ts';
import { wrongState } from '../../problems/bundle.ts';
import { caseProblems } from '../../problems/case.ts';
import { noticeFirst, noticeGiven, nothingLacking, stageCasesWait, stageUnanswered } from '../../problems/stage.ts';
import type { stageNoticeBody } from '../../schemas/stage.ts';
import { barIn, readAhead } from '../material/bar.ts';
import { timeFirst } from '../case/time-first.ts';
import { bundleActed } from './bundle-reply.ts';
import { casesOf } from './pass-stage.ts';
import { ofItems, refuseFor, stageOf, whoActs, type StageSeen } from './stage-of.ts';

/** 一次性告知: the lead tells the applicant once of all that any department lacks; each case hears of it by a fact of its own. */
export const giveStageNotice =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof stageNoticeBody>>>): Promise<HttpResponse> => {
    const seen = await stageOf(call, deps);
    if ('problem' in seen) return seen;
    const { bundle } = seen;
    const refused = leadRefusal(seen, 'give-notice', call);
    if (refused) return refused;
    if (bundle.joint.notice) return refuse(noticeGiven);
    if (lacking(bundle).length === 0) return refuse(nothingLacking);
    return saved(noticeStage(bundle, call.body.days, whoActs(call)), call, deps);
  };

/** 受理 of the whole stage: each case is accepted by a fact of its own. */
export const acceptWholeStage =
  (deps: IntakeDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const seen = await stageOf(call, deps);
    if ('problem' in seen) return seen;
    const { bundle } = seen;
    const refused = leadRefusal(seen, 'accept-stage', call);
    if (refused) return refused;
    const untold = bundle.joint.notice ? [] : lacking(bundle);
    if (untold.length > 0) return refuseFor(noticeFirst, ofItems(untold, 'lacking'), call.language);
    const waiting = await notReady(bundle, call, deps);
    if (waiting.length > 0) return refuseFor(stageCasesWait, waiting, call.language);
    return saved(acceptStage(bundle, whoActs(call)), call, deps);
  };

/** Nothing is told or accepted before every department has answered, or has let its time pass. */
function leadRefusal(
  { bundle, by }: StageSeen,
  act: string,
  { language }: Pick<Call, 'language'>,
): Refusal | undefined {
  if (!isOfDepartment(act, bundle, by.departments)) return refuse(caseProblems['not-your-department']);
  if (!isWaiting(bundle)) return refuse(wrongState);
  const open = unanswered(bundle);
  return open.length > 0 ? refuseFor(stageUnanswered, ofItems(open, 'unanswered'), language) : undefined;
}

/** Cases that cannot be accepted yet: what they wait for, by part. */
async function notReady(bundle: StageBundle, { cause }: Pick<Call, 'cause'>, deps: IntakeDeps) {
  const cases = await casesOf(bundle, deps);
  const ready = await Promise.all(
    cases.map(async (found) => {
      const application = (await timeFirst(found, cause.at, deps)) ?? found;
      const { itemKey: item, state, handling } = application;
      if (state === 'correcting' || state === 'refusal-proposed') return [{ item, code: state }];
      const { found: materials } = await readAhead(application.id, deps);
      const bar = materials && barIn(materials, handling === 'filing' ? 'grant' : 'accept');
      return bar ? [{ item, code: bar }] : [];
    }),
  );
  return ready.flat();
}

async function saved(change: BundleChange, call: Call, deps: IntakeDeps): Promise<HttpResponse> {
  const reply = bundleActed(change.bundle, call.scope);
  await (await deps.bundles()).save(change, { ...call.cause, reply });
  return reply;
}
