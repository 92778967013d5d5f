import { dayOf, previousDay, type CalendarYear, type Day } from '#shared/calendar';
import type { CaseCopy } from '../plan/case-copy.ts';
import { dueDay, lastDay, lightOf, never, pausedTogether, usedDays, type StageLight } from './clock.ts';
import { isOpen } from './graph.ts';
import type { Round } from './round.ts';
import { clockItem, standingsOf, type Stands } from './standing.ts';
import { urgesOf } from './urge.ts';

export interface Today {
  today: Day;
  calendar: readonly CalendarYear[];
}

/** How a round stands against its limit; nothing before the stage was accepted. */
export interface RoundClock {
  /** Working days that have gone, less those on which every undecided item was paused. */
  used: number;
  dueOn?: Day | undefined;
  provisional?: boolean | undefined;
  light: StageLight;
  overdue: boolean;
  /** Days that the clock leaves out: from the day after, as a case's own pause. */
  pauses: readonly { from: Day; until?: Day | undefined }[];
}

export function clockOf(round: Round, items: readonly Stands[], { today, calendar }: Today): RoundClock | undefined {
  if (!round.acceptedAt) return undefined;
  const clock = { accepted: dayOf(round.acceptedAt), items: items.map(clockItem) };
  const due = dueDay(clock, round.limit.n, calendar);
  const last = lastDay(clock, today);
  const out = pausedTogether(clock).filter(({ after }) => after < last);
  return {
    used: usedDays(clock, today, calendar),
    dueOn: due?.day,
    provisional: due?.provisional,
    light: lightOf(clock, round.limit, { today, calendar }),
    overdue: due !== undefined && due.day < last,
    pauses: out.map(({ after, to }) => ({ from: after, until: to === never ? undefined : to })),
  };
}

/** A round as it stands among others. */
export function roundOutline(found: Round, copies: readonly CaseCopy[], now: Today) {
  const { id, round, state: status, plannedAt, acceptedAt, endedAt } = found;
  return { id, round, status, plannedAt, acceptedAt, endedAt, clock: clockOf(found, standingsOf(found, copies), now) };
}

/** A round with the items that `isSeen` lets be seen. */
export function roundView(
  round: Round,
  copies: readonly CaseCopy[],
  { isSeen, ...now }: Today & { isSeen: (department: string) => boolean },
) {
  const items = standingsOf(round, copies);
  const { id, round: n, state: status, lead, limit, bundleId, plannedAt, acceptedAt, endedAt } = round;
  const times = { plannedAt, handedInAt: firstAt(round, 'handed-in'), noticedAt: firstAt(round, 'noticed') };
  return {
    id,
    round: n,
    status,
    lead,
    limitDays: limit.n,
    bundleId,
    ...times,
    acceptedAt,
    endedAt,
    clock: clockOf(round, items, now),
    items: items.filter(({ department }) => isSeen(department)).map((one) => itemView(one, round, now)),
  };
}

const firstAt = ({ told }: Round, state: Round['told'][number]['state']) => told.find((one) => one.state === state)?.at;

/** Overdue is shown and nothing more: no item is granted because a limit has passed. */
function itemView({ life, decidedAt, ...item }: Stands, round: Round, { today }: Today) {
  const dueOn = life?.dueAt && dayOf(life.dueAt);
  const last = urgesOf(round, item.itemKey).at(-1);
  return {
    ...item,
    acceptedOn: life?.acceptedAt && dayOf(life.acceptedAt),
    dueOn,
    decidedOn: decidedAt && dayOf(decidedAt),
    overdue: isOpen(round.state) && dueOn !== undefined && dueOn <= previousDay(today),
    pauses: clockItem({ ...item, life }).pauses,
    ...(last && { urged: { n: last.n, on: last.on } }),
  };
}
