import type * as z from 'zod';
import { documentIn } from '#shared/named-party';
import { partyIdOf } from '#shared/party';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { changed } from '../../domain/authority/change.ts';
import { occasionUnfit } from '../../problems/authority.ts';
import type { occasionBody } from '../../schemas/authority.ts';

/**
 * A death, a deregistration or another legal representative: all that stands on that party waits until somebody confirms it. One
 * authority in each transaction; the request counts as done once all are, so whoever repeats it goes on.
 */
export const reportOccasion =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof occasionBody>>>): Promise<HttpResponse> => {
    const { occasion, party, reasons, evidence } = call.body;
    if ((occasion === 'death') !== (party.kind === 'person')) return refuse(occasionUnfit);
    const { mark, reply: kept, ...unmarked } = call.cause;
    const partyId = partyIdOf(await deps.partyKey(), documentIn(party));
    const authorities = await deps.authorities();
    const standing = await authorities.ofParty(await deps.parties.group(partyId));
    const changes = standing.flatMap(
      (one) =>
        changed(one, { act: 'must-confirm', who: ['window'] }, { confirm: occasion, reasons, sheet: evidence }) ?? [],
    );
    for (const change of changes) await authorities.save(change, unmarked);
    const reply = { status: 200, body: { touched: changes.length } };
    const report = { id: deps.newId(), party: partyId, occasion, evidence, touched: changes.length };
    await authorities.keepReport(report, { ...call.cause, reply });
    return reply;
  };
