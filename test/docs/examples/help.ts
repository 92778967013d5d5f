const id = '7f1d3b85-9c2e-4a60-8e47-2b5d0c9f6a13';
const projectId = 'c4e1a7b9-52d8-4f36-8a0d-1b9e7c3f5d28';
const officer = 'p_Ht6nB2wL8sE4kV0jM3xC9pA7gR1';
const at = '2026-08-03T01:00:00.000Z';
const limits = { consultation: 2, silence: 5, problemInDistrict: 5, problemInCity: 5, problemReport: 1 };
const question = '项目用地是否需要先办理选址意见书？';
const outline = {
  id,
  status: 'answered',
  version: 2,
  projectId,
  to: { kind: 'department', department: 'mnr' },
  answerer: officer,
  dueOn: '2026-08-11',
  late: false,
  askedAt: at,
};

const held = {
  id,
  status: 'solved',
  version: 4,
  level: 'city',
  home: 'gulou',
  projectId,
  kind: 'land',
  department: 'mnr',
  raiser: 'investor',
  dueOn: '2026-08-20',
  late: false,
  reopened: false,
  raisedAt: at,
};

const meeting = {
  title: '交地协调会',
  on: '2026-08-05',
  place: '三楼会议室',
  departments: ['mnr', 'eco'],
  projectIds: [projectId],
  problemIds: [id],
};
const meetingId = '6c0a2e84-7b1d-4f95-8e36-5d9f3c2b7a46';
const taskId = '9b3f5da7-1e40-4c82-a069-4d7f2e1b8c35';
const decision = {
  text: '完成交地',
  who: { kind: 'department', department: 'mnr' },
  until: '2026-08-12',
  problemId: id,
};
const task = { ...decision, id: taskId, status: 'open', version: 1, meetingId, late: false, setAt: at };

const change = { key: 'eia-form', what: 'off' };
const guidanceId = '0c4a6eb8-2f51-4d93-b17a-5e8a3f2c9d46';
const filing = {
  key: 'project-filing',
  department: 'ndrc',
  days: 0,
  applies: 'yes',
  after: [],
  wanted: [{ requirement: 'business-licence', must: 'must', shared: true }],
  guide: '/intake/public/items/project-filing',
};
const said = {
  edition: 'industrial-private-1',
  day: '2026-08-03',
  expectedEnd: '2026-10-30',
  stages: [
    {
      n: 1,
      name: '立项用地规划许可',
      nameEn: 'Approval and land planning',
      lead: 'mnr',
      limitDays: 10,
      items: [filing],
    },
  ],
};

export const helpExamples = {
  GuidanceInput: { note: '先办备案，其余并行。' },
  GuidanceGiven: { id: guidanceId, n: 2, changes: [change] },
  GuidanceSheet: { id: guidanceId, projectId, n: 2, at, by: officer, said, changes: [change], sinceThen: [] },
  MeetingInput: meeting,
  MoveMeetingInput: { on: '2026-08-06', place: '二楼会议室' },
  TaskNoteInput: { note: '已交地' },
  HoldMeetingInput: { minutes: '同意先行交地。', decisions: [decision] },
  MeetingActed: { id: meetingId, status: 'held', version: 2, tasks: [taskId], actions: [] },
  MeetingPage: { items: [{ ...meeting, id: meetingId, status: 'called', version: 1 }], nextCursor: null },
  Meeting: {
    ...meeting,
    id: meetingId,
    status: 'held',
    version: 2,
    minutes: '同意先行交地。',
    tasks: [taskId],
    actions: [],
    timeline: [
      { at, act: 'call', office: 'gulou/officer' },
      { at: '2026-08-05T02:10:40.000Z', act: 'hold', office: 'gulou/officer' },
    ],
  },
  MeetingTaskPage: { items: [{ ...task, actions: ['done'] }], nextCursor: null },
  MeetingTaskActed: { id: taskId, status: 'done', version: 2, actions: [] },
  ProblemInput: { projectId, kind: 'land', department: 'mnr', text: '宗地尚未交付，无法进场。' },
  ProblemAnswerInput: { text: '已协调，月底前交地。' },
  ProblemActed: { id, status: 'raised', version: 1, actions: ['withdraw'] },
  ProblemPage: { items: [held], nextCursor: null },
  ProjectProblem: {
    ...held,
    text: '宗地尚未交付，无法进场。',
    coordinator: officer,
    answers: [],
    alsoIn: 'fuzhou',
    tasks: [task],
    actions: ['confirm', 'reopen'],
    timeline: [
      { at, act: 'raise', office: 'applicant' },
      { at: '2026-08-11T00:00:00.000Z', act: 'escalate', office: 'gulou/agency' },
    ],
  },
  HelpLimits: limits,
  HelpSettings: { version: 1, limits },
  ConsultationInput: { text: question, projectId, department: 'mnr' },
  ConsultationWords: { text: '划拨用地需要，出让用地不需要。' },
  PassOnConsultationInput: { department: 'mnr' },
  CloseConsultationInput: { helpful: true },
  ConsultationActed: { id, status: 'open', version: 1, actions: ['withdraw'] },
  ConsultationPage: { items: [outline], nextCursor: null },
  Consultation: {
    ...outline,
    said: [
      { by: 'asker', at, text: question },
      { by: 'office', at: '2026-08-04T02:10:40.000Z', text: '划拨用地需要，出让用地不需要。' },
    ],
    provisional: false,
    actions: ['tell', 'close'],
    timeline: [
      { at, act: 'ask', office: 'applicant' },
      { at: '2026-08-04T02:10:40.000Z', act: 'answer', office: 'gulou/mnr' },
    ],
  },
};
