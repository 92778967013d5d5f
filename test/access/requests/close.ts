import { plain, seen, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

type Kind = 'day' | 'month' | 'year';
const kinds: readonly Kind[] = ['day', 'month', 'year'];
const books =
  (kind: Kind, to: 'over' | 'proposed' | 'closed') =>
  ({ payments }: Hall): Promise<string> =>
    payments.period(kind, to);

/** The digest that an approval signs is the proposal's; of a day there is none. */
const askingsOf = (kind: Kind): Record<string, Asking> => ({
  [`GET /payments/${kind}s/{id}`]: { prepare: books(kind, 'over'), request: plain },
  [`POST /payments/${kind}s/{id}/propose`]: {
    prepare: books(kind, 'over'),
    path: 'propose',
    request: () => ({ body: {} }),
  },
  [`POST /payments/${kind}s/{id}/approve`]: {
    prepare: async (hall) => {
      const id = await hall.payments.period(kind, 'proposed');
      return `${id} ${(await hall.payments.ageingOf(id)) ?? ''}`;
    },
    request: (desk, actor, made = '') => {
      const [id, ageing] = made.split(' ');
      return { path: `/payments/${kind}s/${id}/approve`, ...seen(1, ageing ? { ageing } : {})(desk, actor) };
    },
  },
  [`POST /payments/${kind}s/{id}/reject`]: {
    prepare: books(kind, 'proposed'),
    path: 'reject',
    request: seen(1, { reason: '先核对' }),
  },
});

const reports = ['daily', 'ageing', 'refunds', 'fees', 'months'];

export const closeAskings: Record<string, Asking> = {
  ...Object.fromEntries(kinds.flatMap((kind) => Object.entries(askingsOf(kind)))),
  ...Object.fromEntries(reports.map((name) => [`GET /payments/reports/${name}`, { request: plain }])),
  'GET /payments/years/{id}/carried': { prepare: books('year', 'closed'), path: 'carried', request: plain },
};
