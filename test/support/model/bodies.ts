import { entryAt } from '../entries.ts';
import { colleague, steppingBack } from './review-acts.ts';
import { noticeDays, operatorOf, type Deed } from './acting.ts';
import type { ModelCase } from './case.ts';
import { wholeForm } from './items.ts';
import { targetOf } from './follow.ts';
import { personOf, subOf, type Name } from './people.ts';

const text = '说明';
const defects = [{ pointer: '/operator', what: text, mend: text }];
/** Who acts for an applicant says who came, and what he saw. */
const cameTo = (person: Name) => personOf(person).role === 'window' && { entry: entryAt.window };
/** What a deed says, for the route. */
const bodies: Record<string, (deed: Deed, one: Pick<ModelCase, 'expires'>) => object> = {
  accept: ({ defer, days, grant }, { expires: until }) => ({
    ...(defer && {
      tolerance: { requirements: ['plan'], days, promised: true, signature: { ref: 'hall-2026-0001' } },
    }),
    ...(until && grant && { licence: { document: text, until } }),
  }),
  'request-correction': ({ days }) => ({ defects, days: noticeDays(days) }),
  'extend-correction': ({ days }) => ({ days, reason: text }),
  resubmit: ({ person, grant, days }) => ({
    changes: grant ? [{ pointer: '/operator', value: operatorOf(days) }] : [],
    answers: [{ pointer: '/operator', text }],
    ...cameTo(person),
  }),
  'propose-refusal': () => ({ reasons: text, guidance: text }),
  'approve-refusal': () => ({ opinion: text }),
  'overturn-refusal': () => ({ opinion: text }),
  signpost: () => ({ office: { outside: text }, guidance: text }),
  'signpost-agreed': () => ({ office: { outside: text }, guidance: text, entry: entryAt.window }),
  'tasks/1/transfer': (deed) => ({ to: colleague(deed), reason: text }),
  'tasks/1/recuse': (deed) => ({
    ...(steppingBack(deed) !== subOf(deed.person) && { who: steppingBack(deed) }),
    reason: text,
  }),
  'tasks/1/opinion': () => ({ verdict: 'agree', opinion: text }),
  'settle-tolerance': () => ({ came: [{ requirement: 'plan', seen: { originals: 1, copies: 0 } }] }),
  suspend: () => ({ kind: 'hearing', why: text }),
  resume: () => ({ result: text }),
  'request-supplement': ({ days, defer }) => ({
    defects,
    days: noticeDays(days),
    why: text,
    ...(defer && { shownBy: 'on-site' }),
  }),
  extend: ({ days }) => ({ days, why: text }),
  decide: ({ grant }) => ({ outcome: grant ? 'granted' : 'refused', opinion: text, reasons: text }),
  forward: (deed) => ({ itemKey: targetOf(deed), why: text }),
  'propose-void': () => ({ ground: 'clerical', why: text }),
  void: () => ({ ground: 'clerical', why: text }),
  withdraw: ({ person }) => ({ reason: text, ...cameTo(person) }),
  correct: ({ person }) => ({ why: text, ...cameTo(person) }),
  revoke: () => ({ ground: 'deception', why: text }),
  sanction: () => ({ act: 'forfeit', why: text }),
  review: ({ person }) => ({ why: text, ...cameTo(person) }),
  'commitment/keep': () => ({ result: text }),
  'commitment/order': ({ days }) => ({ result: text, days }),
  'commitment/break': () => ({ result: text }),
  'commitment/repair': () => ({ result: text }),
};

/** A review that grants what was asked for says what the decision says from now on. */
const ruling = { ruling: 'changed', changedTo: text };

export function bodyOf(deed: Deed, one: Pick<ModelCase, 'item' | 'follows' | 'expires'>): object {
  if (deed.name === 'edit') return { form: wholeForm(one.item) };
  const rules = deed.name === 'decide' && deed.grant && one.follows?.as === 'review';
  return { ...bodies[deed.name]?.(deed, one), ...(rules && ruling) };
}
