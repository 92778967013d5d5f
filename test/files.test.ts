import { describe, expect, test } from 'vitest';
import { broken, isDeployable, uses } from './tree/rules.ts';
import { sourceFiles, treePaths } from './tree/sources.ts';

const sources = sourceFiles();
const deployable = sources.filter(isDeployable);

describe('files', () => {
  test('that are deployed only wire: imports and one handler', () => {
    const entries = sources.filter(({ path }) => path.endsWith('.lambda.ts'));

    expect(entries.length).toBeGreaterThan(5);
    expect(entries.filter(({ lines }) => lines > 40).map(({ path }) => path)).toEqual([]);
    expect(broken(entries, uses(/\bif\b|\bfor\b|\bwhile\b|\bfunction\b|\bswitch\b/g))).toEqual([]);
    expect(broken(entries, ({ text }) => (text.match(/^export /gm)?.length === 1 ? [] : ['exports']))).toEqual([]);
    for (const { text } of entries) expect(text).toMatch(/^export const handler = /m);
  });

  test('have at most 200 lines', () => {
    expect(sources.filter(({ lines }) => lines > 200).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  test('and folders have names in kebab case that say what is in them', () => {
    const vague = /^(utils?|helpers?|commons?|types?|misc|lib)$/;
    const names = [...new Set(treePaths().flatMap((path) => path.split('/')))].map((name) => name.replace(/\..*$/, ''));

    expect(names.filter((name) => !/^(README|[a-z0-9]+(-[a-z0-9]+)*)$/.test(name))).toEqual([]);
    expect(names.filter((name) => vague.test(name))).toEqual([]);
    expect(treePaths().filter((path) => path.endsWith('/index.ts'))).toEqual([]);
  });

  test('export names, never a default, and re-export nothing', () => {
    expect(broken(sources, uses(/^export default\b.*/gm))).toEqual([]);
    expect(broken(sources, uses(/^export (?:\*|\{[^}]*\} from|type \{[^}]*\} from).*/gm))).toEqual([]);
  });

  test('name no machine: no absolute path, no address of a workplace', () => {
    const machine = /(?<=['"`\s(])\/(?:home|root|Users|work|workspace|mnt|private)\/\w+/g;

    expect(broken(sources, ({ text }) => text.match(machine) ?? [])).toEqual([]);
  });

  test('hold no class where a function does, no enum, and no suppression without its reason', () => {
    expect(broken(deployable, uses(/^(?:export )?(?:abstract )?class (?!\w+ extends Error).*/gm))).toEqual([]);
    expect(broken(sources, uses(/^\s*(?:export )?(?:declare )?(?:const )?enum \w+/gm))).toEqual([]);
    expect(broken(sources, ({ text }) => text.match(/@ts-(?:ignore|expect-error|nocheck).*/g) ?? [])).toEqual([]);
    expect(broken(sources, ({ text }) => text.match(/(?:oxlint|eslint)-disable(?![^\n]* -- )[^\n]*/g) ?? [])).toEqual(
      [],
    );
  });
});
