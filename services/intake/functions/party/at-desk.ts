import { refuse, type Call, type Refusal } from '#shared/route';
import { deskOf } from '../../domain/case/view.ts';
import { isSigned, type Entitled } from '../../domain/party/entitled.ts';
import { deskFaults, type Entry, type EntryInput } from '../../domain/party/entry.ts';
import { notEntitled } from '../../problems/party.ts';
import { entryKept, entryRefusal } from './desk-entry.ts';
import { entitledBy, type EntitledDeps, type Whose } from './entitled.ts';

interface AtDesk extends Pick<Call, 'scope' | 'cause' | 'language'> {
  /** The case in which the desk acts for its applicant. */
  whose: Whose;
}

/** Of an act that a desk does for an applicant: who came, by what right, what was seen and signed. Who acts himself has none. */
export async function deskEntry(
  given: EntryInput | undefined,
  call: AtDesk,
  deps: EntitledDeps,
): Promise<{ entry: Entry | undefined } | Refusal> {
  const refusal = await entryRefusal(deskFaults(deskOf(call.scope.capacities), given), given, call);
  if (refusal || !given) return refusal ?? { entry: undefined };
  const right = await rightOf(given, call, deps);
  if ('problem' in right) return right;
  const by = right.saw === 'authority' ? { authorityId: right.authorityId } : {};
  return { entry: { ...(await entryKept(given, call, deps)), right: right.saw, ...by } };
}

/** A document of whoever came is held against the party of the case; without one the party itself must have signed. */
async function rightOf(given: EntryInput, call: AtDesk, deps: EntitledDeps): Promise<Entitled | Refusal> {
  const { whose, language } = call;
  const document = given.present?.document;
  const right = document ? await entitledBy(whose, { ...call, document }, deps) : signed(given);
  const fault = { pointer: '/entry/present/document', code: notEntitled.code, message: notEntitled[language] };
  return right ?? refuse(notEntitled, [fault]);
}

const signed = (given: EntryInput): Entitled | undefined => (isSigned(given) ? { saw: 'signature' } : undefined);
