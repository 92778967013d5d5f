import type { Application } from '../../domain/case/application.ts';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import { acceptStage, answerSilently } from '../../domain/bundle/stage-acts.ts';
import { stageDue, type StageDue } from '../../domain/bundle/stage-clock.ts';
import { isStage, isWaiting, openCases, type StageBundle } from '../../domain/bundle/stage.ts';
import type { BundleChange } from '../../domain/bundle/step.ts';
import type { IntakeDeps } from '../../deps.ts';
import { clockCause, type Now } from '../tick/clock-cause.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'bundles' | 'newId' | 'set'>;

/** What time has done to a stage, and when the clock must look at it next; undefined where it need not. */
export interface PassedStage {
  bundle: Bundle;
  acted: boolean;
  look: Date | undefined;
}

/** Everything that is due for a stage, one act after another. */
export async function passStage(found: Bundle, at: Now, deps: Deps): Promise<PassedStage> {
  if (!isStage(found) || !isWaiting(found)) return { bundle: found, acted: false, look: undefined };
  const due = stageDue(found, await casesOf(found, deps), at);
  const change = due && due.at < at.now ? changeOf(found, due) : undefined;
  if (!change) return { bundle: found, acted: false, look: due?.at };
  const bundles = await deps.bundles();
  await bundles.save(change, clockCause(at.now, deps));
  const next = await bundles.getForFacts(found.id);
  return { ...(await passStage(next?.bundle ?? found, at, deps)), acted: true };
}

function changeOf(bundle: StageBundle, { act, at, since }: StageDue): BundleChange | undefined {
  if (act === 'answer-silently') return answerSilently(bundle, at);
  return act === 'accept-silently' ? acceptStage(bundle, { at: since ?? at, due: at }) : undefined;
}

/** The open cases of a stage as they stand. */
export async function casesOf(
  bundle: Bundle,
  { applications }: Pick<IntakeDeps, 'applications'>,
): Promise<Application[]> {
  const read = await Promise.all(openCases(bundle).map(({ caseId }) => applications.getForClock(caseId)));
  return read.flatMap((one) => one ?? []);
}

/** The stage as time has left it, where the hourly walk has not come yet. */
export async function stageInTime(
  found: Bundle,
  now: Date,
  deps: Deps & Pick<IntakeDeps, 'calendars'>,
): Promise<Bundle> {
  if (!isWaiting(found)) return found;
  return (await passStage(found, { now, calendar: await deps.calendars.current() }, deps)).bundle;
}
