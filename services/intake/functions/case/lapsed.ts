import type { Language } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import { lapsedOn } from '../../domain/holding/holding.ts';
import type { PrefilledField } from '../../domain/form/prefilled.ts';
import type { IntakeDeps } from '../../deps.ts';
import { prefilledLapsed } from '../../problems/prefilled.ts';

type Deps = Pick<IntakeDeps, 'holdings'>;

/** A field that was filled in, with why the licence that said it is in force no more. */
export type LookedField = PrefilledField & { lapsed?: string };

/** Fields that were filled in, beside how the licences stand now. */
export async function withLapse(
  fields: readonly PrefilledField[],
  at: Date,
  { holdings }: Deps,
): Promise<LookedField[]> {
  const editions = fields.flatMap(({ from }) => from ?? []);
  if (editions.length === 0) return [...fields];
  const known = await (await holdings()).getAll(editions);
  return fields.map((field) => {
    const { licenceId, edition } = field.from ?? {};
    const found = known.find((one) => one.licenceId === licenceId && one.edition === edition);
    const lapsed = found && lapsedOn(found, at);
    return { ...field, ...(lapsed && { lapsed }) };
  });
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
