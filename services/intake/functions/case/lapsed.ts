import type { Language } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import { lapsedOn, type Holding } from '../../domain/holding/holding.ts';
import { isOutdated, type PrefilledField, type SaidBy } from '../../domain/form/prefilled.ts';
import type { IntakeDeps } from '../../deps.ts';
import { prefilledLapsed } from '../../problems/prefilled.ts';

type Deps = Pick<IntakeDeps, 'holdings'>;

/** Fields that were filled in, beside how what says them stands now: the library tells of what this set did not give itself. */
export async function withLapse(
  fields: readonly PrefilledField[],
  at: Date,
  { holdings }: Deps,
): Promise<PrefilledField[]> {
  const editions = fields.flatMap(({ from }) => (from && 'licenceId' in from ? [from] : []));
  const known = editions.length === 0 ? [] : await (await holdings()).getAll(editions);
  return fields.map((field) => {
    const lapsed = field.lapsed ?? (field.from && overOn(field.from, known, at));
    return { ...field, ...(lapsed && { lapsed }) };
  });
}

function overOn(from: SaidBy, known: readonly Holding[], at: Date): string | undefined {
  if ('resource' in from) return isOutdated(from, at) ? 'outdated' : undefined;
  const { licenceId, edition, until } = from;
  const found = known.find((one) => one.licenceId === licenceId && one.edition === edition);
  return lapsedOn(found ?? { state: 'valid', until }, at);
}

interface Handing {
  at: Date;
  language: Language;
}

/** Names every field that says what a licence said which is in force no more; undefined where none does. */
export async function lapsedRefusal(
  fields: readonly PrefilledField[],
  { at, language }: Handing,
  deps: Deps,
): Promise<Refusal | undefined> {
  const lapsed = (await withLapse(fields, at, deps)).filter((field) => field.lapsed !== undefined);
  const message = prefilledLapsed[language];
  const faults = lapsed.map(({ pointer }) => ({ pointer: `/form${pointer}`, code: prefilledLapsed.code, message }));
  return faults.length > 0 ? refuse(prefilledLapsed, faults) : undefined;
}
