import { replayFrom } from '#shared/mark';
import { partyStore } from '#shared/merged-parties';
import type { Publisher } from '#shared/outbox';
import type { Table } from '#shared/table';

/** What the functions of agency work with over a table, whichever it is. Stores are loaded with the first route that uses them. */
export function agencyParts({ table, publisher }: { table: Table; publisher: Publisher }) {
  return {
    replay: replayFrom(table),
    parties: partyStore(table),
    projects: async () => (await import('./stores/projects.ts')).projectStore(table, publisher),
    projectCases: async () => (await import('./stores/project-cases.ts')).projectCaseStore(table),
    teams: async () => (await import('./stores/teams.ts')).teamStore(table),
    settings: async () => (await import('./stores/settings.ts')).settingsStore(table),
    tasks: async () => (await import('./stores/tasks.ts')).taskStore(table, publisher),
    meetings: async () => {
      const [meetings, tasks] = await Promise.all([import('./stores/meetings.ts'), import('./stores/tasks.ts')]);
      return meetings.meetingStore(table, publisher, tasks.taskStore(table, publisher));
    },
    guidance: async () => (await import('./stores/guidance.ts')).guidanceStore(table, publisher),
    problems: async () => (await import('./stores/problems.ts')).problemStore(table, publisher),
    consultations: async () => (await import('./stores/consultations.ts')).consultationStore(table, publisher),
    handOvers: async () => (await import('./stores/hand-overs.ts')).handOverStore(table, publisher),
    areas: async () => (await import('./stores/areas.ts')).areaStore(table, publisher),
    drawings: async () => (await import('./stores/drawing-reviews.ts')).drawingReviewStore(table, publisher),
    authorities: async () => (await import('./stores/authorities.ts')).authorityStore(table, publisher),
    visits: async () => (await import('./stores/visits.ts')).visitStore(table, publisher),
    representatives: async () => (await import('./stores/representatives.ts')).representativeStore(table),
    mandates: async () => (await import('./stores/mandates.ts')).mandateStore(table, publisher),
    agenda: async () => (await import('./stores/agenda.ts')).agendaStore(table),
    officers: async () => (await import('./stores/officers.ts')).officerStore(table),
    stages: async () => (await import('./stores/stages.ts')).stageStore(table, publisher),
    reports: async () => (await import('./stores/reports.ts')).reportStore(table, publisher),
    reported: async () => (await import('./stores/reported.ts')).reportedStore(table),
    calendars: async () => (await import('#shared/calendar-copies')).calendarStore(table),
  };
}
