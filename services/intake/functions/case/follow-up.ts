import type * as z from 'zod';
import { faultsOf, problems, type Problem } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import { followRefusal, type FollowAct, type FollowRefusal } from '../../domain/case/follow-up.ts';
import { acceptedFacts, openUpon } from '../../domain/case/opening.ts';
import { aheadOf } from '../../domain/case/standing.ts';
import type { Form } from '../../domain/form/form.ts';
import { assign } from '../../domain/form/pointer.ts';
import { openingFacts } from '../../domain/document/kind.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { alreadyFollowed, noReviewBody, notToFollow, sanctionNotNow } from '../../problems/follow-up.ts';
import { acted } from '../../reply.ts';
import type { correctBody, reviewBody, revokeBody, sanctionBody } from '../../schemas/follow-up.ts';
import { withDocuments } from '../material/with-documents.ts';
import { deskEntry } from '../party/at-desk.ts';
import { checkedForm, type CheckingDeps, type WithForm } from './checked-form.ts';
import { fitsForm } from './fits.ts';
import { numbered } from './receipt.ts';
import { isApt } from './sanctions.ts';
import { isGone } from './undone.ts';

type Asked = Partial<z.infer<ReturnType<typeof correctBody>>> &
  Partial<z.infer<ReturnType<typeof revokeBody>>> &
  Partial<z.infer<ReturnType<typeof sanctionBody>>> &
  z.infer<ReturnType<typeof reviewBody>>;

const followProblems = {
  'wrong-state': notToFollow,
  'already-followed': alreadyFollowed,
  'own-case': caseProblems['own-case'],
  recused: caseProblems.recused,
  'not-your-department': caseProblems['not-your-department'],
  'deadline-passed': caseProblems['deadline-passed'],
  'decision-gone': caseProblems['decision-gone'],
} satisfies Record<FollowRefusal, Problem>;

/** Opens a case of its own upon one that has ended, which stays as it was decided. */
const followUp =
  (act: FollowAct) =>
  (deps: IntakeDeps) =>
  async (call: Call<unknown, Asked>): Promise<HttpResponse> => {
    const { params, body, scope, cause } = call;
    const found = await deps.applications.getWithForm(scope, params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const { application, form } = found;
    const next = await deps.links.next(application.id);
    const calendar = await deps.calendars.current();
    const { followers } = next;
    const gone = await isGone(application, deps);
    const refused = followRefusal(application, act, { by: scope, at: cause.at, calendar, followers, gone });
    if (refused) return refuse(followProblems[refused]);
    const { act: sanction } = body;
    if (sanction && !(await isApt(sanction, followers, deps))) return refuse(sanctionNotNow);

    const kept = await deskEntry(body.entry, { ...call, whose: application }, deps);
    if ('problem' in kept) return kept;
    const place = act === 'review' ? await reviewPlace(application, call, deps) : placeOf(application);
    if ('problem' in place) return place;
    const wanted = (body.changes ?? []).reduce<Form>((was, one) => assign(was, one), form.form);
    const changed = body.changes ? await fitting({ whose: application, form: wanted }, call, deps) : { form: wanted };
    if ('problem' in changed) return changed;

    const number = await numbered(application, cause.at, deps);
    if ('problem' in number) return number;
    const receipt = { at: cause.at, district: deps.set, ...number };
    const { why, ground } = body;
    const opened = openUpon(application, {
      id: deps.newId(),
      act,
      by: scope,
      why,
      ground,
      sanction,
      ...kept,
      ...receipt,
      ...place,
    });
    const reply = created(opened.application, call);
    const begun = { ...opened.application, ahead: aheadOf(opened.application, calendar) };
    const facts = [...opened.facts, ...acceptedFacts(begun, calendar), ...openingFacts(begun)];
    const upon = { ...opened, facts, application: begun, act, form: { ...form, ...changed, version: 1 } };
    const withAll = await withDocuments(upon, { from: { caseId: application.id }, cause }, deps);
    await (await deps.openings()).open({ opened: withAll, next }, { ...cause, reply });
    return reply;
  };

export const [correctApplication, revokeApplication, reviewApplication, sanctionLicence] = [
  followUp('correct'),
  followUp('revoke'),
  followUp('review'),
  followUp('sanction'),
];

/** Who handles a case, and who may not, because he acted in the one it is about. */
interface Place {
  department: string;
  acted: readonly string[];
}

const placeOf = ({ department }: Application): Place => ({ department, acted: [] });

/** 复议: the body of the set that reviews, and nobody who had part in what is reviewed. */
async function reviewPlace(
  { id, partyId }: Application,
  { scope }: Pick<Call, 'scope'>,
  { catalogue, history }: IntakeDeps,
): Promise<Place | Refusal> {
  const body = (await catalogue.departments()).find(({ reviews }) => reviews);
  if (!body) return refuse(noReviewBody);
  const timeline = (await history.timeline(scope, id)) ?? [];
  const office = timeline.filter((entry) => entry.office !== 'applicant' && entry.onBehalfOf !== partyId);
  return { department: body.key, acted: [...new Set(office.map(({ actor }) => actor))] };
}

/** The form as it would be, or why it does not fit. */
async function fitting(
  asked: WithForm,
  { cause, language }: Pick<Call, 'cause' | 'language'>,
  deps: CheckingDeps,
): Promise<{ form: Form } | Refusal> {
  if (!fitsForm(asked.form)) return refuse(caseProblems['record-full']);
  const { form, issues } = await checkedForm(asked, { at: cause.at, language }, deps);
  if (issues.length === 0) return { form };
  return refuse(caseProblems['form-invalid'], faultsOf(issues.map((one) => ({ ...one, path: ['form', ...one.path] }))));
}

function created(application: Application, { scope }: Pick<Call, 'scope'>) {
  const { body, headers } = acted(application, scope);
  return { status: 201, headers: { ...headers, Location: `../../applications/${application.id}` }, body };
}
