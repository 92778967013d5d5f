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

export const helpExamples = {
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
