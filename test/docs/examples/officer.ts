const team = '7f2c9a4e-1b63-4d8f-a5e0-3c9d7b1f6e28';
const officer = 'p_Ht6nB2wL8sE4kV0jM3xC9pA7gR1';
const member = { officer, from: '2026-01-01', absences: [{ from: '2026-08-10', until: '2026-08-14' }] };
const outline = { id: team, version: 3, level: 'county', name: '鼓楼区代办队' };
const workload = {
  open: 3,
  weight: 9,
  states: { reserve: 0, coded: 0, 'in-approval': 2, 'under-construction': 0, suspended: 1 },
  givenAt: '2026-08-03T02:30:00.000Z',
};

const handOver = '9b4e2d7c-1f85-4a60-b3c9-6d0a8e5f7b14';
const reasons = '调任其他岗位';

export const officerExamples = {
  TeamInput: { level: 'county', name: '鼓楼区代办队', members: [member] },
  EditTeamInput: { name: '鼓楼区代办队', members: [{ ...member, until: '2026-12-31' }] },
  TeamActed: { id: team, version: 1 },
  TeamPage: { items: [outline], nextCursor: null },
  Team: { ...outline, members: [{ ...member, present: true, ...workload }] },
  AssignProjectInput: { team },
  HandOverAllInput: { team, reasons },
  HandOverBegun: { id: handOver, status: 'moving', moved: 0, total: 12 },
  HandOver: {
    id: handOver,
    from: officer,
    team,
    reasons,
    status: 'moving',
    moved: 5,
    total: 12,
    left: 0,
    remaining: 7,
    begunAt: '2026-08-03T02:10:40.000Z',
  },
  AgendaPage: {
    items: [
      {
        day: '2026-08-14',
        kind: 'case',
        projectId: 'c4e1a7b9-52d8-4f36-8a0d-1b9e7c3f5d28',
        ref: '3b7e1f9a-6c24-4d80-95ea-8f2c0d6b1a47',
        itemKey: 'project-filing',
        overdue: false,
      },
    ],
    nextCursor: null,
  },
  OfficerResults: {
    officer,
    workload,
    from: '2026-08',
    until: '2026-08',
    months: [
      {
        month: '2026-08',
        given: 2,
        passedOn: 0,
        completed: 1,
        ended: 0,
        decided: 7,
        late: 1,
        daysSaved: 12,
        daysOver: 2,
        unmeasured: 0,
        visits: 1,
        visitScores: 1,
      },
    ],
  },
};
