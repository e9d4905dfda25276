import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenApi } from '../openapi/document.ts';
import type { WrittenRequest } from './draft.ts';
import { type Target, targetAt, targetsOf } from './operations.ts';
import { type Answer, NO_ANSWER } from './send.ts';

/** Something that no answer may be. `kind` is the same for the same fault, whatever the request. */
export interface Finding {
  readonly kind: string;
  readonly detail: string;
}

export type CheckAnswer = (request: WrittenRequest, answer: Answer) => Finding | undefined;

/** Codes that a request which fits no route, or is no proper request, is answered with: they belong to no operation. */
const generic: Readonly<Record<string, number>> = {
  url_malformed: 400,
  request_malformed: 400,
  route_unknown: 404,
  method_not_allowed: 405,
  too_slow: 408,
  host_not_allowed: 421,
  origin_not_allowed: 403,
  two_sign_ins: 400,
  header_too_large: 431,
};

/**
 * Holds answers to the document: a status that the operation names and a body that satisfies its schema; no 5xx but a
 * named 501; a 200 only for a body that satisfies the operation's own schema; no canary; nothing cached or sniffed.
 */
export function answerChecker(document: OpenApi, canaries: readonly string[]): CheckAnswer {
  const targets = targetsOf(document);
  const schemas = schemasOf(document);
  return (request, answer) => {
    const target = targetAt(targets, request.method, request.path);
    const name = `${request.method} ${target?.path ?? '(no route)'}`;
    const found = (kind: string, detail = ''): Finding => ({ kind: `${name}: ${kind}`, detail });

    const canary = canaries.find((each) => answer.text.includes(each) || JSON.stringify(answer.headers).includes(each));
    if (canary !== undefined) return found('tells what belongs to another office', canary);
    if (answer.status === NO_ANSWER) return found('is not answered');
    if (answer.status >= 500 && answer.status !== 501) return found(`answers ${answer.status}`, answer.text);
    const careless = carelessHeader(answer);
    if (careless !== undefined) return found(careless);
    if (request.method === 'HEAD') return answer.text === '' ? undefined : found('answers HEAD with a body');
    return target === undefined || isGeneric(answer)
      ? genericFault(answer, schemas, found)
      : (answerFault(target, answer, schemas, found) ?? acceptedFault(target, request, answer, schemas, found));
  };
}

type Found = (kind: string, detail?: string) => Finding;
type Schemas = ReturnType<typeof schemasOf>;

function genericFault(answer: Answer, schemas: Schemas, found: Found): Finding | undefined {
  if (!isGeneric(answer)) return found(`answers ${answer.status}, which is for no route`, answer.text);
  const wrong = schemas.faultIn(['components', 'schemas', 'Problem'], JSON.parse(answer.text));
  return wrong === undefined ? undefined : found('answers with something else than a problem', wrong);
}

function answerFault(target: Target, answer: Answer, schemas: Schemas, found: Found): Finding | undefined {
  const type = mediaTypeOf(answer);
  const content = target.operation.responses[answer.status]?.content;
  if (content === undefined) return found(`answers ${answer.status}, which is not in the document`, answer.text);
  if (content[type] === undefined) return found(`answers ${answer.status} as ${type}`, answer.text);
  if (type === 'text/event-stream') return undefined;
  const place = [...placeOf(target), 'responses', String(answer.status), 'content', type, 'schema'];
  const wrong = schemas.faultIn(place, JSON.parse(answer.text));
  return wrong === undefined ? undefined : found(`answers ${answer.status} outside of its schema`, wrong);
}

/** What was done although the document says that it cannot be asked. Repeated names are left to JSON: the last counts. */
function acceptedFault(
  target: Target,
  request: WrittenRequest,
  answer: Answer,
  schemas: Schemas,
  found: Found,
): Finding | undefined {
  if (answer.status !== 200 || target.body === undefined) return undefined;
  const place = [...placeOf(target), 'requestBody', 'content', 'application/json', 'schema'];
  const wrong = schemas.faultIn(place, JSON.parse(request.body ?? 'null'));
  return wrong === undefined ? undefined : found('accepts a body outside of its schema', wrong);
}

const placeOf = ({ path, method }: Target) => ['paths', path, method.toLowerCase()];

function schemasOf(document: OpenApi) {
  // Our patterns say what a format means; ajv knows no formats of its own.
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(document, 'document');
  const compiled = new Map<string, ValidateFunction>();
  return {
    /** What is wrong with a value by the schema at this place of the document; nothing when it fits. */
    faultIn(place: readonly string[], value: unknown): string | undefined {
      const ref = `document#/${place.map(escaped).join('/')}`;
      const validate = compiled.get(ref) ?? ajv.compile({ $ref: ref });
      compiled.set(ref, validate);
      return validate(value) ? undefined : ajv.errorsText(validate.errors);
    },
  };
}

/** As RFC 6901 writes a step of a pointer, inside of an address. */
const escaped = (step: string) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

const mediaTypeOf = ({ headers }: Answer) => String(headers['content-type'] ?? '').split(';', 1)[0] ?? '';

function isGeneric(answer: Answer): boolean {
  if (mediaTypeOf(answer) !== 'application/problem+json') return false;
  const { code } = JSON.parse(answer.text);
  return Object.hasOwn(generic, code) && generic[code] === answer.status;
}

function carelessHeader({ headers, status }: Answer): string | undefined {
  if (status === 400 && headers['x-content-type-options'] === undefined && headers.connection === 'close')
    return undefined; // said by the server below the app, of bytes that were no request
  if (headers['x-content-type-options'] !== 'nosniff') return 'lets a browser guess the type';
  if (headers['cache-control'] !== 'no-store') return 'lets the answer be cached';
  return undefined;
}
