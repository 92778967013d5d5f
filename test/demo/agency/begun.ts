import { findAccount } from '../../../localstack/issuer/accounts.ts';
import { idOf } from '../../support/cases.ts';
import type { Hall } from '../../support/hall.ts';
import type { Local } from '../../support/local.ts';
import { answered, type Story } from '../story.ts';
import { asSeen, projectPath, type Carried } from './carried.ts';

/** A factory of a private investor: all that its plan asks is so that at least twenty of its items apply. */
const factory = {
  name: '示例精密部件智能工厂项目',
  kind: 'industrial-private',
  place: { region: '350102', address: '福州市鼓楼区示例路8号' },
  investmentFen: 2_600_000_000_000,
  investor: { uscc: findAccount('company')?.uscc, name: '示例食品有限公司' },
  facts: {
    filingKind: 'filing',
    eiaClass: 'report',
    landTaken: 26_000,
    energy: 1500,
    basementDue: true,
    lightningRisk: true,
    seismicClass: true,
    heritageArea: true,
    treesAffected: true,
  },
};

/** A project is registered and coded, and its investor lets an officer act for it. */
export async function begun(hall: Hall, story: Story, local: Local): Promise<Carried> {
  const { step } = story;
  const [company, officer] = [hall.as('company'), hall.as('officer')];
  const made = await step(
    '储备 · an officer registers the project of a factory; it has no code yet',
    () => officer.post('/agency/projects', factory),
    answered(201, 'reserve'),
  );
  const projectId = idOf(made);
  const path = projectPath(projectId);
  await step(
    '赋码 · the provincial platform has given it a code',
    () => asSeen(officer, path)('give-code', { code: codeOf(projectId) }),
    answered(200, 'coded'),
  );
  const asked = await step(
    '代办 · the investor asks for an officer who carries all four stages',
    () => company.post(`${path}/mandates`, { stages: [1, 2, 3, 4], extent: 'full' }),
    ({ status }) => status === 201,
  );
  const mandateId = idOf(asked);
  const mandate = `/agency/mandates/${mandateId}`;
  await step(
    '签订 · the officer draws the agreement up and signs it',
    async () => {
      await asSeen(officer, mandate)('draw-up', { stages: [1, 2, 3, 4], extent: 'full' });
      return asSeen(officer, mandate)('sign');
    },
    answered(200, 'to-be-sealed'),
  );
  await step('签章 · the investor seals it', () => asSeen(company, mandate)('seal'), answered(200, 'acting'));
  return { hall, story, local, officer: 'officer', projectId, mandateId };
}

/** A code of its own for each project that a story registers. */
function codeOf(projectId: string): string {
  const number = (Number.parseInt(projectId.slice(0, 8), 16) % 1_000_000).toString().padStart(6, '0');
  return `2607-350102-04-01-${number}`;
}
