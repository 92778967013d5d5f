import type * as z from 'zod';
import { isCurrent, type Scope } from '#shared/access';
import { dayOf, daysAfter, daysBetween } from '#shared/calendar';
import { reportOf } from '#shared/csv-reply';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { dimensions, figureOf, figuresBy, type Figure } from '../../domain/figures/figures.ts';
import { tooLong, wrongPeriod } from '../../problems/figures.ts';
import type { figuresQuery } from '../../schemas/figures.ts';

type Query = z.infer<ReturnType<typeof figuresQuery>>;
type Deps = Pick<NotificationsDeps, 'figures' | 'city'>;

const mostDays = 31;
const week = 6;
const header =
  '日期,县区,渠道,服务商,模板,已发送,已送达,已读,永久失败,暂时失败,技术失败,十秒内送出,半数所用秒数,95%所用秒数';

/** 统计: what was sent, delivered and read, and how long it waited, by day, district, channel, provider and template. */
export const readFigures =
  ({ figures, city }: Deps) =>
  async (call: Call<Query>): Promise<HttpResponse> => {
    const { query, scope, cause, language } = call;
    const { to = dayOf(cause.at), district } = query;
    const { from = daysAfter(to, -week) } = query;
    if (from > to) return refuse(problems.invalidInput, [wrongPeriod(language)]);
    if (daysBetween(from, to) >= mostDays) return refuse(tooLong);
    const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => daysAfter(from, n));
    const open = districtsOf(scope, { city, district, now: cause.at });
    const cells = (await Promise.all(open.map((one) => figures.of(days, one)))).flat();
    const by = dimensions.filter((one) => query.by.split(',').includes(one));
    const items = figuresBy(cells, by);
    const total = figureOf(cells.filter(({ channel }) => channel !== 'inbox'));
    const table = { name: `notices-${from}-${to}`, header: header.split(','), rows: items.map(rowOf) };
    return reportOf(call, { from, to, total, items }, table);
  };

interface Asked {
  city: string;
  district: string | undefined;
  now: Date;
}

/** Whoever has a post of the city reads of all districts, others of their own; undefined stands for all of them. */
function districtsOf({ actor, capacities }: Scope, { city, district, now }: Asked): (string | undefined)[] {
  const roles: readonly string[] = capacities;
  const own = actor.posts.filter((post) => roles.includes(post.role) && isCurrent(post, now));
  if (own.some((post) => post.district === city)) return [district];
  return [...new Set(own.map((post) => post.district))].filter((one) => district === undefined || one === district);
}

const rowOf = ({ handedOver: { within10s, half, ninetyFive }, ...one }: Figure): string[] => [
  ...dimensions.map((dimension) => one[dimension] ?? ''),
  ...[one.sent, one.delivered, one.read, one.permanentFailure, one.temporaryFailure, one.technicalFailure].map(String),
  ...[within10s, half, ninetyFive].map((n) => (n === null ? '' : String(n))),
];
