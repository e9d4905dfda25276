/** As much of an OpenAPI 3.1 document as our own has, and of a JSON Schema (2020-12) as zod writes. */
export interface OpenApi {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas?: Readonly<Record<string, Schema>>;
    readonly parameters?: Readonly<Record<string, Parameter>>;
    readonly securitySchemes?: Readonly<Record<string, unknown>>;
  };
  readonly security?: readonly SecurityNeed[];
}

/** Schemes that are needed together, with their scopes; several needs are alternatives. */
export type SecurityNeed = Readonly<Record<string, readonly string[]>>;

export interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly (Parameter | Ref)[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
  readonly security?: readonly SecurityNeed[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema: Schema;
}

export type Content = Readonly<Record<string, { readonly schema: Schema }>>;

export interface Ref {
  readonly $ref: string;
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** Says that a list of values may grow: whoever reads it must expect one that is not in it yet. */
  readonly 'x-open'?: boolean;
}

/**
 * What a `$ref` of this document points to, or the thing itself when it is none.
 * @throws when it points nowhere.
 */
export function resolved<Thing extends object>(thing: Thing | Ref, document: OpenApi): Thing {
  const ref = '$ref' in thing ? thing.$ref : undefined;
  if (typeof ref !== 'string') return thing as Thing; // it has no `$ref`, so it is no Ref
  const steps = ref.replace(/^#\//, '').split('/').map(unescaped);
  const found = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
  if (typeof found !== 'object' || found === null) throw new Error(`${ref} points nowhere`);
  return resolved(found as Thing, document); // whoever wrote the reference says what kind of thing it is
}

/** As RFC 6901 writes a step of a pointer. */
const unescaped = (step: string) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
