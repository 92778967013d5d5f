import type * as z from 'zod';
import { cursorOf, readCursor, type Page, type Position } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { usualLimits } from '../../domain/charge/charge-list.ts';
import type { Exception } from '../../domain/exception/exception.ts';
import type { exceptionsQuery } from '../../schemas/exception.ts';
import { placeOf } from '../../stores/exceptions.ts';
import { earliestOf } from '../../stores/rows.ts';
import type { PageAt } from '#shared/record-page';
import { keptRefunds } from './kept-refunds.ts';
import { overdueRefunds } from './overdue-refunds.ts';
import { shortNumbers } from './short-numbers.ts';
import { mattersOf } from './show-matter.ts';
import { showDifference, showWhole } from './show-exception.ts';
import { situationOf } from './situation-of.ts';

type Query = z.infer<ReturnType<typeof exceptionsQuery>>;
const live = ['open', 'carried', 'under-review', 'approved'] as const;

/** A row of the list, and by what it is sorted. */
interface Listed {
  place: Position;
  show: readonly unknown[];
}

/** What finance must see to, the longest first: differences, what a case or a collector does not know of, overdue refunds, too few receipt numbers. */
export const listExceptions =
  (deps: PaymentsDeps) =>
  async ({ query, cause }: Call<Query>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const at = { limit: query.limit, after: cursor.after };
    const [differences, matters, ...reckoned] = await Promise.all([
      query.kind === undefined || query.kind === 'difference'
        ? differencesIn(query, { ...at, now: cause.at }, deps)
        : nothing,
      query.kind === 'difference' || isSifted(query) ? nothing : mattersIn(query.kind, at, deps),
      ...reckonedKinds.map(async ({ kind, of }) =>
        isSifted(query) || (query.kind ?? kind) !== kind ? nothing : cut(await of(cause.at, deps), at),
      ),
    ]);
    return { status: 200, body: merged([differences, matters, ...reckoned], query.limit) };
  };

interface Listing {
  items: readonly Listed[];
  nextCursor: string | null;
}
const nothing: Listing = { items: [], nextCursor: null };

/** Whether it is asked for what only a difference has. */
const isSifted = ({ status, class: found, channel, merchant, from, until }: Query): boolean =>
  [status, found, channel, merchant, from, until].some((one) => one !== undefined);

async function differencesIn(
  query: Query,
  { now, ...at }: PageAt & { now: Date },
  { exceptions, charges }: PaymentsDeps,
): Promise<Listing> {
  const { status, class: wanted, channel, merchant, from, until } = query;
  const fits = (one: Exception): boolean =>
    (wanted === undefined || one.class === wanted) &&
    (channel === undefined || one.channel === channel) &&
    (merchant === undefined || one.merchant === merchant) &&
    (from === undefined || one.day >= from) &&
    (until === undefined || one.day <= until);
  const isAny = [wanted, channel, merchant, from, until].every((one) => one === undefined);
  const [page, list] = await Promise.all([
    exceptions.list(status ? [status] : live, isAny ? undefined : fits, at),
    charges.live(),
  ]);
  const light = { now, writeOffFen: (list?.limits ?? usualLimits).writeOffFen };
  return listed(page, (one) => ({ place: [placeOf(one), one.id], show: [showDifference(one, light)] }));
}

async function mattersIn(kind: Query['kind'], at: PageAt, { bills }: PaymentsDeps): Promise<Listing> {
  return listed(await bills.unnoted(at), (bill) => {
    const since = earliestOf(bill.unnoted, bill.booking?.unbooked) ?? bill.createdAt;
    const show = mattersOf(bill).filter((one) => kind === undefined || one.kind === kind);
    return { place: [`${since.toISOString()}#${bill.id}`, bill.id], show };
  });
}

/** Few, and reckoned anew each time: whether a step is over its time, or numbers are too few, no row says. */
const reckonedKinds = [
  {
    kind: 'refund-overdue',
    of: async (now: Date, deps: PaymentsDeps) =>
      (await overdueRefunds(now, deps)).map(({ since, show }) => reckoned(show.refundId, since, show)),
  },
  {
    kind: 'booking-kept',
    of: async (now: Date, deps: PaymentsDeps) =>
      (await keptRefunds(now, deps)).map(({ since, show }) => reckoned(show.refundId, since, show)),
  },
  {
    kind: 'receipt-numbers-short',
    of: async (now: Date, deps: PaymentsDeps) =>
      (await shortNumbers(now, deps)).map(({ since, show }) => reckoned(show.kind, since, show)),
  },
] as const;

const reckoned = (id: string, since: Date, show: unknown): Listed => ({
  place: [`${since.toISOString()}#${id}`, id],
  show: [show],
});

/** A page of what was reckoned as a whole. */
function cut(all: readonly Listed[], { after, limit }: PageAt): Listing {
  const rest = all
    .toSorted((one, other) => inOrder(one.place, other.place))
    .filter(({ place }) => !after || place[0] > after[0]);
  const items = rest.slice(0, limit);
  const end = items.at(-1);
  return { items, nextCursor: end && rest.length > limit ? cursorOf(end.place) : null };
}

const listed = <Item>(page: Page<Item>, by: (one: Item) => Listed): Listing => ({ ...page, items: page.items.map(by) });

/** Several lists as one, each read from the same place on: what lies behind the end of one that goes on is left for the next page. */
function merged(lists: readonly Listing[], limit: number) {
  const ends = lists.flatMap(({ nextCursor }) => {
    const end = nextCursor === null ? undefined : readCursor(nextCursor);
    return end && 'after' in end && end.after ? [end.after] : [];
  });
  const [end] = ends.toSorted(inOrder);
  const all = lists.flatMap(({ items }) => items).filter(({ place }) => !end || place[0] <= end[0]);
  const sorted = all.toSorted((one, other) => inOrder(one.place, other.place));
  const shown = sorted.slice(0, limit);
  const last = sorted.length > limit ? shown.at(-1)?.place : end;
  return { items: shown.flatMap(({ show }) => show), nextCursor: last ? cursorOf(last) : null };
}

const inOrder = ([one]: Position, [other]: Position): number => (one < other ? -1 : 1);

export const getException =
  (deps: PaymentsDeps) =>
  async ({ params, cause }: Call): Promise<HttpResponse> => {
    const found = await deps.exceptions.load(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const [{ situation }, timeline] = await Promise.all([
      situationOf(found, { at: cause.at }, deps),
      deps.exceptions.timeline(found.id),
    ]);
    const light = { now: cause.at, writeOffFen: situation.limits.writeOffFen };
    const headers = { ETag: `"${found.version}"` };
    return { status: 200, headers, body: showWhole(situation, light, timeline) };
  };
