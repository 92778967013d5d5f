import { randomInt } from 'node:crypto';
import * as z from 'zod';

// CloudFormation lets a template write booleans as text.
const flag = z.union([z.boolean(), z.stringbool()]).default(false);
const generateSchema = z.strictObject({
  PasswordLength: z.coerce.number().int().min(1).max(4096).default(32),
  ExcludeCharacters: z.string().default(''),
  ExcludeLowercase: flag,
  ExcludeUppercase: flag,
  ExcludeNumbers: flag,
  ExcludePunctuation: flag,
  IncludeSpace: flag,
  RequireEachIncludedType: z.union([z.boolean(), z.stringbool()]).default(true),
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
});
type Generate = z.infer<typeof generateSchema>;

const schema = z.strictObject({
  Name: z.string().optional(),
  SecretString: z.string().optional(),
  GenerateSecretString: generateSchema.optional(),
  // What follows does nothing here.
  Description: z.string().optional(),
  KmsKeyId: z.unknown().optional(),
  ReplicaRegions: z.unknown().optional(),
  Tags: z.unknown().optional(),
});

/** Reads resolved `AWS::SecretsManager::Secret` properties and makes the secret's text; an unknown property throws with its name. */
export function makeSecret(properties: unknown): { name: string | undefined; text: string } {
  const result = schema.safeParse(properties);
  if (!result.success) {
    throw new Error(`AWS::SecretsManager::Secret is not supported here as written:\n${z.prettifyError(result.error)}`);
  }
  const { Name, SecretString, GenerateSecretString } = result.data;
  return { name: Name, text: GenerateSecretString ? generate(GenerateSecretString) : (SecretString ?? '') };
}

function generate(rule: Generate): string {
  const password = makePassword(rule);
  if (rule.GenerateStringKey === undefined) return password;
  const template = z.record(z.string(), z.unknown()).parse(JSON.parse(rule.SecretStringTemplate ?? '{}'));
  return JSON.stringify({ ...template, [rule.GenerateStringKey]: password });
}

function makePassword(rule: Generate): string {
  const sets = alphabetsOf(rule);
  const all = sets.join('');
  if (all === '') throw new Error('GenerateSecretString excludes every character');
  const required = rule.RequireEachIncludedType ? sets.map(pick) : [];
  const rest = Array.from({ length: Math.max(0, rule.PasswordLength - required.length) }, () => pick(all));
  return shuffle([...required, ...rest])
    .slice(0, rule.PasswordLength)
    .join('');
}

function alphabetsOf(rule: Generate): string[] {
  const sets = [
    rule.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    rule.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    rule.ExcludeNumbers ? '' : '0123456789',
    rule.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    rule.IncludeSpace ? ' ' : '',
  ];
  const allowed = (set: string): string =>
    Array.from(set)
      .filter((one) => !rule.ExcludeCharacters.includes(one))
      .join('');
  return sets.map(allowed).filter((set) => set !== '');
}

const pick = (set: string): string => set[randomInt(set.length)] ?? '';

/** Fisher and Yates: the required characters must not stand in front. */
function shuffle(characters: string[]): string[] {
  const left = [...characters];
  return characters.flatMap(() => left.splice(randomInt(left.length), 1));
}
