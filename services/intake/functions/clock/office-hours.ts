import { dayOf } from '#shared/calendar';
import type { Saying } from '#shared/locale';
import { pointerOf, problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal, type Reply } from '#shared/route';
import {
  hoursFaults,
  proposeHours,
  publishHours,
  asTold,
  type HoursFault,
  type HoursRecord,
  type OpenFrom,
} from '../../domain/clock/office-hours.ts';
import type { IntakeDeps } from '../../deps.ts';
import { hoursInvalid, hoursNotProposed, hoursSamePerson } from '../../problems/clock.ts';

const words: Record<HoursFault['code'], Saying> = {
  'not-ahead': { zh: '新的办公时间自明日或者以后的日期起施行。', en: 'Other hours begin tomorrow or later.' },
  'not-in-order': { zh: '各时段应当先后相接，互不重叠。', en: 'Each time comes after the one before it.' },
  'too-few-hours': { zh: '每个工作日开放不得少于六小时。', en: 'An office is open for six hours of a working day.' },
};
const problemOf = { 'nothing-proposed': hoursNotProposed, 'same-person': hoursSamePerson };

/** By which hours limits are counted in this set. */
export const showHours =
  ({ hours }: IntakeDeps) =>
  async (): Promise<HttpResponse> => {
    const body = asTold(await (await hours()).get());
    return { status: 200, headers: { 'Cache-Control': 'public, max-age=30' }, body };
  };

export const showHoursRecord =
  ({ hours }: IntakeDeps) =>
  async (): Promise<HttpResponse> => {
    const store = await hours();
    const [record, timeline] = await Promise.all([store.get(), store.timeline()]);
    const { body, ...reply } = stateOf(record);
    return { ...reply, body: { ...body, timeline } };
  };

export const proposeOfficeHours =
  ({ hours }: IntakeDeps) =>
  async (call: Call<unknown, OpenFrom>): Promise<HttpResponse> => {
    const { body, ifMatch, scope, cause } = call;
    const store = await hours();
    const found = await store.get();
    const refused = refusalOf(body, call);
    if (refused) return refused;
    // One behind with the same content: the reply to the first try was lost.
    if (ifMatch === found.version - 1 && isProposed(found, body, scope.actor.sub)) return stateOf(found);
    if (ifMatch !== found.version) return refuse(problems.versionStale);
    const change = proposeHours(found, body, scope.actor);
    await store.save(change, cause);
    return stateOf(change.record);
  };

/** Other copies of the functions count by it within 30 seconds. */
export const publishOfficeHours =
  ({ hours, calendars }: IntakeDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const { ifMatch, scope, cause } = call;
    const store = await hours();
    const found = await store.get();
    if (ifMatch !== found.version) return refuse(problems.versionStale);
    const change = publishHours(found, scope.actor);
    if ('refused' in change) return refuse(problemOf[change.refused]);
    // The day may have come since.
    const refused = refusalOf(change.said, call);
    if (refused) return refused;
    const reply = stateOf(change.record);
    await store.save(change, { ...cause, reply });
    calendars.forget();
    return reply;
  };

function refusalOf(said: OpenFrom, { cause, language }: Pick<Call, 'cause' | 'language'>): Refusal | undefined {
  const faults = hoursFaults(said, dayOf(cause.at)).map(({ path, code }) => ({
    pointer: pointerOf(path),
    code,
    message: words[code][language],
  }));
  return faults.length > 0 ? refuse(hoursInvalid, faults) : undefined;
}

function isProposed({ proposal }: HoursRecord, { from, shifts, notice }: OpenFrom, sub: string): boolean {
  const proposed = proposal && [proposal.from, proposal.shifts, proposal.notice, proposal.by.sub];
  return JSON.stringify(proposed) === JSON.stringify([from, shifts, notice, sub]);
}

function stateOf({ version, turns, proposal }: HoursRecord): Reply & { body: object } {
  const proposed = proposal ? { ...proposal, by: proposal.by.sub } : null;
  return { status: 200, headers: { ETag: `"${version}"` }, body: { version, published: turns, proposed } };
}
