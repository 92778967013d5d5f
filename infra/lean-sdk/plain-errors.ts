/**
 * The classes of errors of an SDK client, from the source of its `models/errors.js`: the same exports with the same names,
 * faults, shapes and fields, made by one function instead of twenty lines each (8 KB of DynamoDB's client). Throws when a
 * class is not written as expected, as after a new version of the SDK.
 */
export function plainErrors(source: string): string {
  const base = /^import \{ (\w+) as __BaseException \} from "(\.\/\w+)";$/m.exec(source);
  const classes = [...source.matchAll(oneClass)];
  const expected = source.split('extends __BaseException').length - 1;
  if (!base || classes.length === 0 || classes.length !== expected)
    throw new Error(`${classes.length} of ${expected} error classes of the SDK read`);
  return [
    `import { ${base[1]} as Base } from "${base[2]}";`,
    `const error = (name, $fault, shapeId) => class extends Base {
      static shapeId = shapeId;
      constructor(options) {
        super({ name, $fault, ...options });
        Object.setPrototypeOf(this, new.target.prototype);
        Object.assign(this, { ...options, name, $fault });
      }
    };`,
    ...classes.map(
      ([, name = '', shape = '', fault = '']) =>
        `export const ${name} = /* @__PURE__ */ error(${[name, fault, shape].map((word) => JSON.stringify(word)).join(', ')});`,
    ),
  ].join('\n');
}

const oneClass =
  /^export class (\w+) extends __BaseException \{\n\s+static shapeId = "([^"]+)";\n\s+name = "\1";\n\s+\$fault = "(client|server)";\n/gm;
