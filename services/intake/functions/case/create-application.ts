import type * as z from 'zod';
import type { Fact } from '#events/event';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { masksOf, type FormSchema } from '../../domain/form/form.ts';
import { isTakenIn } from '../../domain/bundle/in-channel.ts';
import type { Application } from '../../domain/case/application.ts';
import { begin } from '../../domain/case/draft.ts';
import { representing } from '../../domain/case/hands.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import * as catalogueProblems from '../../problems/catalogue.ts';
import { noCommitment } from '../../problems/commitment.ts';
import { acted } from '../../reply.ts';
import type { createBody } from '../../schemas/case.ts';
import type { StoredForm } from '../../stores/rows.ts';
import { isBarred } from '../commitment/barred.ts';
import { audienceRefusal } from './audience-refusal.ts';
import { forWhom, type ForWhom } from './applicant-of.ts';
import { unfitFor } from './licence-of.ts';
import { namedRefusal } from './named-refusal.ts';
import { situationRefusal } from './situation-refusal.ts';

type Beginning = z.infer<ReturnType<typeof createBody>>;

export const createApplication =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, Beginning>): Promise<HttpResponse> => {
    const { applications, catalogue, newId } = deps;
    const { body, scope, cause, language } = call;
    const { itemKey, projectId, stage } = body;
    const party = await forWhom({ ...call, matters: [{ itemKey, projectId, stage }] }, deps);
    if ('problem' in party) return party;

    const offered = await catalogue.item(itemKey);
    if (!offered) return refuse(catalogueProblems.itemUnknown);
    const { item, catalogueVersion } = offered;
    if (!item.form) return refuse(catalogueProblems.itemNotOnline);
    if (!isTakenIn(item, body.channel)) return refuse(catalogueProblems.itemNotInChannel);
    const notForParty = await audienceRefusal([{ pointer: '/itemKey', item }], party, call.language);
    if (notForParty) return notForParty;
    if (body.commitment && !item.commitment) return refuse(noCommitment);
    if (body.commitment && (await isBarred(party.partyId, deps))) return refuse(caseProblems['record-unrepaired']);

    const { channel, situation, commitment: committed, expiresOn, licenceId } = body;
    const said = { channel, situation, committed, expiresOn, licenceId, projectId, stage };
    const begun = { id: newId(), at: cause.at, ...inPlace(party, scope), ...said, catalogueVersion };
    const application = begin(begun, item);
    const wrong = await situationRefusal(await unfitFor(item, application, { at: cause.at, deps }), language);
    if (wrong) return wrong;
    const notNamed = await namedRefusal(body.materials, { application, language }, deps);
    if (notNamed) return notNamed;
    const { form, facts } = await draftForm(application, { call, item, schema: item.form }, deps);
    const { body: created, headers } = acted(application, scope);
    // Relative to the request, so that it holds below any base.
    const location = { ...headers, Location: `applications/${application.id}` };
    const reply = { status: 201, headers: location, body: created };
    await applications.create({ application, form, facts }, { ...cause, reply });
    return reply;
  };

/** Who begins it in the applicant's place; a desk acts in nobody's. */
const inPlace = (party: ForWhom, { actor }: Call['scope']): ForWhom & Partial<Application> =>
  party.entry ? party : { ...party, ...representing(party, actor.partyId) };

/** The form as it begins, with what is known of the applicant: that need not be asked. */
async function draftForm(
  { id, partyId, version }: Application,
  { call, item, schema }: { call: Call<unknown, Beginning>; item: PublishedItem; schema: FormSchema },
  deps: IntakeDeps,
): Promise<{ form: StoredForm; facts: Fact[] }> {
  const { applicant, form, materials } = call.body;
  const { prefillFor } = await import('./prefill-form.ts');
  const filling = { id, kind: 'case' as const, partyId, applicant, form, schema, items: [item] };
  const { facts, ...filled } = await prefillFor(filling, call, deps);
  const masks = masksOf(schema);
  return { form: { ...filled, materials, masks: () => masks, version }, facts };
}
