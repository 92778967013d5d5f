import * as z from 'zod';
import { findAccount } from '../../../localstack/issuer/accounts.ts';
import { idOf } from '../../support/cases.ts';
import { eventually } from '../../support/hall.ts';
import { answered } from '../story.ts';
import { asSeen, projectPath, type Carried } from './carried.ts';

const carriedBy = z.object({ officer: z.string() });
const small = {
  name: '示例小型仓库项目',
  kind: 'warehouse',
  place: { region: '350102', address: '福州市鼓楼区示例路9号' },
  investmentFen: 100_000_000,
  investor: { uscc: findAccount('company')?.uscc, name: '示例食品有限公司' },
  facts: {},
};

/** 更换代办员: midway another officer takes over; the one before him can do nothing more, from the same act on. */
export async function replaced(carried: Carried, bundle: string): Promise<Carried> {
  const { hall, projectId, story } = carried;
  const next = hall.as('officer-2');
  const his = await next.post('/agency/projects', small);
  const { officer: to } = carriedBy.parse((await next.get(projectPath(idOf(his)))).body);
  await story.step(
    '更换代办员 · the lead hands the project over to another officer',
    () => asSeen(hall.as('officer-lead'), projectPath(projectId))('hand-over', { to }),
    answered(200),
  );
  const after = { ...carried, officer: 'officer-2' };
  await story.step(
    '旧代办员 · the one before him neither acts in the investor’s name nor sees its bundle any more',
    () =>
      eventually(
        () => hall.as('officer').get(bundle),
        ({ status }) => status === 404,
      ),
    ({ status }) => status === 404,
  );
  await story.step(
    '新代办员 · the new one has an authority of his own under the same agreement, which the investor sees',
    () => hall.as('company').get(`/agency/mandates/${carried.mandateId}`),
    ({ status, body }) => status === 200 && JSON.stringify(body).includes(to),
  );
  return after;
}
