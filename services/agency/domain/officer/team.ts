import * as z from 'zod';
import type { Day } from '#shared/calendar';
import { once } from '#shared/once';

/** 市、县（市、区）、乡镇（街道）: the city's set has teams of the first level, a district's of the other two. */
export const teamLevels = ['city', 'county', 'town'] as const;

const day = once(() => z.iso.date());
/** Days, both included. */
const span = once(() => z.object({ from: day(), until: day() }));

export const team = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    level: z.enum(teamLevels),
    name: z.string(),
    /** Of a town: its division of 12 digits. */
    division: z.string().optional(),
    members: z.array(
      z.object({ officer: z.string(), from: day(), until: day().optional(), absences: z.array(span()) }),
    ),
    createdAt: z.coerce.date(),
    timelineHash: z.string(),
  }),
);
export type Team = z.infer<ReturnType<typeof team>>;
export type Member = Team['members'][number];

/** Whether a team of this level belongs to a set. */
export const isLevelOf = (level: Team['level'], { set, city }: { set: string; city: string }): boolean =>
  (level === 'city') === (set === city);

const isMemberOn = ({ from, until }: Member, today: Day): boolean =>
  from <= today && (until === undefined || today <= until);

/** Whether a project can be handed to him: a member of a team of the set on that day, also one who is absent. Where no teams are kept nothing says who is an officer. */
export const canTakeOver = (teams: readonly Pick<Team, 'members'>[], officer: string, today: Day): boolean =>
  teams.length === 0 ||
  teams.some(({ members }) => members.some((one) => one.officer === officer && isMemberOn(one, today)));

/** Who is a member on a day and not absent. */
export const presentOn = ({ members }: Pick<Team, 'members'>, today: Day): Member[] =>
  members.filter((one) => {
    const isAway = one.absences.some((away) => away.from <= today && today <= away.until);
    return isMemberOn(one, today) && !isAway;
  });
