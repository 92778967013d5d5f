import { faultsOf, problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { isTakenIn } from '../../domain/bundle/in-channel.ts';
import { refusalOf } from '../../domain/case/graph.ts';
import { submit } from '../../domain/case/handing-in.ts';
import { sharingOf } from '../../domain/catalogue/sharing-of.ts';
import { retentionOf } from '../../domain/catalogue/retention-of.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { itemNotInChannel, itemWithdrawn } from '../../problems/catalogue.ts';
import { endTold, lookedAt } from './looked-at.ts';
import { isBarred } from '../commitment/barred.ts';
import type { handIn } from '../material/hand-in.ts';
import type { barredRefusal } from './barred-again.ts';
import { settle } from './carry-out.ts';
import { checkedForm } from './checked-form.ts';
import { lapsedIn } from './filled-by-licences.ts';
import { itemOf } from './item-of.ts';
import { licenceOf, unfitFor } from './licence-of.ts';
import { numberedBy } from './receipt.ts';
import { situationRefusal } from './situation-refusal.ts';

export const submitApplication =
  (deps: IntakeDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const { params, scope, cause, language } = call;
    // What is offered is looked up at the same time, where it is not in memory.
    const [found, by] = await Promise.all([
      deps.applications.getWithForm(scope, params['id'] ?? ''),
      deps.persons.know(scope, cause.at),
      deps.catalogue.ready(),
    ]);
    if (!found) return refuse(problems.notFound);
    const { application, form } = found;
    const seen = await lookedAt(application, deps);
    const refused = refusalOf(seen, 'submit', by);
    if (refused && seen.itemEnd) return refuse(itemWithdrawn, endTold(seen.itemEnd, language));
    if (refused) return refuse(caseProblems[refused]);

    if (application.committed && (await isBarred(application.partyId, deps))) {
      return refuse(caseProblems['record-unrepaired']);
    }
    const item = await itemOf(application, deps);
    if (!isTakenIn(item, application.channel)) return refuse(itemNotInChannel);
    const wrong = await situationRefusal(await unfitFor(item, application, { at: cause.at, deps }), language);
    if (wrong) return wrong;
    const reading = { at: cause.at, language };
    const barred =
      item.safety &&
      (await barredFrom([{ pointer: '', item, situation: application.situation }], application, { ...reading, deps }));
    if (barred) return barred;
    const { form: is, issues } = await checkedForm({ whose: application, form: form.form }, reading, deps);
    if (issues.length > 0) return refuse(caseProblems['form-invalid'], faultsOf(issues.map(inForm)));
    const lapsed = await lapsedIn(form.prefilled ?? [], reading, deps);
    if (lapsed) return lapsed;
    const { materials } = form;
    const mayHave = materials !== undefined || application.bundleId !== undefined;
    const given = mayHave ? await handedInWith(application, { ...call, materials }, deps) : undefined;
    if (given && 'problem' in given) return given;
    const number = await numberedBy(item, cause.at, deps);
    if ('problem' in number) return number;
    const licence = await licenceOf(application, cause.at, deps);
    const told = { retention: retentionOf(item), sharing: sharingOf(item, application) };
    const receipt = { at: cause.at, district: deps.set, licence, materials: given?.materials, ...told, ...number };
    const handedIn = { ...submit(application, receipt), form: { was: form.form, is }, beside: given?.beside };
    return settle(handedIn, { ...call, scope: by }, deps);
  };

/** Loaded with the first item that concerns the safety of others. */
const barredFrom: typeof barredRefusal = async (...given) =>
  (await import('./barred-again.ts')).barredRefusal(...given);

/** Loaded with the first that names documents. */
const handedInWith: typeof handIn = async (...given) => (await import('../material/hand-in.ts')).handIn(...given);

const inForm = <Issue extends { path: PropertyKey[] }>(issue: Issue): Issue => ({
  ...issue,
  path: ['form', ...issue.path],
});
