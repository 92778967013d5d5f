import * as z from 'zod';
import { draft, idOf, pathOf } from '../../support/cases.ts';
import { eventually, type Answer, type Hall } from '../../support/hall.ts';
import { honestForm } from '../../support/honest-form.ts';
import { pdfOf } from '../../support/pdf.ts';
import { declared, fileOf, inCity, put } from '../../support/upload.ts';
import { answered, type Story } from '../story.ts';

const item = 'company-registration';

const isAtHand = ({ body }: Answer) => versions.safeParse(body).data?.versions[0]?.status === 'available';
const isConfirmed = (answer: Answer) => statusOf(answer, 'articles') === 'confirmed';

/** The company uploads its articles once, and two districts use them; gives the document. */
export async function libraryStory(hall: Hall, story: Story): Promise<string> {
  const id = await uploaded(hall, story);
  for (const [set, name] of [
    ['gulou', 'Gulou'],
    ['jinan', 'Jin’an'],
  ] as const)
    await usedIn(hall, story, { set, name, id });
  return id;
}

async function uploaded(hall: Hall, { step }: Story): Promise<string> {
  const company = hall.as('company');
  // Another file in each telling, or the second would find it here.
  const articles = pdfOf(`the articles of a company, ${new Date().toISOString()}`);
  const answer = await step(
    '申报 · the company declares its articles; the reply has an address that takes exactly that file',
    () => company.post('/materials', fileOf(articles, 'articles'), inCity),
    answered(201, 'awaiting-upload'),
  );
  await step(
    '上传 · and sends them there, past every function of ours',
    () => put(declared.parse(answer.body), articles),
    (status) => status === 200,
  );
  const id = idOf(answer);
  await step(
    '检查 · the file is checked by what it is, and at hand',
    () => eventually(() => company.get(`/materials/${id}`, inCity), isAtHand),
    isAtHand,
  );
  await step(
    '免传 · the same file again is at hand at once: nothing is uploaded',
    () => company.post('/materials', fileOf(articles, 'articles'), inCity),
    (again) => answered(201, 'available')(again) && again.body['upload'] === undefined,
  );
  return id;
}

const versions = z.object({ versions: z.array(z.object({ status: z.string() })) });
const schema = z.looseObject({ form: z.unknown() });

interface Using {
  set: string;
  name: string;
  id: string;
}

async function usedIn(hall: Hall, { step }: Story, { set, name, id }: Using): Promise<void> {
  const company = hall.as('company');
  const guide = await hall.anyone.get(`/intake/public/items/${item}`, { set });
  const form = honestForm(schema.parse(guide.body).form);
  const materials = [{ requirement: 'articles', materialId: id, version: 1 }];
  const caseId = await step(
    `用材料 · in ${name} a case names the articles in the library`,
    () => draft(company, { itemKey: item, form, materials }, { set }),
    Boolean,
  );
  await step(
    `提交 · and is handed in there (${name})`,
    () => company.post(`${pathOf(caseId)}/submit`, {}, { set }),
    answered(200, 'submitted'),
  );
  await step(
    `确认 · and the city’s library confirms them to ${name}, with the hash of the file`,
    () => eventually(() => company.get(`${pathOf(caseId)}/materials`, { set }), isConfirmed),
    isConfirmed,
  );
}

const lines = z.object({ requirements: z.array(z.looseObject({ requirement: z.string(), status: z.string() })) });

/** Where a line of a case's list stands. */
export const statusOf = ({ body }: Answer, requirement: string): string | undefined =>
  lines.safeParse(body).data?.requirements.find((one) => one.requirement === requirement)?.status;
