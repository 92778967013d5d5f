import type * as z from 'zod';
import type { Saying } from '#shared/locale';
import { partyIdOf } from '#shared/party';
import { problems } from '#shared/problem';
import { refuse, type Call, type Refusal } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import { channelFault } from '../../domain/case/draft.ts';
import { isOwn } from '../../domain/case/own.ts';
import { audiencesOf } from '../../domain/party/audience.ts';
import { entryFaults } from '../../domain/party/entry.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import * as partyProblems from '../../problems/party.ts';
import { documentIn, numberIn } from '#shared/named-party';
import type { Matter } from '../../domain/party/authority.ts';
import type { createBody } from '../../schemas/case.ts';
import { entryKept, entryRefusal } from '../party/desk-entry.ts';
import { documentFaults } from '../party/document-faults.ts';

type Named = Pick<z.infer<ReturnType<typeof createBody>>, 'channel' | 'applicant' | 'authorityId' | 'entry'>;
export interface Beginning extends Call<unknown, Named> {
  /** What is applied for: whoever does so for another must have authority for all of it. */
  matters: readonly Matter[];
}
export type ForWhomDeps = Pick<IntakeDeps, 'partyKey' | 'standing' | 'persons'>;

/** For whom a case is begun, by what right, and how it was entered. */
export type ForWhom = Pick<Application, 'partyId' | 'authorityId' | 'appliesAs' | 'entry'>;

const unnamed: Saying = { zh: '请填写为谁申请。', en: 'Name the applicant for whom the case is entered.' };
const channelWords = {
  'not-online': { zh: '申请人请选择网上或手机端渠道。', en: 'An applicant applies online or in the app.' },
  'not-of-the-post': { zh: '请选择本岗位对应的渠道。', en: 'Staff enter a case in the channel of their post.' },
} satisfies Record<string, Saying>;
/** The caller himself, the one for whom he holds an authority or may act, or the one whom staff name. */
export async function forWhom(call: Beginning, deps: ForWhomDeps): Promise<ForWhom | Refusal> {
  const { body, scope, language } = call;
  const wrongChannel = channelFault(body.channel, scope.capacities);
  if (wrongChannel) {
    const message = channelWords[wrongChannel][language];
    return refuse(problems.invalidInput, [{ pointer: '/channel', code: 'invalid_value', message }]);
  }
  const unfit = await entryRefusal(entryFaults(body.channel, body), body.entry, call);
  if (unfit) return unfit;
  const party = await (body.authorityId ? byAuthority(call, body.authorityId, deps) : byName(call, deps));
  if ('problem' in party) return party;
  // Staff enter for others; an officer says by his authority all that a clerk says by what he saw.
  const atDesk = !scope.capacities.includes('applicant') && !body.authorityId;
  if (!atDesk) return party;
  const [known, entry] = await Promise.all([
    deps.persons.know(scope, call.cause.at),
    entryKept(body.entry ?? nothing, call, deps),
  ]);
  return isOwn({ ...party, entry }, known.actor) ? refuse(caseProblems['own-case']) : { ...party, entry };
}

/** Most apply for themselves: what reads an authority is loaded with the first who names one. */
async function byAuthority(call: Beginning, authorityId: string, deps: ForWhomDeps): Promise<ForWhom | Refusal> {
  return (await import('./by-authority.ts')).byAuthority(call, authorityId, deps);
}

async function byName(call: Beginning, deps: ForWhomDeps): Promise<ForWhom | Refusal> {
  const { body, scope, language } = call;
  const { capacities, parties, actor } = scope;
  const own = capacities.includes('applicant');
  if (!body.applicant && own) return { partyId: actor.partyId, appliesAs: audiencesOf(actor) };
  if (!body.applicant) {
    return refuse(problems.invalidInput, [{ pointer: '/applicant', code: 'required', message: unnamed[language] }]);
  }
  const document = documentIn(body.applicant);
  const partyId = partyIdOf(await deps.partyKey(), document);
  // His own and his organisations' numbers an identity platform vouches for; what a clerk types is looked at.
  if (own && !parties.includes(partyId)) return refuse(partyProblems.partyNotYours);
  const named = { pointer: numberIn(body.applicant, '/applicant'), document };
  const faults = own ? [] : await documentFaults([named], call, body.entry?.codeSeen);
  return faults.length > 0
    ? refuse(problems.invalidInput, faults)
    : { partyId, appliesAs: audiencesOf(body.applicant) };
}

const nothing = { documentsSeen: [], originalChecked: false, signatureKept: false };
