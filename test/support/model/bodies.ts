import { entryAt } from '../entries.ts';
import type { Deed } from './acts.ts';
import type { ModelCase } from './case.ts';

const text = '说明';
const defects = [{ pointer: '/operator', what: text, mend: text }];
/** What a deed says, for the route. */
export const bodies: Record<string, (deed: Deed, one: Pick<ModelCase, 'expires'>) => object> = {
  accept: ({ defer, days, grant }, { expires: until }) => ({
    ...(defer && {
      tolerance: { requirements: ['plan'], days, promised: true, signature: { ref: 'hall-2026-0001' } },
    }),
    ...(until && grant && { licence: { document: text, until } }),
  }),
  'request-correction': ({ days }) => ({ defects, days: Math.max(5, days) }),
  'extend-correction': ({ days }) => ({ days, reason: text }),
  resubmit: ({ person }) => ({
    changes: [],
    answers: [{ pointer: '/operator', text }],
    ...(person === 'clerk' && { entry: entryAt.window }),
  }),
  'propose-refusal': () => ({ reasons: text, guidance: text }),
  'approve-refusal': () => ({ opinion: text }),
  'overturn-refusal': () => ({ opinion: text }),
  signpost: () => ({ office: { outside: text }, guidance: text }),
  'tasks/1/opinion': () => ({ verdict: 'agree', opinion: text }),
  suspend: () => ({ kind: 'hearing', why: text }),
  resume: () => ({ result: text }),
  'request-supplement': ({ days }) => ({ defects, days: Math.max(5, days), why: text }),
  extend: ({ days }) => ({ days, why: text }),
  decide: ({ grant }) => ({ outcome: grant ? 'granted' : 'refused', opinion: text, reasons: text }),
  void: () => ({ ground: 'clerical', why: text }),
  withdraw: () => ({ reason: text }),
};
