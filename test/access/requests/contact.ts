import { contactWish, deskWish } from '../../docs/examples/contact.ts';
import { companyActor } from '../applicants.ts';
import { plain, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const company = companyActor(2);
const path = '/notifications/contact';

/** The company has an address, which is proved to be its own, or confirmed for official papers. */
const addressed =
  (as: 'new' | 'code-sent' | 'verified' | 'confirmed') =>
  async (hall: Hall): Promise<string> => {
    const body = { addresses: [{ channel: 'email', value: 'company@example.com' }], language: 'zh', optOuts: [] };
    await hall.ask({ method: 'PUT', path, body, actor: company, headers: { 'If-Match': '"0"' } });
    const act = (name: string, said: object) =>
      hall.ask({ method: 'POST', path: `${path}/email/${name}`, body: said, actor: company });
    if (as === 'new') return '';
    await act('send-code', {});
    if (as === 'code-sent') return hall.codeSent();
    await act('verify', { code: hall.codeSent() });
    if (as === 'confirmed') await act('confirm', { text: 'delivery-1' });
    return '';
  };

const names = { channel: 'email' };

export const contactAskings: Record<string, Asking> = {
  'GET /notifications/contact': { request: plain },
  'PUT /notifications/contact': { request: () => ({ body: contactWish, headers: { 'If-Match': '"0"' } }) },
  'POST /notifications/contact/at-desk': { request: () => ({ body: deskWish }) },
  'GET /notifications/contact/desk-records': { request: plain },
  'POST /notifications/contact/{channel}/send-code': {
    prepare: addressed('new'),
    names,
    request: () => ({ body: {} }),
  },
  'POST /notifications/contact/{channel}/verify': {
    prepare: addressed('code-sent'),
    names,
    request: (_desk, _actor, code) => ({ body: { code } }),
  },
  'POST /notifications/contact/{channel}/confirm': {
    prepare: addressed('verified'),
    names,
    request: () => ({ body: { text: 'delivery-1' } }),
  },
  'POST /notifications/contact/{channel}/withdraw': {
    prepare: addressed('confirmed'),
    names,
    request: () => ({ body: {} }),
  },
};
