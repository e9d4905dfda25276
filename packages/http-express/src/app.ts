import { type Door, type Kernel, type Refusal, type Route, refuse, type Say, StoreAway } from '@front-office/kernel';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express';
import type { Logger } from 'pino';
import { type BodyLimits, bodyLimits } from './body.ts';
import { logBug } from './bug-log.ts';
import { answerDoor } from './door-handler.ts';
import { eventsPath, tellEvents } from './events.ts';
import { type Guard, hostIsKnown, originIsOurs, signInIsOne, urlIsWellFormed } from './guards.ts';
import { readiness } from './health.ts';
import { StoreHasNoSql } from './no-sql.ts';
import { openApiDocument } from './openapi.ts';
import { expressPath, routesByPath } from './paths.ts';
import type { CountRequest } from './request-limit.ts';
import { type Authenticate, answerRoute } from './route-handler.ts';
import { securityHeaders } from './security-headers.ts';
import { languageOf, sendData, sendProblem } from './send.ts';
import { withSentences } from './sentences.ts';
import type { SignInKind } from './sign-in-schemes.ts';
import { startTrace, traceOf } from './trace.ts';
import { withHttpWords } from './words/index.ts';

export interface HttpAppOptions {
  readonly kernel: Kernel;
  readonly routes: readonly Route[];
  /** Routes for those who are not signed in, or whom only their own account concerns. */
  readonly doors?: readonly Door[];
  /** What the doors work with. */
  readonly services?: unknown;
  /** Says the refusals of the routes' packages: `sayRefusals(modules)`. */
  readonly say: Say;
  readonly authenticate: Authenticate;
  /** The ways to sign in that `authenticate` knows, for the OpenAPI document. */
  readonly signIns?: readonly SignInKind[];
  /** Where the routes are: `/api/v1`. */
  readonly basePath: string;
  /** Of the OpenAPI document. */
  readonly title: string;
  readonly version: string;
  readonly logger: Logger;
  /** Whether the store answers, for `/health/ready`. */
  readonly ready: () => Promise<boolean>;
  /** Host names under which this server answers, without port; this machine's own ones unless said otherwise. */
  readonly hosts?: readonly string[];
  /** Whether people reach this server by HTTPS only, its own or that of a proxy in front of it. */
  readonly isSecure?: boolean;
  /** Addresses or networks of proxies that tell the truth about whom they pass on; none unless given. */
  readonly trustedProxies?: readonly string[];
  readonly limits?: Partial<BodyLimits>;
  /** Aborted when the server is about to close: whoever follows the events is let go, and comes again elsewhere or later. */
  readonly closing?: AbortSignal;
  /** How often a stream of events is pinged and its follower judged anew; every ten seconds unless a test cannot wait. */
  readonly pingMs?: number;
  /** Counts a request of somebody who was let in. Whoever has none left is answered `too_many_requests`. */
  readonly countRequest?: CountRequest;
  /** Mounts what else an application serves, such as its pages, behind the same guards. */
  readonly extend?: (app: Express) => void;
}

const localHosts = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The routes as an Express app, with `/api/openapi.json`, `/health` (the process is up) and `/health/ready` (the store
 * answers). Whatever comes in, a caller is answered with data or with a `Problem`; `internal` (500) is a bug of ours.
 *
 * @throws when two routes have one address, or a route's path and input do not fit together.
 */
export function createHttpApp(options: HttpAppOptions): Express {
  const { routes, doors = [], basePath, title, version, logger, ready, extend } = options;
  const say = withHttpWords(options.say);
  const refusing =
    (refusal: Refusal): RequestHandler =>
    (request, response) =>
      sendProblem(request, response, refusal, say);

  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false);
  app.set('trust proxy', [...(options.trustedProxies ?? [])]);
  app.use(startTrace(logger), ...securityHeaders({ isSecure: options.isSecure ?? false }));
  app.use(guarded([urlIsWellFormed, hostIsKnown(options.hosts ?? localHosts), originIsOurs, signInIsOne], refusing));

  app.get('/health', (_request, response) => sendData(response, { status: 'up' }));
  app.get('/health/ready', async (request, response) => {
    const refusal = await readiness(ready);
    if (refusal) sendProblem(request, response, refusal, say);
    else sendData(response, { status: 'ready' });
  });
  const document = openApiDocument({
    routes: [...routes, ...doors],
    basePath,
    title,
    version,
    signIns: options.signIns,
  });
  app.get('/api/openapi.json', (_request, response) => sendData(response, document));
  app.use(basePath, routerOf(options, say, refusing));
  extend?.(app);
  app.use(refusing(refuse('route_unknown')));
  app.use(bugHandler(logger, say));
  return app;
}

type Refusing = (refusal: Refusal) => RequestHandler;

const guarded =
  (guards: readonly Guard[], refusing: Refusing): RequestHandler =>
  (request, response, next) => {
    for (const guard of guards) {
      const refusal = guard(request);
      if (refusal) return refusing(refusal)(request, response, next);
    }
    next();
  };

function routerOf(options: HttpAppOptions, say: Say, refusing: Refusing): Router {
  const { kernel, authenticate, basePath, services, doors = [] } = options;
  const { countRequest } = options;
  const limits = { ...bodyLimits, ...options.limits };
  const handling = { kernel, authenticate, services, countRequest, now: kernel.now, limits };
  const router = express.Router({ caseSensitive: true, strict: true });
  const telling = { kernel, authenticate, closing: options.closing, pingMs: options.pingMs };
  router.get(eventsPath, async (request, response) => {
    traceOf(response).route = basePath + eventsPath;
    const refused = await tellEvents(telling, request, response);
    if (refused) sendProblem(request, response, refused, say);
  });
  for (const [path, routes] of routesByPath([...options.routes, ...doors])) {
    const place = router.route(expressPath(path));
    for (const route of routes) {
      place[route.method === 'GET' ? 'get' : 'post'](async (request, response) => {
        traceOf(response).route = basePath + path;
        traceOf(response).door = 'kind' in route;
        const answer = await ('kind' in route
          ? answerDoor(route, handling, request, response)
          : answerRoute(route, handling, request, response));
        if (answer.refused) return sendProblem(request, response, answer.refused, say);
        const language = languageOf(request);
        response.setHeader('Content-Language', language);
        sendData(response, withSentences(answer.data, language, say));
      });
    }
    const allowed = routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    place.all((request, response, next) => {
      traceOf(response).route = basePath + path;
      response.setHeader('Allow', allowed.join(', '));
      refusing(refuse('method_not_allowed', { allowed }))(request, response, next);
    });
  }
  return router;
}

const bugHandler =
  (logger: Logger, say: Say): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent) return next(error); // Express then closes the connection
    const refusal = refusalOf(error);
    if (refusal) return sendProblem(request, response, refusal, say);
    const trace = traceOf(response);
    logBug(logger, trace, error);
    sendProblem(request, response, refuse('internal', { id: trace.id }), say);
  };

/** What was thrown although it is no bug. */
function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof StoreAway) return refuse('store_away');
  if (error instanceof StoreHasNoSql) return refuse('store_has_no_sql');
  // Express and `express.static` throw errors with a status for requests they cannot read.
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? refuse('request_malformed') : undefined;
}
