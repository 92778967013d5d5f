import { refused, type Change, type Decide } from '../case/change.ts';
import { givesNoReasons } from '../supervision/reasons.ts';

/** What a grant may say. */
export interface Granting {
  despite?: string | undefined;
  opinion?: string | undefined;
}

/** What rests on an earlier part that is gone is granted, or filed, only with a reason that others, and the supervisor, can read. */
export const despite =
  <Body extends Granting>(items: readonly string[], decide: Decide<Body>): Decide<Body> =>
  (application, acting) => {
    const { despite: reasons, opinion } = acting.body;
    if (givesNoReasons({ reasons, opinion: opinion ?? '' })) return refused('earlier-part-gone');
    const change = decide(application, acting);
    if ('refused' in change) return change;
    const { decision } = change.application;
    const told = decision && { ...decision, ...(reasons && { despite: { items: [...items], reasons } }) };
    return grantedDespite(items, { ...change, application: { ...change.application, decision: told } });
  };

/** Whoever grants it, the supervisor hears of it. */
export const grantedDespite = (items: readonly string[], change: Change): Change => ({
  ...change,
  findings: [...(change.findings ?? []), { rule: 'earlier-part-gone', about: items.join(' ') }],
});
