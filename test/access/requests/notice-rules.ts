import { staffActor } from '../../support/actors.ts';
import { noticeEdition } from '../../docs/examples/notice-rules.ts';
import type { Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const ofGulou: Asking['request'] = () => ({ query: { district: 'gulou' } });

/** An edition of Gulou that waits for somebody else's approval. */
async function proposed(hall: Hall): Promise<string> {
  const actor = staffActor('catalogue-editor', {}, 'preparing editor');
  const { body } = await hall.ask({ method: 'POST', path: '/notifications/editions', body: noticeEdition, actor });
  return String(body['id']);
}

export const noticeRulesAskings: Record<string, Asking> = {
  'GET /notifications/editions/in-force': { request: ofGulou },
  'GET /notifications/editions': { request: ofGulou },
  'POST /notifications/editions': { request: () => ({ body: noticeEdition }) },
  'GET /notifications/editions/{id}/rules': { prepare: proposed, request: () => ({}) },
  'POST /notifications/editions/{id}/approve': { prepare: proposed, request: () => ({ body: {} }) },
  'POST /notifications/templates/{key}/preview': {
    names: { key: 'accepted' },
    request: () => ({ body: { district: 'gulou' } }),
  },
};
