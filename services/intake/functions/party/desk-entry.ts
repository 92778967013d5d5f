import { partyIdOf } from '#shared/party';
import { problems } from '#shared/problem';
import { refuse, type Call, type Refusal } from '#shared/route';
import { entryOf, type Entry, type EntryFault, type EntryInput } from '../../domain/party/entry.ts';
import type { IntakeDeps } from '../../deps.ts';
import { documentFaults } from './document-faults.ts';

type Asked = Pick<Call, 'cause' | 'language'>;

/** What is wrong with an entry, and with the document of whoever came, in words; undefined where nothing is. */
export async function entryRefusal(
  faults: readonly EntryFault[],
  given: EntryInput | undefined,
  call: Asked,
): Promise<Refusal | undefined> {
  const told = faults.length > 0 ? faults.map((await import('./entry-words.ts')).inWords(call)) : [];
  const document = given?.present?.document;
  const came = document ? await documentFaults([{ pointer: '/entry/present/document/number', document }], call) : [];
  return told.length + came.length === 0 ? undefined : refuse(problems.invalidInput, [...told, ...came]);
}

/** The entry as it is kept: the clerk who made it, and whoever came by his id. */
export async function entryKept(
  given: EntryInput,
  { scope }: Pick<Call, 'scope'>,
  { partyKey }: Pick<IntakeDeps, 'partyKey'>,
): Promise<Entry> {
  const document = given.present?.document;
  const came = document && partyIdOf(await partyKey(), document);
  return entryOf(given, { clerk: scope.actor.sub, office: scope.office }, came);
}
