import type * as z from 'zod';
import type { Saying } from '#shared/locale';
import { partyIdOf } from '#shared/party';
import { pointerOf, problems } from '#shared/problem';
import { refuse, type Call, type Refusal } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import { entryFaults, entryOf, type EntryFault } from '../../domain/party/entry.ts';
import type { IntakeDeps } from '../../deps.ts';
import * as partyProblems from '../../problems/party.ts';
import { documentIn } from '../../schemas/applicant.ts';
import type { createBody } from '../../schemas/case.ts';
import { refusalOf } from '../../standing.ts';

type Beginning = Call<unknown, z.infer<ReturnType<typeof createBody>>>;
type Deps = Pick<IntakeDeps, 'partyKey' | 'standing'>;

/** For whom a case is begun, by what right, and how it was entered. */
export type ForWhom = Pick<Application, 'partyId' | 'authorityId' | 'entry'>;

const unnamed: Saying = { zh: '请填写为谁申请。', en: 'Name the applicant for whom the case is entered.' };
const entryWords = {
  missing: { zh: '此渠道必须填写。', en: 'This is required in this channel.' },
  'not-in-this-channel': { zh: '此渠道不能填写。', en: 'This cannot be said in this channel.' },
  'nothing-seen': { zh: '请填写看过哪些证件。', en: 'Say which documents were seen.' },
  'nobody-named': { zh: '请填写到场人的证件。', en: 'Name the person present by a document.' },
} satisfies Record<EntryFault['code'], Saying>;

/** The caller himself, the one for whom he holds an authority or may act, or the one whom staff name. */
export async function forWhom(call: Beginning, deps: Deps): Promise<ForWhom | Refusal> {
  const { body, scope, language } = call;
  const faults = entryFaults(body.channel, body);
  if (faults.length > 0) {
    const told = faults.map(({ path, code }) => ({
      pointer: pointerOf(path),
      code,
      message: entryWords[code][language],
    }));
    return refuse(problems.invalidInput, told);
  }
  const party = await (body.authorityId ? byAuthority(call, body.authorityId, deps) : byName(call, deps));
  if ('problem' in party) return party;
  // Staff enter for others; an officer says by his authority all that a clerk says by what he saw.
  const atDesk = !scope.capacities.includes('applicant') && !body.authorityId;
  return atDesk ? { ...party, entry: await entryFrom(call, deps) } : party;
}

async function byAuthority(call: Beginning, authorityId: string, deps: Deps): Promise<ForWhom | Refusal> {
  const { itemKey, projectId, stage, applicant } = call.body;
  const place = await deps.standing.forItem(
    call.scope,
    { authorityId, matter: { itemKey, projectId, stage } },
    call.cause.at,
  );
  const refusal = refusalOf(place);
  if (refusal) return refuse(refusal);
  if (!('authority' in place)) return refuse(partyProblems.noAuthority);
  const { principal } = place.authority;
  if (applicant && partyIdOf(await deps.partyKey(), documentIn(applicant)) !== principal) {
    return refuse(partyProblems.partyNotYours);
  }
  return { partyId: principal, authorityId };
}

async function byName({ body, scope, language }: Beginning, deps: Deps): Promise<ForWhom | Refusal> {
  const { capacities, parties, actor } = scope;
  const own = capacities.includes('applicant');
  if (!body.applicant && own) return { partyId: actor.partyId };
  if (!body.applicant) {
    return refuse(problems.invalidInput, [{ pointer: '/applicant', code: 'required', message: unnamed[language] }]);
  }
  const partyId = partyIdOf(await deps.partyKey(), documentIn(body.applicant));
  return own && !parties.includes(partyId) ? refuse(partyProblems.partyNotYours) : { partyId };
}

async function entryFrom({ body, scope }: Beginning, { partyKey }: Deps) {
  const given = body.entry ?? { documentsSeen: [], originalChecked: false, signatureKept: false };
  const document = given.present?.document;
  return entryOf(
    given,
    { clerk: scope.actor.sub, office: scope.office },
    document && partyIdOf(await partyKey(), document),
  );
}
