import { type ParserPlugin, parse } from '@babel/parser';

/** A regular expression as it stands in a program, or in a schema. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** `packages/values/src/money.ts:12` */
  readonly place: string;
}

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

/**
 * Every regular expression of a TypeScript file: literals, and what is given to `RegExp` when it can be read off: texts,
 * templates, and constants of the same file.
 * @throws for one that is put together from anything else: nobody could say what it comes to.
 */
export function expressionsIn(code: string, file: string): Expression[] {
  const plugins: ParserPlugin[] = file.endsWith('.tsx') ? ['typescript', 'jsx'] : ['typescript'];
  const nodes = [...nodesOf(parse(code, { sourceType: 'module', plugins }).program)];
  const constants = new Map(nodes.filter(isConstant).map(({ id, init }) => [id.name, init]));
  return nodes.flatMap((node) => {
    const place = `${file}:${lineOf(node)}`;
    if (node.type === 'RegExpLiteral') return [{ source: String(node.pattern), flags: String(node.flags), place }];
    if (!makesRegExp(node)) return [];
    const [source, flags] = node.arguments;
    if (source === undefined || source.type === 'RegExpLiteral') return []; // found by itself
    return [{ source: textOf(source, constants, place), flags: flags ? textOf(flags, constants, place) : '', place }];
  });
}

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesOf(item);
  else if (isNode(value)) {
    yield value;
    for (const [name, inside] of Object.entries(value)) if (name !== 'loc') yield* nodesOf(inside);
  }
}

function textOf(node: Node, constants: ReadonlyMap<string, Node>, place: string): string {
  const within = (inside: unknown): string => textOf(inside as Node, constants, place); // the parser's own children
  if (node.type === 'StringLiteral') return String(node.value);
  if (node.type === 'BinaryExpression' && node.operator === '+') return within(node.left) + within(node.right);
  if (node.type === 'TaggedTemplateExpression' && isRaw(node.tag)) return joined(node.quasi as Node, 'raw', within);
  if (node.type === 'TemplateLiteral') return joined(node, 'cooked', within);
  const constant = node.type === 'Identifier' ? constants.get(String(node.name)) : undefined;
  if (constant) return within(constant);
  throw new Error(`${place}: what this regular expression comes to cannot be read off. Write it out.`);
}

function joined({ quasis, expressions }: Node, as: 'raw' | 'cooked', within: (node: unknown) => string): string {
  const texts = (quasis as readonly { readonly value: Record<string, string> }[]).map(({ value }) => value[as] ?? '');
  const between = (expressions as readonly unknown[]).map(within); // as the parser has templates
  return texts.map((text, index) => text + (between[index] ?? '')).join('');
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const isNamed = (value: unknown, name: string) => isNode(value) && value.type === 'Identifier' && value.name === name;

const isRaw = (tag: unknown) => isNode(tag) && isNamed(tag.object, 'String') && isNamed(tag.property, 'raw');

const makesRegExp = (node: Node): node is Node & { readonly arguments: readonly Node[] } =>
  (node.type === 'NewExpression' || node.type === 'CallExpression') && isNamed(node.callee, 'RegExp');

const isConstant = (node: Node): node is Node & { readonly id: { readonly name: string }; readonly init: Node } =>
  node.type === 'VariableDeclarator' && isNode(node.id) && node.id.type === 'Identifier' && isNode(node.init);

const lineOf = ({ loc }: Node): number => (loc as { readonly start: { readonly line: number } }).start.line; // every parsed node has one
