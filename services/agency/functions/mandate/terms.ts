import type * as z from 'zod';
import { dayOf, startOf } from '#shared/calendar';
import type { Fault } from '#shared/problem';
import type { Call } from '#shared/route';
import type { Terms } from '../../domain/mandate/mandate.ts';
import { itemsUnfit, untilPast } from '../../problems/mandate.ts';
import type { mandateBody } from '../../schemas/mandate.ts';

type Said = z.infer<ReturnType<typeof mandateBody>>;

/** A partial mandate names its items, a full one none; and its end is still to come. */
export function termsFaults(said: Said, { language, cause }: Pick<Call, 'language' | 'cause'>): Fault[] {
  const { extent, items, until } = said;
  const fits = (extent === 'partial') === (items !== undefined);
  const comes = until === undefined || until > dayOf(cause.at);
  return [
    ...(fits ? [] : [{ pointer: '/items', code: itemsUnfit.code, message: itemsUnfit[language] }]),
    ...(comes ? [] : [{ pointer: '/until', code: untilPast.code, message: untilPast[language] }]),
  ];
}

/** What was said, as it is agreed: it ends with the last day before `until`. */
export function termsIn({ stages, extent, items = ['*'], until }: Said): Terms {
  return {
    stages: stages.toSorted((a, b) => a - b),
    extent,
    items,
    until: until === undefined ? undefined : startOf(until),
  };
}
