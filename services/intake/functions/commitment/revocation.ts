import { problems } from '#shared/problem';
import type { Call } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import { followRefusal } from '../../domain/case/follow-up.ts';
import { openingFacts } from '../../domain/document/kind.ts';
import { acceptedFacts, openUpon } from '../../domain/case/opening.ts';
import { aheadOf } from '../../domain/case/standing.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { Opening } from '../../stores/opening-rows.ts';
import { numbered } from '../case/receipt.ts';
import { withDocuments } from '../material/with-documents.ts';

/** 撤销: the case that a broken commitment opens upon what was granted on it; none where one stands already. */
export async function revocationOf(
  { id }: Application,
  { body, scope, cause }: Call<unknown, { result: string }>,
  deps: IntakeDeps,
): Promise<Opening | undefined> {
  const found = await deps.applications.getWithForm(scope, id);
  if (!found) throw new Error(problems.notFound.code);
  const { application, form } = found;
  const { at } = cause;
  const [next, calendar] = await Promise.all([deps.links.next(id), deps.calendars.current()]);
  if (followRefusal(application, 'revoke', { by: scope, at, calendar, followers: next.followers })) return undefined;
  const receipt = { at, district: deps.set, ...(await numbered(application, at, deps)) };
  const about = {
    why: body.result,
    ground: 'commitment-broken',
    department: application.department,
    acted: [],
  } as const;
  const opened = openUpon(application, { id: deps.newId(), act: 'revoke', by: scope, ...about, ...receipt });
  const begun = { ...opened.application, ahead: aheadOf(opened.application, calendar) };
  const facts = [...opened.facts, ...acceptedFacts(begun, calendar), ...openingFacts(begun)];
  const upon = { ...opened, facts, application: begun, act: 'revoke' as const, form: { ...form, version: 1 } };
  return { opened: await withDocuments(upon, { from: { caseId: id }, cause }, deps), next };
}
