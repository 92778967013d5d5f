import * as z from 'zod';
import type { Day } from '#shared/calendar';
import { once } from '#shared/once';
import type { Plan, PlannedItem } from '../plan/plan-of.ts';
import type { StagePlan } from '../plan/stage-plan.ts';
import type { Wanted } from './item-copy.ts';

const name = once(() => z.string());
const days = once(() => z.int().min(0));
const wanted = once(() =>
  z.object({
    requirement: name(),
    must: z.enum(['must', 'optional', 'deferrable']),
    shared: z.literal(true).optional().meta({ description: 'A register provides it: it need not be brought' }),
  }),
);

const guided = once(() =>
  z.object({
    key: name(),
    department: name().meta({ description: 'Where: which window says the guide' }),
    days: days().meta({ description: 'Working days that are promised; 0: on the day' }),
    applies: z.enum(['yes', 'no', 'unknown']),
    because: z.enum(['condition', 'area-evaluation']).optional(),
    asks: z.array(name()).optional().meta({ description: 'Facts of the project that decide whether it applies' }),
    after: z.array(z.array(name())).meta({ description: 'What comes before it; of each list one is enough' }),
    wanted: z.array(wanted()).optional().meta({
      description: 'What to bring; absent where another set offers the item, whose guide then says it',
    }),
    guide: name().meta({
      description: 'Its public guide (window, fees, form), below the base of the set that offers it',
    }),
  }),
);
export type Guided = z.infer<ReturnType<typeof guided>>;

/** 指导单: what a project goes through, as it was said on a day. */
export const guidance = once(() => ({
  edition: name(),
  day: z.iso.date(),
  expectedEnd: z.iso.date().optional(),
  stages: z.array(
    z.object({
      n: z.int(),
      name: name(),
      nameEn: name(),
      lead: name(),
      limitDays: days(),
      items: z.array(guided()),
    }),
  ),
}));
const whole = once(() => z.object(guidance()));
export type Guidance = z.infer<ReturnType<typeof whole>>;

interface Known {
  stagePlan: StagePlan;
  plan: Plan;
  today: Day;
  wantedBy: (key: string) => Wanted[] | undefined;
}

/** The sheet of a project as its plan and the catalogue stand on a day. */
export function guidanceOf({ stagePlan, plan, today, wantedBy }: Known): Guidance {
  return {
    edition: `${stagePlan.key}-${stagePlan.edition}`,
    day: today,
    ...(plan.expectedEnd !== undefined && { expectedEnd: plan.expectedEnd }),
    stages: stagePlan.stages.map(({ n, name: zh, nameEn, lead, limitDays }) => ({
      n,
      name: zh,
      nameEn,
      lead,
      limitDays,
      items: plan.items.filter(({ stage }) => stage === n).map((item) => guidedOf(item, wantedBy)),
    })),
  };
}

function guidedOf(
  { key, department, days: promised, applies, needs }: PlannedItem,
  wantedBy: Known['wantedBy'],
): Guided {
  const brought = applies.applies === 'no' ? undefined : wantedBy(key);
  return {
    key,
    department,
    days: promised,
    applies: applies.applies,
    ...('because' in applies && { because: applies.because }),
    ...('asks' in applies && { asks: [...applies.asks] }),
    after: needs.map((one) => [...one]),
    ...(brought && { wanted: brought }),
    guide: `/intake/public/items/${key}`,
  };
}
