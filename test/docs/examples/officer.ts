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
};
