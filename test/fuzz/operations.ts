import { type OpenApi, type Operation, type Parameter, resolved, type Schema } from '../openapi/document.ts';

/** One operation of an OpenAPI document, with what is sent to it. */
export interface Target {
  readonly method: string;
  /** With names in braces: `/visits/{visit}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly operation: Operation;
}

export function targetsOf(document: OpenApi): Target[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      parameters: (operation.parameters ?? []).map((parameter) => resolved<Parameter>(parameter, document)),
      body: operation.requestBody?.content['application/json']?.schema,
      operation,
    })),
  );
}

/**
 * Which operation a request goes to, if any. `path` is what follows the base path, as it was sent. A written-out
 * segment comes before a name in braces; HEAD is answered as GET is.
 */
export function targetAt(targets: readonly Target[], method: string, path: string): Target | undefined {
  const asked = method === 'HEAD' ? 'GET' : method;
  const [bare = ''] = path.split('?', 1);
  return targets
    .filter((target) => target.method === asked && fits(target.path, bare))
    .sort((one, other) => namesCount(one.path) - namesCount(other.path))[0];
}

const namesCount = (path: string) => path.split('{').length;

function fits(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((segment, index) =>
      segment.startsWith('{') ? given[index] !== '' : segment === decoded(given[index]),
    )
  );
}

function decoded(segment = ''): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
