import type { Fault } from '#shared/problem';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { listFaults, type ChargeList } from '../../domain/charge/charge-list.ts';
import { isProposer, proposer } from '../../domain/person.ts';
import { listMixedMerchant, listOver, listTwice, listUnknownPayee, ownList } from '../../problems/charge.ts';

const words = { twice: listTwice, 'unknown-payee': listUnknownPayee, 'mixed-merchant': listMixedMerchant };

/** Finance proposes a whole list; every fault is named, and nothing of it counts before another has approved it. */
export const proposeList =
  ({ charges, newId }: PaymentsDeps) =>
  async ({ body, scope, cause, language }: Call<unknown, ChargeList>): Promise<HttpResponse> => {
    const faults = listFaults(body).map(({ pointer, fault }): Fault => {
      const { code, ...said } = words[fault];
      return { pointer, code, message: said[language] };
    });
    if (faults.length > 0) return refuse(problems.invalidInput, faults);
    const base = await charges.liveId();
    const about = { ...proposer(scope.actor), proposedAt: cause.at, ...(base && { base }) };
    const made = { id: newId(), version: 1, list: body, ...about };
    const reply = {
      status: 201,
      headers: { Location: `/payments/charge-list/${made.id}`, ETag: '"1"' },
      body: acted(made.id, 1, ['approve']),
    };
    await charges.propose(made, { ...cause, reply });
    return reply;
  };

/** Another person makes it the list in force. One that was proposed upon an older list must be proposed again. */
export const approveList =
  ({ charges }: PaymentsDeps) =>
  async ({ params, ifMatch, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await charges.get(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    if (found.version !== ifMatch) return refuse(problems.versionStale);
    if (found.approvedAt || found.base !== (await charges.liveId())) return refuse(listOver);
    if (isProposer(found, scope.actor)) return refuse(ownList);
    const version = found.version + 1;
    const reply = { status: 200, headers: { ETag: `"${version}"` }, body: acted(found.id, version, []) };
    const approved = { ...found, version, approvedBy: scope.actor.sub, approvedAt: cause.at };
    await charges.approve(approved, { ...cause, reply });
    return reply;
  };

/** A list as it was proposed: who approves it has read it. */
export const getList =
  ({ charges }: PaymentsDeps) =>
  async ({ params }: Call): Promise<HttpResponse> => {
    const found = await charges.get(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const { id, version, base, list, proposedBy, proposedAt, approvedBy, approvedAt } = found;
    const isOpen = !approvedAt && base === (await charges.liveId());
    const body = {
      ...acted(id, version, isOpen ? ['approve'] : []),
      status: approvedAt ? 'approved' : 'proposed',
      ...list,
      proposedBy,
      proposedAt: proposedAt.toISOString(),
      ...(approvedBy && { approvedBy }),
    };
    return { status: 200, headers: { ETag: `"${version}"` }, body };
  };

/** What may be asked today: public, as the law wants (收费目录清单公示). */
export const readList =
  ({ charges }: PaymentsDeps) =>
  async (): Promise<HttpResponse> => {
    const found = await charges.live();
    if (!found) return refuse(problems.notFound);
    return { status: 200, body: { id: found.id, payees: found.payees, charges: found.charges } };
  };

const acted = (id: string, version: number, actions: string[]) => ({
  id,
  status: actions.length > 0 ? 'proposed' : 'in-force',
  version,
  actions,
});
