import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Reply } from '#shared/route';
import { answer, disputeActions, raise, type Dispute } from '../../domain/sharing/dispute.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { disputeOpen, disputeOver, noSuchField } from '../../problems/sharing.ts';
import type { disputeBody, sharedRecordQuery } from '../../schemas/sharing.ts';
import { disputePlace } from '../../stores/disputes.ts';
import { listOfOwner } from '../list-of-owner.ts';
import { disputeView } from './dispute-view.ts';

/** A party says what is wrong with a record that was fetched of it; its provider has to look. */
export const disputeRecord =
  (deps: MaterialsDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof disputeBody>>>): Promise<HttpResponse> => {
    const { params, body, scope, cause, language } = call;
    const [records, disputes] = await Promise.all([deps.sharedRecords(), deps.disputes()]);
    const found = await records.get(params['id'] ?? '', params['requirement'] ?? '', cause.at);
    if (!found || !scope.parties.includes(found.partyId)) return refuse(problems.notFound);
    const wrong = body.fields.findIndex((field) => found.fields[field] === undefined);
    const { code, ...words } = noSuchField;
    if (wrong >= 0) {
      return refuse(problems.invalidInput, [{ pointer: `/fields/${wrong}`, code, message: words[language] }]);
    }
    if (await disputes.isOpen(found)) return refuse(disputeOpen);
    const { partyId, resource, caseId, requirement, itemKey } = found;
    const whose = { id: deps.newId(), partyId, resource, caseId, requirement, itemKey, raisedBy: scope.actor.sub };
    const change = raise({ ...whose, ...body }, { at: cause.at, calendar: await (await deps.calendars()).current() });
    const reply = { ...acted(change.dispute), status: 201 };
    await disputes.save(change, { ...cause, reply });
    return reply;
  };

/** Whoever raised it takes it back. */
export const withdrawDispute =
  (deps: MaterialsDeps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const disputes = await deps.disputes();
    const found = await disputes.get(params['id'] ?? '');
    if (!found || !scope.parties.includes(found.partyId)) return refuse(problems.notFound);
    const change = answer(found, 'withdraw', { at: cause.at, by: scope.actor.sub });
    if (!change) return refuse(disputeOver);
    const reply = acted(change.dispute);
    await disputes.save(change, { ...cause, reply });
    return reply;
  };

/** What a party has disputed, and how it was answered. */
export const listDisputes =
  (deps: MaterialsDeps) =>
  async (call: Call<z.infer<ReturnType<typeof sharedRecordQuery>>>): Promise<HttpResponse> => {
    const { ofParty: list } = await deps.disputes();
    return listOfOwner(call, { list, positionOf: disputePlace, viewOf: (one) => disputeView(one, 'owner') }, deps);
  };

function acted(found: Dispute): Reply {
  const { id, state: status, version } = found;
  const body = { id, status, version, actions: disputeActions(found, 'owner') };
  return { status: 200, headers: { ETag: `"${version}"` }, body };
}
