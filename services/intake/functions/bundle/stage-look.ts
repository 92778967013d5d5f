import type { Bundle } from '../../domain/bundle/bundle.ts';
import { answerBy } from '../../domain/bundle/stage-clock.ts';
import { isStage } from '../../domain/bundle/stage.ts';
import { surelyPast } from '../../domain/clock/limit.ts';
import type { IntakeDeps } from '../../deps.ts';

/** When the clock looks first at a stage that is handed in: at the end of the time in which its departments answer. */
export async function stageLook(
  bundle: Bundle,
  { calendars }: Pick<IntakeDeps, 'calendars'>,
): Promise<Date | undefined> {
  const due = isStage(bundle) ? answerBy(bundle, await calendars.current()) : undefined;
  return due && surelyPast(due);
}
