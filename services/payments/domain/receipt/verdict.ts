import type { Receipt } from './receipt.ts';

export type Verdict = 'good' | 'entered' | 'reversed' | 'red';

/** How good a receipt is to who holds it. */
export function verdictOf({ kind, state }: Pick<Receipt, 'kind' | 'state'>): Verdict {
  if (kind === 'red') return 'red';
  return state === 'reversed' || state === 'entered' ? state : 'good';
}

export const verdicts: Record<Verdict, { zh: string; en: string }> = {
  good: { zh: '票据有效，尚未入账。', en: 'The receipt is good and not entered yet.' },
  entered: {
    zh: '票据有效，已经入账，请勿重复报销。',
    en: 'The receipt is good and was entered: it is not to be claimed again.',
  },
  reversed: { zh: '票据已冲红，不再有效。', en: 'The receipt was taken back by a red one and is good no more.' },
  red: { zh: '这是红字票据，冲销所列原票据。', en: 'This is a red receipt: it takes back the one that it names.' },
};
