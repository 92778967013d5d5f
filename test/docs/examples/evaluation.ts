const found = {
  caseId: '7b2e9d40-1c8f-4a63-9e05-4d6f3a8b1c72',
  state: 'open',
  submitted: '2026-08-03',
  accepted: '2026-08-03',
  due: '2026-08-17',
  pauses: [],
};

export const evaluationExamples = {
  EvaluationTable: {
    stage: 3,
    today: '2026-08-10',
    state: 'in-review',
    filedOn: ['2026-08-03'],
    awaited: ['eco'],
    opinions: [
      {
        key: 'soil-conservation',
        department: 'water',
        days: 5,
        state: 'off',
        applies: 'no',
        because: 'area-evaluation',
        evaluation: 'soil',
        area: {
          areaId: '3f9c2d71-6b48-4e0a-9d15-7a8e4c2b6f03',
          reportId: 'a7d05e3c-91f4-4b26-8c7d-2e6f1b9a4d58',
          until: '2026-12-31',
        },
      },
      {
        key: 'eia-form',
        department: 'eco',
        days: 10,
        state: 'in-hand',
        applies: 'yes',
        until: found.due,
        case: found,
      },
    ],
  },
};
