import type { VisitCommand } from '@front-office/visits';
import type { VisitRoutes } from '@front-office/visits/contract';

/** Commands on a visit that exists; the others begin one. */
export type CommandName = Exclude<VisitCommand['type'], 'expect' | 'walkIn'>;

type CommandPath = Extract<VisitRoutes['path'], `/visits/{visit}/${string}`>;
type InputAt<Path> = NonNullable<Extract<VisitRoutes, { path: Path }>['takes']>;
/** Names of the fields beside the case. An empty input has an index signature in zod's types, which names none. */
type FieldOf<Path> = Exclude<
  keyof { [Name in keyof InputAt<Path> as string extends Name ? never : Name]: unknown },
  'visit'
>;
/** Every field that a command asks for. */
export type FieldName = { [Path in CommandPath]: FieldOf<Path> }[CommandPath];

interface Field<Name> {
  readonly name: Name;
  readonly required: boolean;
  readonly entry: Entry;
}

/** How something is entered: typed, within as many characters as the contract takes; a host that is looked for; one of the labels. */
export type Entry =
  | { readonly kind: 'text'; readonly maxLength: number; readonly lines: number }
  | { readonly kind: 'host' }
  | { readonly kind: 'label' };

type FormAt<Path extends CommandPath> = {
  readonly route: `POST ${Path}`;
  /** Without fields the button sends at once. */
  readonly fields: readonly Field<FieldOf<Path>>[];
  readonly tone: 'main' | 'plain' | 'grave';
};
export type CommandForm = { [Path in CommandPath]: FormAt<Path> }[CommandPath];

/** How the desk asks for each command. Whether it is offered at all is for the API's `actions` to say. */
export const commands = {
  checkIn: { route: 'POST /visits/{visit}/check-in', fields: [], tone: 'main' },
  receive: {
    route: 'POST /visits/{visit}/receive',
    fields: [{ name: 'badge', required: false, entry: { kind: 'text', maxLength: 20, lines: 1 } }],
    tone: 'main',
  },
  leave: { route: 'POST /visits/{visit}/leave', fields: [], tone: 'plain' },
  turnAway: {
    route: 'POST /visits/{visit}/turn-away',
    fields: [{ name: 'reason', required: true, entry: { kind: 'text', maxLength: 300, lines: 3 } }],
    tone: 'grave',
  },
  changeHost: {
    route: 'POST /visits/{visit}/change-host',
    fields: [{ name: 'host', required: true, entry: { kind: 'host' } }],
    tone: 'plain',
  },
  keepBack: {
    route: 'POST /visits/{visit}/keep-back',
    fields: [{ name: 'label', required: false, entry: { kind: 'label' } }],
    tone: 'plain',
  },
} as const satisfies Record<CommandName, CommandForm>;

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);
