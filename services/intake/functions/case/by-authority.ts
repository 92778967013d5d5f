import { partyIdOf } from '#shared/party';
import { refuse, type Refusal } from '#shared/route';
import { audiencesOf, audiencesUnder } from '../../domain/party/audience.ts';
import * as partyProblems from '../../problems/party.ts';
import { documentIn } from '#shared/named-party';
import { refusalOf } from '../../standing.ts';
import type { Beginning, ForWhom, ForWhomDeps } from './applicant-of.ts';

/** The party for whom somebody may begin by the authority that he names. */
export async function byAuthority(call: Beginning, authorityId: string, deps: ForWhomDeps): Promise<ForWhom | Refusal> {
  const { scope, cause, matters, body } = call;
  const places = await Promise.all(
    matters.map((matter) => deps.standing.forItem(scope, { authorityId, matter }, cause.at)),
  );
  const refusal = places.map(refusalOf).find((one) => one !== undefined);
  if (refusal) return refuse(refusal);
  const [place] = places;
  if (!place || !('authority' in place)) return refuse(partyProblems.noAuthority);
  const { principal } = place.authority;
  if (body.applicant && partyIdOf(await deps.partyKey(), documentIn(body.applicant)) !== principal) {
    return refuse(partyProblems.partyNotYours);
  }
  const appliesAs = body.applicant ? audiencesOf(body.applicant) : audiencesUnder(place.authority);
  return { partyId: principal, authorityId, ...(appliesAs && { appliesAs }) };
}
