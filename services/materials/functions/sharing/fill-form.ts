import { PrefillKnownV1 } from '#events/materials/prefill-known.v1';
import type { PrefillDueV1 } from '#events/intake/prefill-due.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { handOver, type Handed } from '#shared/handed-over';
import type { FetchDeps } from '../../deps.ts';
import { registerFor, type Due, type Known, type SaidBy } from '../../domain/sharing/form-ask.ts';
import { licencesSay } from './licences-say.ts';
import { registersSay, type Heard } from './registers-say.ts';

/**
 * A form was begun somewhere: what the party's licences say, and what registers do of the rest, goes to its set by the
 * hand-over bucket. The answer, who has asked and what must be told if it holds no more are one transaction. A register that
 * does not answer leaves its fields open, and says so: nobody waits for it with a form in his hands.
 */
export const fillForm =
  (deps: FetchDeps) =>
  async ({ data, district }: ReceivedOf<typeof PrefillDueV1>, cause: Cause): Promise<void> => {
    const at = deps.now();
    const said = await licencesSay(data, at, deps);
    const rest = data.asks.filter((ask) => !said.some((one) => one.ask === ask && settles(one)));
    const heard = await registersSay(data, { asks: rest, at }, deps);
    const known = [...said.filter(settles), ...heard.known];
    const { draftId, form } = data;
    const handed = await handOn(known, { draftId, district }, deps);
    const answer = { draftId, form, open: openIn(known), ...(handed && { known: handed }) };
    const accesses = accessesOf(data, { known, heard, at: at.toISOString() }, deps);
    const rests = known.flatMap((one) => ('from' in one ? [one.from] : []));
    await (await deps.fillings()).tell({ answer, district, partyId: data.partyId, rests, accesses }, cause);
  };

/** A register may know what no licence says. */
const settles = (one: Known): boolean => 'value' in one || registerFor(one.ask) === undefined;

const openIn = (known: readonly Known[]) =>
  known.flatMap((one) => {
    if (!('why' in one)) return [];
    const { source, sameAs } = one.ask;
    return [{ source, ...(sameAs && { sameAs }), why: one.why }];
  });

/** Values are personal: they travel beside the fact. */
async function handOn(
  known: readonly Known[],
  { draftId, district }: { draftId: string; district: string },
  { handOver: bucket }: FetchDeps,
): Promise<Handed | undefined> {
  const values = known.flatMap((one) => {
    if (!('value' in one)) return [];
    const { source, sameAs } = one.ask;
    return [{ source, ...(sameAs && { sameAs }), value: one.value, from: one.from }];
  });
  if (values.length === 0) return undefined;
  return handOver({ values }, `${PrefillKnownV1.type}/${district}/${draftId}`, bucket);
}

/** Who has asked registers, the party reads in any case; of its own licences, where somebody else is shown what they say. */
function accessesOf(
  { draftId: caseId, office, basis: reason, own }: Due,
  { known, heard, at }: { known: readonly Known[]; heard: Heard; at: string },
  { newId }: FetchDeps,
) {
  const read = { at, office, actor: 'service:materials', caseId, reason };
  const registers = heard.read.map((one) => ({ id: newId(), ...read, ...one }));
  const licences = own ? [] : editionsIn(known).map((one) => ({ id: newId(), ...read, ...one }));
  return [...registers, ...licences];
}

function editionsIn(known: readonly Known[]) {
  const editions = known.flatMap((one): [string, { materialId: string; version: number; type: string }][] => {
    const from: SaidBy | undefined = 'from' in one ? one.from : undefined;
    if (!from || !('licenceId' in from)) return [];
    const { licenceId: materialId, edition: version } = from;
    const type = /^licence:([^/]+)/.exec(one.ask.source)?.[1] ?? 'licence';
    return [[`${materialId}#${version}`, { materialId, version, type }]];
  });
  return [...new Map(editions).values()];
}
