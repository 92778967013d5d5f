import { buildTemplates } from '../../localstack/build.ts';
import { startCloud, type Cloud } from '../../localstack/cloud.ts';
import { lookInside, type Inside } from '../support/inside.ts';
import { arrive } from './notifications/arrivals.ts';
import { numberOf, reachParties } from './notifications/parties.ts';
import { countLine, shownLine, type Line } from './table.ts';

const [perSecond, seconds] = [50, 60];
const many = perSecond * seconds;
const warming = 20;
const killEveryMs = 10_000;
/** Of a hundred calls to a provider so many are refused, sent with their answer lost, never answered: every fifth goes wrong. */
const failing = [
  { kind: 'down', share: 16 },
  { kind: 'lost-reply', share: 4 },
  { kind: 'slow', share: 1 },
] as const;
/** Copies of a function at most: more than two cores can feed only start for longer. */
const copies = 6;
const promisedMs = 10_000;

/**
 * The promise of notices: of fifty events a second for a minute, 95 of 100 are with a provider within ten seconds, none is lost and none
 * comes twice, while every fifth call to a provider fails and the sender is killed every ten seconds.
 */
export async function notifications(): Promise<Line[]> {
  const cloud = await startCloud({ port: 0, templates: await buildTemplates(() => {}), copies });
  const inside = lookInside(cloud);
  try {
    await reachParties(inside, many + warming, cloud.clock.now());
    await warmUp(cloud, inside);
    const put = await arriveAmidFaults(cloud, inside);
    await heal(cloud);
    return linesOf(cloud, put);
  } finally {
    inside.stop();
    await cloud.stop();
  }
}

/** The first copies start, as they have long since where the city is awake. */
async function warmUp(cloud: Cloud, inside: Inside): Promise<void> {
  await arrive({ cloud, inside }, { perSecond: warming, seconds: 1, first: many });
  await cloud.settle();
}

async function arriveAmidFaults(cloud: Cloud, inside: Inside): Promise<Date[]> {
  for (const provider of ['aliyun', 'tencent'] as const) {
    for (const { kind, share } of failing) {
      cloud.faults.providers.fail({ provider, kind, share, times: Number.MAX_SAFE_INTEGER });
    }
  }
  const killer = setInterval(() => cloud.kill('SendersSend'), killEveryMs);
  try {
    return await arrive({ cloud, inside }, { perSecond, seconds });
  } finally {
    clearInterval(killer);
  }
}

/** What is left waits for its next try: the minutes and hours of the back-off pass. */
async function heal(cloud: Cloud): Promise<void> {
  await cloud.settle();
  cloud.faults.providers.clear();
  for (const time of ['+2m', '+6m', '+31m']) await cloud.moveClock(time);
  await cloud.settle();
}

function linesOf(cloud: Cloud, put: readonly Date[]): Line[] {
  const times = Map.groupBy(cloud.sent(), ({ to }) => to.slice(-11));
  const waits = put.map((at, n) => {
    const first = times.get(numberOf(n).slice(-11))?.[0];
    return first ? first.at.getTime() - at.getTime() : Number.POSITIVE_INFINITY;
  });
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.ceil(many * share) - 1] ?? Number.NaN) / 1000;
  const lost = waits.filter((ms) => ms === Number.POSITIVE_INFINITY).length;
  const doubled = put.filter((_, n) => (times.get(numberOf(n).slice(-11))?.length ?? 0) > 1).length;
  const late = waits.filter((ms) => ms > promisedMs).length;
  return [
    countLine(`notices: of ${many}, with a provider later than 10 s after the event`, (late / many) * 100, {
      limit: 5,
      unit: ' %',
    }),
    countLine('notices: lost', lost, { limit: 0 }),
    countLine('notices: sent twice', doubled, { limit: 0 }),
    shownLine('notices: half, and 95 of 100, within', `${at(0.5).toFixed(1)} s, ${at(0.95).toFixed(1)} s`),
  ];
}
