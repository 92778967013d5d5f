import type { Saying } from '#shared/locale';
import { partyIdOf } from '#shared/party';
import { pointerOf, problems, type Fault } from '#shared/problem';
import { refuse, type Call, type Refusal } from '#shared/route';
import { deskOf } from '../../domain/case/view.ts';
import { deskFaults, entryOf, type Entry, type EntryFault, type EntryInput } from '../../domain/party/entry.ts';
import type { IntakeDeps } from '../../deps.ts';
import { documentFaults } from './document-faults.ts';

const words = {
  missing: { zh: '此渠道必须填写。', en: 'This is required in this channel.' },
  'not-in-this-channel': { zh: '此渠道不能填写。', en: 'This cannot be said in this channel.' },
  'nothing-seen': { zh: '请填写看过哪些证件。', en: 'Say which documents were seen.' },
  'original-unchecked': { zh: '请核对证件原件。', en: 'The original must be checked.' },
  unsigned: {
    zh: '请由申请人签名确认，或说明未签名的原因（unsigned）。',
    en: 'The applicant signs, or `unsigned` says why not.',
  },
  'nobody-named': { zh: '请填写到场人的证件。', en: 'Name the person present by a document.' },
} satisfies Record<EntryFault['code'], Saying>;

type Asked = Pick<Call, 'cause' | 'language'>;

/** What is wrong with an entry, and with the document of whoever came, in words; undefined where nothing is. */
export function entryRefusal(
  faults: readonly EntryFault[],
  given: EntryInput | undefined,
  call: Asked,
): Refusal | undefined {
  const told = faults.map(inWords(call));
  const document = given?.present?.document;
  const came = document ? documentFaults([{ pointer: '/entry/present/document/number', document }], call) : [];
  return told.length + came.length === 0 ? undefined : refuse(problems.invalidInput, [...told, ...came]);
}

const inWords =
  ({ language }: Asked) =>
  ({ path, code }: EntryFault): Fault => ({ pointer: pointerOf(path), code, message: words[code][language] });

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

/** Of an act that a desk does for an applicant: who came, what was seen and signed. */
export async function deskEntry(
  given: EntryInput | undefined,
  call: Pick<Call, 'scope'> & Asked,
  deps: Pick<IntakeDeps, 'partyKey'>,
): Promise<{ entry: Entry | undefined } | Refusal> {
  const refusal = entryRefusal(deskFaults(deskOf(call.scope.capacities), given), given, call);
  return refusal ?? { entry: given && (await entryKept(given, call, deps)) };
}
