import { staffActor } from '../../support/actors.ts';
import { entryAt } from '../../support/entries.ts';
import { deskEntry, plain, type Asking } from '../asking.ts';
import type { Desk } from '../applicants.ts';
import type { Hall } from '../hall.ts';

const atWindow = { entry: entryAt.window };
const byPost = {
  ...atWindow,
  way: 'post',
  address: { recipient: '示例公司', phone: '059100000000', text: '八一七路1号' },
};
const carriage = { carrier: 'EMS', trackingNumber: 'EM123456789CN' };
const clerk = staffActor('window', {}, 'the-window');

/** The result of a decided case, brought as far by a clerk. */
const brought =
  (...steps: readonly [name: string, body: object][]) =>
  async ({ ask, caseIn }: Hall, desk: Desk): Promise<string> => {
    const id = await caseIn('decided', desk);
    for (const [name, body] of steps) {
      const path = `/intake/applications/${id}/delivery/${name}`;
      const { status } = await ask({ method: 'POST', path, body, actor: clerk });
      if (status !== 200) throw new Error(`${name}: ${status}`);
    }
    return id;
  };
const due = brought();
const picked = brought(['choose', { way: 'window', ...atWindow }]);
const ready = brought(['choose', { way: 'window', ...atWindow }], ['make-ready', { hall: 'gulou-hall' }]);
const posted = brought(['choose', byPost]);
const sent = brought(['choose', byPost], ['send', carriage]);
const taken = { takenBy: 'recipient', takenAt: '2026-08-03T01:00:00.000Z' };
const of = (name: string) => `POST /intake/applications/{id}/delivery/${name}`;

export const deliveryAskings: Record<string, Asking> = {
  'GET /intake/applications/{id}/delivery': { prepare: due, request: plain },
  [of('choose')]: {
    prepare: due,
    request: (_, actor) => ({ body: { way: 'window', ...deskEntry(actor) } }),
  },
  [of('download')]: { prepare: due, request: () => ({ body: {} }) },
  [of('make-ready')]: { prepare: picked, request: () => ({ body: { hall: 'gulou-hall' } }) },
  [of('hand-over')]: { prepare: ready, request: () => ({ body: { code: 'A2B3C4', entry: entryAt.window } }) },
  [of('send')]: { prepare: posted, request: () => ({ body: carriage }) },
  [of('return')]: { prepare: sent, request: () => ({ body: { reason: '查无此人' } }) },
  [of('prove')]: { prepare: sent, request: () => ({ body: taken }) },
  'GET /intake/deliveries': { request: () => ({ query: { department: 'amr' } }) },
};
