import type { Scope } from '#shared/access';
import { plain } from '#shared/plain';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import { answerBy } from '../../domain/bundle/stage-clock.ts';
import { isStage } from '../../domain/bundle/stage.ts';
import type { IntakeDeps } from '../../deps.ts';

/** A stage as it is shown: what is lacking the office alone sees before the one notice tells the applicant. */
export async function shownJoint(
  bundle: Bundle,
  { capacities }: Scope,
  { bundles, calendars }: Pick<IntakeDeps, 'bundles' | 'calendars'>,
) {
  if (!isStage(bundle)) return undefined;
  const { round, lead, limit, items, notice, accepted } = bundle.joint;
  const isOffice = capacities.some((one) => officeRoles.has(one));
  const defects = isOffice ? await (await bundles()).answers(bundle.id) : undefined;
  const due = answerBy(bundle, await calendars.current());
  return plain({
    round,
    lead,
    limit,
    answerBy: due?.dueAt,
    provisional: due?.provisional,
    items: items.map(({ itemKey: item, department, answer, at }) => ({
      item,
      department,
      answer,
      at,
      ...(answer === 'lacking' && { defects: defects?.get(item) }),
    })),
    notice: notice && { at: notice.at, days: notice.days, items: notice.items },
    accepted: accepted && { at: accepted.at, by: accepted.by ? 'office' : 'silence' },
  });
}

const officeRoles: ReadonlySet<string> = new Set(['approver', 'head', 'lead', 'supervisor']);
