import type { Scope } from '#shared/access';
import type { Saying } from '#shared/locale';
import { pointerOf, type Language } from '#shared/problem';
import type { Form, Mask } from '../../domain/form/form.ts';
import type { SentBack } from '../../domain/form/unmasking.ts';

const masked: Saying = {
  zh: '此处是掩码，请重新填写完整内容。',
  en: 'This is a mask: enter the whole value anew.',
};
/** A mask where there is nothing that it could stand for. */
export const maskLeft = (language: Language) => (path: (string | number)[]) => ({
  pointer: pointerOf(['form', ...path]),
  code: 'masked',
  message: masked[language],
});

/** What a form says: the applicant's as it stands, that of staff with what its masks stand for. */
export async function meant(
  sent: Form,
  kept: { form: Form; masks: () => readonly Mask[] },
  { capacities }: Scope,
): Promise<SentBack> {
  if (capacities.includes('applicant')) return { form: sent, unknown: [] };
  // Loaded with the first draft that staff save.
  const { unmasked } = await import('../../domain/form/unmasking.ts');
  return unmasked(sent, kept.form, kept.masks());
}
