import type { Saying } from '#shared/locale';
import type { LicenceFault } from '../domain/case/licence.ts';
import type { SituationFault } from '../domain/case/renewal.ts';

/** What is wrong with the situation that an applicant names, or with the end of his licence: by its field. */
export const situationFaults: Record<SituationFault | LicenceFault, { pointer: string; message: Saying }> = {
  'situation-unknown': {
    pointer: '/situation',
    message: { zh: '该事项没有这种情形。', en: 'The item has no such situation.' },
  },
  'expiry-missing': {
    pointer: '/expiresOn',
    message: { zh: '申请延续的，请填写证照有效期届满日。', en: 'A renewal says on which day the licence ends.' },
  },
  'expiry-not-asked': {
    pointer: '/expiresOn',
    message: { zh: '只有申请延续的才填写证照有效期届满日。', en: 'Only a renewal says when a licence ends.' },
  },
  'expiry-past': {
    pointer: '/expiresOn',
    message: {
      zh: '证照有效期已届满，不能延续，请重新申请。',
      en: 'The licence has ended and cannot be renewed: apply for a new one.',
    },
  },
  'expiry-far': {
    pointer: '/expiresOn',
    message: {
      zh: '证照有效期届满前一年内方可申请延续。',
      en: 'A renewal is taken in during the last year of a licence.',
    },
  },
  'licence-unclear': {
    pointer: '/licenceId',
    message: {
      zh: '您持有多个这样的证照，请指明是哪一个（颁发该证照的办件 id）。',
      en: 'You hold several such licences: name the case that granted the one you mean.',
    },
  },
  'licence-unknown': {
    pointer: '/licenceId',
    message: {
      zh: '您没有本机关颁发的、有效期至该日的这一证照。',
      en: 'You hold no such licence of this office that ends on that day.',
    },
  },
};
