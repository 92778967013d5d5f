import type { Cause } from '#shared/cause';
import { acceptWithStage } from '../../domain/case/joint.ts';
import { isHeld } from '../../domain/case/joint-case.ts';
import { requestCorrection } from '../../domain/case/notice.ts';
import type { Application } from '../../domain/case/application.ts';
import type { Change, Refused } from '../../domain/case/change.ts';
import type { Handler } from '../../domain/case/graph.ts';
import type { Who } from '../../domain/bundle/joint.ts';
import type { StageBundle } from '../../domain/bundle/stage.ts';
import type { IntakeDeps } from '../../deps.ts';
import { listed } from '../case/ask-applicant.ts';
import { saveChange } from '../case/save-change.ts';

interface Spreading {
  bundle: StageBundle;
  application: Application;
  cause: Cause;
}

/** 一次性告知 reaches a case: what its department lacks, in the name of who gave the notice. */
export async function correctCase({ bundle, application, cause }: Spreading, deps: IntakeDeps): Promise<void> {
  const { notice } = bundle.joint;
  const told = application.corrections.some(({ at }) => at.getTime() === notice?.at.getTime());
  if (!notice || told || !isHeld(application) || application.state !== 'submitted') return;
  const defects = (await (await deps.bundles()).answers(bundle.id)).get(application.itemKey) ?? [];
  const by = inNameOf(bundle, notice.by);
  const against = await listed(application, { scope: allOf(application, cause) }, deps);
  const body = { defects, days: notice.days };
  const calendar = await deps.calendars.current();
  const decided = requestCorrection(against)(application, { at: notice.at, body, by, calendar, task: 0 });
  await save('refused' in decided ? decided : { ...decided, withStage: true }, { cause, by: notice.by }, deps);
}

/** 受理 reaches a case: it runs from the moment in which the stage was accepted, or as it is made. */
export async function acceptCase({ bundle, application, cause }: Spreading, deps: IntakeDeps): Promise<void> {
  const { accepted } = bundle.joint;
  if (!accepted) return;
  const calendar = await deps.calendars.current();
  const by = inNameOf(bundle, accepted.by);
  const silentAt = accepted.by ? undefined : (accepted.due ?? accepted.at);
  const stage = { at: accepted.at, silentAt };
  const decided = acceptWithStage(application, stage, { by, calendar, task: 0 });
  if (decided) await save(decided, { cause, by: accepted.by }, deps);
}

const nobody = { sub: 'service:intake', partyId: 'none' };

/** Who leads the stage, as he acts on its cases. */
const inNameOf = ({ joint }: StageBundle, who: Who | undefined): Handler => ({
  capacities: ['lead'],
  departments: [joint.lead],
  actor: { ...nobody, ...(who && { sub: who.sub, partyId: who.partyId }), orgs: [] },
});

/** Sees the form of the case as its own department does. */
const allOf = ({ department }: Application, { actor, office }: Cause) => ({
  actor: { ...actor, orgs: [], posts: [], assurance: 0 as const },
  capacities: ['head' as const],
  parties: [],
  departments: [department],
  office,
});

/** What was looked at when it was answered or accepted can be refused no more but by a race, and then there is nothing to do. */
async function save(
  decided: Change | Refused,
  { cause, by }: { cause: Cause; by: Who | undefined },
  deps: IntakeDeps,
): Promise<void> {
  if ('refused' in decided) return;
  const calendar = await deps.calendars.current();
  const actor = by && { sub: by.sub, partyId: by.partyId, kind: 'staff' as const };
  const named = { ...cause, ...(by && actor && { actor, office: by.office }), calendar };
  await saveChange(decided, named, deps);
}
