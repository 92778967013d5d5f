import type * as z from 'zod';
import type { CalendarYear } from '#shared/calendar';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import { forward } from '../../domain/case/on-the-way.ts';
import { refusalOf } from '../../domain/case/graph.ts';
import { succeed } from '../../domain/case/opening.ts';
import { situationFault } from '../../domain/case/renewal.ts';
import { aheadOf } from '../../domain/case/standing.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import { carried, masksOf, type Form } from '../../domain/form/form.ts';
import { openingFacts } from '../../domain/document/kind.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { noSuccessor } from '../../problems/follow-up.ts';
import type { forwardBody } from '../../schemas/act.ts';
import type { Opened } from '../../stores/opening-rows.ts';
import { withDocuments } from '../material/with-documents.ts';
import { barredRefusal } from './barred-again.ts';
import { audienceRefusal } from './audience-refusal.ts';
import { settle } from './carry-out.ts';
import { checkedForm } from './checked-form.ts';
import { licenceOf } from './licence-of.ts';
import { numbered } from './receipt.ts';
import { timeFirst } from './time-first.ts';

type Forwarding = Call<unknown, z.infer<ReturnType<typeof forwardBody>>>;

/** 转报: one case ends and the other office's begins, in one transaction: at no moment does neither stand. */
export const forwardApplication =
  (deps: IntakeDeps) =>
  async (call: Forwarding): Promise<HttpResponse> => {
    const { params, body, scope, cause } = call;
    const [found, by] = await Promise.all([
      deps.applications.getWithForm(scope, params['id'] ?? ''),
      deps.persons.know(scope, cause.at),
    ]);
    if (!found) return refuse(problems.notFound);
    const moved = await timeFirst(found.application, cause.at, deps);
    const application = moved ?? found.application;
    const refused = refusalOf(application, 'forward', by);
    if (refused) return refuse(caseProblems[moved ? 'deadline-passed' : refused]);
    const other = body.itemKey !== application.itemKey;
    const offered = other ? await deps.catalogue.item(body.itemKey) : undefined;
    // Cases do not leave their set: the other office's item must be offered here (design, section 1).
    if (!offered) return refuse(noSuccessor);
    const { item } = offered;
    if (!item.form) return refuse(noSuccessor);

    const notForParty = await audienceRefusal([{ pointer: '/itemKey', item }], application, call.language);
    if (notForParty) return notForParty;
    const again = await barredRefusal([{ pointer: '/itemKey', item }], application, {
      at: cause.at,
      language: call.language,
      deps,
    });
    if (again) return again;

    const calendar = await deps.calendars.current();
    const form = carried(found.form.form, item.form);
    const successor = await successorOf(application, { ...offered, form, calendar }, { call, deps });
    if ('problem' in successor) return successor;
    const { at } = cause;
    const { id: to } = successor.application;
    const change = forward(application, { at, body: { to, why: body.why }, by, calendar, task: 0 });
    const next = await deps.links.next(application.id);
    return settle({ ...change, opened: { opened: successor, next } }, { ...call, scope: by }, deps);
  };

interface Target {
  item: PublishedItem;
  catalogueVersion: number;
  form: Form;
  calendar: readonly CalendarYear[];
}

async function successorOf(
  application: Application,
  { item, catalogueVersion, form: carriedForm, calendar }: Target,
  { call, deps }: { call: Forwarding; deps: IntakeDeps },
): Promise<Opened | Refusal> {
  const { at } = call.cause;
  const version = { itemKey: item.key, itemVersion: item.version, catalogueVersion };
  const whose = { ...application, ...version };
  const { form, issues } = await checkedForm({ whose, form: carriedForm }, { at, language: call.language }, deps);
  const complete = issues.length === 0;
  const number = complete ? await numbered(version, at, deps) : {};
  if ('problem' in number) return number;
  const licence = await licenceOf({ ...application, itemKey: item.key }, at, deps);
  const receipt = { at, district: deps.set, licence, ...number };
  const succeeding = { id: deps.newId(), why: call.body.why, catalogueVersion, complete, ...receipt };
  const begun = succeed(application, item, succeeding);
  if (situationFault(begun.application, item)) return refuse(noSuccessor);
  const masks = masksOf(item.form);
  const opened = {
    ...begun,
    facts: [...begun.facts, ...openingFacts(begun.application)],
    application: { ...begun.application, ahead: aheadOf(begun.application, calendar) },
    act: complete ? ('submit' as const) : ('create' as const),
    form: { form, masks: () => masks, version: 1 },
  };
  return withDocuments(opened, { from: { caseId: application.id, item }, cause: call.cause }, deps);
}
