import * as z from 'zod';
import { daysBetween } from '#shared/calendar';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { agendaKinds } from '../domain/officer/agenda.ts';
import { teamLevels } from '../domain/officer/team.ts';

/** The party of an officer, as it stands in his token. */
export const officerParam = /^[A-Za-z0-9_-]{1,60}$/;
const officer = once(() => z.string().regex(officerParam).meta({ description: 'Party of the officer' }));
const day = once(() => z.iso.date());
const absence = once(() => z.strictObject({ from: day(), until: day() }));
const member = once(() =>
  z.strictObject({
    officer: officer(),
    from: day(),
    until: day().optional().meta({ description: 'The last day on which he is a member' }),
    absences: z.array(absence()).max(20).default([]).meta({ description: 'Days, both included' }),
  }),
);
const said = once(() => ({
  name: text(60),
  division: z
    .string()
    .regex(/^\d{12}$/)
    .optional()
    .meta({ description: 'Of a town: its division' }),
  members: z.array(member()).max(100),
}));

export const teamBody = once(() =>
  z
    .strictObject({ level: z.enum(teamLevels).meta({ description: '市, 县（市、区）, 乡镇（街道）' }), ...said() })
    .meta({ id: 'TeamInput' }),
);
export const editTeamBody = once(() => z.strictObject(said()).meta({ id: 'EditTeamInput' }));
export const teamsQuery = once(() => z.strictObject(pageQuery()));
export const assignBody = once(() => z.strictObject({ team: z.uuid() }).meta({ id: 'AssignProjectInput' }));

const count = z.int;
const workload = once(() => ({
  open: count().meta({ description: 'Projects that he carries' }),
  weight: count().meta({ description: 'The same, weighed by how far each is' }),
  states: z.record(z.string(), count()),
  givenAt: z.iso.datetime().optional().meta({ description: 'When he was last given one' }),
}));
const shownTeam = once(() => ({
  id: z.uuid(),
  version: count(),
  level: z.enum(teamLevels),
  name: z.string(),
  division: z.string().optional(),
}));
export const teamPage = once(() => pageOf(z.object(shownTeam()).meta({ id: 'TeamOutline' })).meta({ id: 'TeamPage' }));
export const teamReply = once(() =>
  z
    .object({
      ...shownTeam(),
      members: z.array(
        z.object({
          officer: z.string(),
          from: z.string(),
          until: z.string().optional(),
          absences: z.array(z.object({ from: z.string(), until: z.string() })),
          present: z.boolean().meta({ description: 'A member today, and not absent' }),
          ...workload(),
        }),
      ),
    })
    .meta({ id: 'Team' }),
);
export const teamActed = once(() => z.object({ id: z.uuid(), version: count() }).meta({ id: 'TeamActed' }));

export const officerProjectsQuery = once(() =>
  z.strictObject({
    ...pageQuery(),
    ended: z.enum(['true', 'false']).default('false').meta({ description: 'Those that he carried until they ended' }),
  }),
);

const longestDays = 92;
export const calendarQuery = once(() =>
  z
    .strictObject({ ...pageQuery(), from: day(), to: day().meta({ description: 'Included; at most 92 days after' }) })
    .refine(({ from, to }) => from <= to && daysBetween(from, to) <= longestDays),
);
export const calendarPage = once(() =>
  pageOf(
    z
      .object({
        day: z.string(),
        kind: z.enum(agendaKinds),
        projectId: z.uuid().optional().meta({ description: 'Absent where a task is about none' }),
        ref: z
          .string()
          .meta({ description: 'The case, or the task of a meeting; of a stage its number and round: `2-1`' }),
        itemKey: z.string().optional().meta({ description: 'Of a case' }),
        overdue: z.boolean(),
      })
      .meta({ id: 'AgendaEntry' }),
  ).meta({ id: 'AgendaPage' }),
);

const month = once(() => z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/));
export const resultsQuery = once(() =>
  z
    .strictObject({ from: month().optional(), until: month().optional() })
    .refine(({ from = '', until = '9999' }) => from <= until)
    .meta({ description: 'Months, both included; this one where none is named' }),
);
export const resultsReply = once(() =>
  z
    .object({
      officer: z.string(),
      workload: z.object(workload()),
      from: z.string(),
      until: z.string(),
      months: z.array(
        z.object({
          month: z.string(),
          given: count().meta({ description: 'Projects that became his' }),
          passedOn: count().meta({ description: 'Projects that went to another officer' }),
          completed: count(),
          ended: count().meta({ description: 'Terminated, merged or split' }),
          decided: count().meta({ description: 'Cases of his projects that were granted or refused' }),
          late: count(),
          daysSaved: count().meta({ description: 'Working days by which decisions came before their limits' }),
          daysOver: count(),
          unmeasured: count().meta({
            description: 'Decisions without a limit, or in a year whose calendar is not published',
          }),
          visits: count().meta({ description: 'Return visits' }),
          visitScores: count().meta({ description: 'The sum of their scores: 1 is very content, 5 very discontent' }),
        }),
      ),
    })
    .meta({ id: 'OfficerResults' }),
);
