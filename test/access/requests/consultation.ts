import { companyActor } from '../applicants.ts';
import { plain, seen, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';
import { staffActor } from '../../support/actors.ts';

const limits = { consultation: 3, silence: 5, problemInDistrict: 5, problemInCity: 5, problemReport: 1 };
const text = '办理食品经营许可需要哪些材料？';
const answering = staffActor('window', { department: 'amr' }, 'answering');

/** A question of the company to the department of the callers, after these acts. */
const asked =
  (...acts: readonly [name: string, body: object][]) =>
  async (hall: Hall): Promise<string> => {
    const actor = companyActor(2);
    const body = { text, department: 'amr' };
    const made = await hall.ask({ method: 'POST', path: '/agency/consultations', body, actor });
    const id = String(made.body['id']);
    for (const [name, said] of acts) {
      await hall.ask({ method: 'POST', path: `/agency/consultations/${id}/${name}`, body: said, actor: answering });
    }
    return id;
  };
const answered = asked(['answer', { text: '见办事指南。' }]);
const act = (prepare: Asking['prepare'], body: object = {}): Asking => ({
  ...(prepare && { prepare }),
  request: () => ({ body }),
});

export const consultationAskings: Record<string, Asking> = {
  'GET /agency/help-limits': { request: plain },
  'POST /agency/help-limits': { request: seen(1, limits) },
  'GET /agency/consultations': { request: plain },
  'POST /agency/consultations': { request: () => ({ body: { text } }) },
  'GET /agency/consultations/{id}': { prepare: asked(), request: plain },
  'POST /agency/consultations/{id}/take': act(asked()),
  'POST /agency/consultations/{id}/pass-on': act(asked(), { department: 'mnr' }),
  'POST /agency/consultations/{id}/answer': act(asked(), { text }),
  'POST /agency/consultations/{id}/ask-back': act(asked(), { text }),
  'POST /agency/consultations/{id}/tell': act(answered, { text }),
  'POST /agency/consultations/{id}/close': act(answered, { helpful: true }),
  'POST /agency/consultations/{id}/withdraw': act(asked()),
};
