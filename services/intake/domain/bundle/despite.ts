import { refused, type Decide } from '../case/change.ts';
import type { Deciding } from '../case/deciding.ts';
import { givesNoReasons } from '../supervision/reasons.ts';

/** What rests on an earlier part that is gone is granted only with a reason that others, and the supervisor, can read. */
export const despite =
  (items: readonly string[], decide: Decide<Deciding>): Decide<Deciding> =>
  (application, acting) => {
    const { despite: reasons, opinion } = acting.body;
    if (givesNoReasons({ reasons, opinion })) return refused('earlier-part-gone');
    const change = decide(application, acting);
    if ('refused' in change) return change;
    const { decision } = change.application;
    const told = decision && { ...decision, ...(reasons && { despite: { items: [...items], reasons } }) };
    const findings = [...(change.findings ?? []), { rule: 'earlier-part-gone' as const, about: items.join(' ') }];
    return { ...change, application: { ...change.application, decision: told }, findings };
  };
