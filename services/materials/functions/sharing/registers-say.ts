import { dayOf } from '#shared/calendar';
import type { FetchDeps } from '../../deps.ts';
import { notAsked, readAnswer, registerFor, type Ask, type Due, type Known } from '../../domain/sharing/form-ask.ts';
import { isOfKind } from '../../exchange/adapters.ts';

/** What registers say for a form, and which of them have said anything: that is a read of the party's data. */
export interface Heard {
  known: Known[];
  read: { resource: string; type: string }[];
}

type Wanted = { ask: Ask; resource: string; field: string };

/** Each register is asked once, for all fields that it may know, and all at once: the slowest keeps nobody waiting longer than its time. */
export async function registersSay(
  due: Due,
  { asks, at }: { asks: readonly Ask[]; at: Date },
  deps: FetchDeps,
): Promise<Heard> {
  const wanted = asks.flatMap((ask): Wanted[] => {
    const found = registerFor(ask);
    return found ? [{ ask, ...found }] : [];
  });
  const byQuestion = Map.groupBy(wanted, ({ resource, ask }) => `${resource} ${lineOf({ resource, ask }) ?? ''}`);
  const heard = await Promise.all([...byQuestion.values()].map((fields) => askOne(due, { fields, at }, deps)));
  const none = asks.filter((ask) => !registerFor(ask)).map((ask): Known => ({ ask, why: 'none' }));
  return { known: [...none, ...heard.flatMap(({ known }) => known)], read: heard.flatMap(({ read }) => read) };
}

/** Which licence, which certificate: the line of the list names it. A register of persons is asked the same whatever the line is. */
const lineOf = ({ resource, ask }: Pick<Wanted, 'resource' | 'ask'>) =>
  isOfKind(resource) ? ask.requirement : undefined;

async function askOne(
  due: Due,
  { fields, at }: { fields: readonly Wanted[]; at: Date },
  { ask: askRegister }: FetchDeps,
): Promise<Heard> {
  const [first] = fields;
  if (!first) return { known: [], read: [] };
  const { resource } = first;
  const line = lineOf(first);
  const why = notAsked(resource, dayOf(at)) ?? (isOfKind(resource) && line === undefined ? 'unclear' : undefined);
  if (why) return { known: fields.map(({ ask }) => ({ ask, why })), read: [] };
  const { partyId: subject, draftId: caseId, itemKey, office, basis } = due;
  const requirement = line ?? resource;
  const answer = await askRegister(resource, { subject, caseId, itemKey, requirement, office, basis });
  const from = { resource, basis, at: at.toISOString() };
  const known = fields.map(({ ask, field }) => readAnswer({ ask, field, from }, answer));
  return { known, read: answer.outcome === 'fail' ? [] : [{ resource, type: requirement }] };
}
